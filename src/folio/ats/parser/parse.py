"""A document's lines into the fields of a résumé."""

from __future__ import annotations

from collections.abc import Sequence

from folio.ats.lines import Line
from folio.ats.parser.entries import entries, joined
from folio.ats.parser.fields import ENTRIES, Parsed
from folio.ats.parser.groups import groups, languages
from folio.ats.parser.header import header
from folio.ats.parser.rows import rows, without_footers
from folio.ats.parser.vocabulary import Vocabulary, vocabulary

HEADER = "header"


def parse(lines: Sequence[Line], locale: str) -> Parsed:
    """What a reader who knows the document's language, and nothing else of it, gets out of it."""
    known = vocabulary(locale)
    found = sections(without_footers(lines), known)
    top = header(found.pop(HEADER, ()))
    read = {name: rows(part, known) for name, part in found.items()}
    texts = {name: groups(part) for name, part in read.items() if name not in (*ENTRIES, "summary", "languages")}
    return Parsed(
        name=top.name,
        headline=top.headline,
        email=top.email,
        phone=top.phone,
        links=top.links,
        location=top.location,
        summary=joined([row.text for row in read.get("summary", ())]),
        entries={name: entries(part, known) for name, part in read.items() if name in ENTRIES},
        groups=texts | ({"languages": languages(read["languages"])} if "languages" in read else {}),
    )


def sections(lines: Sequence[Line], known: Vocabulary) -> dict[str, tuple[Line, ...]]:
    """The lines below each heading, and those above the first."""
    found: dict[str, list[Line]] = {HEADER: []}
    current = HEADER
    for line in lines:
        section = known.section(line.text)
        if section is not None and section not in found:
            current = section
            found[current] = []
        else:
            found[current].append(line)
    return {name: tuple(part) for name, part in found.items()}
