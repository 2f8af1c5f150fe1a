"""What was seen and does not count, and why."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import a_history, a_repository, some_code
from folio.evidence.model import ArticleSeen, HostedSeen
from folio.facts.alike import similarity
from folio.facts.guards import article_guard, copies, over_weekly, repository_guard

TODAY = date(2026, 11, 22)
EMAILS = frozenset({"ada@mill.example"})


def a_host(fork: bool, parent: str | None) -> HostedSeen:
    return HostedSeen(
        fork=fork,
        archived=False,
        private=False,
        parent=parent,
        homepage=None,
        description=None,
        topics=(),
        default_branch="main",
    )


def an_article(words: int = 800, shingles: tuple[int, ...] = (), canonical: str | None = None) -> ArticleSeen:
    return ArticleSeen(
        title="T",
        day=None,
        words=words,
        code_blocks=0,
        figures=0,
        formulas=0,
        numbers_with_units=0,
        headings=(),
        links=(),
        canonical=canonical,
        shingles=shingles,
    )


@pytest.mark.parametrize(
    ("fork", "parent", "words"),
    [
        (True, "jacquard/loom", "a fork of jacquard/loom: 2 of 10 commits are yours"),
        (True, None, "a fork of another repository: 2 of 10 commits are yours"),
        (False, None, "2 of 10 commits are yours"),
    ],
)
def test_a_fork_without_much_of_ones_own_is_called_one(fork: bool, parent: str | None, words: str) -> None:
    verdict = repository_guard(a_repository(history=a_history(own=2, commits=10)), EMAILS, a_host(fork, parent))
    assert verdict == ("fork", f"{words}; a project of your own has at least 30 %")


def test_a_fork_that_is_mostly_ones_own_work_counts() -> None:
    history = a_history(own=3, commits=10)
    assert repository_guard(a_repository(history=history), EMAILS, a_host(True, "jacquard/loom")) is None
    verdict = repository_guard(a_repository(history=history, code=some_code(9)), EMAILS, a_host(True, "jacquard/loom"))
    assert verdict is not None
    assert verdict[0] == "empty-repo"


def test_a_note_is_not_an_article() -> None:
    assert article_guard(an_article(399), None, TODAY) == (
        "short-article",
        "399 original words; an article has at least 400",
    )
    assert article_guard(an_article(400), None, TODAY) is None


def test_an_article_of_tomorrow_does_not_count_today() -> None:
    verdict = article_guard(an_article(), date(2026, 11, 23), TODAY)
    assert verdict is not None
    assert verdict[0] == "future-date"


def test_two_articles_a_week_count() -> None:
    week = [("a", date(2026, 11, 16)), ("b", date(2026, 11, 17)), ("c", date(2026, 11, 22)), ("d", date(2026, 11, 23))]
    texts = {name: an_article() for name, _ in week}
    assert over_weekly(texts, dict(week)) == {"c"}
    assert over_weekly(texts, {}) == set()


def test_a_short_note_takes_nothing_from_the_long_articles_of_its_week() -> None:
    days = {name: date(2026, 11, 16 + number) for number, name in enumerate(("note", "deep", "deeper"))}
    texts = {"note": an_article(words=450), "deep": an_article(words=900), "deeper": an_article(words=1200)}
    assert over_weekly(texts, days) == {"note"}


def test_an_excerpt_published_first_takes_nothing_from_the_whole_text() -> None:
    texts = {"excerpt": an_article(words=450, shingles=(1, 2, 3)), "whole": an_article(words=900, shingles=(1, 2, 3))}
    days = {"excerpt": date(2024, 1, 1), "whole": date(2025, 1, 1)}
    assert copies(texts, days, {}) == {"excerpt": "whole"}


@pytest.mark.parametrize("length", [20, 21, 60, 200])
def test_in_a_chain_of_texts_every_other_one_counts_however_long_it_is(length: int) -> None:
    chain = {f"t{n:03}": an_article(shingles=tuple(range(n * 60, n * 60 + 180))) for n in range(length)}
    left_out = copies(chain, {}, {})
    assert length - len(left_out) == (length + 1) // 2


def test_hundreds_of_nearly_the_same_texts_are_one() -> None:
    many = {f"t{n:03}": an_article(shingles=(*range(399), 1000 + n)) for n in range(300)}
    assert len(copies(many, {}, {})) == 299


def test_a_closing_line_that_all_texts_share_makes_them_no_copies() -> None:
    texts = {f"t{n}": an_article(shingles=(7, *range(1000 * n + 10, 1000 * n + 400))) for n in range(1, 300)}
    assert copies(texts, {}, {}) == {}


def test_the_same_text_counts_once() -> None:
    one, other = tuple(range(100)), tuple(range(20, 120))
    assert similarity(one, other) >= 500
    assert copies({"a": an_article(shingles=one), "b": an_article(shingles=other)}, {}, {}) == {"b": "a"}


def test_the_same_canonical_address_is_one_article() -> None:
    same = "https://a.example/x"
    assert copies({"a": an_article(), "b": an_article()}, {}, {"a": same, "b": same}) == {"b": "a"}


def test_different_texts_are_not_copies() -> None:
    assert copies({"a": an_article(shingles=(1, 2, 3)), "b": an_article(shingles=(4, 5, 6))}, {}, {}) == {}


def test_a_bridging_text_does_not_lower_the_count() -> None:
    """b is like a and like c, which are unlike each other: two of the three still count."""
    a, c = tuple(range(0, 100)), tuple(range(60, 160))
    b = tuple(range(30, 130))
    assert similarity(a, c) < 500 <= min(similarity(a, b), similarity(b, c))
    assert copies({name: an_article(shingles=text) for name, text in (("a", a), ("b", b), ("c", c))}, {}, {}) == {
        "b": "a"
    }


@given(st.lists(st.frozensets(st.integers(0, 30), min_size=3, max_size=12), min_size=1, max_size=7))
def test_adding_a_text_never_lowers_the_count(texts: list[frozenset[int]]) -> None:
    named = {str(index): an_article(shingles=tuple(sorted(text))) for index, text in enumerate(texts)}
    fewer = {name: text for name, text in named.items() if name != "0"}
    assert len(named) - len(copies(named, {}, {})) >= len(fewer) - len(copies(fewer, {}, {}))


def test_of_copies_the_one_published_first_is_kept() -> None:
    texts = {name: an_article(shingles=(1, 2, 3)) for name in ("again", "before")}
    days = {"again": date(2026, 5, 4), "before": date(2024, 1, 8)}
    assert copies(texts, days, {}) == {"again": "before"}
