"""The portfolio site as a folder of Markdown pages: `docs/`, theme overrides and `mkdocs.yml`, all in memory.

Any generator that reads Markdown with front matter can build it. What people wrote never passes through Markdown: a
page is one block of raw HTML, filled in and escaped by its template. In templates and prose an address within the site
is its site path ("work/shelfcast/"); here it becomes relative to the page, so that the site works below any path and
from a folder on disk.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from folio.errors import InputError, Position, Problem
from folio.portfolio.parts import Picture
from folio.portfolio.site.model import CaseStudy, Essay, Portfolio
from folio.render.artifact import Artifact
from folio.render.site import config, structured
from folio.render.site.picture_size import picture_size
from folio.render.templates import render
from folio.resources import root


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a site may have, its word in the navigation, and the fields of Portfolio it lives on."""

    path: str
    template: str
    label: str
    needs: tuple[str, ...] = ()


PAGES = (
    Page("", "site/index.md.j2", "Home"),
    Page("work/", "site/work.md.j2", "Work", ("work",)),
    Page("services/", "site/services.md.j2", "Services", ("offers", "terms")),
    Page("articles/", "site/articles.md.j2", "Articles", ("essays",)),
    Page("about/", "site/about.md.j2", "About", ("summary", "experience", "skills", "education")),
    Page("contact/", "site/contact.md.j2", "Contact", ("contact",)),
)
"""The order is the order of the navigation. A page that lacks everything it needs is not written."""


def render_site(
    portfolio: Portfolio, *, overrides: Path | None = None, documents: Mapping[str, str] | None = None
) -> tuple[Artifact, ...]:
    """The site's folder, sorted by path.

    `overrides` is the person's own templates folder. `documents` are the files that will lie beside the pages, by their
    site path, with the words to link them by: {"resume.pdf": "Résumé (PDF)"}.
    """
    shown = [page for page in PAGES if not page.needs or any(getattr(portfolio, name) for name in page.needs)]
    files = dict(documents or {})
    common: dict[str, object] = {
        "portfolio": portfolio,
        "pages": [page.path for page in shown],
        "documents": files,
        "action": config.action(portfolio),
        "photo": photo_path(portfolio.photo) if portfolio.photo else None,
    }

    written: dict[str, Artifact] = {}
    for page in shown:
        head, body = _filled(page.template, common | {"path": page.path}, overrides)
        if body:
            written[page.path] = _markdown(portfolio, page.path, head, body)
    for case, following in zip_longest(portfolio.work, portfolio.work[1:]):
        path = f"work/{case.id}/"
        values = common | {"path": path, "case": case, "following": following}
        head, body = _filled("site/case.md.j2", values, overrides)
        if body:
            written[path] = _markdown(portfolio, path, head, body, case=case)
    for essay in portfolio.essays:
        if essay.body is not None:
            path = f"articles/{essay.id}/"
            head, body = _filled("site/article.md.j2", common | {"path": path, "essay": essay}, overrides)
            if body:
                written[path] = _markdown(portfolio, path, head, body, essay=essay)

    navigation = [(page.label, page.path) for page in shown if page.path in written]
    return tuple(
        sorted(
            [
                *written.values(),
                config.mkdocs_yml(portfolio, navigation, files),
                *config.for_robots(portfolio, list(written)),
                *_assets(portfolio, overrides),
            ]
        )
    )


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


def _markdown(
    portfolio: Portfolio,
    path: str,
    head: Mapping[str, str],
    body: str,
    *,
    case: CaseStudy | None = None,
    essay: Essay | None = None,
) -> Artifact:
    own = portfolio.site_url.rstrip("/") + "/" + path if portfolio.site_url else None
    front = config.fields(
        {
            **head,
            "layout": "folio",
            "path": path,
            "section": path.partition("/")[0] + "/" if path else "",
            "kind": "article" if essay else "website" if path else "profile",
            "canonical": essay.canonical if essay and essay.canonical else own,
            "structured": structured.for_page(portfolio, path, case=case, essay=essay),
        }
    )
    return Artifact.of(
        f"docs/{path}index.md", f"---\n{front}---\n\n{_verbatim(_rooted(body, path, dict(portfolio.assets)))}\n"
    )


_TAG = re.compile(r'<[a-zA-Z](?:[^<>"]|"[^"]*")*>')
_ATTRIBUTE = re.compile(r'(\s[a-zA-Z-]+=)"([^"]*)"')
_ELSEWHERE = re.compile(r"[#/?.]|[a-zA-Z][a-zA-Z0-9+.-]*:")


def _rooted(body: str, path: str, pictures: Mapping[str, bytes]) -> str:
    """`body` with every address that is a site path made relative to its page, and every picture with its size."""
    to_root = "../" * path.count("/") or "./"

    def attribute(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name.strip() not in ("href=", "src=") or not value or _ELSEWHERE.match(value):
            return found[0]
        size = picture_size(pictures[value]) if value in pictures and name.strip() == "src=" else None
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'{name}"{to_root}{value}"{room}'

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), body)


def _verbatim(body: str) -> str:
    """`body` without what Python-Markdown looks for before it looks for HTML: the fences of code blocks."""
    return body.replace("`", "&#96;").replace("~", "&#126;")


def _assets(portfolio: Portfolio, overrides: Path | None) -> Iterator[Artifact]:
    """Style, fonts, script and theme overrides, the person's before ours; then the pictures."""
    found: dict[str, Path] = {}
    for folder in (root("templates") / "site", *([overrides / "site"] if overrides else [])):
        for part, target in (("assets", "docs/assets"), ("overrides", "overrides")):
            for file in (folder / part).rglob("*"):
                if file.is_file():
                    found[f"{target}/{file.relative_to(folder / part).as_posix()}"] = file
    yield from (Artifact(name, file.read_bytes()) for name, file in found.items())
    yield from (Artifact(f"docs/{name}", content) for name, content in portfolio.assets)
    if portfolio.photo:
        yield Artifact(f"docs/{photo_path(portfolio.photo)}", portfolio.photo.content)
    icon = render("site/favicon.svg.j2", {"initials": config.initials(portfolio.name)}, overrides=overrides)
    yield Artifact.of("docs/assets/favicon.svg", icon)


def photo_path(photo: Picture) -> str:
    """Where the portrait lies in the site, named after what it is."""
    kinds = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"RIFF", "webp"), (b"GIF8", "gif"))
    ending = next((ending for magic, ending in kinds if photo.content.startswith(magic)), "jpg")
    return f"assets/portrait.{ending}"
