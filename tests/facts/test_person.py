"""Nobody is their own referee, however they write their name; namesakes and colleagues are other people."""

from __future__ import annotations

import pytest

from build import a_profile
from folio.facts.person import is_same_person
from folio.profile.model import Profile
from folio.profile.record import Reference

LENA = a_profile(name="Léna Marchetti", contact={"email": "lena@marchetti.example"}, identities=["lena.m@gmail.com"])


def referee(name: str, email: str | None) -> Reference:
    return Reference.model_validate(
        {
            "id": "r",
            "name": name,
            "role": "CEO",
            "organisation": "X",
            "date": "2026-10",
            "text": "Fine.",
            "email": email,
        }
    )


def same(name: str, email: str | None = "x@y.example", profile: Profile = LENA) -> bool:
    return is_same_person(referee(name, email), profile)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Lena Marchetti", None),
        ("Marchetti, Lena", "x@y.example"),
        ("LE\u0301NA  MARCHETTI", "x@y.example"),
        ("Dr. Lena Marchetti", "x@y.example"),
        ("Lena Marchetti, Ph.D.", "x@y.example"),
        ("Prof. Dr Lena R. Marchetti", "x@y.example"),
        ("Anna Berg", "lena@marchetti.example"),
        ("Anna Berg", "Lena+1@Marchetti.example"),
        ("Anna Berg", "lena.m+job@gmail.com"),
        ("L. Marchetti", "office@marchetti.example"),
        ("Marchetti L", "office@marchetti.example"),
    ],
)
def test_the_person_is_recognised(name: str, email: str | None) -> None:
    assert same(name, email)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Marco Marchetti", "marco@elsewhere.example"),
        ("Marco Marchetti", "marco@marchetti.example"),
        ("M. Marchetti", "marco@marchetti.example"),
        ("L. Marchetti", "luca@elsewhere.example"),
        ("L. Marchetti", "luca.m@gmail.com"),
        ("L. Marchetti", None),
        ("Marchetti", "info@marchetti.example"),
        ("Lena Marchetti Rossi", "x@y.example"),
        ("Anna Berg", "anna@marchetti.example"),
        ("Anna Berg", "lena@elsewhere.example"),
        ("Anna Berg", "anna+lena@marchetti.example"),
        ("Anna Berg", "no address"),
        ("Dr", None),
        ("?", None),
    ],
)
def test_others_are_other_people(name: str, email: str | None) -> None:
    assert not same(name, email)


def test_middle_initials_tell_namesakes_apart() -> None:
    ada = a_profile(name="Ada B. Example")
    assert same("Ada Example", profile=ada)
    assert not same("Ada C. Example", profile=ada)


def test_a_name_in_another_script_is_compared_as_well() -> None:
    assert same("マリア 山田", profile=a_profile(name="山田 マリア"))
    assert not same("?", profile=a_profile(name="山田 マリア"))
