"""What robots that look for pages are told: the sitemap, and robots.txt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from xml.etree import ElementTree

from folio.portfolio.site.model import Portfolio
from folio.render.artifact import Artifact
from folio.render.site.whole import address, rooted

Pages = tuple[Portfolio, Collection[str]]
"""One language, and the paths that it has pages at."""
SPACES = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}


def for_robots(languages: Sequence[Pages]) -> Iterator[Artifact]:
    """The sitemap and robots.txt; without the site's address there is nothing to say in them."""
    first, _ = languages[0]
    if first.site_url:
        yield Artifact("docs/sitemap.xml", sitemap(languages))
        yield Artifact.of("docs/robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {rooted(first, 'sitemap.xml')}\n")


def sitemap(languages: Sequence[Pages]) -> bytes:
    """Every page with its other languages. Only pages that have a day of their own say when they changed: a day that
    is today's at every build would teach robots to disbelieve it."""
    root = ElementTree.Element("urlset", SPACES)
    translated = [(portfolio, set(paths) - _untranslated(portfolio)) for portfolio, paths in languages]
    for portfolio, paths in languages:
        changed = _changed(portfolio)
        elsewhere = {f"articles/{one.id}/" for one in portfolio.essays if one.canonical}
        for path in sorted(set(paths) - elsewhere):
            entry = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(entry, "loc").text = address(portfolio, path)
            if day := changed.get(path):
                ElementTree.SubElement(entry, "lastmod").text = day
            for locale, url in _in_all_languages(translated, path):
                link = {"rel": "alternate", "hreflang": locale, "href": url}
                ElementTree.SubElement(entry, "xhtml:link", link)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _changed(portfolio: Portfolio) -> dict[str, str]:
    """By path, the day of each article, of the newest for their list, and of what the person does now."""
    days = {f"articles/{one.id}/": one.day.isoformat() for one in portfolio.essays if one.day}
    newest = {"articles/": max(days.values())} if days else {}
    now = {"now/": portfolio.now.day} if portfolio.now and portfolio.now.day else {}
    return days | newest | now


def _in_all_languages(languages: Sequence[Pages], path: str) -> Iterator[tuple[str, str]]:
    """Locale and address of the page in each language that has it, and of the first for everybody else."""
    there = [portfolio for portfolio, paths in languages if path in paths]
    if len(there) > 1:
        for portfolio in there:
            yield portfolio.language, address(portfolio, path) or ""
        if there[0] is languages[0][0]:
            yield "x-default", address(there[0], path) or ""


def _untranslated(portfolio: Portfolio) -> set[str]:
    """Articles that are shown among others of this language, and are in another."""
    return {f"articles/{one.id}/" for one in portfolio.essays if one.language}
