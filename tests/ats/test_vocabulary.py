"""What the parser knows of each language: its headings, its months and its periods, and no more than a text needs."""

from __future__ import annotations

import pytest

from folio.ats.parser.entries import entries
from folio.ats.parser.rows import Row
from folio.ats.parser.vocabulary import SECTIONS, vocabulary
from folio.portfolio.wording import period
from folio.portfolio.words import locales, words
from folio.profile.fields import When


@pytest.mark.parametrize("locale", locales())
def test_every_language_has_its_headings_and_periods_recognised(locale: str) -> None:
    known, said = vocabulary(locale), words(locale)
    for name in SECTIONS[:10]:
        assert known.section(getattr(said, name)) == name
        assert known.section(f" {getattr(said, name).upper()} ") == name
    for month in range(1, 13):
        start = When(2019, month)
        for end in (None, When(2021, 13 - month), When(2022)):
            text = period(start, end, locale)
            assert known.period.fullmatch(text), text
            assert entries((Row("Title"), Row("Firm"), Row(text)), known)[0].period == text


@pytest.mark.parametrize("text", ["in 2019 we grew", "May we come in", "call 555 2019", "Studio 2019 GmbH"])
def test_a_year_within_a_text_is_no_period(text: str) -> None:
    assert vocabulary("en").period.fullmatch(text) is None
    assert entries((Row("Title"), Row(text)), vocabulary("en"))[0].period == ""
