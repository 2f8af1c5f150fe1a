"""What a page says by its own HTML: title, links, text, and a few signs of what kind of page it is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from folio.web.reader import Reading, read

MAX_LINKS = 2000
MAX_LENGTH = 2000
"""Characters of an address or a title that are kept."""
WORDS = 300


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found. Without scripts, as a reader without a browser sees it."""

    title: str | None
    language: str | None
    """As the page says it, in small letters: `de-at`."""
    canonical: str | None
    noindex: bool
    links: tuple[str, ...]
    """Absolute web addresses without fragments, each once, in the page's order; at most 2,000."""
    me: tuple[str, ...]
    """Those that the page calls its author's own (`rel=me`), in links or in its head."""
    refresh: str | None
    """Where the page leads by itself."""
    password_field: bool
    fields: int
    """Things to fill in or to press."""
    media: int
    """Pictures, films, drawings, frames."""
    scripts: int
    script_links: tuple[str, ...]
    """Absolute web addresses of scripts, at most twenty."""
    text_length: int
    """Visible characters, runs of white space being one; counted up to 200,000."""
    text: str
    """The first 300 visible words, and no more than 2,000 characters of them."""
    generator: str | None
    og_title: str | None


def page_facts(html_text: str, base_url: str) -> PageFacts:
    """The facts of a page that was fetched from `base_url`. Any text is a page; of a hostile one, its beginning."""
    reading = read(html_text)
    base = absolute(reading.base, base_url) or base_url
    words = "".join(reading.text).split()
    return PageFacts(
        title=_line("".join(reading.title)),
        language=(reading.language.strip().lower() or None) if reading.language else None,
        canonical=absolute(reading.canonical, base),
        noindex=reading.noindex,
        links=_absolute(reading.links, base),
        me=_absolute(reading.me, base),
        refresh=_refresh(reading, base),
        password_field=reading.password_field,
        fields=reading.fields,
        media=reading.media,
        scripts=reading.scripts,
        script_links=_absolute(reading.script_links, base),
        text_length=sum(map(len, words)) + max(0, len(words) - 1),
        text=" ".join(words[:WORDS])[:MAX_LENGTH],
        generator=_line(reading.meta.get("generator")),
        og_title=_line(reading.meta.get("og:title")),
    )


def absolute(address: str | None, base: str) -> str | None:
    """The web address that is meant by `address` on a page at `base`; None when it is none."""
    if address is None or len(address) > MAX_LENGTH:
        return None
    try:
        found = urldefrag(urljoin(base, "".join(address.split()))).url
        parts = urlsplit(found)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return found if fine else None


def _absolute(addresses: dict[str, None], base: str) -> tuple[str, ...]:
    found = (absolute(one, base) for one in addresses)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _refresh(reading: Reading, base: str) -> str | None:
    """`5; url=/there`; without an address the page only loads itself again."""
    _, _, rest = (reading.refresh or "").partition("=")
    return absolute(rest.strip(" '\""), base) if rest.strip(" '\"") else None


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split())[:MAX_LENGTH] or None
