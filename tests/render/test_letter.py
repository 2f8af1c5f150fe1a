"""The letter on paper: in the look of every résumé theme, on one page, read in order."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from markupsafe import Markup

from folio.render.letter import print_letter, render_letter
from folio.render.paper import themes
from folio.render.sheet import Sheet, print_now
from render.marked import runs
from render.pitches import letter
from render.resumes import by_pypdf
from render.standards import findings

LINES = (
    "Ida Lind", "Forecasts for fresh goods", "ida@ida-lind.example", "Turku, 20 November 2026", "Nordfisk",
    "Olli Salo, head of purchasing", "Linnankatu 1", "20100 Turku", "Forecasting engineer, six months",
    "Dear Olli Salo,", "You write that every shop orders by itself.", "What I would do first is measure.",
    "Kind regards,", "Ida Lind",
)  # fmt: skip


@cache
def sheet(theme: str) -> Sheet:
    return print_now(print_letter(letter(theme=theme)))


@pytest.mark.parametrize("theme", themes("resume"))
def test_every_theme_sets_a_letter_by_both_standards(theme: str) -> None:
    made = sheet(theme)
    assert (made.problem, made.warnings, made.pages, findings(made.content)) == (None, (), 1, [])
    assert len(made.content) < 30_000


@pytest.mark.parametrize("theme", themes("resume"))
def test_it_reads_from_sender_to_signature(theme: str) -> None:
    text, at = " ".join(by_pypdf(sheet(theme).content).split()).casefold(), 0
    for line in LINES:
        assert line.casefold() in text[at:], f"'{line}' does not come after '{text[max(0, at - 60) : at]}'"
        at = text.index(line.casefold(), at) + len(line)


@pytest.mark.parametrize("theme", themes("resume"))
def test_its_text_is_larger_than_that_of_a_resume(theme: str) -> None:
    with pikepdf.open(io.BytesIO(sheet(theme).content)) as file:
        sizes = {round(run.size, 1) for run in runs(file) if "every shop" in run.text}
        assert sizes == {10.6}


def test_a_long_one_is_set_more_closely_and_a_longer_one_says_what_to_shorten() -> None:
    paragraph = Markup("<p>" + "Every shop orders by itself, and some evenings there is no bread. " * 8 + "</p>")
    close = print_now(print_letter(replace(letter(theme="classic"), body=paragraph * 6)))
    assert (close.pages, close.warnings) == (1, ())
    over = print_now(print_letter(replace(letter(theme="classic"), body=paragraph * 14)))
    assert over.pages == 2
    assert any(re.search(r"more than 1 page; shorten its body \(\d+ characters\)", each) for each in over.warnings)


def test_without_a_subject_there_is_no_heading_for_it() -> None:
    html = render_letter(replace(letter(), subject=None)).content.decode()
    assert "<h2" not in html
    assert "None" not in html


def test_hostile_texts_stay_text() -> None:
    evil = "<script>x</script>{{ 7 * 7 }}"
    shown = replace(letter(), subject=evil, greeting=evil, closing=evil, recipient=(evil,), date_line=evil)
    html = render_letter(shown).content.decode()
    assert "<script>" not in html
    assert "{{ 7 * 7 }}" in html
