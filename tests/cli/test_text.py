"""Texts from elsewhere on a terminal: none of them is obeyed, and each takes the columns it is given."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import some_facts
from folio.cli.terminal import say
from folio.cli.text import broken, clean, cleaned, columns, cut, fitted, inert
from folio.readiness.assess import assess
from folio.readiness.rubric import rubric

TEXTS = st.text() | st.text(alphabet="aé漢👩\u200d💻🇸🇮\u0301\u05d0\ufe0f ́-")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åsa Öberg – données", "Åsa Öberg – données"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b2J", "\ufffd2J"),  # a control sequence in one character
        ("a\u202egnp.exe", "agnp.exe"),  # would be read backwards
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bad \udcff path", "bad \ufffd path"),  # a byte of a path that is no UTF-8
        ("family 👨\u200d👩\u200d👧", "family 👨\u200d👩\u200d👧"),  # joined on purpose
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian is misspelled without
    ],
)
def test_what_a_terminal_would_obey_is_shown_or_left_out(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(TEXTS)
def test_nothing_is_left_that_moves_a_cursor_or_turns_text(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in clean(text) if sign not in "\u200c\u200d"}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "wide"),
    [("Lena", 4), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("😀", 2), ("שלום", 4), ("", 0), ("│█░·…", 5)],
)
def test_columns_are_what_a_terminal_shows(text: str, wide: int) -> None:
    assert columns(text) == wide


@given(TEXTS, st.integers(min_value=1, max_value=30))
def test_a_fitted_text_takes_exactly_its_columns(text: str, width: int) -> None:
    assert columns(fitted(clean(text), width)) == width


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_no_line_of_a_broken_text_is_too_long_and_no_word_is_lost(text: str, width: int) -> None:
    lines = broken(clean(text), width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


def test_a_cut_text_says_so() -> None:
    assert cut("A client of your own", 10) == "A client…"
    assert cut("漢字漢字漢字", 8) == "漢字漢…"
    assert cut("short", 10) == "short"


def test_the_names_of_checks_stay_whole_where_lines_break() -> None:
    assert broken("say contact-and-identity", 20) == ["say", "contact-and-identity"]


def test_a_web_address_stays_whole() -> None:
    url = "https://books.example/a-long-way/to-the-page"
    assert broken(f"a source: {url}", 20) == ["a source:", url]
    assert broken(f"出典 {url}", 20) == ["出典", url]


def test_every_text_of_a_report_is_cleaned() -> None:
    report = assess(some_facts(), rubric())
    condition = replace(report.conditions[0], says="\x9b2J now")
    hostile = replace(report, person="Ada\x1b[8m", conditions=(condition,), rules=report.rules)
    shown = cleaned(hostile)
    assert (shown.person, shown.conditions[0].says) == ("Ada\ufffd[8m", "\ufffd2J now")
    assert shown.checks == report.checks
    assert shown.today == report.today


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::forged", ":\u2060:error::forged"),
        ("a title of\n     ::error title=x::forged", "a title of\n     :\u2060:error title=x::forged"),
        ("\n\u3000::stop-commands::x", "\n\u3000:\u2060:stop-commands::x"),
        ("\x1b[1m::error::forged", "\x1b[1m:\u2060:error::forged"),
        ("of old: ##[error]forged", "of old: ##\u2060[error]forged"),
        ("std::vector, https://[::1]/, 12:30 and ## [x]", "std::vector, https://[::1]/, 12:30 and ## [x]"),
    ],
)
def test_no_line_is_a_command_to_a_workflow(text: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert inert(text) == shown
    say(text)
    assert capsys.readouterr().out == shown.replace("\x1b[1m", "") + "\n"


def test_no_line_of_a_wrapped_title_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    title = "word " * 7 + "::error::forged"
    for width in range(15, 60):
        say("\n   ".join(broken(title, width)))
    printed = capsys.readouterr().out
    assert "::error" in printed
    assert not [line for line in printed.splitlines() if line.lstrip().startswith("::")]
    assert columns(inert("::error::")) == 9
