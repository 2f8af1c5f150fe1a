"""Files of plain text beside the pages: `humans.txt` for the curious, `llms.txt` for language models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from folio.portfolio.site.model import Portfolio
from folio.render.artifact import Artifact
from folio.render.site.structured.things import text_of
from folio.render.site.whole import address

TEAM = ("email", "website", "location")
SPOKEN = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "`": "'"})
"""Characters that would be more than text in Markdown; readers of llms.txt know no escapes."""


def humans_txt(portfolio: Portfolio) -> Artifact:
    """Who made the site and with what, in the form of humanstxt.org."""
    labels = {"email": "Contact", "website": "Site", "location": "From"}
    lines = [f"{labels[one.kind]}: {one.text}" for one in portfolio.contact if one.kind in TEAM]
    languages = [one.name for one in portfolio.alternates] or [portfolio.language]
    site = [
        f"Last update: {portfolio.today:%Y/%m/%d}",
        f"Language: {', '.join(languages)}",
        "Standards: HTML, CSS, JSON-LD, microformats",
        "Software: folio",
    ]
    who = [f"{portfolio.role or 'Name'}: {portfolio.name}", *lines]
    parts = (("TEAM", who), ("SITE", site))
    text = "\n".join(f"/* {name} */\n" + "".join(f"\t{_line(one)}\n" for one in said) for name, said in parts)
    return Artifact.of("docs/humans.txt", text)


def llms_txt(first: Portfolio, words: Mapping[str, str], descriptions: Mapping[str, tuple[str, str]]) -> Artifact:
    """The site in short, in the form of llmstxt.org: name, summary, and links under headings.

    It is in the first language; `descriptions` are title and description of its pages, by path.
    """
    lines = [f"# {_spoken(first.name)}", "", f"> {_spoken(first.headline)}", "", _spoken(text_of(first.summary))]
    for heading, links in _sections(first, words, descriptions):
        if links:
            lines += ["", f"## {_spoken(heading)}", "", *links]
    return Artifact.of("docs/llms.txt", "\n".join(lines) + "\n")


def _sections(
    portfolio: Portfolio, words: Mapping[str, str], descriptions: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, list[str]]]:
    def page(path: str, note: str | None = None) -> str:
        title, description = descriptions[path]
        return _link(title.partition(" · ")[0], address(portfolio, path) or path, note or description)

    told = {"", "work/", "articles/", "services/", "imprint/", "privacy/"}
    cases = [f"work/{one.id}/" for one in portfolio.work]
    essays = [f"articles/{one.id}/" for one in portfolio.essays if one.body is not None]
    yield words["work"], [page(path) for path in cases if path in descriptions]
    if "services/" in descriptions:
        here = address(portfolio, "services/") or "services/"
        yield (
            words["services"],
            [
                _link(one.title, f"{here}#{one.id}", " · ".join(filter(None, (one.for_whom, one.price))))
                for one in portfolio.offers
            ],
        )
    if "articles/" in descriptions:
        elsewhere = [_link(one.title, one.url, one.summary) for one in portfolio.essays if one.body is None and one.url]
        yield words["articles"], [*(page(path) for path in essays if path in descriptions), *elsewhere]
    yield words["about"], [page(path) for path in descriptions if path not in {*told, *cases, *essays}]
    others = [one for one in portfolio.alternates if one.prefix != portfolio.prefix]
    root = (portfolio.site_url or "").rstrip("/")
    yield words["language"], [_link(one.name, f"{root}/{one.prefix}" if root else one.prefix, None) for one in others]
    yield "Optional", [page(path) for path in ("imprint/", "privacy/") if path in descriptions]


def _link(title: str, url: str, note: str | None) -> str:
    said = f": {_spoken(note)}" if note else ""
    return f"- [{_spoken(title)}]({quote(url, safe=':/?#@!$&*+,;=%~-._')}){said}"


def _spoken(text: str) -> str:
    return _line(text).translate(SPOKEN)


def _line(text: str) -> str:
    return " ".join(text.split())
