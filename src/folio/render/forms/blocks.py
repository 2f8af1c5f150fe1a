"""Sanitised HTML taken apart, for forms that are not HTML: paragraphs and items, and the runs of text in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from folio.portfolio.parts import Html
from folio.render.plain import UNSEEN

UNFIT = re.compile("[\u00ad\ud800-\udfff\ufffe\uffff]")
"""What no document shows and some formats can't hold."""
WHITE = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")
"""What a browser shows as one space; a space that no line breaks at is none of it."""
LONGEST_WORD = 400
TOO_LONG = re.compile(rf"([!-\u058f]{{{LONGEST_WORD}}})[!-\u058f]+")
"""The rest of a word that no line takes; alphabets without spaces between words are left alone."""

PARAGRAPHS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "div",
    "figure",
    "figcaption",
    "tr",
    "table",
    "hr",
    "pre",
}
LISTS = {"ul", "ol"}
BOLD, ITALIC = {"strong", "b", "th"}, {"em", "i"}


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one manner."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an item of a list; `number` is set in a numbered one."""

    runs: tuple[Run, ...]
    item: bool = False
    number: int | None = None

    @property
    def text(self) -> str:
        """Its words without markup."""
        return "".join(run.text for run in self.runs)


def shown(text: str) -> str:
    """A text on one line, fit for any format: without what can't be seen, and without words that no line takes."""
    return TOO_LONG.sub(r"\1…", WHITE.sub(" ", UNFIT.sub("", UNSEEN.sub("", text))).strip(" "))


def blocks(html: Html | None) -> tuple[Block, ...]:
    """The paragraphs and items of sanitised HTML, in order; those without any text are left out."""
    if not html:
        return ()
    parser = _Parser()
    parser.feed(str(html))
    parser.close()
    parser.flush()
    return tuple(parser.found)


def runs(html: Html) -> tuple[Run, ...]:
    """The same of one paragraph's worth of HTML."""
    return tuple(run for block in blocks(html) for run in block.runs)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[str] = []
        self._links: list[str | None] = []
        self._counts: list[int | None] = []
        self._item: tuple[bool, int | None] = (False, None)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in PARAGRAPHS or tag in LISTS or tag == "li":
            self.flush()
        if tag in LISTS:
            self._counts.append(0 if tag == "ol" else None)
        elif tag == "li" and self._counts:
            count = self._counts[-1]
            self._counts[-1] = None if count is None else count + 1
            self._item = True, self._counts[-1]
        elif tag == "a":
            self._links.append(dict(attributes).get("href"))
        elif tag in ("br", "td", "th"):
            self._add(" ")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
        if tag in PARAGRAPHS or tag in LISTS or tag == "li":
            self.flush()
        if tag in LISTS and self._counts:
            self._counts.pop()
        if tag == "a" and self._links:
            self._links.pop()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        opened = set(self._open)
        href = self._links[-1] if self._links else None
        run = Run(text, bool(opened & BOLD), bool(opened & ITALIC), "code" in opened, href)
        if self._runs and replace(self._runs[-1], text="") == replace(run, text=""):
            run = replace(run, text=self._runs.pop().text + text)
        self._runs.append(run)

    def flush(self) -> None:
        """What was heard so far becomes a block."""
        tidy: list[Run] = []
        for run in self._runs:
            text = UNFIT.sub("", UNSEEN.sub("", run.text))
            words = TOO_LONG.sub(r"\1…", WHITE.sub(" ", text))
            before = tidy[-1].text if tidy else " "
            words = words.lstrip(" ") if before.endswith(" ") else words
            if words:
                tidy.append(replace(run, text=words))
        if tidy:
            tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip(" "))
        if any(run.text for run in tidy):
            self.found.append(Block(tuple(run for run in tidy if run.text), *self._item))
            self._item = (False, None)
        self._runs = []
