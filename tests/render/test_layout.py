"""What fitting sees of a document that WeasyPrint has laid out: pages of 260 by 160 px, lines of 20."""

from __future__ import annotations

from functools import cache

import pytest

from folio.render.layout import Layout
from folio.render.pdf import load_weasyprint

STYLE = """
@page { size: 300px 200px; margin: 20px; @bottom-right { content: counter(page) } }
* { margin: 0; padding: 0; font-size: 10px; line-height: 20px; orphans: 1; widows: 1 }
li { list-style: none }
main { display: grid; grid-template-columns: 80px 1fr }
section { background: #eee }
.rows { display: table }
.rows > * { display: table-row }
.none { display: none }
.right { direction: rtl }
"""


@cache
def laid(body: str, more: str = "") -> Layout:
    html = f"<title>T</title><style>{STYLE}{more}</style><body>{body}"
    return Layout(load_weasyprint().HTML(string=html).render())


def lines(number: int) -> str:
    return "<p>a</p>" * number


@pytest.mark.parametrize(("number", "over", "room"), [(3, [60], 100), (8, [160], 0), (11, [220, 60], 100),
                                                      (17, [340, 180, 20], 140)])  # fmt: skip
def test_it_knows_how_much_there_is_after_a_page_and_what_is_free(number: int, over: list[int], room: int) -> None:
    found = laid(lines(number))
    assert found.pages == len(over)
    assert [found.over(page) for page in range(found.pages + 1)] == [*over, 0]
    assert found.room() == room


def test_an_empty_page_is_free() -> None:
    found = laid("")
    assert (found.pages, found.over(0), found.room()) == (1, 0, 160)


def test_the_longer_column_counts() -> None:
    found = laid(f"<main><section>{lines(2)}</section><section>{lines(11)}</section></main>")
    assert (found.pages, found.over(1), found.room()) == (2, 60, 100)


def test_boxes_that_reach_to_the_end_of_the_page_for_nothing_do_not_count() -> None:
    found = laid(lines(1), "html, body { height: 100%; background: #eee }")
    assert (found.over(0), found.room()) == (20, 140)


def test_pictures_count() -> None:
    assert laid('<svg width="30" height="50" style="display: block"></svg>').over(0) == 50


@pytest.mark.parametrize(
    ("body", "heights"),
    [
        ('<ul><li data-rank="0">a</li><li data-rank="1">a<br>b</li></ul>', {0: 20, 1: 40}),
        ('<ul class="right"><li data-rank="0">a</li><li data-rank="1">a<br>b</li></ul>', {0: 20, 1: 40}),
        ('<ul class="rows"><li data-rank="0">a</li><li data-rank="1">a<br>b</li></ul>', {0: 20, 1: 40}),
        ('<main><ul><li data-rank="0">a</li></ul><ul><li data-rank="1">a</li></ul></main>', {0: 20, 1: 20}),
        ('<ul><li data-rank="0" class="none">a</li><li data-rank="1">a</li></ul>', {1: 20}),
        (lines(7) + '<ul><li data-rank="0">a<br>b<br>c</li></ul>', {0: 60}),
        ('<article data-rank="3"><h3>t</h3><ul><li data-rank="0">a</li></ul></article>', {3: 20, 0: 20}),
        (lines(7) + '<article data-rank="3"><h3>t</h3><ul><li data-rank="0">a<br>b</li></ul></article>', {3: 20, 0: 40}),
    ],
    ids=["list", "right to left", "table", "grid", "hidden", "over two pages", "inside another", "inside, over two pages"],
)  # fmt: skip
def test_it_knows_how_high_each_part_is(body: str, heights: dict[int, int]) -> None:
    assert laid(body).heights == heights


def test_a_margin_is_part_of_the_height_and_a_bullet_is_not_a_part() -> None:
    more = "li { margin-bottom: 5px } li::before { content: '•'; display: inline-block }"
    assert laid('<ul><li data-rank="0">a</li><li data-rank="1">b</li></ul>', more).heights == {0: 25, 1: 25}


def test_what_is_left_out_makes_the_document_shorter_by_its_height() -> None:
    body = '<ul><li data-rank="0">a<br>b</li><li data-rank="1">a</li></ul>'
    before, after = laid(body), laid(body, '[data-rank="0"] { display: none }')
    assert before.over(0) - after.over(0) == before.heights[0]
