"""Sections of the person's own as site and résumé tell them alike: which there are, in which order, and how compact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from folio.portfolio.parts import Html
from folio.portfolio.prose import phrase
from folio.portfolio.told import latest_first
from folio.portfolio.wording import period, when
from folio.portfolio.words import words
from folio.profile.model import Profile
from folio.profile.more import MoreEntry, MoreSection

SHORT_NAME, SHORT_TEXT = 40, 240
"""Characters of what can stand in a list within a line, and of what can stand behind a name in its line."""
BLOCK = re.compile(r"(?:^|\n)[^\S\n]*(?:\n|[-*+]\s|[>#|~=`])|\n[^\S\n]*\d+[.)]\s")
"""What is more than one paragraph, or something else than a paragraph."""


def own_sections(profile: Profile) -> Iterator[tuple[MoreSection, tuple[MoreEntry, ...]]]:
    """Those that have something to say, with their entries: the latest first where each has a date, else as said."""
    for section in profile.more or ():
        dated = all(one.start or one.end for one in section.entries)
        if section.entries:
            yield section, tuple(latest_first(section.entries)) if dated else section.entries


def own_period(entry: MoreEntry, language: str) -> str:
    """`2019 – 2021`; the day of what happened on one, and `2019 – present` for what goes on."""
    if entry.start is None and entry.end is not None:
        return when(entry.end, language)
    return period(entry.start, entry.end, language)


def in_lines(entries: tuple[MoreEntry, ...], language: str) -> Html | None:
    """A section whose entries are no more than names, and a few words on each, as paragraphs; None for any other.

    `Climbing: in the Alps, mostly` each in a line; names alone in one line, where they are short.
    """
    if not all(map(_is_line, entries)):
        return None
    said = words(language)
    names = [_name(one) for one in entries]
    if all(not _words(one) and len(one.title) <= SHORT_NAME for one in entries):
        return Markup("<p>{}</p>").format(Markup(said.comma).join(names))
    return Markup("\n").join(
        Markup("<p>{}</p>").format(_line(name, _words(one), said.labelled, said.comma))
        for name, one in zip(names, entries, strict=True)
    )


def _line(name: Html, texts: tuple[str, ...], labelled: str, comma: str) -> Html:
    label = Markup("<strong>{}</strong>").format(name)
    return Markup(labelled).format(label=label, text=Markup(comma).join(map(phrase, texts))) if texts else name


def _is_line(entry: MoreEntry) -> bool:
    if entry.organisation or entry.start or entry.end or (entry.summary and entry.highlights):
        return False
    texts = _words(entry)
    longest = SHORT_TEXT if entry.summary else SHORT_NAME
    return all(len(one) <= longest and not BLOCK.search(one) for one in texts) and sum(map(len, texts)) <= SHORT_TEXT


def _words(entry: MoreEntry) -> tuple[str, ...]:
    """What is said of it: a text, or words in a list."""
    return (entry.summary.strip(),) if entry.summary else tuple(one.text.strip() for one in entry.highlights)


def _name(entry: MoreEntry) -> Html:
    link = Markup('<a href="{}">{}</a>') if entry.url else Markup("{1}")
    return link.format(entry.url or "", entry.title)
