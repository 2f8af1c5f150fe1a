"""The same text is the same, whether it is a file, a page of a platform, or an entry of its feed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.reading.feeds import FEEDS
from evidence.reading.shapes import SHAPES
from evidence.reading.texts import TEXTS
from folio.evidence.model import ArticleSeen
from folio.evidence.reading.feed import read_feed
from folio.evidence.reading.measure import look
from folio.evidence.reading.page import read_page
from folio.facts.alike import similarity
from folio.profile.manuscript import Manuscript

URL = "https://ada.example/posts/story/"
TODAY = date(2026, 11, 22)
MEASURED = (
    "title", "words", "code_blocks", "figures", "formulas", "numbers_with_units", "headings", "links", "language", "derivations"
)  # fmt: skip


def as_a_file(language: str) -> ArticleSeen:
    title, text = TEXTS[language]
    return look(Manuscript(text, title), path="a.md")


def as_a_page(language: str, platform: str) -> ArticleSeen:
    title, text = TEXTS[language]
    shape = SHAPES[platform]
    read = read_page(shape.page(title, shape.text(text), URL), URL, TODAY)
    assert read.seen is not None, read.problem
    return read.seen


@pytest.mark.parametrize("platform", SHAPES)
@pytest.mark.parametrize("language", TEXTS)
def test_a_page_is_measured_as_its_text_is(language: str, platform: str) -> None:
    file, page = as_a_file(language), as_a_page(language, platform)
    assert {name: getattr(page, name) for name in MEASURED} == {name: getattr(file, name) for name in MEASURED}
    assert similarity(page.shingles, file.shingles) == 1000
    assert [one.digest for one in page.failures] == [one.digest for one in file.failures]


@pytest.mark.parametrize("platform", SHAPES)
def test_a_page_says_when_and_where_it_was_published(platform: str) -> None:
    page = as_a_page("en", platform)
    assert (page.day, page.canonical) == (date(2026, 3, 14), URL)


@pytest.mark.parametrize("platform", FEEDS)
@pytest.mark.parametrize("language", TEXTS)
def test_an_entry_of_a_feed_is_measured_as_its_text_is(language: str, platform: str) -> None:
    title, text = TEXTS[language]
    feed, shape = FEEDS[platform]
    read = read_feed(feed(title, SHAPES[shape].text(text), URL), "https://ada.example/feed.xml")
    [entry] = read.entries
    assert entry.text is not None
    file = as_a_file(language)
    assert {name: getattr(entry.text, name) for name in MEASURED} == {name: getattr(file, name) for name in MEASURED}
    assert similarity(entry.text.shingles, file.shingles) == 1000
    assert (entry.url, entry.day, read.flaw, read.home) == (URL, date(2026, 3, 14), None, "https://ada.example/")


@pytest.mark.parametrize("platform", FEEDS)
def test_what_a_feed_carries_as_content_is_the_whole_text_and_a_short_description_is_not(platform: str) -> None:
    title, text = TEXTS["en"]
    feed, shape = FEEDS[platform]
    [entry] = read_feed(feed(title, SHAPES[shape].text(text * 2), URL), "https://ada.example/feed.xml").entries
    assert entry.whole is (platform != "dev.to")
    [entry] = read_feed(feed(title, SHAPES[shape].text(text * 5), URL), "https://ada.example/feed.xml").entries
    assert entry.whole


@settings(deadline=None, derandomize=True)
@given(
    links=st.integers(0, 40),
    said=st.lists(st.text("abcdefgh .", min_size=5, max_size=300), max_size=6),
    platform=st.sampled_from(sorted(SHAPES)),
)
def test_what_stands_around_a_text_is_not_counted(links: int, said: list[str], platform: str) -> None:
    title, text = TEXTS["en"]
    page = SHAPES[platform].page(title, SHAPES[platform].text(text * 3), URL)
    menu = f"<nav>{''.join(f'<a href=/{at}>Another page</a> ' for at in range(links))}</nav>"
    comments = f"<section id='comments'>{''.join(f'<div><p>{one}</p></div>' for one in said)}</section>"
    page = page.replace("<article", menu + "<article", 1).replace("</main>", comments + "</main>", 1)
    seen = read_page(page.replace("</body>", comments + "</body>"), URL, TODAY).seen
    assert seen is not None
    assert seen.words == look(Manuscript(text * 3), path="a.md").words
