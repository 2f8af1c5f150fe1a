"""An entry of a feed as it stands there, before anything is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

EXCERPT = re.compile(r'(?:\[?(?:…|\.\.\.|&#8230;|&hellip;)\]?|class="medium-feed-snippet")\s*(?:</\w+>\s*)*\Z')
"""How a text ends that goes on elsewhere."""
SNIPPET = 'class="medium-feed-snippet"'
LAST_LINK = re.compile(r"<a\b[^>]{0,2000}>([^<]{1,60})</a>[\s→»›>.…]*(?:</\w+>\s*)*\Z", re.I)
MORE = re.compile(
    r"(?i)read (?:more|the (?:full|rest))|continue reading|keep reading|weiterlesen|lire (?:la suite|plus)|leer m[aá]s"
    r"|seguir leyendo|continua a leggere|leggi (?:tutto|di più)|ler mais|continuar? lendo|lees (?:verder|meer)"
    r"|czytaj (?:dalej|więcej)|чит(?:ать|ай) (?:далее|дальше)|devamını oku|阅读(?:更多|全文)|继续阅读|続きを読む"
    r"|더 ?(?:보기|읽기)"
)
"""In the languages that folio has words for."""
FOOTERS = (
    re.compile(
        r"<p>\s*The post <a\b[^>]{0,2000}>[^<]{0,400}</a> (?:first appeared|appeared first) on <a\b.{0,2000}</p>\s*\Z",
        re.S,
    ),
    re.compile(
        r"<hr\s*/?>\s*<p>\s*<a\b[^>]{0,2000}>.{0,1000}? was originally published in .{0,1000}?</p>(?=\s*(?:<img\b|\Z))",
        re.S,
    ),
)
"""What WordPress and Medium write below every text in a feed."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one text, and the HTML that it carries of it."""

    url: str | None
    guid: str | None
    title: str | None
    day: date | None
    changed: str | None
    content: str
    """`content:encoded`, Atom's `content`, JSON Feed's `content_html`; empty where there is none."""
    summary: str
    base: str | None = None
    """What its links are relative to (`xml:base`)."""


def excerpt_only(html: str) -> bool:
    """Whether it ends like something that goes on elsewhere."""
    end = html[-4000:].rstrip()
    if SNIPPET in html[:4000] or EXCERPT.search(end[-200:]):
        return True
    link = LAST_LINK.search(end)
    return link is not None and MORE.search(link[1]) is not None


def without_footer(html: str) -> str:
    """The text without what its platform adds to it."""
    for footer in FOOTERS:
        html = footer.sub("", html)
    return html
