"""Themes and languages that a profile asks for and that there are not are told with all other problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.errors import InputError
from folio.known import loaded

PROFILE = """name: Ada
headline: Looms
summary: Words.
"""


def problems(folder: Path, more: str) -> list[str]:
    (folder / "profile.yaml").write_text(PROFILE + more, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        loaded(folder)
    return [f"{one.position.line} {one.field}: {one.what}; {one.todo}" for one in caught.value.problems]


def test_a_misspelt_theme_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    assert problems(tmp_path, "resume: {theme: clasic}") == [
        "4 resume.theme: there is no resume theme 'clasic'; did you mean 'classic'"
    ]


def test_every_place_that_names_a_theme_or_a_language_is_looked_at(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "language: xx\n"
        "targets:\n  - {id: a, name: A, look: {theme: none, locale: qq}}\n"
        "pitches:\n  - {id: p, client: c, date: 2026, headline: h, problem: p, offer: o, next_step: n, theme: none, language: zz}\n",
    )
    assert [one.partition(": ")[0] for one in found] == [
        "4 language",
        "6 targets[0].look.theme",
        "6 targets[0].look.locale",
        "8 pitches[0].theme",
        "8 pitches[0].language",
    ]
    assert "write 'locale: en' under 'resume'" in found[0]


def test_a_language_without_words_is_fine_where_the_locale_is_another(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(f"{PROFILE}language: sw\nresume: {{locale: en}}\n", encoding="utf-8")
    assert loaded(tmp_path).language == "sw"


def test_a_theme_of_ones_own_is_known(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "resume" / "mine"
    own.mkdir(parents=True)
    (own / "style.css").write_text("h1 { color: red }", encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(f"{PROFILE}resume: {{theme: mine}}\n", encoding="utf-8")
    assert loaded(tmp_path).resume.theme == "mine"
