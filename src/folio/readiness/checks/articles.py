"""Written articles: can the person explain it to somebody who was not there?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folio.evidence.level import Level
from folio.facts import ArticleFacts, Facts
from folio.readiness.check import (
    NAMED,
    READABLE,
    Finding,
    Found,
    Item,
    Unread,
    at,
    check,
    graded,
    no_projects,
    on,
    plural,
    unlisted,
    unread_code,
    unread_readme,
)
from folio.readiness.texts import unread_texts
from folio.repository.documents.headings import topics
from folio.repository.model import Passage, RepositorySeen

LOOK_BACK_MONTHS = 36
ENOUGH_WORDS = 150
"""Words under a heading that make it an account of a failure. Source: rubric, `negative-results-documented`."""
PART_OF_README = 600
"""What such a section of a README is worth beside a document of its own, in thousandths."""


@check("articles-published")
def articles_published(facts: Facts) -> Iterator[Finding]:
    """A client reads you before they talk to you. What you wrote shows how you think when nobody helps."""
    for article in facts.counted_articles:
        words = article.seen.words if article.seen else 0
        yield Item(article.subject, Level.OBSERVED, Found(f"{plural(words, 'word')} of your own"))
    yield from unread_texts(facts)


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
    yield from unread_texts(facts)


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
        if not there & back and (unread := _unread_work(facts)):
            what, todo = unread
            yield Unread(article.subject, f"whether it and {what} link to each other is not known", todo, Found())
    yield from unread_texts(facts)


def _unread_work(facts: Facts) -> tuple[str, str] | None:
    """Work that an article could be tied to, if anybody had read it, and what would settle that."""
    unread = (one for one in facts.projects if one.claim.repository is not None and one.counts is None)
    if (project := next(unread, None)) is not None:
        return (
            (f"{project.claim.title}, whose repository was not read,", READABLE)
            if not project.untold
            else (f"{project.claim.title}, whose work has not been told,", NAMED)
        )
    missing = next(unlisted(facts, "account"), no_projects() if facts.profile.projects is None else None)
    return ("a project that nobody listed", missing.todo) if missing else None


@check("fundamentals-explained")
def fundamentals_explained(facts: Facts) -> Iterator[Finding]:
    """Whoever can explain the ground they stand on, with the formula or the code, can explain it to a client."""
    for article in facts.counted_articles:
        seen = article.seen
        if seen is None or not (seen.formulas or seen.code_blocks):
            continue
        explained = sorted({topic for title in (seen.title or "", *seen.headings) for topic in topics(title)})
        for topic in explained:
            yield Item(article.subject, Level.OBSERVED, Found(topic, facet=topic))
        if not explained and seen.language is None:
            why = "what it explains is said in a language folio has no words for"
            yield Unread(article.subject, why)
    yield from unread_texts(facts)


@check("negative-results-documented", of_code=True)
def negative_results_documented(facts: Facts) -> Iterator[Finding]:
    """Whoever writes down what failed, with the numbers, will tell a client in time when something goes wrong."""
    for article in facts.counted_articles:
        if article.seen:
            own = bool(article.projects_linked)
            told = [one for one in article.seen.failures if _is_account(one, linked=own and one.links > 0)]
            yield from _accounts(article.subject, told, places=())
            if not told and article.seen.language is None:
                why = "whether it tells of a failure is said in a language folio has no words for"
                yield Unread(article.subject, why, best=Found())
    for project in facts.counted_projects:
        if project.repository:
            told = [one for one in project.repository.documents.failures if _is_account(one, linked=one.links > 0)]
            yield from _accounts(project.code, told, places=at(told))
            yield from _in_the_readme(project.code, project.repository, told)
    yield from unread_code(facts)
    yield from unread_texts(facts, best=Found(), aside=bool(facts.counted_projects))


def _is_account(passage: Passage, *, linked: bool) -> bool:
    return passage.words >= ENOUGH_WORDS and (passage.numbers > 0 or linked)


def _accounts(subject: str, told: Sequence[Passage], *, places: tuple[str, ...]) -> Iterator[Item]:
    if not told:
        return
    best = max(told, key=lambda one: (not one.in_readme, one.words))
    says = f"{plural(best.words, 'word')} on what did not work"
    quality = PART_OF_README if best.in_readme else 1000
    yield Item(subject, Level.OBSERVED, Found(says, quality=quality, places=places))


def _in_the_readme(subject: str, repository: RepositorySeen, told: Sequence[Passage]) -> Iterator[Unread]:
    if not told and (why := unread_readme(repository)):
        yield Unread(subject, why, best=Found(quality=PART_OF_README))


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
    yield from unread_texts(facts, facet=True)


def _month(article: ArticleFacts) -> int | None:
    return article.day.year * 12 + article.day.month if article.day else None
