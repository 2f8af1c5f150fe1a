"""What an answer shows: something of the person's, or what stands there in its place.

Decided by how a page is built (its title, its length, where it was found) and not by words alone, so that an article
about nginx or an application with a link to log in is what it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from folio.evidence.links.table import Kind, Sign, fits, folded, signs
from folio.web.model import Answer
from folio.web.page import PageFacts, page_facts

LEAST = 512
"""Bytes of something that is more than a greeting. Scoring specification, `live-url-responds`."""
BARE = 200
"""Visible characters up to which a page with scripts is one that they will draw."""

BETWEEN_PARTS = re.compile(r"\s+[|\-–—·•»«/:]{1,2}\s+")
WITH_ERRORS = ("wall", "asleep", "stopped")
"""What explains an error; whatever else a page says then, the error says more."""
HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands there, and how a person would call it. Without a kind it is what was looked for."""

    kind: Kind = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """An answer, as it is compared with the signs."""

    answer: Answer
    page: PageFacts
    host: str
    asked: str
    """The host that was asked first."""
    path: str
    titles: tuple[str, ...]
    text: str
    source: str
    scripts: str = ""


def media_type(answer: Answer) -> str:
    """`text/html`, `application/pdf`, ...; of an answer that does not say it, the least that it is."""
    said = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if said:
        return said[:100]
    return HTML[0] if answer.body.lstrip()[:1] == b"<" else "application/octet-stream"


def looked_at(answer: Answer, scripts: str = "") -> Look | None:
    """The page of an answer; None when it is none. `scripts` is what was fetched of its own."""
    if media_type(answer) not in HTML:
        return None
    source = answer.text
    page = page_facts(source, answer.final_url)
    final, asked = urlsplit(answer.final_url), urlsplit(answer.url)
    title = folded(page.title or "")
    return Look(
        answer=answer,
        page=page,
        host=_host(final.hostname),
        asked=_host(asked.hostname),
        path=final.path.lower(),
        titles=tuple(dict.fromkeys((title, *BETWEEN_PARTS.split(title)))) if title else (),
        text=folded(page.text),
        source=source.casefold(),
        scripts=folded(scripts),
    )


def judged(answer: Answer, look: Look | None) -> Verdict:
    """What stands there in place of something of the person's, if anything does."""
    if look is None:
        return Verdict("empty", "next to nothing") if _is_slight(answer) else Verdict()
    refused = answer.status >= 400
    for sign in signs():
        if (
            (sign.kind in WITH_ERRORS if refused else sign.kind != "stopped")
            and _shown(sign, look)
            and _whole(sign, look)
        ):
            return Verdict(sign.kind, sign.what)
    return Verdict("empty", "next to nothing") if _is_bare(look) and not refused else Verdict()


def wants_scripts(look: Look) -> bool:
    """Whether only its scripts can tell what the page will show."""
    if look.page.text_length > BARE or not look.page.script_links:
        return False
    return any(sign.script and _shown(sign, look) for sign in signs())


def leads_on(look: Look) -> str | None:
    """Where a page with nothing else to say leads by itself."""
    return look.page.refresh if look.page.text_length <= BARE else None


def _shown(sign: Sign, look: Look) -> bool:
    """Whether all that the sign names is there, but for scripts."""
    page = look.page
    return (
        page.text_length <= sign.longest
        and (not sign.password or page.password_field)
        and (not sign.title or _titled(sign, look))
        and (not sign.text or any(_named(one, look) in look.text for one in sign.text))
        and (not sign.host or any(_of(look.host, one) for one in sign.host))
        and (not sign.final_host or any(_led_to(one, look) for one in sign.final_host))
        and (not sign.final_path or _ended_at(sign, look))
        and (not sign.header or any(_said(one, look) for one in sign.header))
        and (not sign.html or any(one in look.source for one in sign.html))
    )


def _whole(sign: Sign, look: Look) -> bool:
    return not sign.script or any(one in look.scripts for one in sign.script)


def _titled(sign: Sign, look: Look) -> bool:
    return any(fits(_named(pattern, look), part) for pattern in sign.title for part in look.titles)


def _named(pattern: str, look: Look) -> str:
    return pattern.replace("{host}", look.host)


def _led_to(place: str, look: Look) -> bool:
    """`login.` is how a host's name begins, `github.com/login` a part of a host, `sedo.com` any host below it."""
    if not look.answer.redirects:
        return False
    if place.endswith("."):
        return look.host.startswith(place) and look.host != look.asked
    host, slash, path = place.partition("/")
    if slash:
        return _of(look.host, host) and look.path.startswith(f"/{path}")
    return _of(look.host, host) and not _of(look.asked, host)


def _ended_at(sign: Sign, look: Look) -> bool:
    path = look.path.rstrip("/")
    moved = bool(look.answer.redirects) and path != urlsplit(look.answer.url).path.lower().rstrip("/")
    return moved and any(path.endswith(one.rstrip("/")) for one in sign.final_path)


def _said(header: str, look: Look) -> bool:
    name, _, value = header.partition(": ")
    return value in look.answer.headers.get(name, "").lower()


def _of(host: str, other: str) -> bool:
    return host == other or host.endswith(f".{other}")


def _host(name: str | None) -> str:
    return (name or "").lower().rstrip(".").removeprefix("www.")


def _is_bare(look: Look) -> bool:
    """Nothing to see: hardly a byte, or not a letter, and no script that would draw anything."""
    page = look.page
    drawn = page.scripts or page.media or page.refresh
    slight = len(look.answer.body) < LEAST or not (page.text_length or page.fields)
    return slight and not drawn


def _is_slight(answer: Answer) -> bool:
    """Data of any size is data; of everything else, what is too short to be something."""
    if answer.cut or len(answer.body) >= LEAST:
        return False
    try:
        json.loads(answer.body)
    except (ValueError, RecursionError):
        return True
    return False
