"""A tree of HTML as Markdown that says the same: words, headings, code, pictures, tables, quotes, links, formulas.

It is written to be measured like a person's own Markdown file, not to be shown. Characters that Markdown would take for
marks are written so that it does not.
"""

from __future__ import annotations

import re

from folio.evidence.reading.addresses import absolute
from folio.evidence.reading.html import Element
from folio.evidence.reading.notation import FORMULA, pieces
from folio.evidence.reading.pictures import is_picture, picture
from folio.evidence.reading.tables import is_data, rows
from folio.repository.text import words

BLOCKS = words(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
HEADING = re.compile(r"h[1-6]")
SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
NO_WIDTH = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]")
"""Where a word may be broken, and other things that nobody sees."""
ESCAPED = str.maketrans(
    {"\\": "\\\\", "`": "\\`", "*": "\\*", "_": "\\_", "|": "\\|", "~": "\\~"}
    | {"<": "&lt;", "&": "&amp;", "[": "&#91;", "]": "&#93;"}
)
BEGINS_LIKE_A_MARK = re.compile(r"(?:[#>+=-]|(\d{1,9})(?=[.)]))")
LINE_START = re.compile(r"(?<=\n)(?=[^\n])")
BAR = re.compile(r"(?<!\\)\|")
NOTE = re.compile(r"(?:&#91;)?\d{1,3}(?:&#93;)?")
"""What a footnote is referred to by."""


def markdown(root: Element, base: str) -> str:
    """What stands in `root`, a page's or a part of it; links and pictures are addressed from `base`."""
    return "\n\n".join(_Writer(root, base).blocks(root)) + "\n"


class _Writer:
    def __init__(self, root: Element, base: str) -> None:
        self._base = base
        self._apart: set[Element] = set()
        """Elements that are blocks, or have one in them."""
        for element in reversed(list(root.iter())):
            if element.tag in BLOCKS or any(one in self._apart for one in element):
                self._apart.add(element)

    def blocks(self, element: Element) -> list[str]:
        """What stands in an element, block by block; text between blocks is a paragraph."""
        done: list[str] = []
        line = [_text(element.text)]
        for inner in element:
            if inner in self._apart:
                done += _paragraphs(line)
                line = []
                done += self._block(inner)
            else:
                line.append(self._inline(inner))
            line.append(_text(inner.tail))
        return done + _paragraphs(line)

    def _block(self, element: Element) -> list[str]:
        tag = element.tag
        if HEADING.fullmatch(tag):
            title = self._line(element)
            return [f"{'#' * int(tag[1])} {title}"] if title else []
        if tag == "pre":
            return _fenced(element.text or "", element.get("lang") or "")
        if tag == "blockquote":
            quoted = "\n\n".join(self.blocks(element))
            return ["\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))] if quoted else []
        if tag in ("ul", "ol", "menu"):
            return self._list(element, "1. " if tag == "ol" else "- ")
        if tag == "table":
            return self._table(element)
        if tag == "a" and (address := self._leads_to(element)):
            return [*self.blocks(element), f"[](<{address}>)"]
        return self.blocks(element)

    def _list(self, element: Element, mark: str) -> list[str]:
        items: list[str] = []
        for inner in element:
            item = "\n\n".join(self.blocks(inner) if inner.tag == "li" else self._block(inner))
            if item.strip():
                items.append(mark + LINE_START.sub(" " * len(mark), item))
        return ["\n".join(items)] if items else []

    def _table(self, element: Element) -> list[str]:
        grid = rows(element)
        if not is_data(element, grid):
            return [block for cells in grid for cell in cells for block in self.blocks(cell)]
        width = max(map(len, grid))
        lines = [[self._cell(cell) for cell in cells] + [""] * (width - len(cells)) for cells in grid]
        head, *rest = (f"| {' | '.join(cells)} |" for cells in lines)
        caption = element.find("caption")
        said = [] if caption is None else _paragraphs([self._line(caption)])
        return [*said, "\n".join([head, "|" + " --- |" * width, *rest])]

    def _line(self, element: Element) -> str:
        """Everything in it on one line, as in headings and the cells of tables."""
        parts = [_text(element.text)]
        for inner in element:
            parts += [self._line(inner) if inner in self._apart else self._inline(inner), " ", _text(inner.tail)]
            if inner not in self._apart:
                del parts[-2]
        return " ".join("".join(parts).split())

    def _cell(self, element: Element) -> str:
        return BAR.sub(r"\\|", self._line(element))

    def _inline(self, element: Element) -> str:
        tag = element.tag
        if tag == FORMULA:
            return _formula(element.text or "") if element.get("display") == "block" else " "
        if tag == "br":
            following = element.getnext()
            twice = following is not None and following.tag == "br" and not (element.tail or "").strip()
            return "\n\n" if twice else " "
        if tag in ("img", "svg"):
            return f"![](<{address}>)" if (address := picture(element, self._base)) else ""
        if tag in ("code", "kbd", "samp", "tt"):
            return _code(" ".join("".join(element.itertext()).split()))
        inner = "".join(
            [_text(element.text), *(part for one in element for part in (self._inline(one), _text(one.tail)))]
        )
        if tag == "sup" and NOTE.fullmatch(inner.strip()):
            return ""
        if tag == "a" and inner.strip() and "\n\n" not in inner and (address := self._leads_to(element)):
            return f"[{inner.strip()}](<{address}>)"
        return inner

    def _leads_to(self, link: Element) -> str | None:
        """Where a link leads; neither to a part of the page nor to a picture in full size."""
        href = link.get("href") or "#"
        return None if href.startswith("#") or is_picture(href) else absolute(self._base, href)


def _text(text: str | None) -> str:
    """Plain text as Markdown; the formulas in it are blocks, or left out where they stand in a line."""
    if not text:
        return ""
    done = []
    for kind, piece in pieces(SPACE.sub(" ", NO_WIDTH.sub("", text))):
        if kind == "text":
            done.append(piece.translate(ESCAPED).replace("$$", "\\$\\$"))
        else:
            done.append(_formula(piece) if kind == "display" else " ")
    return "".join(done)


def _formula(tex: str) -> str:
    lines = [line for line in tex.replace("$$", " ").strip().splitlines() if line.strip()]
    return "\n\n$$\n" + "\n".join(lines) + "\n$$\n\n" if lines else ""


def _code(text: str) -> str:
    """Code within a line; nothing in it is a formula."""
    text = text.replace("$$", "$ $").replace("\\[", "\\ [").replace("\\begin", "\\ begin")
    if not text:
        return ""
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{ticks} {text} {ticks}" if "`" in text else f"`{text}`"


def _fenced(text: str, language: str) -> list[str]:
    code = text.strip("\n")
    if not code.strip():
        return []
    ticks = "`" * max(3, max(map(len, re.findall("`+", code)), default=0) + 1)
    return [f"{ticks}{language}\n{code}\n{ticks}"]


def _paragraphs(parts: list[str]) -> list[str]:
    done = []
    for paragraph in "".join(parts).split("\n\n"):
        if paragraph.startswith("$$\n"):
            done.append(paragraph)
        elif line := " ".join(paragraph.split()):
            done.append(BEGINS_LIKE_A_MARK.sub(_unmarked, line, count=1) if BEGINS_LIKE_A_MARK.match(line) else line)
    return done


def _unmarked(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[1] else f"\\{found[0]}"
