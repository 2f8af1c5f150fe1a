"""Written articles: can the person explain it to somebody who was not there?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.level import Level
from folio.facts import ArticleFacts, Facts
from folio.readiness.check import Finding, Found, Item, Unread, check, graded, on, plural, unsaid

LOOK_BACK_MONTHS = 36
KEEP = "keep a copy of the text in the profile's folder and name it in 'file'"
CORRECT = "correct the article's 'file', or put the text there"


def _rest(facts: Facts, *, facet: bool = False) -> Iterator[Unread]:
    """The articles whose text nobody read, and the list itself when the profile has none."""
    for article in facts.articles:
        if article.seen is None:
            why = f"its text was not read: {article.unread or 'this run did not look'}"
            best = Found(facet=article.subject) if facet else None
            yield Unread(article.subject, why, CORRECT if article.claim.file else KEEP, best)
    if facts.profile.articles is None:
        yield unsaid("articles", "list what you have published, or write 'articles: []'")


@check("articles-published")
def articles_published(facts: Facts) -> Iterator[Finding]:
    """A client reads you before they talk to you. What you wrote shows how you think when nobody helps."""
    for article in facts.counted_articles:
        words = article.seen.words if article.seen else 0
        yield Item(article.subject, Level.OBSERVED, Found(f"{plural(words, 'word')} of your own"))
    yield from _rest(facts)


@check("articles-depth")
def articles_depth(facts: Facts) -> Iterator[Finding]:
    """Code, a figure and a number turn an opinion into something a client's engineers can check."""
    for article in facts.counted_articles:
        seen = article.seen
        if seen is not None:
            parts = {
                "length": seen.words >= 800,
                "code": seen.code_blocks > 0,
                "figure": seen.figures > 0,
                "number": seen.formulas + seen.numbers_with_units > 0,
            }
            yield from on(article.subject, Level.OBSERVED, graded(parts))
    yield from _rest(facts)


@check("articles-linked-to-work")
def articles_linked_to_work(facts: Facts) -> Iterator[Finding]:
    """Text that points at running code, and code that points back, is hard to borrow from somebody else."""
    for article in facts.counted_articles:
        there, back = set(article.projects_linked), set(article.projects_linking)
        linked = ", ".join(sorted(there | back))
        if there & back:
            found = Found(f"it and {linked} link to each other")
        elif there or back:
            found = Found(f"linked one way only with {linked}", quality=700)
        else:
            found = Found("links to none of your projects, and none links to it", quality=0)
        yield Item(article.subject, Level.OBSERVED, found)
    yield from _rest(facts)


@check("articles-spread-over-time")
def articles_spread_over_time(facts: Facts) -> Iterator[Finding]:
    """Writing now and then over years says more about a partner than one busy month."""
    this_month = facts.today.year * 12 + facts.today.month
    for article in facts.counted_articles:
        month = _month(article)
        if month is None:
            todo = "add its 'date' to the profile"
            yield Unread(article.subject, "it has no date", todo, Found(facet=article.subject))
        elif 0 <= this_month - month < LOOK_BACK_MONTHS:
            name = f"{(month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"
            yield Item(article.subject, Level.OBSERVED, Found(name, facet=name))
    yield from _rest(facts, facet=True)


def _month(article: ArticleFacts) -> int | None:
    return article.day.year * 12 + article.day.month if article.day else None
