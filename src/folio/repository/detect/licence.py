"""Under which terms others may use it, by the licence's own text. Source: rubric, `licence-present`."""

from __future__ import annotations

import re

from folio.repository.classify import ending, language
from folio.repository.documents.licences import recognised
from folio.repository.model import Licence
from folio.repository.tree import Tree

NAMES = "(?:un)?licen[cs]es?|copying|copyright|lizenz|licencia|licença|licenza|licentie|licencja"
FILE = re.compile(
    rf"(?:{NAMES})(?:[-_.][\w.+-]+)?|(?:mit|apache|gpl|lgpl|agpl|bsd|mpl)[-_]licen[cs]e(?:\.\w+)?|[\w.+-]+[-_.]licen[cs]e",
    re.I,
)
OF_OTHERS = re.compile(r"third|3rd|vendor|notice|bundled|dependenc", re.I)
NAMES_ITSELF = re.compile(rf"(?:{NAMES})[-_.](mit|apache|gpl|lgpl|agpl|bsd|mpl|zlib|isc|0bsd|unlicense|cc0)", re.I)
REUSE = "LICENSES/"


def detect(tree: Tree) -> Licence | None:
    """The licence at the root; its id is None when the text is not one of those known here.

    Several licences make an expression: a choice where each file names its licence (LICENSE-MIT), and all of them
    together otherwise, as for code and data or in a REUSE folder.
    """
    files = [path for path in tree.paths if FILE.fullmatch(path) and not OF_OTHERS.search(path) and _is_text(path)]
    files = files or [path for path in tree.paths if path.startswith(REUSE) and path.count("/") == 1]
    texts = {path: tree.read(path) for path in files}  # an empty file says nothing
    seen = [
        Licence(path=path, spdx=recognised(text or "")) for path, text in texts.items() if text is None or text.strip()
    ]
    known = {one.spdx: one.path for one in reversed(seen) if one.spdx}
    if not known:
        return seen[0] if seen else None
    if "LGPL-3.0" in known:
        known.pop("GPL-3.0", None)  # it is an addition to that text
    choice = all(NAMES_ITSELF.match(path) for path in known.values())
    ids = [one for one in sorted(known) if one]
    shown = [f"({one})" if " " in one and len(ids) > 1 else one for one in ids]
    return Licence(path=min(known.values()), spdx=(" OR " if choice else " AND ").join(shown))


def _is_text(path: str) -> bool:
    return language(path) is None and ending(path) not in ("html", "htm", "json", "xml", "yml", "yaml", "css")
