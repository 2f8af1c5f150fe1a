"""Every theme, on people whose résumés differ most: an automatic reader gets everything, and the standards are kept."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

import pytest

from documents.people import composed, printed
from folio.ats.check import judged
from folio.ats.direction import AS_READ
from folio.ats.lines import Reading
from folio.ats.reading import EXTRACTORS
from folio.ats.report import ExtractorReport
from folio.render.paper import themes
from render.standards import findings

PEOPLE = ("english", "german", "japanese", "hebrew", "long", "minimal")
THEMES = themes("resume")
WHOLE = os.environ.get("FOLIO_MATRIX") == "full"
"""Every person in every theme; otherwise every person in two themes, and every theme on two people."""
CASES = [
    pytest.param(person, theme, id=f"{person}-{theme}")
    for row, person in enumerate(PEOPLE)
    for column, theme in enumerate(THEMES)
    if WHOLE or (column - row) % len(PEOPLE) in (0, 2)
]


@cache
def reports(person: str, theme: str) -> tuple[ExtractorReport, ...]:
    """What each extractor on this machine gets out of a PDF, read in this process: it is our own."""
    sheet = printed(person, theme)
    readings = (
        Reading(one.name, getattr(import_module(f"folio.ats.extractors.{one.door}"), one.function)(sheet.content))
        for one in EXTRACTORS
        if one.is_there
    )
    return tuple(judged(one, composed(person, theme), len(sheet.left_out)) for one in readings)


def test_there_are_six_themes_and_the_three_extractors_that_count() -> None:
    assert {"academic", "bold", "classic", "compact", "modern", "plain"} <= set(THEMES)
    assert {"pdftotext", "pypdf", "pdfminer"} <= {one.name for one in EXTRACTORS if one.is_there}


def test_what_is_tried_has_every_person_and_every_theme_twice() -> None:
    for names, place in ((PEOPLE, 0), (THEMES, 1)):
        assert all([one.values[place] for one in CASES].count(name) >= 2 for name in names)


@pytest.mark.parametrize(("person", "theme"), CASES)
def test_an_automatic_reader_gets_every_string_and_field(person: str, theme: str) -> None:
    for one in reports(person, theme):
        if one.extractor == "pdftotext -layout" and theme in BESIDE:
            continue
        assert one.strings >= 5
        assert (one.extractor, one.problem, one.lost, one.misplaced) == (one.extractor, None, (), ())
        assert (one.extractor, [(each.field, each.read) for each in one.not_found]) == (one.extractor, [])


BESIDE = ("modern",)
"""Themes with a sidebar: `-layout` keeps it beside the rest, as it is asked to."""


@pytest.mark.parametrize(("person", "theme"), CASES)
def test_text_from_left_to_right_comes_in_its_order_and_hebrew_at_least_in_pdftotext(person: str, theme: str) -> None:
    in_order = {one.extractor for one in reports(person, theme) if one.order == AS_READ}
    assert in_order >= ({"pdftotext"} if person == "hebrew" else {"pdftotext", "pypdf", "pdfminer"})


@pytest.mark.parametrize(("person", "theme"), CASES)
def test_every_pdf_keeps_the_standards(person: str, theme: str) -> None:
    sheet = printed(person, theme)
    assert (sheet.problem, sheet.warnings) == (None, ())
    found = [one for one in findings(sheet.content) if person != "hebrew" or not one.startswith("no bookmark")]
    assert found == []  # a Hebrew heading is compared as it is drawn, from left to right
