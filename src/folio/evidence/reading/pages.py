"""Looking at articles that are pages: what each shows now, or why that is not known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from folio.evidence.access import Access, Task
from folio.evidence.looked import looked
from folio.evidence.model import ArticleSeen, Observation
from folio.evidence.reading.again import doubt
from folio.evidence.reading.answers import read_answer, refusal, said
from folio.evidence.reading.child import Reader
from folio.web.client import Web
from folio.web.model import Answer, NoAnswer, Wanted


@dataclass(frozen=True, slots=True)
class Look:
    """Looking on behalf of a source; its version tells what was seen in the same way before."""

    source: str
    version: str
    access: Access
    web: Web

    def at(self, tasks: Sequence[Task]) -> Iterator[Observation]:
        """What each page shows, as it answers."""
        asked: dict[Wanted, list[Task]] = {}
        for task in tasks:
            asked.setdefault(self._wanted(task), []).append(task)
        with Reader(self.access.today) as reader:
            for wanted, outcome in self.web.each(tuple(asked)):
                for task in asked[wanted]:
                    yield self._looked(task, outcome, reader)

    def _looked(self, task: Task, outcome: Answer | NoAnswer, reader: Reader) -> Observation:
        access, source, place, before = self.access, self.source, task.subject.location, task.before
        if refused := refusal(outcome, access.now):
            return looked(source, task, access, problem=refused.said_of(place), again_at=refused.again_at)
        assert isinstance(outcome, Answer)
        mark = self._mark(outcome)
        if before and before.seen and (outcome.status == 304 or before.fingerprint == mark):
            return before.model_copy(update={"observed_on": access.today, "missed": None, "again_at": None})
        read = read_answer(outcome, reader)
        problem = read.problem if read.seen is None else self._doubt(read.seen, before)
        if problem is not None:
            return looked(source, task, access, problem=said(place, problem))
        return looked(source, task, access, fingerprint=mark, seen=read.seen)

    def _doubt(self, now: ArticleSeen, before: Observation | None) -> str | None:
        """Why a page is not taken for the text that was measured in the same way before; None when looking anew."""
        if self.access.refresh or before is None or not isinstance(before.seen, ArticleSeen):
            return None
        return doubt(now, before.seen) if self._is_ours(before) else None

    def _wanted(self, task: Task) -> Wanted:
        """With the mark that the page had, so that the host need not send it again."""
        before = task.before
        kept = before.fingerprint.partition(" ")[2] if before and before.seen and self._is_ours(before) else ""
        return Wanted(task.subject.location, etag=kept if '"' in kept and not self.access.refresh else None)

    def _is_ours(self, before: Observation) -> bool:
        return before.fingerprint.partition(" ")[0] == self.version

    def _mark(self, answer: Answer) -> str:
        """The mark that the host gave the page, or the hash of the page."""
        return f"{self.version} {answer.headers.get('etag') or hashlib.sha256(answer.body).hexdigest()}"
