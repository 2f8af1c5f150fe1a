"""Pages and articles of the person's own: links that lead nowhere, words of a front matter that mean nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from folio.advice.seen import Seen
from folio.document import parse
from folio.errors import InputError, Position, Problem
from folio.profile.manuscript import read_text
from folio.schema import suggestion

KNOWN = ("title", "date", "summary", "canonical", "menu", "tags")
ELSEWHERE = re.compile(r"[#/?]|[a-zA-Z][a-zA-Z0-9+.-]*:")
PREVIEW = 60


def broken_link(seen: Seen) -> Iterator[Problem]:
    """A link in a page or an article leads to no page that the site has."""
    known: frozenset[str] | None = None
    for place, file, body in _texts(seen):
        if "](" not in body and "]:" not in body:
            continue
        from folio.markdown import outline

        for address in dict.fromkeys(outline(body).links):
            if not address or ELSEWHERE.match(address):
                continue
            known = known or _site(seen)
            if (todo := _lost(unquote(address), place, known)) is not None:
                yield _in_file(seen, file, address, f"'{address[:PREVIEW]}' leads to no page of the site", todo)


def unknown_front_matter(seen: Seen) -> Iterator[Problem]:
    """A field in the front matter of a page of your own means nothing to folio."""
    for enclosed in seen.enclosed.values():
        for page in enclosed.pages.values():
            text = read_text(seen.folder, page.file)
            if not text.startswith("---\n"):
                continue
            header = text[4:].partition("\n---\n")[0]
            shown = str(seen.folder / page.file)
            try:
                document = parse(header.encode(), name=shown)
            except InputError:
                continue  # is an error, and told as one
            for path in document.keys:
                if len(path) == 1 and path[0] not in KNOWN:
                    found = document.problem(
                        path, "means nothing here", suggestion(str(path[0]), list(KNOWN)), key=True
                    )
                    at = found.position
                    yield replace(found, position=Position(at.file, at.line + 1, at.column))


def _texts(seen: Seen) -> Iterator[tuple[str, str, str]]:
    """Where each text is on the site, its file, and the text; once, in whatever languages it is used."""
    told: set[str] = set()
    for enclosed in seen.enclosed.values():
        for path, page in enclosed.pages.items():
            if page.file not in told:
                told.add(page.file)
                yield path, page.file, page.text.body
    own = next(iter(seen.enclosed.values()), None)
    for article in seen.profile.articles or ():
        if own and article.file and article.id in own.manuscripts:
            yield f"articles/{article.id}/", article.file, own.manuscripts[article.id].body


def _site(seen: Seen) -> frozenset[str]:
    """The site paths there may be."""
    from folio.render.site.kinds import PAGES

    profile = seen.profile
    paths = {page.path for page in PAGES} | {"resume.pdf", "feed.xml", "feed.json", "sitemap.xml"}
    paths |= {f"work/{one.id}/" for one in profile.projects or ()}
    paths |= {f"articles/{one.id}/" for one in profile.articles or () if one.file}
    for enclosed in seen.enclosed.values():
        paths |= set(enclosed.pages)
    paths |= {f"{tag}/{path}" for tag in profile.site.locales for path in paths}
    return frozenset(paths)


def _lost(address: str, place: str, known: frozenset[str]) -> str | None:
    """What to do about an address in a page at `place`; None where it leads somewhere."""
    path = re.split("[?#]", address)[0]
    if path.startswith("."):
        path = posixpath.normpath(posixpath.join(place, path)) + ("/" if path.endswith(("/", "/.", "..")) else "")
        path = "" if path in (".", "./") else path
    if path in known or path.startswith(("assets/", "img/")) or f"{path.removesuffix('index.html')}" in known:
        return None
    page = f"{posixpath.splitext(path)[0].removeprefix('pages/')}/"
    if page in known or f"{path}/" in known:
        return f"write '{page if page in known else f'{path}/'}'"
    return "write it as the site has it, such as 'contact/' or 'work/<id>/', or with https://"


def _in_file(seen: Seen, file: str, address: str, what: str, todo: str) -> Problem:
    text = read_text(seen.folder, file)
    at = max(text.find(f"]({address}"), text.find(f"]: {address}"), 0)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    source = text.splitlines()[line - 1] if text else ""
    return Problem(Position(str(seen.folder / file), line, column), "", what, todo, source)
