"""What the web answered for a page: the article on it, or why nothing of it is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from folio.evidence.links.judge import Verdict, judged, looked_at
from folio.evidence.reading.child import Reader
from folio.evidence.reading.page import FEW, GONE, LOGIN, PageRead
from folio.web.model import Answer, NoAnswer

NOT_FOR_ALL = (401, 402, 403, 407, 451)
PAGES = ("text/html", "application/xhtml+xml")
CUT = "it is over 2 MB, and its text does not end within them; add its Markdown file"
TEXT_ENDS = (b"</article>", b"</main>")
ADD = "add its Markdown file, or name a feed that carries the text"
NOT_OPEN = f"not everybody may read it; {ADD}"
LOOK_YOURSELF = "open it yourself to see whether your text is there"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is nothing to read, and when asking again may help; None for at any time."""

    problem: str
    again_at: datetime | None = None
    names_the_host: bool = False

    def said_of(self, url: str) -> str:
        """The problem with the address in front of it, where it does not say itself of what it speaks."""
        return self.problem if self.names_the_host else said(url, self.problem)


def said(url: str, problem: str) -> str:
    """A problem of a page; what follows the question mark may be a key, and is nobody's business."""
    return f"{url.partition('?')[0]}: {problem}"


def refusal(outcome: Answer | NoAnswer, now: datetime) -> Refusal | None:
    """Why there is nothing to read; None where there is something, or nothing new (304)."""
    if isinstance(outcome, NoAnswer):
        after = outcome.retry_after
        again_at = now + timedelta(seconds=after) if after else None
        return Refusal(outcome.problem, again_at, names_the_host=outcome.kind != "address")
    status = outcome.status
    if status == 304 or (200 <= status < 300 and outcome.body.strip()):
        return None
    if status in (404, 410):
        return Refusal(f"it answers {status}; correct the address")
    if status in NOT_FOR_ALL:
        return Refusal(f"it answers {status}: {NOT_OPEN}")
    if status >= 500:
        return Refusal(f"its host has trouble (it answers {status}); try again later")
    return Refusal(f"it answers {status} and nothing to read")


def read_answer(answer: Answer, reader: Reader) -> PageRead:
    """The article on the page that was answered; nothing of one that stands in an article's place under status 200."""
    kind = _kind(answer)
    if kind not in PAGES:
        return PageRead(problem=f"it is {kind}, and no page; add its Markdown file")
    if answer.cut and not any(end in answer.body for end in TEXT_ENDS):
        return PageRead(problem=CUT)
    verdict = judged(answer, looked_at(answer))
    if verdict.kind not in ("", "empty"):
        return PageRead(problem=_instead(verdict))
    read = reader.page(answer.text, answer.final_url)
    if verdict.kind and read.seen and read.seen.words < FEW:
        return PageRead(problem=_instead(verdict))
    return read


def _instead(verdict: Verdict) -> str:
    """What stands there in place of a text, and what to do."""
    if verdict.kind in ("login", "not-found"):
        return LOGIN if verdict.kind == "login" else GONE
    return f"it shows {verdict.what}; {ADD if verdict.kind == 'wall' else LOOK_YOURSELF}"


def _kind(answer: Answer) -> str:
    """The media type; where the host names none, what the body looks like."""
    named = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    looks_like_a_page = answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    return named or ("text/html" if looks_like_a_page else "of no known type")
