"""Communication: would a client understand what they are buying?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.facts.quantities import sight_of_outcome
from folio.profile.record import Outcome, Project
from folio.readiness.check import (
    COLLECT,
    Finding,
    Found,
    Item,
    Unread,
    Unsure,
    check,
    graded,
    no_projects,
    not_read,
    on,
    plural,
    repository_check,
    unread_readme,
    unsaid,
)
from folio.readiness.texts import CORRECT, KEEP
from folio.readiness.told_once import told_once
from folio.repository.model import RepositorySeen

ENOUGH_WORDS = 25
ENOUGH_LIMITS = 40


@check("case-studies")
def case_studies(facts: Facts) -> Iterator[Finding]:
    """A client looks for their own problem in your past work: what was wrong, what stood in the way, what changed."""
    bodies = {project.claim.id: _bodies(project.claim) for project in facts.projects}
    long = {
        name: {part: text for part, text in texts.items() if _words(text) >= ENOUGH_WORDS}
        for name, texts in bodies.items()
    }
    # The same paragraph under two headings, or in two projects, tells a client one thing.
    left = told_once({name: frozenset(texts.values()) for name, texts in long.items()})
    for project in facts.projects:
        name = project.claim.id
        first: dict[str, str] = {}
        for part, body in long[name].items():
            first.setdefault(body, part)
        there = tuple(part for body, part in first.items() if body in left[name])
        begun = tuple((part, _so_far(body)) for part, body in bodies[name].items() if part not in there)
        yield Item(project.subject, Level.OBSERVED, Found(parts=there, begun=begun))
    if facts.profile.projects is None:
        yield no_projects()


def _bodies(claim: Project) -> dict[str, str]:
    """The texts of a case study that say anything, each by its part."""
    texts = {
        "problem": claim.problem,
        "constraints": claim.constraints,
        "approach": claim.approach,
        "outcome": claim.outcome,
        "role": claim.my_part,
    }
    words = {part: (text or "").casefold().split() for part, text in texts.items()}
    return {part: " ".join(said) for part, said in words.items() if said}


def _words(text: str) -> int:
    return len(text.split())


def _so_far(text: str) -> str:
    """What keeps a text from counting."""
    words = _words(text)
    return f"{words} of {ENOUGH_WORDS} words" if words < ENOUGH_WORDS else "the same text stands elsewhere"


@check("measured-outcomes")
def measured_outcomes(facts: Facts) -> Iterator[Finding]:
    """Outcomes with a before, an after and a way of measuring survive a client's first question."""
    said = False
    for project in facts.projects:
        if project.claim.outcomes is not None:
            said = True
            yield from _outcomes_of(project, project.claim.outcomes, facts)
    for work in facts.profile.work or ():
        said = said or bool(work.outcomes)
        for number, outcome in enumerate(work.outcomes, 1):
            yield from on(f"work:{work.id}#{number}", Level.CLAIMED, graded(_parts(outcome)))
    if not said:
        yield unsaid("outcomes", "give a project 'outcomes', each with a value, a baseline and how it was measured")


def _outcomes_of(project: ProjectFacts, outcomes: tuple[Outcome, ...], facts: Facts) -> Iterator[Finding]:
    """A project's outcomes: observed where what folio read gives the same number, and as its proof says elsewhere."""
    open_question = _unread_report(project, facts)
    for number, outcome in enumerate(outcomes, 1):
        subject, parts = f"{project.subject}#{number}", _parts(outcome)
        sight = sight_of_outcome(outcome, project, facts)
        level = Level.OBSERVED if sight else project.proof
        yield from on(subject, level, graded(parts, places=[sight.place] if sight else ()))
        if sight is None and open_question is not None:
            why, todo = open_question
            yield Unread(subject, why, todo, Found(parts=tuple(name for name, there in parts.items() if there)))


def _parts(outcome: Outcome) -> dict[str, bool | None]:
    return {"value": True, "baseline": outcome.baseline is not None, "measured": outcome.measured is not None}


def _unread_report(project: ProjectFacts, facts: Facts) -> tuple[str, str] | None:
    """Why nobody can tell whether a report gives the numbers, and what to do; None when everything was read."""
    if project.claim.repository is not None and project.counts is None:
        return not_read(project)
    texts = (one for one in facts.articles if one.seen is None)
    if (article := next(texts, None)) is not None:
        todo = KEEP if article.claim.file is None else CORRECT
        return f"an article that could give the number was not read: {article.title}", todo
    return None


@repository_check("limitations-stated", every_file=False)
def limitations_stated(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Whoever says where their work stops can be trusted about where it holds."""
    longest = max(repository.documents.limitations, key=lambda one: one.words, default=None)
    words = longest.words if longest else 0
    if longest and words >= ENOUGH_LIMITS:
        yield Found(f"{words} words on its limits", places=(str(longest),))
        return
    short = f"{plural(words, 'word')} on its limits; {ENOUGH_LIMITS} are asked"
    yield Found(short if words else "no limits stated", quality=0)
    if why := unread_readme(repository):
        yield Unsure(why, Found())


@check("talks-or-teaching")
def talks_or_teaching(facts: Facts) -> Iterator[Finding]:
    """Whoever has explained it to a room can explain it to a client's board."""
    talks = facts.profile.talks
    if talks is None:
        yield unsaid("talks", "list talks, workshops and teaching, or write 'talks: []'")
        return
    for talk in talks:
        if talk.date.first_day > facts.today:
            continue
        subject = f"talk:{talk.id}"
        yield Item(subject, Level.CLAIMED, Found(f"{talk.kind} at {talk.event}, {talk.date}"))
        page = facts.pages.get(subject)
        if page is not None and page.up:
            says = "; ".join((f"its page answers: {page.url}", *page.confirmed))
            yield Item(subject, page.level, Found(says))
        elif page is not None and not page.gone:
            yield Unread(subject, page.unread or f"{page.url} shows nothing of yours", COLLECT)
