"""Documents as pages: Markdown, and what can be read as if it were."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from folio.markdown import parser
from folio.repository.documents.cells import html_tables, table
from folio.repository.documents.markup import as_markdown
from folio.repository.documents.page import OpenSection, Page, PageUnreadable, closed
from folio.repository.documents.rst import MAX_LABEL, UNDERLINE, parse_rst
from folio.repository.text import without

if TYPE_CHECKING:
    from markdown_it.token import Token

HTML_IMAGE = re.compile(r"<(?:img|video|source)\b[^>]{0,500}?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.I)
HTML_LINK = re.compile(r"<a\b[^>]{0,500}?\bhref\s*=\s*[\"']?([^\"'\s>]+)[^>]{0,500}>([^<>]{0,200})", re.I)
BARE_LINK = re.compile(r"(?:(?<=\s)|^)https?://[^\s<>\"')\]]+")
"""Code hosts make a link of it, CommonMark does not."""
HTML_HEADING = re.compile(r"<h([1-6])[^>]{0,300}>(.{0,300}?)</h\1>", re.I | re.S)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.S)
MAX_BRACKETS = 10_000
"""Markdown's rules look back from each bracket to all that are open."""


def has_heading(text: str, words: Callable[[str], bool]) -> bool:
    """Whether a line that could be a heading holds the words: enough to know that the text need not be parsed."""
    lines = text.split("\n")
    return any(
        words(line.strip("#=* "))
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if len(line) < 200 and (line.startswith(("#", "=", "*")) or "<h" in line or UNDERLINE.match(following))
    )


def parse_page(path: str, text: str) -> Page:
    """The document in `text`: reStructuredText, AsciiDoc or Org by its name, and Markdown otherwise."""
    if text.count("[") > MAX_BRACKETS:
        raise PageUnreadable(f"over {MAX_BRACKETS:,} brackets")
    return parse_rst(text) if path.lower().endswith(".rst") else _parse_markdown(as_markdown(path, text))


def _parse_markdown(text: str) -> Page:
    text = without(FRONT_MATTER.sub(_blank, text, count=1), "<!--", "-->")
    sections = [OpenSection(0, "", 1)]
    heading: tuple[int, int] | None = None
    cells: tuple[int, list[list[str]]] | None = None
    for token in parser().parse(text):
        line = (token.map[0] if token.map else 0) + 1
        if token.type == "heading_open":
            heading = (int(token.tag[1]), line)
        elif token.type == "inline" and heading:
            sections.append(OpenSection(heading[0], TAG.sub("", _words(token.children or ())).strip(), heading[1]))
            heading = None
            _take_links(sections[-1], token)
        elif token.type == "inline":
            for level, title in HTML_HEADING.findall(token.content):  # centred titles are raw HTML
                sections.append(OpenSection(int(level), TAG.sub("", title).strip(), line))
            _take_links(sections[-1], token)
            prose = TAG.sub(" ", HTML_HEADING.sub(" ", _words(token.children or ()))).strip()
            sections[-1].prose.append(prose)
            if cells and cells[1]:
                cells[1][-1].append(prose)
        elif token.type in ("fence", "code_block"):
            sections[-1].code.append(token.content)
        elif token.type == "table_open":
            cells = line, []
        elif token.type == "tr_open" and cells:
            cells[1].append([])
        elif token.type == "table_close" and cells:
            sections[-1].tables.append(table(*cells))
            cells = None
    return closed(sections, html_tables(text))


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _words(children: Sequence[Token]) -> str:
    """Running text; what pictures and addresses say is left out."""
    breaks = ("softbreak", "hardbreak")
    return "".join(
        child.content if child.type in ("text", "code_inline") else "\n" if child.type in breaks else ""
        for child in children
    )


def _take_links(section: OpenSection, token: Token) -> None:
    open_link: str | None = None
    label = ""
    for child in token.children or ():
        if child.type == "image":
            section.images.append(str(child.attrGet("src") or ""))
            label += child.content
        elif child.type == "link_open":
            open_link, label = str(child.attrGet("href") or ""), ""
        elif child.type == "link_close" and open_link is not None:
            section.links.append((open_link, label.strip()[:MAX_LABEL]))
            open_link = None
        elif child.type in ("text", "code_inline"):
            label += child.content
            if open_link is None and child.type == "text" and "://" in child.content:
                section.links += [(address.rstrip(".,;:!?"), "") for address in BARE_LINK.findall(child.content)]
    if "<" in token.content:
        section.images += HTML_IMAGE.findall(token.content)
        section.links += [(address, label.strip()) for address, label in HTML_LINK.findall(token.content)]
