"""What GitHub says of the repositories of projects: one repository after the other, or what is worth most of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from folio.evidence.access import Access, Task
from folio.evidence.github.address import repository
from folio.evidence.github.inquiry import Inquiry, begun, unfinished
from folio.evidence.github.look import failed, stands
from folio.evidence.github.parts import DEPLOYMENTS, PARTS
from folio.evidence.github.session import Session
from folio.evidence.github.trouble import Trouble
from folio.evidence.model import HostedSeen, Observation


def observed(source: str, tasks: Sequence[Task], session: Session, access: Access) -> Iterator[Observation]:
    """One observation of each repository on this GitHub, as soon as it is done.

    At most seven calls for each: the repository itself, where no list told, its last run, releases, deployments, the
    state of one of these, languages and Pages. When the limit does not allow for all, one part of all repositories is
    asked for before the next of any, and what was never seen before what may have changed.
    """
    inquiries: list[Inquiry] = []
    for task in sorted(tasks, key=_age):
        name = repository(task.subject.location, access.github_api)
        if name is None:
            continue
        before = task.before
        if before and stands(before, access, unfinished(before.seen) if isinstance(before.seen, HostedSeen) else ()):
            yield before
            continue
        try:
            inquiry = begun(task, name, session, access)
        except Trouble as trouble:
            yield failed(source, task, access, trouble)
            continue
        if inquiry.due:
            inquiries.append(inquiry)
        else:
            yield inquiry.observation(source, access)
    for inquiry in _asked(inquiries, session):
        yield inquiry.observation(source, access)


def _age(task: Task) -> date:
    """What was never seen goes first, then what was seen longest ago."""
    return task.before.observed_on if task.before and task.before.seen else date.min


def _asked(inquiries: Sequence[Inquiry], session: Session) -> Iterator[Inquiry]:
    """Each inquiry when the last of its parts was asked for."""
    steps = [(inquiry, part) for inquiry in inquiries for part in inquiry.due]
    calls = len(steps) + sum(part is DEPLOYMENTS for _, part in steps)
    if session.left is not None and session.left < calls:
        steps.sort(key=lambda step: len(PARTS) if step[0].known(step[1]) else PARTS.index(step[1]))
    for inquiry, part in steps:
        inquiry.ask(part, session)
        if not inquiry.due:
            yield inquiry
