"""What a pitch and a letter show, ready to be laid out; they are printed from these and nothing else.

`str` is plain text and `Html` is sanitised. What privacy or an NDA hides is not in here, nor is any proof that folio
did not see itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from folio.portfolio.parts import ContactLine, Html, Picture
from folio.portfolio.words import Words
from folio.profile.appearance import Appearance


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that folio saw of a case study, with the page that shows it."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class SeenOn:
    """What was seen on one day."""

    day_text: str
    things: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A result whose number folio found in a document of the project's own: `value` holds the unit."""

    value: str
    what: str
    baseline: str | None
    measured: str | None
    source: Seen | None
    """The document that gives it, when that can be shown."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case study in brief: what it was, and what of it was seen."""

    id: str
    title: str
    summary: str
    client: str | None
    period: str | None
    picture: Picture | None
    caption: str | None
    numbers: tuple[Number, ...]
    """The strongest first."""
    seen: tuple[SeenOn, ...]
    page: Seen | None
    """Where more of it can be read, or its code."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article that folio read."""

    title: str
    summary: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    what: str
    duration: str | None


@dataclass(frozen=True, slots=True)
class PitchPage:
    """A pitch in one language, for one client."""

    id: str
    name: str
    """Of who sends it."""
    about: str
    """Who that is, in a line."""
    contact: tuple[ContactLine, ...]
    words: Words
    language: str
    direction: str
    look: Appearance
    """Theme, paper, accent, and how many pages it may take, the title page left aside."""
    title_page: bool

    client: str
    addressee: str | None
    day_text: str
    description: str
    valid_until: str | None
    """A whole phrase: "Valid until 5 Dec 2026"."""
    headline: str
    problem: Html
    offer: Html
    approach: Html | None
    cases: tuple[Case, ...]
    readings: tuple[Reading, ...]
    plan: tuple[Step, ...]
    price: str | None
    price_form: str | None
    price_note: str | None
    start: str | None
    availability: str | None
    next_step: str
    call_to_action: ContactLine | None
    """The one way to answer that is put first."""
    source: bytes = b""
    """Who offers and what is put forward, as a JSON Resume document."""

    @property
    def proven(self) -> bool:
        """Whether anything in it was seen by folio; only then may it say "proof"."""
        return bool(self.readings) or any(case.numbers or case.seen for case in self.cases)


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter to a target, in the look of its résumé."""

    target: str
    name: str
    headline: str
    contact: tuple[ContactLine, ...]
    words: Words
    language: str
    direction: str
    look: Appearance
    description: str
    recipient: tuple[str, ...]
    """The lines of the address."""
    date_line: str
    subject: str | None
    greeting: str
    body: Html
    closing: str
    source: bytes = b""
    """Who writes, as a JSON Resume document."""
