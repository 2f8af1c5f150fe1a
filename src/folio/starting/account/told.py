"""What a README tells: its title, its first real paragraph, and the sections that a case study is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from folio.evidence.github.readme import Readme
from folio.markdown import parser
from folio.markdown import words as words_of
from folio.repository.detect.readme import SCAFFOLD
from folio.repository.documents.headings import kinds
from folio.repository.documents.markdown import FRONT_MATTER, HTML_HEADING, MAX_BRACKETS, TAG, parse_page
from folio.repository.documents.markup import as_markdown
from folio.repository.text import without
from folio.starting.account import words

LEAST_WORDS = 5
"""Of a paragraph that says something."""
LONGEST, MOST_BLOCKS, MOST_INTROS = 1500, 12, 3
ASIDE = frozenset({"install", "usage", "licence"})
"""Kinds of headings below which nobody tells what a thing is."""
NOT_YET = re.compile(
    r"(?:this (?:project|app|repo\w*) (?:was|is) (?:bootstrapped|generated|scaffolded)|todo\b|tbd\b|wip\b|lorem ipsum"
    r"|work in progress|under construction|coming soon|describe your|a short description)",
    re.IGNORECASE,
)
"""How texts begin that a tool wrote, or that nobody has written yet."""
CODE_OR_TAG = re.compile(rf"(`[^`\n]+`)|{TAG.pattern}")
MARK = "\0"
"""Where a tag was: what follows on its line is indented for the tag's sake, and no code."""
FIELDS = {
    "problem": "problem|motivation|why|background|context|the challenge|challenge|why this|why this project|use case",
    "constraints": "constraints|requirements and constraints",
    "approach": "approach|solution|how it works|how this works|architecture|design|method|methods|methodology"
    "|implementation",
    "outcome": "result|results|outcome|outcomes|impact|findings|evaluation|benchmark|benchmarks|performance",
    "my_part": "my role|my part|my contribution|my contributions|what i did",
}
"""Fields of a project, and the headings below which a README tells them."""
HEADINGS = {heading: name for name, every in FIELDS.items() for heading in every.split("|")}


@dataclass(frozen=True, slots=True)
class Told:
    """Plain texts in the README's own words; empty where it says nothing."""

    title: str = ""
    intros: tuple[str, ...] = ()
    """The first paragraphs that say something."""
    sections: dict[str, str] = field(default_factory=dict)
    """Markdown by the field of a project that it is for."""


@dataclass(slots=True)
class _Section:
    level: int
    title: str
    blocks: list[tuple[bool, str]] = field(default_factory=list)
    """Whether it is a paragraph of its own, and not in a list; and its text."""


def told(readme: Readme | None) -> Told:
    """What `readme` tells. Never raises: every text is a README."""
    if readme is None or readme.text.count("[") > MAX_BRACKETS:
        return Told()
    sections = _rst(readme) if readme.name.lower().endswith(".rst") else _markdown(readme)
    if SCAFFOLD.search(readme.text) or any(
        NOT_YET.match(words.line(text)) for one in sections for _, text in one.blocks[:1]
    ):
        return Told()
    titles = [one for one in sections if one.level]
    title = titles[0] if titles and (titles[0].level == 1 or not sections[0].blocks) else None
    if title and title.level > 1 and ASIDE & kinds(title.title):
        title = None
    return Told(
        title=words.line(title.title) if title else "",
        intros=tuple(islice(_intros(sections, title), MOST_INTROS)),
        sections=dict(_fields(sections, title)),
    )


def _intros(sections: list[_Section], title: _Section | None) -> Iterator[str]:
    for section in sections:
        if section is title or not ASIDE & kinds(section.title):
            for alone, text in section.blocks:
                plain = words.line(text)
                if alone and len(words_of(plain)) >= LEAST_WORDS:
                    yield plain


def _fields(sections: list[_Section], title: _Section | None) -> Iterator[tuple[str, str]]:
    """The first section for each field, and what stands below it up to the next heading."""
    found: dict[str, str] = {}
    for one in sections:
        name = HEADINGS.get(words.line(one.title).casefold().rstrip("?").removeprefix("the "))
        if name and one is not title and name not in found:
            text = _joined(one.blocks)
            if len(words_of(text)) >= LEAST_WORDS:
                found[name] = text
    yield from ((name, found[name]) for name in FIELDS if name in found)


def _joined(blocks: list[tuple[bool, str]]) -> str:
    text, was_item = "", False
    for alone, block in blocks[:MOST_BLOCKS]:
        plain = " ".join(words.unpictured(block).split())
        if not plain:
            continue
        if len(text) + len(plain) > LONGEST:
            break
        between = "" if not text else "\n" if was_item and not alone else "\n\n"
        text, was_item = f"{text}{between}{'' if alone else '- '}{plain}", not alone
    return text.removesuffix(":") if text.count("\n") == 0 else text


def _rst(readme: Readme) -> list[_Section]:
    page = parse_page(readme.name, readme.text)
    return [_Section(one.level, one.title, [(True, " ".join(one.prose.split()))]) for one in page.sections]


def _markdown(readme: Readme) -> list[_Section]:
    sections = [_Section(0, "")]
    heading, inside = 0, 0
    for token in parser().parse(_without_html(as_markdown(readme.name, readme.text))):
        if token.type in ("blockquote_open", "table_open"):
            inside += 1
        elif token.type in ("blockquote_close", "table_close"):
            inside -= 1
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "inline" and heading:
            sections.append(_Section(heading, _text(token)[0]))
            heading = 0
        elif token.type == "inline" and not inside:
            text, outside = _text(token)
            if words_of(outside):  # a paragraph that is nothing but links is a list of links, not writing
                sections[-1].blocks.append((token.level == 1, text))
    return sections


def _without_html(text: str) -> str:
    """Headings of HTML as Markdown's, all other tags and comments gone."""
    text = text.replace(MARK, " ")
    plain = without(FRONT_MATTER.sub("", text, count=1), "<!--", "-->")
    plain = HTML_HEADING.sub(lambda found: f"\n\n{'#' * int(found[1])} {' '.join(found[2].split())}\n\n", plain)
    plain = CODE_OR_TAG.sub(lambda found: found[1] or MARK, plain)
    lines = (one.replace(MARK, " ").strip() if MARK in one else one for one in plain.split("\n"))
    return "\n".join(lines)


def _text(token: Any) -> tuple[str, str]:
    """The running text of a block, with code in backticks; and as much of it as is in no link."""
    text = outside = ""
    link = 0
    for child in token.children or ():
        link += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        said = {"text": child.content, "code_inline": f"`{child.content}`"}.get(child.type, "")
        said = " " if child.type in ("softbreak", "hardbreak") else said
        text += said
        outside += "" if link else said
    return text, outside
