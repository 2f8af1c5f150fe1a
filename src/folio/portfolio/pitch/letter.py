"""A target's letter, ready to be laid out."""

from __future__ import annotations

from datetime import date

from folio.errors import FolioError
from folio.facts import Facts
from folio.portfolio.contact import contact_lines
from folio.portfolio.pitch.model import LetterPage
from folio.portfolio.prose import on_paper
from folio.portfolio.source import letter_source
from folio.portfolio.wording import letter_day, when
from folio.portfolio.words import Words, lang, words
from folio.profile.fields import When
from folio.profile.target import Target

BARE = frozenset({"da", "de", "en", "fi", "nb", "nl", "sv"})
"""The languages whose letters give the subject without saying that it is one."""


def compose_letter(facts: Facts, target: Target) -> LetterPage:
    """The letter to `target`, to which the profile in `facts` is tailored already.

    Raises FolioError where the target has none.
    """
    profile, look, letter = facts.profile, facts.profile.resume, target.letter
    if letter is None:
        raise FolioError(f"target '{target.id}' has no letter; write its 'body' under 'letter'")
    locale = look.locale or profile.language
    said = words(locale)
    return LetterPage(
        target=target.id,
        name=profile.name,
        headline=profile.headline,
        contact=contact_lines(profile),
        words=said,
        language=lang(locale),
        direction=said.direction,
        look=look,
        description=f"{said.letter}: {target.name}",
        recipient=tuple(line for line in (target.name, target.contact, *target.address) if line),
        date_line=_date_line(target.date, facts.today, _place(facts), locale, said),
        subject=_subject(letter.subject, locale, said),
        greeting=letter.greeting or _greeting(target, said),
        body=on_paper(letter.body),
        closing=letter.closing or said.closing,
        source=letter_source(facts),
    )


def _subject(subject: str | None, locale: str, said: Words) -> str | None:
    if subject is None or lang(locale).partition("-")[0] in BARE:
        return subject
    return said.subject.format(subject=subject)


def _date_line(asked: When | None, today: date, place: str | None, locale: str, said: Words) -> str:
    written = letter_day(asked.first_day if asked and asked.day else today, locale)
    if asked and not asked.day:
        written = when(asked, locale)
    return said.date_line_with_place.format(place=place, day=written) if place else said.date_line.format(day=written)


def _place(facts: Facts) -> str | None:
    """The town that the letter is written in, without its country."""
    location = facts.profile.contact.location if facts.profile.privacy.location else None
    return location.partition(",")[0].strip() or None if location else None


def _greeting(target: Target, said: Words) -> str:
    """To the contact by name, without what they are: "Paolo Visintin, managing director"."""
    name = (target.contact or "").partition(",")[0].strip()
    return said.greeting_named.format(name=name) if name else said.greeting
