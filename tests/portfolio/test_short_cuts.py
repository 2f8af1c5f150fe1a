"""Short cuts past slow libraries come to what the libraries come to."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from folio.portfolio import months, prose, wording
from folio.portfolio.words import locales, words
from folio.resources import root

SIGNS = st.text(
    st.sampled_from("ab é1. -+*_#>|=:'\"()[]!&<$~`\\\n\t\r\u00a0\u00ad\u2028\u3000漢א“–…%/@{}^;,"), max_size=40
)
LINES = st.lists(
    st.sampled_from(["Word", "a. b", "===", "---", "1. x", "", "  ", "| a | b |", "|---|", "http://x.y", "x  ", "    x",
                     "A: b", "e\u0301", "www.x.org a@b.c", "a|b", ":-", "A\\"]),
    max_size=6,
).map("\n".join)  # fmt: skip


@given(SIGNS | LINES | st.text(max_size=40))
def test_plain_paragraphs_are_what_the_renderers_make_of_them(text: str) -> None:
    short = prose._unmarked(text)
    if short is not None:
        for renderer in (prose._renderer(), prose._paper_renderer()):
            assert short == prose._sanitised(renderer.render(text, {"pictures": prose.nowhere}))


@given(SIGNS | LINES | st.text(max_size=40))
def test_a_plain_phrase_is_what_the_renderer_makes_of_it(text: str) -> None:
    line = " ".join(text.split())
    if prose._is_unmarked(line):
        rendered = prose._paper_renderer().renderInline(line, {"pictures": prose.nowhere})
        assert line == prose._sanitised(rendered)


def test_ordinary_texts_take_the_short_cut() -> None:
    assert prose._unmarked('Counts – "twice", for 5 %.\nAnd on.\n\nThen: (once) more.\n') is not None
    assert prose._is_unmarked("99,2 % von 40.000 Belegen; früher: 3 h")


@pytest.mark.parametrize("locale", locales())
def test_dates_are_those_of_babel(locale: str) -> None:
    said = words(locale)
    patterns = {said.year, said.year_after_from, said.month, said.month_after_from, said.day, said.letter_day}
    for day in (date(2026, month, number) for month in range(1, 13) for number in (1, 2, 28)):
        for pattern in patterns:
            asked = wording.DAY_ALONE.sub(f"'{said.first}'", pattern) if day.day == 1 else pattern
            by_babel = wording._clean(format_date(day, asked, locale=wording._cldr(locale)))
            assert wording._date(day, pattern, locale) == by_babel


def test_a_narrower_tag_names_months_as_its_country_does() -> None:
    assert wording._month(1, "MMMM", "de-AT") == "Jänner"
    assert wording._month(1, "MMMM", "de") == "Januar"


def test_the_names_of_months_are_what_the_tool_makes() -> None:
    place = root("templates").parent / "tools" / "month_names.py"
    if not place.exists():
        pytest.skip("the tool is in the checkout alone")
    spec = importlib.util.spec_from_file_location("month_names", place)
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert {locale: names for locale in locales() if (names := tool.names(locale))} == months.MONTHS
