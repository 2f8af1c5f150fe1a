"""Looking for strings: what is verbatim and in order is found, and nothing else is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.ats.expected import HEADER, Block, Part
from folio.ats.strings import found

WORD = st.text("abcdefghijklmnopäß漢字かな", min_size=3, max_size=9)
LINE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Block, ...]:
    """Documents of which no string is a part of another."""
    lines = draw(st.lists(LINE, min_size=12, max_size=12))
    texts = iter([f"{number}x {line} x{number}" for number, line in enumerate(lines, 100)])
    entries = tuple(Part(next(texts), (next(texts), next(texts)), (next(texts),)) for _ in range(2))
    header = Block(HEADER, None, (Part(None, rest=(next(texts), next(texts))),))
    return (header, Block("experience", next(texts), entries))


@given(documents(), st.integers(5, 30))
def test_what_is_there_in_order_is_found_however_it_is_broken_into_lines(blocks: tuple[Block, ...], wide: int) -> None:
    lines = [
        line
        for block in blocks
        for text in block.strings
        for line in textwrap.wrap(text, wide, break_long_words=False, break_on_hyphens=False)
    ]
    result = found(blocks, "\n".join(lines))
    assert (result.lost, result.misplaced, result.verbatim) == ((), (), result.total)


@given(documents(), st.data())
def test_a_string_that_is_gone_or_changed_is_lost(blocks: tuple[Block, ...], data: st.DataObject) -> None:
    strings = [text for block in blocks for text in block.strings]
    at = data.draw(st.integers(0, len(strings) - 1))
    for instead in ("", strings[at][:4] + "\u00ad" + strings[at][4:], strings[at].replace(" ", "", 1)):
        changed = [*strings[:at], instead, *strings[at + 1 :]]
        assert strings[at] in found(blocks, "\n".join(changed)).lost


@given(documents())
def test_bullets_of_another_entry_are_out_of_their_place(blocks: tuple[Block, ...]) -> None:
    header, work = blocks
    first, second = work.parts
    swapped = Block(
        work.name,
        work.heading,
        (Part(first.first, first.head, second.rest), Part(second.first, second.head, first.rest)),
    )
    lines = [text for block in (header, swapped) for text in block.strings]
    assert set(found(blocks, "\n".join(lines)).misplaced) >= set(first.rest)


@given(documents())
def test_dates_behind_the_bullets_are_out_of_their_place(blocks: tuple[Block, ...]) -> None:
    header, work = blocks
    heads = [text for part in work.parts for text in part.head]
    others = [text for text in work.strings if text not in heads]
    result = found(blocks, "\n".join((*header.strings, *others, *heads)))
    assert (result.lost, set(result.misplaced)) == ((), set(heads))


def block(*strings: str) -> tuple[Block, ...]:
    return (Block(HEADER, None, (Part(None, rest=strings),)),)


@pytest.mark.parametrize(
    ("string", "text", "there"),
    [
        ("Go", "Google", False),
        ("C++", "C++, C", True),
        ("R", "R&D", True),
        ("需要予測を専門", "需要予\n測を専門", True),
        ("需要予測", "需要 予測", False),
        ("Summary", "SUMMARY", True),
        ("Straße", "STRASSE", True),
        ("first-class", "first-\nclass", True),
        ("modeling", "mod-\neling", False),
        ("example.org/a/b", "example.org/\na/b", True),
        ("1,250", "1,25", False),
    ],
)
def test_line_ends_and_capitals_are_forgiven_and_nothing_else(string: str, text: str, there: bool) -> None:
    assert (not found(block(string), text).lost) == there


def test_headings_may_come_in_another_order_but_their_sections_stay_whole() -> None:
    header = Block(HEADER, None, (Part(None, rest=("Ada",)),))
    one = Block("skills", "Skills", (Part("Tools", ("Python",)),))
    two = Block("talks", "Talks", (Part("Halls", ("York",)),))
    assert found((header, one, two), "Ada\nTalks\nHalls\nYork\nSkills\nTools: Python").misplaced == ()
    assert set(found((header, one, two), "Ada\nTalks\nSkills\nHalls\nTools\nYork Python").misplaced) == {
        "Halls",
        "York",
    }
