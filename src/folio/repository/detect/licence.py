"""Under which terms others may use it, by the licence's own text."""

from __future__ import annotations

import re

from folio.repository.model import Licence
from folio.repository.tree import Tree

FILE = re.compile(
    r"(un)?licen[cs]e([-_.][\w.-]+)?|copying(\.\w+)?(\.\w+)?|(mit|apache|gpl|bsd)[-_]licen[cs]e(\.\w+)?", re.I
)

TEXTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Apache-2.0", ("apache license", "version 2.0")),
    ("AGPL-3.0", ("gnu affero general public license", "version 3")),
    ("LGPL-3.0", ("gnu lesser general public license", "version 3, 29 june 2007")),
    ("LGPL-2.1", ("gnu lesser general public license", "version 2.1, february 1999")),
    ("GPL-3.0", ("gnu general public license", "version 3, 29 june 2007")),
    ("GPL-2.0", ("gnu general public license", "version 2, june 1991")),
    ("MPL-2.0", ("mozilla public license", "2.0")),
    ("EPL-2.0", ("eclipse public license - v 2.0",)),
    ("BSL-1.0", ("boost software license - version 1.0",)),
    ("EUPL-1.2", ("european union public licence", "1.2")),
    ("Unlicense", ("this is free and unencumbered software released into the public domain",)),
    ("CC0-1.0", ("cc0 1.0 universal",)),
    ("CC-BY-SA-4.0", ("creative commons attribution-sharealike 4.0",)),
    ("CC-BY-4.0", ("creative commons attribution 4.0",)),
    ("MIT", ("permission is hereby granted, free of charge, to any person obtaining a copy", "without restriction")),
    ("ISC", ("permission to use, copy, modify, and/or distribute this software for any purpose",)),
    ("ISC", ("permission to use, copy, modify, and distribute this software for any purpose",)),
    ("BSD-3-Clause", ("redistribution and use in source and binary forms", "neither the name of")),
    ("BSD-3-Clause", ("redistribution and use in source and binary forms", "may be used to endorse or promote")),
    ("BSD-2-Clause", ("redistribution and use in source and binary forms", "this list of conditions")),
    ("LicenseRef-Proprietary", ("all rights reserved", "permission")),
    ("LicenseRef-Proprietary", ("proprietary", "confidential")),
    ("LicenseRef-Proprietary", ("proprietary", "written permission")),
)
"""Phrases of each licence in small letters and single spaces; the first row whose phrases all occur is the one.
A GPL text names the AGPL and LGPL in passing, so those are told by their titles with the versions' dates."""


def detect(tree: Tree) -> Licence | None:
    """The licence at the root; its id is None when the text is not one of those known here."""
    files = [path for path in tree.paths if FILE.fullmatch(path)]
    files += [path for path in tree.paths if path.startswith("LICENSES/")]
    seen = [Licence(path=path, spdx=recognised(tree.read(path) or "")) for path in files]
    return next((one for one in seen if one.spdx), seen[0] if seen else None)


def recognised(text: str) -> str | None:
    """The SPDX id of a licence's text; None when it is not known here."""
    words = re.sub(r"[\s#>*_\"'“”]+", " ", text.lower())
    title = words[:120]
    for spdx, phrases in TEXTS:
        place = title if "GPL" in spdx else words
        if all(phrase in (place if at == 0 else words) for at, phrase in enumerate(phrases)):
            return spdx
    return None
