"""What a reader should have got out of a résumé, field by field, beside what it did get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from folio.ats.expected import entry_part, paragraphs, stays
from folio.ats.parser.entries import joined
from folio.ats.parser.fields import ENTRIES, Parsed, ParsedEntry
from folio.ats.parser.vocabulary import vocabulary
from folio.portfolio.resume.model import Entry, Resume, Section

Verdict = Literal["found", "mixed", "lost"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: as it should be, as it was read, and what that comes to.

    It is mixed when it was read as a part of something else, or as another field.
    """

    name: str
    wanted: str
    read: str
    verdict: Verdict


def fields(resume: Resume, parsed: Parsed, left_out: int = 0) -> tuple[Field, ...]:
    """Every field of a résumé, as a reader got it; what was left out to save room is not asked for."""
    return tuple(_Comparison(parsed).all(resume, left_out))


class _Comparison:
    """A parsed document, and all its texts to look for what is not in its own place."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        own = (parsed.name, parsed.headline, parsed.email, parsed.phone, parsed.location, parsed.summary)
        entries = (text for part in parsed.entries.values() for entry in part for text in entry.texts)
        groups = (text for part in parsed.groups.values() for one in part for text in (one.label, *one.items))
        named = {"summary", *parsed.entries, *parsed.groups}
        others = (text for name, text in parsed.texts.items() if name not in named)
        self.others = " ".join(others)
        every = (*own, *parsed.links, *entries, *groups, self.others)
        self.texts = tuple(plain(text) for text in every if text)

    def all(self, resume: Resume, left_out: int) -> Iterator[Field]:
        parsed, said = self.parsed, resume.words
        yield self.field("name", resume.name, parsed.name)
        if resume.headline:
            yield self.field("headline", resume.headline, parsed.headline)
        for line in resume.contact:
            if line.kind in ("email", "phone", "location"):
                yield self.field(line.kind, line.text, getattr(parsed, line.kind))
            else:
                read = line.text if line.text in parsed.links else " ".join(parsed.links)
                yield self.field(f"link {line.text}", line.text, read)
        for section in resume.sections:
            if section.name in ENTRIES:
                yield from self.entries(section, left_out)
            elif section.name == "more":
                named = vocabulary(said.locale).section(section.title)
                yield from self.own(section, parsed.texts.get(named, "") if named else self.others, left_out)
            elif section.name in ("skills", "languages"):
                yield from self.groups(section)
            elif section.name == "summary" and section.prose:
                yield self.field(said.summary, joined(paragraphs(section.prose)), parsed.summary)

    def field(self, name: str, wanted: str, read: str) -> Field:
        if plain(wanted) == plain(read):
            return Field(name, wanted, read, "found")
        holder = next((text for text in self.texts if plain(wanted) in text), None)
        return Field(name, wanted, read or holder or "", "mixed" if holder is not None else "lost")

    def entries(self, section: Section, left_out: int) -> Iterator[Field]:
        found = self.parsed.entries.get(section.name, ())
        wanted = [one for one in section.entries if stays(one.rank, left_out)]
        for number, entry in enumerate(wanted):
            read = max(found, key=lambda one: _likeness(entry, one), default=ParsedEntry())
            if not _likeness(entry, read):
                read = found[number] if number < len(found) else ParsedEntry()
            yield from self.entry(section.title, entry, read, left_out)

    def entry(self, title: str, entry: Entry, read: ParsedEntry, left_out: int) -> Iterator[Field]:
        name = f"{title}, {entry.title}"
        yield self.field(f"{name}: title", entry.title, read.title)
        for part in ("organisation", "period", "location"):
            if wanted := getattr(entry, part):
                yield self.field(f"{name}: {part}", wanted, getattr(read, part))
        if entry.summary:
            yield self.field(f"{name}: summary", joined(paragraphs(entry.summary)), read.summary)
        bullets = [" ".join(one.text.split()) for one in entry.bullets if stays(one.rank, left_out)]
        known = {plain(one): one for one in read.bullets}
        for number, bullet in enumerate(bullets):
            instead = read.bullets[number] if number < len(read.bullets) else ""
            yield self.field(f"{name}: bullet {number + 1}", bullet, known.get(plain(bullet), instead))

    def own(self, section: Section, text: str, left_out: int) -> Iterator[Field]:
        """A section of the person's own: readers have no fields for it, and keep it as text beside what they know.

        One with a heading that they do know, such as publications that are listed nowhere, is looked for there.
        """
        parts = [
            (f"{section.title}, {one.title}", entry_part(one, left_out).strings)
            for one in section.entries
            if stays(one.rank, left_out)
        ]
        parts += [(section.title, paragraphs(section.prose))] if section.prose else []
        read = plain(text)
        for name, strings in parts:
            missing = [one for one in strings if plain(one) not in read]
            everywhere = all(any(plain(one) in other for other in self.texts) for one in missing)
            verdict: Verdict = "found" if not missing else "mixed" if everywhere else "lost"
            yield Field(name, " ".join(strings), " ".join(strings) if not missing else text, verdict)

    def groups(self, section: Section) -> Iterator[Field]:
        found = self.parsed.groups.get(section.name, ())
        for group in section.groups:
            items = sorted(plain(one.text) for one in group.items)
            read = next((one for one in found if plain(one.label) == plain(group.label)), None)
            wanted = f"{group.label}: {', '.join(one.text for one in group.items)}"
            name = f"{section.title}: {group.label}"
            if read and sorted(map(plain, read.items)) == items:
                yield Field(name, wanted, wanted, "found")
                continue
            everywhere = all(any(one in text for text in self.texts) for one in (plain(group.label), *items))
            instead = f"{read.label}: {', '.join(read.items)}" if read else ""
            yield Field(name, wanted, instead, "mixed" if everywhere else "lost")


def _likeness(entry: Entry, read: ParsedEntry) -> int:
    """How much of an entry is in one that was read: its title above all, then its period and bullets."""
    whole = plain(" ".join(read.texts))
    same_title = plain(entry.title) == plain(read.title)
    others = (entry.period, entry.organisation, *(one.text for one in entry.bullets[:2]))
    return (
        3 * same_title
        + 2 * (plain(entry.title) in whole)
        + sum(bool(one) and plain(one) in whole for one in others if one)
    )


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text in which only letters and signs count, and single spaces where they part Latin words."""
    words = text.split()
    return " ".join(words) if text.isascii() else joined(words)
