"""The Big List of Naughty Strings: each is refused with a place, or comes back as it was and is shown as text."""

from __future__ import annotations

import json
import re
from pathlib import Path

from corpora.corpus import documents
from folio.document import dump, parse
from folio.importing import import_profile
from folio.portfolio.prose import prose
from folio.profile.load import each_of, load_each
from hostile import judges
from hostile.trying import Tally


def strings(tally: Tally, scratch: Path, every: bool) -> None:
    """As a name, a headline and a summary; through `folio import` as well; and rendered as Markdown."""
    found = {name: content.decode("utf-8", "replace") for name, content in documents("naughty_strings").items()}
    for number, (name, text) in enumerate(found.items()):
        tally.of(f"profile: {name}", lambda text=text: _round_trip(text))  # type: ignore[misc]
        if every or number % 8 == 0:
            tally.of(f"import: {name}", lambda text=text, name=name: _imported(text, scratch, name))  # type: ignore[misc]
        if every or number % 4 == 1:
            tally.of(f"Markdown: {name}", lambda text=text: judges.html(str(prose(text)).encode()), must_be="harmless")  # type: ignore[misc]


def _round_trip(text: str) -> None:
    written = {"name": "Ada", "headline": text, "summary": text, "skills": [{"name": "x", "group": text}]}
    (profile,) = each_of(parse(dump(written).encode("utf-8", "replace"), name="profile.yaml")).values()
    assert re.sub(r"\s+", " ", str(profile.headline)).strip() == re.sub(r"\s+", " ", text).strip()


def _imported(text: str, folder: Path, name: str) -> None:
    file = folder / f"{name}.json"
    resume = {
        "basics": {"name": "Ada", "label": text, "summary": text},
        "work": [{"name": text, "position": text, "highlights": [text]}],
    }
    file.write_text(json.dumps(resume))
    import_profile(file, folder / name)
    load_each(folder / name)
