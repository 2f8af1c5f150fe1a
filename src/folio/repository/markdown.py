"""Markdown (and, by its plainest rules, reStructuredText): headings, sections, code blocks, links, images."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from folio.markdown import parser
from folio.repository.text import without

if TYPE_CHECKING:
    from markdown_it.token import Token

HTML_IMAGE = re.compile(r"<(?:img|video|source)\b[^>]{0,500}?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.I)
HTML_LINK = re.compile(r"<a\b[^>]{0,500}?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)
HTML_HEADING = re.compile(r"<h([1-6])[^>]{0,300}>(.{0,300}?)</h\1>", re.I | re.S)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.S)
UNDERLINE = re.compile(r"^([=\-~^\"'*+#`:.])\1{2,}\s*$")
RST_LINK = re.compile(r"`[^`<]*<(https?://[^>\s]+)>`_|(?<![<\w])(https?://[^\s<>`\"')\]]+)")


MAX_BRACKETS = 10_000
"""Markdown's rules look back from each bracket to all that are open."""


class PageUnreadable(Exception):
    """A document that would take too long to parse."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any level."""

    level: int
    title: str
    line: int
    prose: str
    code: tuple[str, ...]
    images: tuple[str, ...]
    links: tuple[str, ...]
    tables: int


@dataclass(frozen=True, slots=True)
class Page:
    """The sections of a document; the first holds what stands above the first heading and has level 0."""

    sections: tuple[Section, ...]

    @property
    def headings(self) -> tuple[Section, ...]:
        return tuple(one for one in self.sections if one.level)

    def first(self) -> tuple[Section, ...]:
        """What stands above the second heading: the title and its introduction."""
        return self.sections[:2] if len(self.sections) > 1 and self.sections[1].level == 1 else self.sections[:1]

    def below(self, heading: Section) -> tuple[Section, ...]:
        """The section of `heading` with the deeper ones that follow it."""
        at = self.sections.index(heading)
        end = at + 1
        while end < len(self.sections) and self.sections[end].level > heading.level:
            end += 1
        return self.sections[at:end]


class _Open:
    """A section that is being put together."""

    def __init__(self, level: int, title: str, line: int) -> None:
        self.level, self.title, self.line = level, title, line
        self.prose: list[str] = []
        self.code: list[str] = []
        self.images: list[str] = []
        self.links: list[str] = []
        self.tables = 0

    def closed(self) -> Section:
        prose = "\n".join(self.prose)
        lists = tuple(self.code), tuple(self.images), tuple(self.links)
        return Section(self.level, self.title, self.line, prose, *lists, self.tables)


def has_heading(text: str, words: Callable[[str], bool]) -> bool:
    """Whether a line that could be a heading holds the words: enough to know that the text need not be parsed."""
    lines = text.split("\n")
    return any(
        words(line.strip("# "))
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if len(line) < 200 and (line.startswith("#") or "<h" in line or UNDERLINE.match(following))
    )


def parse_page(path: str, text: str) -> Page:
    """The document in `text`; what is not reStructuredText by its name is taken as Markdown."""
    if text.count("[") > MAX_BRACKETS:
        raise PageUnreadable(f"over {MAX_BRACKETS:,} brackets")
    return _parse_rst(text) if path.lower().endswith(".rst") else _parse_markdown(text)


def _parse_markdown(text: str) -> Page:
    text = without(FRONT_MATTER.sub(_blank, text, count=1), "<!--", "-->")
    sections = [_Open(0, "", 1)]
    heading: tuple[int, int] | None = None
    for token in parser().parse(text):
        line = (token.map[0] if token.map else 0) + 1
        if token.type == "heading_open":
            heading = (int(token.tag[1]), line)
        elif token.type == "inline" and heading:
            sections.append(_Open(heading[0], TAG.sub("", _words(token.children or ())).strip(), heading[1]))
            heading = None
            _take_links(sections[-1], token)
        elif token.type == "inline":
            for level, title in HTML_HEADING.findall(token.content):  # centred titles are raw HTML
                sections.append(_Open(int(level), TAG.sub("", title).strip(), line))
            _take_links(sections[-1], token)
            sections[-1].prose.append(TAG.sub(" ", HTML_HEADING.sub(" ", _words(token.children or ()))).strip())
        elif token.type in ("fence", "code_block"):
            sections[-1].code.append(token.content)
        elif token.type == "table_open":
            sections[-1].tables += 1
    return Page(tuple(one.closed() for one in sections))


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _words(children: Sequence[Token]) -> str:
    """Running text; what pictures and addresses say is left out."""
    breaks = ("softbreak", "hardbreak")
    return "".join(
        child.content if child.type in ("text", "code_inline") else "\n" if child.type in breaks else ""
        for child in children
    )


def _take_links(section: _Open, token: Token) -> None:
    for child in token.children or ():
        if child.type == "image":
            section.images.append(str(child.attrGet("src") or ""))
        elif child.type == "link_open":
            section.links.append(str(child.attrGet("href") or ""))
    if "<" in token.content:
        section.images += HTML_IMAGE.findall(token.content)
        section.links += HTML_LINK.findall(token.content)


def _parse_rst(text: str) -> Page:
    """Titles by their underlines, literal blocks by `::` and indentation, `image` and `code-block` directives."""
    lines = text.split("\n")
    levels: list[str] = []
    sections = [_Open(0, "", 1)]
    at = 0
    while at < len(lines):
        line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        mark = UNDERLINE.match(following)
        if line.strip() and not line.startswith((" ", "..")) and mark and len(following.rstrip()) >= len(line.rstrip()):
            if mark[1] not in levels:
                levels.append(mark[1])
            sections.append(_Open(levels.index(mark[1]) + 1, line.strip(), at + 1))
            at += 2
            continue
        at += 1
        section = sections[-1]
        if line.strip().startswith((".. image::", ".. figure::")):
            section.images.append(line.split("::", 1)[1].strip())
        elif line.rstrip().endswith("::") or line.strip().startswith((".. code", ".. sourcecode")):
            block, at = _indented(lines, at)
            section.code.append(block)
            section.prose.append("" if line.startswith("..") else line.rstrip(": "))
        elif not line.startswith("..") and not UNDERLINE.match(line):
            section.prose.append(line)
            section.links += [one or other for one, other in RST_LINK.findall(line)]
        elif line.startswith(".. _"):
            section.links += [one or other for one, other in RST_LINK.findall(line)]
    return Page(tuple(one.closed() for one in sections))


def _indented(lines: list[str], at: int) -> tuple[str, int]:
    block: list[str] = []
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith((" ", "\t"))):
        if not lines[at].strip().startswith(":"):
            block.append(lines[at])
        at += 1
    return "\n".join(block).strip("\n"), at
