"""Markdown as a tree of tokens, and what an outline of it says; the one door to the Markdown parser.

CommonMark with tables and display math (`$$ ... $$`). Raw HTML is text, never markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of scripts that put no spaces between words; two of them are counted as one word."""
BREAKS = ("softbreak", "hardbreak", "code_inline", "math_inline", "math_inline_double")


@dataclass(frozen=True, slots=True)
class Outline:
    """What a Markdown text is made of, in the order of the text."""

    headings: tuple[tuple[int, str], ...]
    paragraphs: tuple[str, ...]
    """Running text: no code, no quotes, no tables, no lists of links."""
    words: tuple[str, ...]
    """The words of the paragraphs and headings."""
    code: tuple[tuple[str, str], ...]
    """Language (may be empty) and content of each code block."""
    images: tuple[str, ...]
    links: tuple[str, ...]
    tables: int
    formulas: tuple[str, ...]

    @property
    def title(self) -> str | None:
        """The first top heading."""
        return next((text for level, text in self.headings if level == 1), None)


Formula = Callable[[str, dict[str, Any]], str]
"""From TeX and its options (`display_mode`) to what is shown."""


@lru_cache(maxsize=4)
def parser(formula: Formula | None = None) -> MarkdownIt:
    """A configured parser, shared: whoever adds render rules to it passes a `formula` of their own."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # "from $5 to $6" is money: no digit beside a dollar that opens or closes a formula, no space inside it.
    return markdown.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
        renderer=formula,
    )


def outline(text: str) -> Outline:
    """What `text` is made of. Never raises: every text is Markdown."""
    found = _Found()
    for token, quoted in _walk(parser().parse(text)):
        found.take(token, quoted)
    return found.outline()


def _walk(tokens: list[Token]) -> Iterator[tuple[Token, bool]]:
    """Each block token, and whether it is inside a quote or a table."""
    depth = 0
    for token in tokens:
        if token.type in ("blockquote_open", "table_open"):
            depth += 1
        yield token, depth > 0
        if token.type in ("blockquote_close", "table_close"):
            depth -= 1


class _Found:
    def __init__(self) -> None:
        self.headings: list[tuple[int, str]] = []
        self.paragraphs: list[str] = []
        self.code: list[tuple[str, str]] = []
        self.images: list[str] = []
        self.links: list[str] = []
        self.formulas: list[str] = []
        self.tables = 0
        self.heading = 0

    def take(self, token: Token, quoted: bool) -> None:
        if token.type == "heading_open":
            self.heading = int(token.tag[1])
        elif token.type == "heading_close":
            self.heading = 0
        elif token.type in ("fence", "code_block"):
            self.code.append((token.info.strip().partition(" ")[0], token.content))
        elif token.type == "math_block":
            self.formulas.append(token.content)
        elif token.type == "table_open":
            self.tables += 1
        elif token.type == "inline":
            self._inline(token, quoted)

    def _inline(self, token: Token, quoted: bool) -> None:
        children = token.children or []
        text = "".join(child.content if child.type in ("text", "code_inline") else " " for child in children)
        if self.heading:
            self.headings.append((self.heading, " ".join(text.split())))
        outside, in_link = "", 0
        for child in children:
            if child.type == "link_open":
                in_link += 1
                self.links.append(str(child.attrGet("href") or ""))
            elif child.type == "link_close":
                in_link -= 1
            elif child.type == "image":
                self.images.append(str(child.attrGet("src") or ""))
            elif child.type == "math_inline_double":
                self.formulas.append(child.content)
            elif child.type == "text" and not in_link:
                outside += child.content
            else:
                outside += " "
        # A paragraph that is nothing but links is a list of links, not writing.
        if not quoted and words(outside):
            self.paragraphs.append(" ".join("".join(_readable(child) for child in children).split()))

    def outline(self) -> Outline:
        return Outline(
            headings=tuple(self.headings),
            paragraphs=tuple(self.paragraphs),
            words=tuple(word for paragraph in self.paragraphs for word in words(paragraph)),
            code=tuple(self.code),
            images=tuple(self.images),
            links=tuple(self.links),
            tables=self.tables,
            formulas=tuple(self.formulas),
        )


def _readable(token: Token) -> str:
    """What an inline token adds to running text; code and formulas add nothing."""
    return token.content if token.type == "text" else " " if token.type in BREAKS else ""


def words(text: str) -> list[str]:
    """The words of plain text; in scripts without spaces, every two letters."""
    unspaced = UNSPACED.findall(text)
    pairs = ["".join(unspaced[index : index + 2]) for index in range(0, len(unspaced) - 1, 2)]
    return WORD.findall(UNSPACED.sub(" ", text)) + pairs
