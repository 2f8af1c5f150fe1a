"""Whatever a stranger wrote: within seconds it is read, or it is a problem in words, and the next one is read."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from evidence.reading.feeds import rss
from folio.evidence.reading.child import BROKE, TOO_LARGE, TOO_SLOW, Reader
from folio.evidence.reading.page import PageRead
from folio.evidence.reading.worker import MEMORY

URL = "https://ada.example/a"
TODAY = date(2026, 11, 22)
PAGE = "<article><p>" + "Ten words that say nothing at all of any interest. " * 5 + "</p></article>"
ATTRIBUTES = f"<article {' '.join(f'a{at}=1' for at in range(200_000))}><p>text</p></article>"
"""What keeps the parser busy for minutes on any machine."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(TODAY, seconds=1) as started:
        yield started


def words(reader: Reader) -> int:
    read = reader.page(PAGE, URL)
    assert read.seen is not None
    return read.seen.words


HOSTILE = {
    "nested 200,000 deep": "<article>" + "<div>" * 200_000 + "text",
    "nested lists": "<article>" + "<ul><li>text" * 100_000,
    "nested tables": "<table><tr><td>text" * 60_000,
    "nested quotes": "<article>" + "<blockquote>text" * 60_000,
    "200,000 attributes": ATTRIBUTES,
    "200,000 paragraphs": "<article>" + "<p>text" * 200_000,
    "one line of two million letters": "<article><p>" + "a" * 2_000_000,
    "open brackets": "<p>" + "[" * 1_000_000,
    "open formulas": "<p>" + "\\begin{align}$$\\[" * 60_000,
    "open tags": "<" * 1_000_000,
    "entities": "<p>" + "&amp;" * 400_000,
    "no letters at all": "\0\x01\x02\ufffe" * 100_000,
    "nested JSON": f"<script type='application/ld+json'>{'[' * 400_000}</script><p>text",
    "pictures": "<article>" + "<img src=a.png>" * 100_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_is_read_or_given_up(reader: Reader, html: str) -> None:
    found = reader.page(html, URL)
    assert (found.seen is None) != (found.problem is None)
    assert found.problem != BROKE
    assert words(reader) == 50


def test_a_page_that_never_ends_is_given_up(reader: Reader) -> None:
    assert reader.page(ATTRIBUTES, URL) == PageRead(problem=TOO_SLOW)
    assert words(reader) == 50


LAUGHS = "".join(f'<!ENTITY l{at} "&l{at - 1};&l{at - 1};&l{at - 1};">' for at in range(1, 40))
FEEDS = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><rss version="2.0"><channel><title>&l39;</title></channel></rss>',
    "50,000 entries": rss("<item><title>A</title><link>/a</link><description>b</description></item>" * 50_000),
    "50,000 entries of one text each": rss(*(f"<item><link>/{at}</link><description>&lt;b></description></item>" for at in range(50_000))),
    "nested 200,000 deep": '<rss version="2.0"><channel>' + "<item>" * 200_000,
    "200,000 attributes": f'<rss version="2.0" {" ".join(f"a{at}=1" for at in range(100_000))}><channel></channel></rss>',
    "open CDATA": '<rss version="2.0"><channel>' + "<item><![CDATA[" * 60_000,
    "no letters at all": "<rss version='2.0'>" + "\0\x01\x02" * 100_000,
    "open braces": "{" * 1_000_000,
    "a name of a file": "/etc/hostname",
}  # fmt: skip


@pytest.mark.parametrize("text", FEEDS.values(), ids=FEEDS.keys())
def test_a_hostile_feed_is_read_or_given_up(reader: Reader, text: str) -> None:
    found = reader.feed(text, URL)
    assert found.problem is not None or found.form
    assert found.problem != BROKE
    assert words(reader) == 50


def test_what_is_wrong_with_one_document_is_no_matter_of_the_next_in_any_thread(reader: Reader) -> None:
    counted: list[int] = []
    threads = [threading.Thread(target=lambda: counted.append(words(reader))) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert reader.page(ATTRIBUTES, URL).seen is None
    for thread in threads:
        thread.join()
    assert counted == [50] * 4


def test_a_child_that_says_nothing_is_not_waited_for() -> None:
    with Reader(TODAY, seconds=3600, patience=0.1) as impatient:
        assert impatient.page(ATTRIBUTES, URL) == PageRead(problem=TOO_SLOW)


def test_nothing_is_started_for_nothing_and_nothing_is_left() -> None:
    with Reader(TODAY) as idle:
        pass
    assert idle._child is None
    with Reader(TODAY) as used:
        used.page(PAGE, URL)
        child = used._child
    assert child is not None
    assert child.returncode is not None


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux shows a process's environment")
def test_the_child_is_told_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "hush")
    with Reader(TODAY) as used:
        used.page(PAGE, URL)
        assert used._child is not None
        said = Path(f"/proc/{used._child.pid}/environ").read_text()
    assert "PATH=" in said
    assert "hush" not in said


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no limit on a process's memory")
def test_the_child_has_so_much_memory_and_no_more() -> None:
    program = f"from folio.evidence.reading import worker; worker.limit_itself(); bytearray({MEMORY})"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.stderr.strip().endswith("MemoryError")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no limit on a process's memory")
def test_a_document_that_takes_too_much_memory_is_given_up() -> None:
    with Reader(TODAY, seconds=3600, memory=300 << 20) as poor:
        assert poor.page("<article>" + "<p>text" * 600_000, URL) == PageRead(problem=TOO_LARGE)
        assert words(poor) == 50
