"""What is asked about one repository, and which of it anew: only what was not had or may have changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from folio.evidence.access import Access, Task
from folio.evidence.github.deployed import STATE, is_state, with_deployments
from folio.evidence.github.look import Look, failed, resumes, settled, since, usable
from folio.evidence.github.parts import DEPLOYMENTS, LANGUAGES, LAST_RUN, PAGES, PARTS, Part
from folio.evidence.github.repository import Own, own_facts
from folio.evidence.github.session import Session
from folio.evidence.github.trouble import Trouble
from folio.evidence.model import HostedSeen, Observation

WEEK = timedelta(days=7)
"""Without a token an unchanged answer counts against the limit too, so what has no new push is asked about once a week.

https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests"""


@dataclass(slots=True)
class Inquiry:
    """A repository under inquiry; `due` are the parts still to be asked for."""

    task: Task
    look: Look[HostedSeen]
    before: HostedSeen | None
    due: list[Part]
    alone: bool = True
    """Whether it was asked about by itself, so that an unchanged answer is news of today."""
    asked: int = 0
    failures: int = 0
    trouble: Trouble | None = None

    def known(self, part: Part) -> bool:
        """Whether the part was known before, so that no answer now takes nothing away."""
        return _known(part, self.before)

    def ask(self, part: Part, session: Session) -> None:
        """Asks for a part that is due."""
        self.due.remove(part)
        self.asked += 1
        seen = self.look.seen
        path = part.at(seen.name, seen.default_branch)
        mark = seen.marks.get(path, "") if self.known(part) else ""
        try:
            if part is DEPLOYMENTS:
                self.look = with_deployments(self.look, session, path, mark)
                return
            answer = session.get(path, part.read, mark)
            facts = {} if answer.unchanged else {part.field: answer.value}
            self.look = self.look.knowing(part.field, {path: answer.mark}, **facts)
        except Trouble as trouble:
            self.failures += 1
            self.trouble = trouble
            self.look = self.look.lacking(part.field, trouble, path=path, known=self.known(part))

    def observation(self, source: str, access: Access) -> Observation:
        """What is known of the repository now; the very observation of before where nothing is new."""
        earlier = self.task.before
        if earlier is None or self.before is None:
            return self.look.observation(source, self.task, access)
        if not self.asked:
            same = not self.alone and self.look.seen == self.before
            return earlier if same else self.look.observation(source, self.task, access, since(earlier))
        if self.trouble and self.look.missed and self.failures == self.asked:
            return failed(source, self.task, access, self.trouble)
        return self.look.observation(source, self.task, access)


def begun(task: Task, repository: str, session: Session, access: Access) -> Inquiry:
    """The inquiry after `owner/name`, with the repository's own facts; raises Trouble when these are not to be had."""
    seen = task.before.seen if task.before and usable(task.before) else None
    before = seen if isinstance(seen, HostedSeen) else None
    fields = unfinished(before) if before else ()
    if before and task.before and resumes(task.before, access, fields):
        return Inquiry(task, Look(before), before, [part for part in PARTS if part.field in fields])
    own = own_facts(repository, session, access, before)
    due = _due(own, task.before, before, access)
    return Inquiry(task, Look(_with_earlier(own, before, due)), before, due, alone=not own.listed)


def unfinished(seen: HostedSeen) -> tuple[str, ...]:
    """The parts that are not known and may be had today."""
    return tuple(
        part.field for part in PARTS if _names(part) & seen.unasked.keys() and _path(part, seen) not in seen.marks
    )


def _names(part: Part) -> set[str]:
    return {part.field, STATE} if part is DEPLOYMENTS else {part.field}


def _path(part: Part, seen: HostedSeen) -> str:
    return part.at(seen.name, seen.default_branch)


def _known(part: Part, before: HostedSeen | None) -> bool:
    if before is None or part.field in before.unasked:
        return False
    return part is not PAGES or before.pages is not None


def _due(own: Own, earlier: Observation | None, before: HostedSeen | None, access: Access) -> list[Part]:
    """The parts that the repository has and that are not known, or may have changed since."""
    parts = [part for part in PARTS if part not in (PAGES, LAST_RUN)]
    parts += [PAGES] if own.pages else []
    parts += [LAST_RUN] if own.seen.default_branch else []
    parts.sort(key=PARTS.index)
    if earlier is None or before is None or access.refresh or access.max_age == 0:
        return parts
    quiet = settled(earlier, own.seen.pushed_on, before.pushed_on) and earlier.missed is None
    if quiet and access.token is None and access.today - since(earlier) < WEEK:
        return [part for part in parts if _path(part, own.seen) not in before.marks]
    return [part for part in parts if part is not LANGUAGES or not quiet or not _known(part, before)]


def _with_earlier(own: Own, before: HostedSeen | None, due: list[Part]) -> HostedSeen:
    """The repository's own facts of today, and all parts as they were known before."""
    seen = own.seen
    not_asked = {part.field: "not asked" for part in due if not _known(part, before)}
    if before is None:
        return seen.model_copy(update={"unasked": not_asked})
    asked = {_path(part, seen) for part in PARTS}
    kept = {path: mark for path, mark in before.marks.items() if path in asked or is_state(path, seen.name)}
    unknown = {part: why for part, why in before.unasked.items() if part != PAGES.field or own.pages}
    return seen.model_copy(
        update={
            "languages": before.languages,
            "releases": before.releases,
            "deployments": before.deployments,
            "pages": before.pages if own.pages else None,
            "last_run": before.last_run,
            "unasked": not_asked | unknown,
            "marks": seen.marks | kept,
        }
    )
