"""What a visit comes to, with what is known of the address so far: seen, or why it can't be told and when it can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

from folio.evidence.access import Access, Task
from folio.evidence.links.back import links_back
from folio.evidence.links.judge import media_type
from folio.evidence.links.record import record
from folio.evidence.links.trail import GONE_AFTER, extended, is_gone, last_up, missing_since
from folio.evidence.links.visit import Visit
from folio.evidence.model import LinkSeen, Observation, Probe
from folio.profile.fields import CONTROL
from folio.web.model import Answer, NoAnswer

GONE = (404, 410)
NOT_ASKED = ("offline", "address", "private")
MAX_TITLE = 300
MAX_REDIRECTS = 10

REFUSALS = {
    401: "it wants a password",
    403: "it lets no program in",
    405: "it lets no program in",
    406: "it lets no program in",
    407: "it wants a password",
    429: "it asks to go slower",
    451: "it is closed for legal reasons",
    999: "it lets no program in",
}
LOOK_YOURSELF = "open it yourself to see whether it works"


@dataclass(frozen=True, slots=True)
class _Finding:
    """What an answer says: the thing as it was seen, and what the trail is to remember."""

    outcome: Literal["up", "gone", "unclear"]
    why: str
    seen: LinkSeen | None = None
    status: int | None = None


def observation(task: Task, visit: Visit, *, access: Access) -> Observation:
    """The look at one address."""
    now = access.now
    before = task.before.probes if task.before else ()
    if isinstance(visit.outcome, NoAnswer) and visit.outcome.kind in NOT_ASKED:
        return record(task, access, problem=visit.outcome.problem, probes=before)
    found = _finding(task, visit, task.subject.own)
    probes = extended(before, Probe(at=now, outcome=found.outcome, status=found.status, why=found.why))
    again_at = None
    if isinstance(visit.outcome, NoAnswer) and visit.outcome.retry_after is not None:
        again_at = now + timedelta(seconds=visit.outcome.retry_after)
    since = missing_since(probes)
    if found.outcome == "up" or (found.outcome == "gone" and is_gone(probes)):
        return record(task, access, seen=found.seen, probes=probes)
    if found.outcome == "gone" and since is not None:
        if found.seen is not None and found.seen.placeholder and last_up(probes) is None:
            return record(task, access, seen=found.seen, probes=probes)
        problem = f"{found.why} since {since:%Y-%m-%d}; a look after {since + GONE_AFTER:%Y-%m-%d %H:%M} UTC settles it"
        return record(task, access, problem=problem, probes=probes)
    return record(task, access, problem=found.why, probes=probes, again_at=again_at)


def _finding(task: Task, visit: Visit, own: Sequence[str]) -> _Finding:
    url, outcome, verdict = visit.url, visit.outcome, visit.verdict
    if isinstance(outcome, NoAnswer):
        if outcome.kind != "name":
            return _Finding("unclear", outcome.problem)
        seen = LinkSeen(status=GONE[0], final_url=url, title=None)
        return _Finding("gone", f"{url}: there is no host of that name", seen)
    status = outcome.status
    if status in GONE:
        return _Finding("gone", f"{url} answers {status}", _seen(visit, outcome, own), status)
    if not 200 <= status < 300:
        return _Finding("unclear", _refusal(visit, status), status=status)
    if verdict.kind in ("wall", "asleep") or (verdict.kind == "login" and not task.subject.name.startswith("project:")):
        return _Finding("unclear", f"{url} shows {verdict.what}; {LOOK_YOURSELF}", status=status)
    seen = _seen(visit, outcome, own)
    if verdict.kind:
        return _Finding("gone", f"{url} shows {verdict.what}", seen, status)
    return _Finding("up", "", seen, status)


def _refusal(visit: Visit, status: int) -> str:
    """Why an error says nothing of whether the thing is there."""
    if visit.verdict.what:
        why = f"it shows {visit.verdict.what}" if visit.verdict.kind != "stopped" else visit.verdict.what
    elif 500 <= status < 600:
        why = "it has trouble of its own; try again later"
    else:
        why = REFUSALS.get(status, "that says nothing of what is there")
    return f"{visit.url} answers {status}: {why}" + ("" if 500 <= status < 600 else f"; {LOOK_YOURSELF}")


def _seen(visit: Visit, answer: Answer, own: Sequence[str]) -> LinkSeen:
    page = visit.look.page if visit.look else None
    back, me = links_back(page, (visit.url, answer.final_url), own) if page else ((), ())
    kind = visit.verdict.kind
    return LinkSeen(
        status=answer.status,
        final_url=_bare(answer.final_url, visit.url),
        title=_plain(page.title or page.og_title) if page else None,
        placeholder="" if kind in ("wall", "asleep", "stopped") else kind,
        links_back=back,
        says_me=me,
        redirects=tuple(_bare(one, visit.url) for one in answer.redirects[:MAX_REDIRECTS]),
        tls=answer.tls,
        first_byte_ms=answer.first_byte_ms,
        bytes=len(answer.body),
        type=media_type(answer),
    )


def _plain(text: str | None) -> str | None:
    """One line of visible characters: a stranger wrote it."""
    return " ".join(CONTROL.sub(" ", text or "").split())[:MAX_TITLE].rstrip() or None


def _bare(address: str, asked: str) -> str:
    """Without a query that the person did not write: redirects put keys and sessions there."""
    return address if address == asked else urlsplit(address)._replace(query="").geturl()
