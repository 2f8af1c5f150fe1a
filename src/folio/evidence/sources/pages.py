"""Articles that are pages on the web, by their text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from folio.evidence.access import Access, Subject, Task
from folio.evidence.looked import looked
from folio.evidence.model import ArticleSeen, Observation
from folio.evidence.reading.again import doubt
from folio.evidence.reading.answers import read_answer, refusal, said
from folio.evidence.reading.child import Reader
from folio.profile.model import Profile
from folio.web.model import OFFLINE, Answer, NoAnswer, Wanted

NAME = "pages"
VERSION = "2"
"""Raised whenever what is seen of the same page changes."""


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every article that has an address and no file."""
    return tuple(
        Subject(f"article:{one.id}", one.url)
        for one in profile.articles or ()
        if one.url is not None and one.file is None
    )


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each page shows, as it answers."""
    stale: dict[Wanted, list[Task]] = {}
    for task in tasks:
        if task.before is not None and access.fresh(task.before) and _is_ours(task.before):
            yield task.before
        elif access.web is None:
            yield looked(NAME, task, access, problem=OFFLINE)
        else:
            stale.setdefault(_wanted(task, access), []).append(task)
    if not stale or access.web is None:
        return
    with Reader(access.today) as reader:
        for wanted, outcome in access.web.each(tuple(stale)):
            for task in stale[wanted]:
                yield _looked(task, outcome, access, reader)


def _looked(task: Task, outcome: Answer | NoAnswer, access: Access, reader: Reader) -> Observation:
    place, before = task.subject.location, task.before
    if refused := refusal(outcome, access.now):
        return looked(NAME, task, access, problem=refused.said_of(place), again_at=refused.again_at)
    assert isinstance(outcome, Answer)
    mark = _mark(outcome)
    if before and before.seen and (outcome.status == 304 or before.fingerprint == mark):
        return before.model_copy(update={"observed_on": access.today, "missed": None, "again_at": None})
    read = read_answer(outcome, reader)
    problem = read.problem if read.seen is None else _doubt(read.seen, before, access)
    if problem is not None:
        return looked(NAME, task, access, problem=said(place, problem))
    return looked(NAME, task, access, fingerprint=mark, seen=read.seen)


def _doubt(now: ArticleSeen, before: Observation | None, access: Access) -> str | None:
    """Why a page is not taken for the text that was measured in the same way before; None when looking anew."""
    if access.refresh or before is None or not isinstance(before.seen, ArticleSeen) or not _is_ours(before):
        return None
    return doubt(now, before.seen)


def _wanted(task: Task, access: Access) -> Wanted:
    """With the mark that the page had, so that the host need not send it again."""
    before = task.before
    kept = before.fingerprint.partition(" ")[2] if before and before.seen and _is_ours(before) else ""
    return Wanted(task.subject.location, etag=kept if '"' in kept and not access.refresh else None)


def _is_ours(before: Observation) -> bool:
    return before.fingerprint.partition(" ")[0] == VERSION or before.seen is None


def _mark(answer: Answer) -> str:
    """The mark that the host gave the page, or the hash of the page."""
    return f"{VERSION} {answer.headers.get('etag') or hashlib.sha256(answer.body).hexdigest()}"
