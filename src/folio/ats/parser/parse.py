"""A document's lines into the fields of a résumé."""

from __future__ import annotations

from collections.abc import Sequence

from folio.ats.lines import Line
from folio.ats.parser.entries import entries, joined
from folio.ats.parser.fields import ENTRIES, Parsed
from folio.ats.parser.groups import groups, languages
from folio.ats.parser.header import header
from folio.ats.parser.headings import HEADER, OWN, sections
from folio.ats.parser.rows import rows, without_footers
from folio.ats.parser.vocabulary import vocabulary


def parse(lines: Sequence[Line], locale: str) -> Parsed:
    """What a reader who knows the document's language, and nothing else of it, gets out of it."""
    known = vocabulary(locale)
    found = sections(without_footers(lines), known)
    top = header(found.pop(HEADER, ()))
    read = {name: rows(part, known) for name, part in found.items()}
    others = {name: part for name, part in read.items() if name not in (*ENTRIES, "summary", "languages")}
    return Parsed(
        name=top.name,
        headline=top.headline,
        email=top.email,
        phone=top.phone,
        links=top.links,
        location=top.location,
        summary=joined([row.text for row in read.get("summary", ())]),
        entries={name: entries(part, known) for name, part in read.items() if name in ENTRIES},
        groups={name: groups(part) for name, part in others.items() if not name.startswith(OWN)}
        | ({"languages": languages(read["languages"])} if "languages" in read else {}),
        texts={name.removeprefix(OWN): _text(part) for name, part in found.items()},
    )


def _text(lines: Sequence[Line]) -> str:
    """All of a section, as it stands there."""
    return joined([" ".join(line.text.split()) for line in lines])
