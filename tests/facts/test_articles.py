"""One article, wherever its text was read, and once however often it was published."""

from __future__ import annotations

from datetime import date

from build import TODAY, a_profile, an_article
from folio.evidence.model import ArticleSeen, Entry, Evidence, FeedSeen, Observation
from folio.facts import Facts, derive

URL = "https://ada.example.org/looms"


def looked(source: str, subject: str, **more: object) -> Observation:
    base: dict[str, object] = {"observed_on": TODAY, "fingerprint": ""}
    return Observation.model_validate({"source": source, "subject": subject, **base, **more})


def feed(*entries: Entry) -> Observation:
    return looked("feeds", "feed:ada", seen=FeedSeen(title="Ada", home=None, form="rss20", entries=entries))


def entry(url: str = URL, text: ArticleSeen | None = None, **more: object) -> Entry:
    base = {"url": url, "guid": None, "title": "On looms", "day": date(2026, 3, 1), "text": text}
    return Entry.model_validate({**base, **more})


def facts(*looks: Observation, **said: object) -> Facts:
    return derive(a_profile(**said), Evidence(observations=looks), today=TODAY)


def text(number: int, **more: object) -> ArticleSeen:
    """A text unlike those of other numbers."""
    return an_article(shingles=tuple(range(number * 1000, number * 1000 + 100)), **more)


def test_a_text_that_a_feed_carries_is_an_article() -> None:
    (article,) = facts(feed(entry(text=text(1)))).articles
    assert (article.counts, article.title, article.day) == (True, "On looms", date(2026, 3, 1))


def test_an_article_with_an_address_is_read_from_its_page_else_from_the_feed() -> None:
    said = {"articles": [{"id": "looms", "url": URL}]}
    page, fed = text(1, title="The page"), text(1, title="The feed")
    (article,) = facts(looked("pages", "article:looms", seen=page), feed(entry(text=fed)), **said).articles
    assert article.seen == page
    (article,) = facts(looked("pages", "article:looms", problem="answers 503"), feed(entry(text=fed)), **said).articles
    assert article.seen == fed
    (article,) = facts(looked("pages", "article:looms", problem="answers 503"), feed(entry()), **said).articles
    assert (article.seen, article.counts, article.unread) == (None, None, "answers 503")


def test_a_text_that_was_not_read_says_why() -> None:
    (article,) = facts(feed(entry(problem="not read yet; collect again"))).articles
    assert article.unread == "not read yet; collect again"


def test_a_text_that_was_published_elsewhere_first_is_one_with_that() -> None:
    elsewhere = entry("https://medium.example/looms-1f", text(2, canonical=f"{URL}/?utm_source=x"), title="Looms again")
    known = facts(feed(entry(text=text(1)), elsewhere))
    assert sorted(bool(one.counts) for one in known.articles) == [False, True]
    (excluded,) = known.exclusions
    assert excluded.guard == "syndication"
    assert excluded.reason == "the same article as article:looms-again, published at two addresses"


def test_the_same_text_at_two_addresses_counts_once() -> None:
    known = facts(feed(entry(text=text(1)), entry("https://dev.example/looms", text(1), title="Looms again")))
    assert sum(bool(one.counts) for one in known.articles) == 1
    assert {one.guard for one in known.exclusions} == {"same-text"}


def test_five_hundred_texts_of_a_feed_are_compared_in_no_time_and_all_count() -> None:
    days = [date(2015 + number // 50, 1 + number % 12, 1 + number % 28) for number in range(500)]
    entries = [entry(f"{URL}/{n}", text(n), title=f"Text {n}", day=days[n]) for n in range(500)]
    known = facts(feed(*entries))
    assert len(known.articles) == 500
    assert all(one.guard == "burst" for one in known.exclusions)


def test_a_feed_that_was_not_read_leaves_open_what_it_lists() -> None:
    known = facts(looked("feeds", "feed:ada", problem="answers 503"), feeds=["https://ada.example.org/feed"])
    assert known.unlisted == {"feed:ada": "answers 503"}
