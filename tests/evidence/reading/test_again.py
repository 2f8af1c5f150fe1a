"""Whether a second look shows the text of the first."""

from __future__ import annotations

import pytest

from folio.evidence.model import ArticleSeen
from folio.evidence.reading.again import OTHER, doubt
from folio.evidence.reading.measure import look
from folio.profile.manuscript import Manuscript


def a_text(words: int, *, first: int = 0) -> ArticleSeen:
    return look(Manuscript(" ".join(f"word{at}" for at in range(first, first + words))), path="a.md")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (a_text(900), a_text(900)),
        (a_text(900), a_text(450)),
        (a_text(2000), a_text(400)),
        (a_text(900), a_text(900, first=800)),
        (a_text(900), a_text(5000)),
        (a_text(399), a_text(900, first=9000)),
        (a_text(100), a_text(60)),
        (a_text(5), a_text(900, first=9000)),
        (a_text(0), a_text(0)),
    ],
    ids=str,
)
def test_a_text_that_was_worked_over_is_the_same(before: ArticleSeen, now: ArticleSeen) -> None:
    assert doubt(now, before) is None


def test_next_to_nothing_where_a_text_was_is_doubted() -> None:
    said = "it shows {} words where {} were; look whether it is down (--refresh takes the new text)"
    assert doubt(a_text(5), a_text(912)) == said.format(5, 912)
    assert doubt(a_text(399), a_text(900)) == said.format(399, 900)
    assert doubt(a_text(40), a_text(100)) == said.format(40, 100)


@pytest.mark.parametrize("words", [400, 900, 9000])
def test_quite_another_text_where_a_whole_one_was_is_doubted(words: int) -> None:
    assert doubt(a_text(words, first=20_000), a_text(900)) == OTHER
    assert doubt(a_text(words, first=20_000), a_text(9000)) == OTHER


def test_texts_without_a_sketch_can_not_be_told_apart() -> None:
    without = a_text(900).model_copy(update={"shingles": ()})
    assert doubt(without, a_text(900, first=20_000)) is None
