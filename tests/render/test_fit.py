"""Fitting a document to its pages: with a stand-in for layout, of which everything is known."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from folio.render.fit import LOOKS, TRIES, Fitted, fitted, hidden, without_tail

PAGE = 100.0
STEPS = ("/*a*/", "/*b*/", "/*c*/", "/*d*/")


@dataclass(frozen=True)
class Laid:
    """Blocks on pages of a height of 100; one that breaks nowhere goes to the next page as a whole."""

    blocks: tuple[tuple[int | None, float], ...]
    whole: bool
    said: float = 1.0
    """By how much its parts say that they are higher than they are."""

    @property
    def heights(self) -> dict[int, float]:
        return {rank: height * self.said for rank, height in self.blocks if rank is not None}

    @property
    def used(self) -> list[float]:
        pages = [0.0]
        for _, height in self.blocks:
            if self.whole and pages[-1] and pages[-1] + height > PAGE:
                pages.append(0.0)
            pages[-1] += height
            while pages[-1] > PAGE:
                pages[-1:] = [PAGE, pages[-1] - PAGE]
        return pages

    @property
    def pages(self) -> int:
        return len(self.used)

    def over(self, pages: int) -> float:
        return sum(self.used[pages:])

    def room(self) -> float:
        return PAGE - self.used[-1]


@dataclass
class Document:
    """What can be laid out: fixed blocks and ranked ones, and what each step leaves of their height."""

    fixed: float
    parts: tuple[float, ...]
    spare: int
    shrink: tuple[float, ...]
    whole: bool = False
    said: float = 1.0
    asked: list[str] = field(default_factory=list)

    def lay(self, style: str) -> Laid:
        self.asked.append(style)
        out = {int(rank) for rank in re.findall(r'data-rank="(\d+)"', style)}
        scale = 1.0
        for step, left in zip(STEPS, self.shrink, strict=True):
            scale *= left if step in style else 1
        ranked = [(rank, height * scale) for rank, height in enumerate(self.parts) if rank not in out]
        return Laid(((None, self.fixed * scale), *ranked), self.whole, self.said)

    def fit(self, pages: int) -> Fitted[Laid]:
        self.asked.clear()
        return fitted(self.lay, most_pages=pages, parts=len(self.parts), spare=self.spare, steps=STEPS)

    @property
    def tightest(self) -> Laid:
        return self.lay(hidden(len(self.parts)) + "".join(STEPS))


heights = st.floats(1, 60).map(lambda height: round(height, 1))
documents = st.builds(
    Document,
    fixed=st.floats(0, 400).map(round),
    parts=st.lists(heights, max_size=25).map(tuple),
    spare=st.integers(0, 25),
    shrink=st.lists(st.floats(0.85, 1).map(lambda left: round(left, 2)), min_size=4, max_size=4).map(tuple),
    whole=st.booleans(),
    said=st.sampled_from([0.3, 1.0, 1.0, 1.7]),
)


@given(documents, st.integers(1, 5))
def test_it_fits_whenever_it_can(document: Document, pages: int) -> None:
    found = document.fit(pages)
    assert found.fits == (found.laid.pages <= pages)
    assert found.fits or document.tightest.pages > pages


@given(documents, st.integers(1, 5))
def test_what_is_laid_out_is_what_it_says(document: Document, pages: int) -> None:
    found = document.fit(pages)
    left = {rank for rank, _ in found.laid.blocks if rank is not None}
    assert left == set(range(found.left_out, len(document.parts)))
    assert any(document.lay(style) == found.laid for style in set(document.asked))


@given(documents, st.integers(1, 5))
def test_it_takes_few_layouts(document: Document, pages: int) -> None:
    if document.fit(pages).fits:
        assert len(document.asked) <= 1 + TRIES + LOOKS + 1
        assert len(document.asked) == len(set(document.asked))
    else:
        assert len(document.asked) <= 1 + 2 * (TRIES + LOOKS + 1)


@given(documents, st.integers(1, 5))
def test_what_takes_more_pages_than_asked_for_leaves_out_no_more_than_those_need(
    document: Document, pages: int
) -> None:
    found = document.fit(pages)
    if not found.fits:
        assert found.laid.pages == document.tightest.pages
        again = document.fit(found.laid.pages)
        assert (again.left_out, again.laid) == (found.left_out, found.laid)


@given(documents, st.integers(1, 5))
def test_the_same_again_is_the_same(document: Document, pages: int) -> None:
    assert document.fit(pages) == document.fit(pages)


@given(documents)
def test_what_fits_is_left_alone(document: Document) -> None:
    found = document.fit(document.lay("").pages)
    assert (found.left_out, found.fits, document.asked) == (0, True, [""])


@given(documents, st.integers(1, 5))
def test_nothing_but_spare_parts_goes_before_all_steps_are_taken(document: Document, pages: int) -> None:
    found = document.fit(pages)
    if found.left_out > min(document.spare, len(document.parts)):
        assert found.laid == document.lay(hidden(found.left_out) + "".join(STEPS))


@given(documents, st.integers(1, 5))
@example(Document(150, (10.0,) * 10, 0, (1.0, 1.0, 1.0, 1.0)), 2)
def test_more_pages_never_leave_out_more_where_parts_flow_and_say_how_high_they_are(
    document: Document, pages: int
) -> None:
    document.spare, document.whole, document.said = 0, False, 1.0
    fewer, more = document.fit(pages), document.fit(pages + 1)
    assert more.left_out <= fewer.left_out


@pytest.mark.parametrize(
    ("over", "spare", "left_out", "closer"),
    [
        (15, 3, 2, 0),  # spare parts are enough
        (40, 3, 3, 1),  # they are not, but with a step they are
        (60, 3, 3, 3),
        (80, 3, 4, 4),  # a part that is not spare has to go
        (15, 0, 0, 2),
    ],
)
def test_spare_parts_go_first_then_room_then_the_rest(over: float, spare: int, left_out: int, closer: int) -> None:
    document = Document(200 + over, (10.0,) * 10, spare, (0.965, 0.945, 0.97, 0.985))
    found = document.fit(3)
    assert found.fits
    ways = [
        (out, number)
        for out, number in itertools.product(range(11), range(5))
        if document.lay(hidden(out) + "".join(STEPS[:number])) == found.laid
    ]
    assert (found.left_out, ways) == (left_out, [(left_out, closer)])


def test_what_a_step_made_room_for_comes_back() -> None:
    """Three spare parts of 10 are too little for 32 over two pages; the step alone saves 50."""
    document = Document(202, (10.0, 10.0, 10.0), 3, (0.78, 0.99, 0.99, 0.99))
    found = document.fit(2)
    assert (found.fits, found.left_out) == (True, 0)


def _usual(over: float) -> Document:
    return Document(120 + over, (6.0, 6.0, *(4.0,) * 20), 2, (0.965, 0.945, 0.97, 0.985))


@pytest.mark.parametrize("over", [1, 4, 8, 12, 15, 20, 25, 30])
def test_a_usual_document_takes_four_layouts_at_most(over: float) -> None:
    document = _usual(over)
    assert document.fit(2).fits
    assert len(document.asked) <= 4


def test_a_hopeless_document_is_soon_given_up() -> None:
    document = _usual(700)
    found = document.fit(2)
    assert (found.fits, found.laid.pages) == (False, document.tightest.pages)
    assert found.left_out < 22
    assert len(document.asked) <= 5


def test_without_parts_and_steps_it_is_as_it_is() -> None:
    document = Document(150, (), 0, (1.0,) * 4)
    lay: Callable[[str], Laid] = document.lay
    assert fitted(lay, most_pages=1) == Fitted(document.lay(""), 0, False)


@pytest.mark.parametrize(("parts", "style"), [(0, ""), (2, '[data-rank="0"],[data-rank="1"]{display:none}')])
def test_ranks_are_hidden_by_style(parts: int, style: str) -> None:
    assert hidden(parts) == style


@pytest.mark.parametrize(
    ("height", "shrink", "pages", "looks"),
    [
        (110.0, (0.95, 0.9, 0.85, 0.8), 1, 1),
        (124.0, (0.99, 0.98, 0.97, 0.96), 2, 2),
        (150.0, (0.9, 0.8, 0.7, 0.6), 2, 0),
        (90.0, (0.9, 0.8, 0.7, 0.6), 1, 0),
    ],
)
def test_a_last_page_with_next_to_nothing_on_it_is_saved_where_steps_can(
    height: float, shrink: tuple[float, ...], pages: int, looks: int
) -> None:
    document = Document(height, (), 0, shrink)
    found = fitted(document.lay, most_pages=2, steps=STEPS)
    before = len(document.asked)
    shorter = without_tail(document.lay, found, STEPS)
    assert shorter.laid.pages == pages
    assert len(document.asked) - before <= looks
    assert shorter.fits
    assert shorter.left_out == found.left_out
