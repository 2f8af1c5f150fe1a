"""Looking at feeds: what each lists now, and the texts of the pages that it leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from folio.evidence.access import Access, Task
from folio.evidence.looked import looked
from folio.evidence.model import ArticleSeen, FeedSeen, Observation
from folio.evidence.reading.answers import read_answer, refusal, said
from folio.evidence.reading.child import Reader
from folio.evidence.reading.entries import at_home, listed_still, merged, to_read, with_pages
from folio.evidence.reading.page import PageRead
from folio.evidence.reading.sites import elsewhere, is_on, site_of
from folio.web.client import Web
from folio.web.model import Answer, NoAnswer, Wanted

ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,"
    "application/json;q=0.8,text/html;q=0.5,*/*;q=0.3"
)
AT_ONCE = 4
"""Feeds; their hosts are waited for, not this machine."""
NO_FEED = "it is a page that leads to no feed; give the feed's address"


def look(source: str, version: str, tasks: Sequence[Task], access: Access, web: Web) -> Iterator[Observation]:
    """What each feed lists, on behalf of a source, whose version tells what was seen in the same way before."""
    pool = ThreadPoolExecutor(AT_ONCE)
    with Reader(access.today) as reader:
        looking = _Look(source, version, access, web, reader)
        try:
            yield from (one.result() for one in as_completed(pool.submit(looking.at, task) for task in tasks))
        finally:
            pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Look:
    """Looking at feeds, each in a thread of its own."""

    source: str
    version: str
    access: Access
    web: Web
    reader: Reader

    def at(self, task: Task) -> Observation:
        """What one feed lists."""
        before = task.before.seen if task.before and isinstance(task.before.seen, FeedSeen) else None
        again = self.access.refresh or task.before is None or task.before.fingerprint != self.version
        mark, modified = (before.mark, before.modified) if before and not again else (None, None)
        [outcome] = self.web.fetch([Wanted(task.subject.location, ACCEPT, mark, modified)])
        if before and isinstance(outcome, Answer) and outcome.status == 304:
            entries = listed_still(before.entries, self.access.today)
            return self._with_texts(task, before.model_copy(update={"entries": entries}), {}, outcome.final_url, again)
        return self._listed(task, outcome, before, again)

    def _listed(
        self, task: Task, outcome: Answer | NoAnswer, before: FeedSeen | None, again: bool, hops: int = 1
    ) -> Observation:
        if refused := refusal(outcome, self.access.now):
            problem = refused.said_of(task.subject.location)
            return looked(self.source, task, self.access, problem=problem, again_at=refused.again_at)
        assert isinstance(outcome, Answer)
        read = self.reader.feed(outcome.text, outcome.final_url, cut=outcome.cut)
        if read.feeds and hops:
            [outcome] = self.web.fetch([Wanted(read.feeds[0], ACCEPT)])
            return self._listed(task, outcome, before, again, hops - 1)
        if read.feeds or read.problem:
            return looked(self.source, task, self.access, problem=said(task.subject.location, read.problem or NO_FEED))
        seen = FeedSeen(
            title=read.title,
            home=read.home,
            form=read.form,
            flaw=read.flaw,
            entries=merged(read.entries, before.entries if before else (), self.access.today, again=again),
            mark=outcome.headers.get("etag"),
            modified=outcome.headers.get("last-modified"),
        )
        fed = {one.url: one.text for one in read.entries if one.text is not None}
        return self._with_texts(task, seen, fed, outcome.final_url, again)

    def _with_texts(
        self, task: Task, seen: FeedSeen, fed: Mapping[str, ArticleSeen], at: str, again: bool
    ) -> Observation:
        """The feed, which answered `at` an address, with the pages that can be read in this run."""
        own = {site_of(url) for url in (task.subject.location, at, seen.home or "", *task.subject.own)}
        entries = at_home(seen.entries, own, again=again)
        pages = {}
        for wanted, outcome in self.web.each([Wanted(url) for url in to_read(entries, own)]):
            pages[wanted.url] = self._page(outcome, own)
        entries = with_pages(entries, pages, fed, again=again)
        seen = seen.model_copy(update={"entries": entries})
        return looked(self.source, task, self.access, fingerprint=self.version, seen=seen)

    def _page(self, outcome: Answer | NoAnswer, own: Collection[str]) -> PageRead:
        if refused := refusal(outcome, self.access.now):
            return PageRead(problem=refused.problem)
        assert isinstance(outcome, Answer)
        if not is_on(outcome.final_url, own):
            return PageRead(problem=elsewhere(outcome.final_url))
        return read_answer(outcome, self.reader)
