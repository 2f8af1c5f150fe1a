"""Visiting addresses: most take one request; some pages lead on by themselves, or leave what they say to a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from folio.evidence.links.judge import Look, Verdict, judged, leads_on, looked_at, wants_scripts
from folio.web.client import Web
from folio.web.model import Answer, NoAnswer, Wanted

FURTHER = 2
"""Times that a page may lead on by itself (`<meta http-equiv=refresh>`), as manuals do to their newest version."""
SCRIPTS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one address; the look is None when it is no page."""

    url: str
    outcome: Answer | NoAnswer
    look: Look | None = None
    verdict: Verdict = field(default_factory=Verdict)


def visits(web: Web, urls: Iterable[str]) -> Iterator[Visit]:
    """One visit for each different address, as it is done."""
    pending = {url: url for url in urls}
    drawn: list[Visit] = []
    before: dict[str, Answer] = {}
    for turn in range(FURTHER + 1):
        further: dict[str, str] = {}
        for url, outcome in _fetched(web, pending):
            visit = _visit(url, _joined(before.get(url), outcome))
            following = leads_on(visit.look) if visit.look else None
            if following and turn < FURTHER and isinstance(visit.outcome, Answer) and _is_new(following, visit.outcome):
                further[url], before[url] = following, visit.outcome
            elif visit.look and not visit.verdict.kind and wants_scripts(visit.look):
                drawn.append(visit)
            else:
                yield visit
        pending = further
    yield from _drawn(web, drawn)


def _fetched(web: Web, pending: dict[str, str]) -> Iterator[tuple[str, Answer | NoAnswer]]:
    """The outcome of each address that is pending, at where it led so far."""
    waiting: dict[str, list[str]] = {}
    for url, at in pending.items():
        waiting.setdefault(at, []).append(url)
    for wanted, outcome in web.each([Wanted(at) for at in waiting]):
        for url in waiting[wanted.url]:
            yield url, outcome


def _visit(url: str, outcome: Answer | NoAnswer, scripts: str = "") -> Visit:
    if isinstance(outcome, NoAnswer):
        return Visit(url, outcome)
    answer = replace(outcome, url=url)
    look = looked_at(answer, scripts)
    return Visit(url, answer, look, judged(answer, look))


def _joined(before: Answer | None, outcome: Answer | NoAnswer) -> Answer | NoAnswer:
    """The outcome as the end of the whole way."""
    if before is None or isinstance(outcome, NoAnswer):
        return outcome
    way = (*before.redirects, before.final_url, *outcome.redirects)
    return replace(outcome, redirects=way, tls=before.tls and outcome.tls)


def _is_new(following: str, answer: Answer) -> bool:
    return following not in (*answer.redirects, answer.final_url, answer.url)


def _drawn(web: Web, pages: list[Visit]) -> Iterator[Visit]:
    """Visits of pages that only their own scripts can tell the meaning of."""
    scripts = {page.url: _own_scripts(page.look) for page in pages if page.look}
    wanted = dict.fromkeys(script for some in scripts.values() for script in some)
    outcomes = web.fetch([Wanted(script, "*/*") for script in wanted])
    texts = {one.url: one.text for one in outcomes if isinstance(one, Answer) and one.status == 200}
    for page in pages:
        yield _visit(page.url, page.outcome, " ".join(texts.get(script, "") for script in scripts[page.url]))


def _own_scripts(look: Look) -> list[str]:
    host = urlsplit(look.answer.final_url).netloc
    return [one for one in look.page.script_links if urlsplit(one).netloc == host][:SCRIPTS]
