"""What a feed lists now beside what it listed before."""

from __future__ import annotations

from datetime import date

from folio.evidence.model import ArticleSeen, Entry
from folio.evidence.reading.entries import LATER, MAX_PAGES, at_home, listed_still, merged, to_read, with_pages
from folio.evidence.reading.feed import EntryRead
from folio.evidence.reading.measure import look
from folio.evidence.reading.page import PageRead
from folio.evidence.reading.sites import elsewhere
from folio.profile.manuscript import Manuscript

OWN = {"ada.example"}
FIRST, NOW = date(2026, 11, 1), date(2026, 11, 22)


def a_text(words: int, canonical: str | None = None) -> ArticleSeen:
    return look(Manuscript("word " * words, canonical=canonical), path="a.md")


def listed(name: str, *, text: ArticleSeen | None = None, whole: bool = False, **said: object) -> EntryRead:
    said = {"guid": None, "title": name, "day": None, "changed": None} | said
    return EntryRead.model_validate({"url": f"https://ada.example/{name}", "text": text, "whole": whole} | said)


def before(name: str, *, text: ArticleSeen | None = None, problem: str | None = None, **said: object) -> Entry:
    said = {"guid": None, "title": name, "day": None, "seen_on": FIRST} | said
    return Entry.model_validate({"url": f"https://ada.example/{name}", "text": text, "problem": problem} | said)


def test_a_text_that_the_feed_carries_whole_is_known_and_others_wait_for_their_pages() -> None:
    whole, part = merged([listed("a", text=a_text(200), whole=True), listed("b", text=a_text(20))], (), NOW)
    assert (whole.text, whole.problem, whole.seen_on) == (a_text(200), None, NOW)
    assert (part.text, part.problem) == (None, LATER)


def test_what_was_read_stays_while_the_feed_says_that_it_is_unchanged() -> None:
    known = [
        before("a", text=a_text(200), changed="Monday"),
        before("b", problem="it answers 404; correct the address"),
    ]
    now = merged([listed("a", changed="Monday"), listed("b")], known, NOW)
    assert [(one.text, one.problem) for one in now] == [
        (a_text(200), None),
        (None, "it answers 404; correct the address"),
    ]


def test_what_changed_keeps_its_old_text_until_the_new_one_is_read() -> None:
    [one] = merged([listed("a", changed="Tuesday")], [before("a", text=a_text(200), changed="Monday")], NOW)
    assert (one.text, one.problem) == (a_text(200), LATER)
    assert with_pages([one], {one.url: PageRead(seen=a_text(300))}, {})[0].text == a_text(300)
    failed = with_pages([one], {one.url: PageRead(problem="it answers 500")}, {})[0]
    assert (failed.text, failed.problem) == (a_text(200), "it answers 500")


def test_everything_is_read_again_when_that_is_asked_for() -> None:
    [one] = merged([listed("a")], [before("a", text=a_text(200))], NOW, again=True)
    assert (one.text, one.problem) == (a_text(200), LATER)


def test_entries_that_the_feed_drops_stay_with_the_day_they_were_last_on_it() -> None:
    known = [before("old", text=a_text(200), day=date(2025, 1, 1))]
    now = merged([listed("new", day=NOW)], known, NOW)
    assert [(one.title, one.seen_on) for one in now] == [("new", NOW), ("old", FIRST)]


def test_an_entry_that_moved_is_known_by_its_guid() -> None:
    known = [before("old-name", text=a_text(200), guid="tag:1")]
    [one] = merged([listed("new-name", guid="tag:1")], known, NOW)
    assert (one.url, one.text, one.problem) == ("https://ada.example/new-name", a_text(200), LATER)


def test_no_more_than_five_hundred_are_kept_the_newest() -> None:
    known = [before(str(at), day=date(2020, 1, 1)) for at in range(400)]
    now = merged([listed(f"new-{at}", day=NOW) for at in range(200)], known, NOW)
    assert (len(now), sum(one.seen_on == NOW for one in now)) == (500, 200)


def test_a_feed_that_has_not_changed_still_lists_what_it_listed() -> None:
    known = [before("a", seen_on=date(2026, 11, 20)), before("dropped", seen_on=FIRST)]
    assert [one.seen_on for one in listed_still(known, NOW)] == [NOW, FIRST]
    assert listed_still([], NOW) == ()


def test_pages_not_tried_yet_come_before_those_that_failed_and_no_more_than_forty() -> None:
    failed = [before(f"failed-{at}", problem="it answers 500") for at in range(30)]
    fresh = [before(f"fresh-{at}", problem=LATER) for at in range(30)]
    read = [before("read", text=a_text(200))]
    urls = to_read([*failed, *read, *fresh], OWN)
    assert len(urls) == MAX_PAGES
    assert [url.rpartition("/")[2].partition("-")[0] for url in urls] == ["fresh"] * 30 + ["failed"] * 10


def test_pages_elsewhere_are_not_read_and_what_the_feed_carried_of_them_stays() -> None:
    there = {"url": "https://loom.example/b"}
    waiting, known, whole = (
        before("a", problem=LATER),
        before("b", problem=LATER, text=a_text(200)),
        before("c", text=a_text(200)),
    )
    known, whole = known.model_copy(update=there), whole.model_copy(update=there)
    mine, other, carried = at_home([waiting, known, whole], OWN)
    assert (mine, carried) == (waiting, whole)
    assert (other.text, other.problem) == (a_text(200), elsewhere("https://loom.example/"))
    assert to_read([mine, other, carried], OWN) == (waiting.url,)
    assert to_read([mine, other, carried], {"loom.example"}) == (known.url,)
    assert [one.text for one in at_home([known, whole], OWN, again=True)] == [None, a_text(200)]


def test_a_page_that_became_little_keeps_its_text_unless_all_is_read_again() -> None:
    entry = before("a", text=a_text(900), problem=LATER)
    [kept] = with_pages([entry], {entry.url: PageRead(seen=a_text(5))}, {})
    assert kept.text == a_text(900)
    assert (kept.problem or "").startswith("it shows 5 words where 900 were")
    [taken] = with_pages([entry], {entry.url: PageRead(seen=a_text(5))}, {}, again=True)
    assert (taken.text, taken.problem) == (a_text(5), None)


def test_a_feed_that_carries_only_the_beginnings_now_takes_nothing_away() -> None:
    known = [before("a", text=a_text(900))]
    now = [listed("a", text=a_text(150), whole=True, changed="Tuesday")]
    assert [(one.text, one.problem) for one in merged(now, known, NOW)] == [(a_text(900), LATER)]
    assert [(one.text, one.problem) for one in merged(now, known, NOW, again=True)] == [(a_text(150), None)]


def test_the_longer_of_page_and_feed_is_the_text() -> None:
    entry = before("a", problem=LATER)
    page = a_text(30, canonical="https://loom.example/first").model_copy(update={"day": NOW})
    [one] = with_pages([entry], {entry.url: PageRead(seen=page)}, {entry.url: a_text(110)})
    assert one.text is not None
    assert (one.text.words, one.text.canonical, one.day, one.problem) == (110, "https://loom.example/first", NOW, None)
    [one] = with_pages([entry], {entry.url: PageRead(seen=a_text(900))}, {entry.url: a_text(110)})
    assert one.text == a_text(900)
