"""The portfolio site as a folder of Markdown pages: `docs/`, theme overrides and `mkdocs.yml`, all in memory.

Any generator that reads Markdown with front matter can build it. What people wrote never passes through Markdown: a
page is one block of raw HTML, filled in and escaped by its template. In templates and prose an address within the site
is its site path ("work/shelfcast/"); here it becomes relative to the page, so that the site works below any path and
from a folder on disk.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from folio.errors import InputError, Position, Problem
from folio.portfolio.site.model import CaseStudy, Essay, Portfolio
from folio.portfolio.site.words import site_words
from folio.render.artifact import Artifact
from folio.render.badge import badge
from folio.render.site import (
    config,
    feeds,
    kinds,
    looks,
    plain_texts,
    search,
    search_engines,
    security,
    structured,
)
from folio.render.site.addresses import relative
from folio.render.site.cards import Cards
from folio.render.site.gallery import gallery
from folio.render.site.images import Shown
from folio.render.site.verbatim import verbatim
from folio.render.site.whole import rooted
from folio.render.templates import render
from folio.resources import root


@dataclass(frozen=True, slots=True)
class Filled:
    """A page before it is put in its place: what its head says, and its HTML."""

    head: Mapping[str, str]
    body: str
    case: CaseStudy | None = None
    essay: Essay | None = None


def render_site(
    *portfolios: Portfolio,
    overrides: Path | None = None,
    documents: Mapping[str, str] | None = None,
    cache: Path | None = None,
) -> tuple[Artifact, ...]:
    """The site's folder, sorted by path: the first portfolio at its root, every further language below its prefix.

    `overrides` is the person's own templates folder. `documents` are the files that will lie beside the pages, by their
    site path, with the words to link them by: {"resume.pdf": "Résumé (PDF)"}. In `cache` is kept what takes long.
    """
    shown = gallery(portfolios, cache)
    portfolios, first = shown.portfolios, shown.portfolios[0]
    files = dict(documents or {})
    filled = {one.prefix: _pages(one, _documents_of(one, portfolios, files), overrides) for one in portfolios}
    look = looks.look(first.look.name, overrides)
    drawn = Cards(look, cache)
    written = [
        _markdown(portfolio, path, page, _alternates(portfolio, path, filled), files, shown.hang(overrides), drawn)
        for portfolio in portfolios
        for path, page in filled[portfolio.prefix].items()
    ]
    languages = [_told(one, filled[one.prefix], _documents_of(one, portfolios, files)) for one in portfolios]
    pictures = {path: one.src for path, one in shown.in_texts.items()}
    indexes = [
        search.search_index(prefix, ((path, page.head, page.body) for path, page in pages.items()))
        for prefix, pages in filled.items()
    ]
    return tuple(
        sorted(
            [
                *written,
                *indexes,
                config.mkdocs_yml(first, languages, look),
                *search_engines.for_robots([(one, filled[one.prefix]) for one in portfolios]),
                *(file for one in portfolios for file in feeds.feeds(one, site_words(one.language), pictures)),
                plain_texts.humans_txt(first),
                plain_texts.llms_txt(first, site_words(first.language), _descriptions(filled[first.prefix])),
                security.headers(first),
                *badge(first, site_words(first.language)),
                *_assets(first, overrides),
                *(Artifact(f"docs/{one.path}", one.content) for one in shown.artifacts),
                *drawn.artifacts(),
            ]
        )
    )


def _descriptions(pages: Mapping[str, Filled]) -> dict[str, tuple[str, str]]:
    return {path: (page.head["title"], page.head["description"]) for path, page in pages.items()}


def _documents_of(one: Portfolio, portfolios: Sequence[Portfolio], files: Mapping[str, str]) -> dict[str, str]:
    """The documents in the language of `one`: those below its prefix and below no longer one."""
    others = [other.prefix for other in portfolios if len(other.prefix) > len(one.prefix)]
    return {
        path: label
        for path, label in files.items()
        if path.startswith(one.prefix) and not path.startswith(tuple(others))
    }


def _pages(portfolio: Portfolio, documents: Mapping[str, str], overrides: Path | None) -> dict[str, Filled]:
    """Every page of one language by its path there, in the order of the navigation."""
    shown = kinds.shown(portfolio)
    common: dict[str, object] = {
        "portfolio": portfolio,
        "words": site_words(portfolio.language),
        "look": portfolio.look.name,
        "alternates": portfolio.alternates,
        "pages": kinds.paths(portfolio, shown),
        "documents": documents,
        "action": config.action(portfolio),
        "photo": portfolio.photo,
    }
    found: dict[str, Filled] = {}

    def add(
        path: str, template: str, case: CaseStudy | None = None, essay: Essay | None = None, **values: object
    ) -> None:
        head, body = _filled(template, common | values | {"path": path, "case": case, "essay": essay}, overrides)
        if body:
            found[path] = Filled(head, body, case, essay)

    for page in shown:
        add(page.path, page.template)
    if "work" not in portfolio.hidden:
        neighbours = zip_longest((None, *portfolio.work[:-1]), portfolio.work, portfolio.work[1:])
        for previous, case, following in neighbours:
            if case:
                add(f"work/{case.id}/", "site/case.md.j2", case=case, previous=previous, following=following)
    if "articles" not in portfolio.hidden:
        for essay in portfolio.essays:
            if essay.body is not None:
                add(f"articles/{essay.id}/", "site/article.md.j2", essay=essay)
    for own in portfolio.own_pages:
        add(own.path, "site/page.md.j2", page=own)
    return found


_HEAD = re.compile(r'\A\s*<title>([^<]*)</title>\s*<meta name="description" content="([^"]*)">\s*')


def _filled(template: str, values: Mapping[str, object], overrides: Path | None) -> tuple[dict[str, str], str]:
    """The page's title and description, which a page template begins with, and the HTML after them."""
    text = render(template, values, overrides=overrides)
    if not text.strip():
        return {}, ""
    match = _HEAD.match(text)
    if not match:
        todo = 'begin it with <title>...</title> and <meta name="description" content="...">'
        raise InputError([Problem(Position(f"templates/{template}"), "", "the page has no title", todo)])
    title, description = (" ".join(html.unescape(words).split()) for words in match.groups())
    return {"title": title, "description": description}, text[match.end() :].strip()


def _alternates(
    portfolio: Portfolio, path: str, filled: Mapping[str, Mapping[str, Filled]]
) -> list[dict[str, str]] | None:
    """The same page in every language that has it, by site path; None when there is one language.

    An article without a translation is shown in all of them and is in its own language in each: it has no `same`.
    """
    if not portfolio.alternates:
        return None

    def has(prefix: str) -> bool:
        page = filled.get(prefix, {}).get(path)
        return page is not None and not (page.essay and page.essay.language)

    return [
        {
            "locale": one.locale,
            "name": one.name,
            "path": one.prefix + (path if path in filled.get(one.prefix, {}) else ""),
            "same": "yes" if has(one.prefix) and has(portfolio.prefix) else "",
        }
        for one in portfolio.alternates
    ]


def _markdown(
    portfolio: Portfolio,
    path: str,
    page: Filled,
    alternates: list[dict[str, str]] | None,
    files: Mapping[str, str],
    hang: Callable[[str], str],
    cards: Cards,
) -> Artifact:
    place = portfolio.prefix + path
    words = site_words(portfolio.language)
    card = cards.for_page(portfolio, words, path, page.head, page.case, page.essay)
    own = rooted(portfolio, place)
    front = config.fields(
        {
            **page.head,
            "layout": "folio",
            "locale": portfolio.language,
            "path": path,
            "place": place,
            "section": path.partition("/")[0] + "/" if path else "",
            "kind": "article" if page.essay else "website" if path else "profile",
            "canonical": page.essay.canonical if page.essay and page.essay.canonical else own,
            "alternates": alternates,
            "card": card,
            "feeds": feeds.links(portfolio, words),
            "structured": structured.for_page(
                portfolio,
                path,
                title=page.head["title"],
                description=page.head["description"],
                words=words,
                case=page.case,
                essay=page.essay,
                photo=portfolio.photo.src if isinstance(portfolio.photo, Shown) else None,
                image=rooted(portfolio, str(card["path"])) if card else None,
            ),
        }
    )
    body = relative(hang(page.body), path, prefix=portfolio.prefix, files=files)
    return Artifact.of(f"docs/{place}index.md", f"---\n{front}---\n\n{verbatim(body)}\n")


def _told(portfolio: Portfolio, pages: Mapping[str, Filled], documents: Mapping[str, str]) -> dict[str, object]:
    """What the frame of every page of one language says: navigation, ways to get in touch, words."""
    words = site_words(portfolio.language)
    shown = [page for page in kinds.shown(portfolio) if page.path in pages]
    own = [{"label": page.label, "path": page.path} for page in portfolio.own_pages if page.label]
    replaced = {page.path for page in portfolio.own_pages if page.label}

    def entries(in_menu: bool) -> list[dict[str, str]]:
        chosen = [page for page in shown if page.in_menu == in_menu and page.path not in replaced]
        return [{"label": words[page.name], "path": page.path} for page in chosen]

    return config.language(portfolio, words, [*entries(True), *own], entries(False), documents)


def _assets(portfolio: Portfolio, overrides: Path | None) -> Iterator[Artifact]:
    """Style, fonts, script and theme overrides, the person's before ours; then the icon."""
    found: dict[str, Path] = {}
    for folder in (root("templates") / "site", *([overrides / "site"] if overrides else [])):
        for part, target in (("assets", "docs/assets"), ("overrides", "overrides")):
            for file in (folder / part).rglob("*"):
                if file.is_file() and file.name != "base.css":
                    found[f"{target}/{file.relative_to(folder / part).as_posix()}"] = file
    look = portfolio.look
    found |= {f"docs/{path}": file for path, file in looks.files(look.name, overrides)}
    yield from (Artifact(name, file.read_bytes()) for name, file in found.items())
    if "docs/assets/folio.css" not in found:
        yield Artifact.of("docs/assets/folio.css", looks.style(look.name, look.accent, overrides))
    drawn = {"initials": config.initials(portfolio.name), "look": looks.look(look.name, overrides)}
    yield Artifact.of("docs/assets/favicon.svg", render("site/favicon.svg.j2", drawn, overrides=overrides))
