"""What a letter says beside its body: who writes to whom, where and when, as its language has it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from folio.errors import FolioError
from folio.evidence.model import Evidence
from folio.facts import derive
from folio.portfolio.pitch.letter import compose_letter
from folio.portfolio.pitch.model import LetterPage
from folio.profile.appearance import Appearance
from folio.profile.fields import parse_when
from folio.profile.load import load
from folio.profile.tailor import tailored, the_target
from folio.profile.target import Letter
from folio.resources import root

PROFILE = load(root("sample_profile"))
TARGET = the_target(PROFILE, "alto-adriatico")


def letter(locale: str | None = None, profile: dict[str, Any] | None = None, **changes: Any) -> LetterPage:
    target = TARGET.model_copy(update=changes)
    whole = PROFILE.model_copy(update={"targets": (target,), "resume": Appearance(locale=locale), **(profile or {})})
    chosen = tailored(whole, target)
    return compose_letter(derive(chosen, Evidence(), today=date(2026, 11, 22)), the_target(chosen, target.id))


def test_it_says_who_writes_to_whom() -> None:
    shown = letter()
    assert shown.name == "Lena Marchetti"
    assert shown.recipient == ("Cooperativa Alto Adriatico", "Martina Doz", "Via dei Campi 12", "34074 Monfalcone")
    assert (shown.greeting, shown.closing) == ("Dear Martina Doz,", "Kind regards,")


def test_variables_are_filled_in() -> None:
    greeting = Letter(greeting="Dear people of {{shops}},", body="For {{shops}}.")
    shown = letter(letter=greeting)
    assert (shown.greeting, shown.body) == ("Dear people of eleven shops,", "<p>For eleven shops.</p>")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Trieste, 20 November 2026"),
        ({"date": None}, "Trieste, 22 November 2026"),
        ({"date": parse_when("2026-12")}, "Trieste, Dec 2026"),
    ],
)
def test_its_day_is_the_targets_or_today_with_the_town(changes: dict[str, Any], line: str) -> None:
    assert letter(**changes).date_line == line


def test_a_private_town_is_not_in_it() -> None:
    privacy = PROFILE.privacy.model_copy(update={"location": False})
    assert letter(profile={"privacy": privacy}).date_line == "20 November 2026"


@pytest.mark.parametrize(
    ("contact", "greeting"),
    [("Paolo Visintin, managing director", "Dear Paolo Visintin,"), (None, "Dear Sir or Madam,")],
)
def test_it_greets_the_contact_without_what_they_are(contact: str | None, greeting: str) -> None:
    assert letter(contact=contact).greeting == greeting


@pytest.mark.parametrize(
    ("locale", "greeting", "day", "subject"),
    [
        ("de", "Guten Tag Martina Doz,", "Trieste, 20. November 2026", "Forecasting engineer, contract of six months"),
        ("it", "Gentile Martina Doz,", "Trieste, 20 novembre 2026", "Oggetto: Forecasting engineer, contract of six months"),
        ("fr", "Bonjour Martina Doz,", "Trieste, le 20 novembre 2026", "Objet\N{NO-BREAK SPACE}: Forecasting engineer, contract of six months"),
    ],
)  # fmt: skip
def test_it_keeps_to_the_forms_of_its_language(locale: str, greeting: str, day: str, subject: str) -> None:
    shown = letter(locale)
    assert (shown.greeting, shown.date_line, shown.subject) == (greeting, day, subject)


def test_what_the_person_wrote_goes_before_the_forms() -> None:
    own = Letter(subject="S", greeting="Hello,", body="Text.", closing="Yours,")
    shown = letter(letter=own)
    assert (shown.subject, shown.greeting, shown.closing) == ("S", "Hello,", "Yours,")


def test_a_target_without_a_letter_is_told_what_to_write() -> None:
    with pytest.raises(FolioError, match="target 'alto-adriatico' has no letter; write its 'body' under 'letter'"):
        letter(letter=None)
