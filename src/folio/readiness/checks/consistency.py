"""Consistency and focus: does the person know where they are going, and do they arrive?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.profile.person import Focus
from folio.profile.record import StudyEntry
from folio.readiness.addresses import at_one_address
from folio.readiness.calendar import best_window, contract_span, week_of, weeks_between
from folio.readiness.check import (
    COLLECT,
    Finding,
    Found,
    Item,
    Unread,
    check,
    graded,
    on,
    plural,
    unread_code,
    unsaid,
)
from folio.readiness.specialisms import MOST, belongs
from folio.readiness.texts import unread_texts

LOOK_BACK_WEEKS = 104
WINDOW_WEEKS = 26
ENOUGH_HOURS = 10
LATEST_WEEKS = 60
"""Weeks of the study log that are listed; more than the curve ever counts."""


@check("active-weeks")
def active_weeks(facts: Facts) -> Iterator[Finding]:
    """Steady work over half a year is what a client hires. The best half-year counts, so that a pause costs nothing."""
    weeks: dict[date, tuple[Level, str]] = {}
    today, since = facts.today, facts.today - timedelta(weeks=LOOK_BACK_WEEKS)
    for subject, level, week in _worked(facts):
        if since < week <= today and (level, subject) > weeks.get(week, (0, "")):
            weeks[week] = level, subject
    for week in best_window({week: level for week, (level, _) in weeks.items()}, WINDOW_WEEKS):
        level, subject = weeks[week]
        name = f"week of {week.isoformat()}"
        yield Item(subject, level, Found(name, facet=name))
    yield from unread_code(facts)
    yield from unread_texts(facts, facet=True, aside=bool(facts.counted_projects))


def _worked(facts: Facts) -> Iterator[tuple[str, Level, date]]:
    for project in facts.counted_projects:
        for name in project.repository.history.own_weeks if project.repository else ():
            yield project.code, Level.OBSERVED, week_of(name)
    for article in facts.counted_articles:
        if article.day:
            yield article.subject, Level.OBSERVED, article.day - timedelta(days=article.day.weekday())
    for contract in facts.profile.contracts or ():
        level = facts.proof_level(contract.proof)
        if level >= Level.ATTESTED:
            for week in weeks_between(contract_span(contract, facts.today)):
                yield f"contract:{contract.id}", level, week


@check("time-horizon")
def time_horizon(facts: Facts) -> Iterator[Finding]:
    """Years of the same craft mean that a client's problem is not the first of its kind you meet."""
    days = list(_dated(facts))
    for level in (Level.OBSERVED, Level.ATTESTED, Level.CLAIMED):
        known = [day for own, day in days if own >= level and day <= facts.today]
        if known:
            first, last = min(known), max(known)
            months = (last - first).days * 12 // 365
            says = f"{plural(months, 'month')}, from {first:%Y-%m} to {last:%Y-%m}"
            yield Item("profile", level, Found(says, amount=months))
    yield from unread_code(facts)
    yield from unread_texts(facts, aside=bool(facts.counted_projects))


def _dated(facts: Facts) -> Iterator[tuple[Level, date]]:
    for project in facts.counted_projects:
        for day in project.repository.history.own_days if project.repository else ():
            yield Level.OBSERVED, day
    for article in facts.counted_articles:
        if article.day:
            yield Level.OBSERVED, article.day
    for contract in facts.profile.contracts or ():
        for day in contract_span(contract, facts.today):
            yield facts.proof_level(contract.proof), day
    for work in facts.profile.work or ():
        yield Level.CLAIMED, work.start.first_day
        yield Level.CLAIMED, work.end.first_day if work.end else facts.today


@check("study-log")
def study_log(facts: Facts) -> Iterator[Finding]:
    """A field that changes every year needs somebody who keeps learning, and can say what."""
    entries = facts.profile.study_log
    if entries is None:
        yield unsaid("study_log", "keep a 'study_log': date, topic, hours and one sentence on what you learned")
        return
    known = [entry for entry in entries if entry.date.first_day <= facts.today]
    latest = sorted({_monday(entry) for entry in known})[-LATEST_WEEKS:]
    for entry in known:
        if (monday := _monday(entry)) not in latest:
            continue
        week = f"week of {monday.isoformat()}"
        says = f"{week}: {entry.topic}, {entry.hours:g} hours"
        quality = 1000 if entry.hours >= ENOUGH_HOURS else 500
        yield Item("profile", Level.CLAIMED, Found(says, quality=quality, facet=week))


def _monday(entry: StudyEntry) -> date:
    return entry.date.first_day - timedelta(days=entry.date.first_day.weekday())


@check("focus-statement")
def focus_statement(facts: Facts) -> Iterator[Finding]:
    """A client remembers one thing about you. Say which, and for whom."""
    focus = facts.profile.focus
    if focus is None:
        yield unsaid("focus", "write 'focus': one or two specialisms, whom they serve, and a goal with a date")
        return
    goal = focus.goal
    parts = {
        "headline": len(facts.profile.headline) <= 120 and _named(focus, facts.profile.headline),
        "specialisms": 1 <= len(focus.specialisms) <= 2,
        "goal": goal is not None and goal.by is not None and goal.next_step is not None,
    }
    yield from on("profile", Level.OBSERVED, graded(parts))


def _named(focus: Focus, headline: str) -> bool:
    """Whether the headline shares a word with a specialism, and it is said whom that serves."""
    said = _words(headline)
    return focus.audience is not None and any(said & _words(specialism) for specialism in focus.specialisms)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2}


@check("focus-coherence")
def focus_coherence(facts: Facts) -> Iterator[Finding]:
    """Three pieces on one subject say what you are for. Ten on ten subjects say that you like to begin things."""
    focus = facts.profile.focus
    wanted = focus.specialisms[:MOST] if focus else ()
    if not wanted:
        yield unsaid("focus", "name under 'focus' the one or two specialisms that your work is to show")
        return
    for project in facts.projects:
        if project.counts is not False and (tag := _tag(wanted, project.claim.skills)):
            yield Item(project.subject, Level.CLAIMED, Found(f"said to be about {tag}"))
        if project.repository is not None and project.counts:
            title = project.repository.readme.title if project.repository.readme else None
            topics = project.hosted.topics if project.hosted else ()
            if tag := _tag(wanted, [title or "", *topics, *project.repository.code.frameworks]):
                yield Item(project.code, Level.OBSERVED, Found(f"shown by {tag}"))
    for article in facts.articles:
        if article.seen is None:
            yield Unread(article.subject, f"its text was not read: {article.unread or 'this run did not look'}")
        elif article.counts and (tag := _tag(wanted, [article.seen.title or "", *article.seen.headings])):
            yield Item(article.subject, Level.OBSERVED, Found(f"shown by {tag}"))
    yield from unread_code(facts)


def _tag(specialisms: Iterable[str], tags: Iterable[str]) -> str | None:
    """The first tag that shows one of the specialisms."""
    tags = tuple(tags)
    return next((tag for one in specialisms if (tag := belongs(one, tags))), None)


@check("finished-things")
def finished_things(facts: Facts) -> Iterator[Finding]:
    """Half-done work is a cost. Something released, live or closed shows that you finish."""
    addresses = at_one_address(facts)
    for project in facts.projects:
        repository = project.repository
        if repository is not None and project.counts and repository.history.tags:
            tag = repository.history.tags[-1]
            yield Item(project.code, Level.OBSERVED, Found(f"released as {tag.name}"))
        if project.claim.live is not None:
            yield from _running(project, addresses.get(project.claim.id, project.subject))
        if project.claim.end is not None and project.claim.end.first_day <= facts.today:
            yield Item(project.subject, project.proof, Found(f"said to be finished, {project.claim.end}"))
    yield from unread_code(facts)


def _running(project: ProjectFacts, subject: str) -> Iterator[Finding]:
    """What runs, on the subject of its address: two projects at one address are one thing that is finished."""
    live = project.live
    if live is not None and live.up:
        yield Item(subject, Level.OBSERVED, Found("answers at its address"))
        return
    yield Item(subject, project.live_proof, Found("said to run"))
    if live is not None and live.doubt and not project.foreign:
        yield Unread(subject, f"{live.url}: {live.doubt}", COLLECT, Found())
