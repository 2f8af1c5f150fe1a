"""Markdown (and, by its plainest rules, reStructuredText): headings, sections, code blocks, links, images."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

HTML_IMAGE = re.compile(r"<(?:img|video|source)\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.I)
HTML_LINK = re.compile(r"<a\b[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)
HTML_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.I | re.S)
TAG = re.compile(r"<[^>]*>")
FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.S)
UNDERLINE = re.compile(r"^([=\-~^\"'*+#`:.])\1{2,}\s*$")
RST_LINK = re.compile(r"`[^`<]*<(https?://[^>\s]+)>`_|(?<![<\w])(https?://[^\s<>`\"')\]]+)")


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
        return Section(self.level, self.title, self.line, prose, tuple(self.code), tuple(self.images), tuple(self.links), self.tables)


def parse_page(path: str, text: str) -> Page:
    """The document in `text`; what is not reStructuredText by its name is taken as Markdown."""
    return _parse_rst(text) if path.lower().endswith(".rst") else _parse_markdown(text)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")


def _parse_markdown(text: str) -> Page:
    skipped = FRONT_MATTER.match(text)
    first = text[: skipped.end()].count("\n") if skipped else 0
    sections = [_Open(0, "", 1)]
    heading: tuple[int, int] | None = None
    for token in _parser().parse(text[skipped.end() :] if skipped else text):
        line = first + (token.map[0] if token.map else 0) + 1
        if token.type == "heading_open":
            heading = (int(token.tag[1]), line)
        elif token.type == "inline" and heading:
            title = "".join(child.content for child in token.children or () if child.type in ("text", "code_inline"))
            sections.append(_Open(heading[0], title.strip(), heading[1]))
            heading = None
            _take_inline(sections[-1], token.children or [], prose=False)
        elif token.type == "inline":
            _take_inline(sections[-1], token.children or [], prose=True)
        elif token.type in ("fence", "code_block"):
            sections[-1].code.append(token.content)
        elif token.type == "table_open":
            sections[-1].tables += 1
        elif token.type == "html_block":
            _take_html_block(sections, token.content, line)
    return Page(tuple(one.closed() for one in sections))


def _take_inline(section: _Open, children: list[object], *, prose: bool) -> None:
    words: list[str] = []
    for child in children:
        kind, content = getattr(child, "type", ""), getattr(child, "content", "")
        attributes = getattr(child, "attrs", {})
        if kind == "image":
            section.images.append(str(attributes.get("src", "")))
        elif kind == "link_open":
            section.links.append(str(attributes.get("href", "")))
        elif kind == "html_inline":
            section.images += HTML_IMAGE.findall(content)
            section.links += HTML_LINK.findall(content)
        elif kind in ("text", "code_inline"):
            words.append(content)
        elif kind in ("softbreak", "hardbreak"):
            words.append("\n")
    if prose:
        section.prose.append("".join(words))


def _take_html_block(sections: list[_Open], content: str, line: int) -> None:
    """Centred titles and pictures in many READMEs are raw HTML."""
    for level, title in HTML_HEADING.findall(content):
        sections.append(_Open(int(level), TAG.sub("", title).strip(), line))
    section = sections[-1]
    section.images += HTML_IMAGE.findall(content)
    section.links += HTML_LINK.findall(content)
    section.prose.append(TAG.sub(" ", HTML_HEADING.sub(" ", content)).strip())


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
