r"""Formulas on a page, however they are set: each becomes a `formula` element with its TeX in it.

KaTeX and MathJax with what they keep of the source, MathML, Distill's and Substack's own elements, and the pictures
that WordPress draws. What stands in the text between `$$`, `\[ \]` or `\( \)` for a script to find is `pieces`' matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Literal

from folio.evidence.reading.html import Element, become, drop, has_class, markup
from folio.repository.documents.formulas import ENVIRONMENTS

FORMULA = "formula"
TEX = "application/x-tex"
RENDERED = re.compile(r"(?:^|\s)(?:MathJax(?:_\w+)?|MJX_Assistive_MathML|MJXc-display|mjx-chtml)(?:\s|$)")
"""What version 2 of MathJax draws beside the script that holds the source."""
PICTURE = re.compile(
    r"latex\.php|latex\.codecogs\.com|/render/math\b|mathurl\.com|chart\.googleapis\.com/chart\?cht=tx"
)
ATTRIBUTE = re.compile(r'\s+(?:xmlns|class|id|style|data-[\w-]+)="[^"]*"')
OPEN = re.compile(r"\$\$|\\\[|\\\(|\\begin\{(" + "|".join(ENVIRONMENTS) + r")(\*?)\}")
CLOSED_BY = {"$$": "$$", "\\[": "\\]", "\\(": "\\)"}

Kind = Literal["text", "display", "inline"]


def set_formulas(tree: Element) -> None:
    """Turns every formula that is an element of its own into `formula`; display formulas have `display="block"`."""
    for element in list(tree.iter("script")):
        kind = (element.get("type") or "").lower()
        if kind.startswith("math/"):
            _become(element, element.text or "", display="mode=display" in kind)
    for element in list(tree.iter("div", "span", "p")):
        if RENDERED.search(element.get("class") or ""):
            drop(element)
        elif has_class(element, "katex-display"):
            _become(element, _source(element), display=True)
        elif has_class(element, "katex"):
            _become(element, _source(element), display=_alone(element) and element.find(".//mstyle") is not None)
        elif has_class(element, "latex-rendered"):
            _become(element, _of_substack(element), display=True)
    for element in list(tree.iter("mjx-container")):
        _become(element, _source(element), display=element.get("display") == "true")
    for element in list(tree.iter("d-math")):
        _become(element, element.text or "", display=element.get("block") is not None)
    for element in list(tree.iter("math")):
        _become(element, _source(element), display="block" in (element.get("display"), element.get("mode")))
    for element in list(tree.iter("img")):
        if has_class(element, "latex") or PICTURE.search(element.get("src") or ""):
            _become(element, element.get("alt") or "", display=_alone(element))


def pieces(text: str) -> Iterator[tuple[Kind, str]]:
    """Plain text, cut where formulas begin and end in it; a mark that is never closed is text."""
    at = begin = 0
    never = set[str]()
    while found := OPEN.search(text, at):
        at = found.end()
        end = CLOSED_BY.get(found[0]) or f"\\end{{{found[1]}{found[2]}}}"
        stop = -1 if end in never else text.find(end, at)
        if stop < 0:
            never.add(end)
            continue
        if found.start() > begin:
            yield "text", text[begin : found.start()]
        at = begin = stop + len(end)
        whole = text[found.start() : at] if found[1] else text[found.end() : stop]
        yield "inline" if end == "\\)" else "display", whole
    if begin < len(text):
        yield "text", text[begin:]


def _become(element: Element, source: str, *, display: bool) -> None:
    if element.getparent() is not None:
        become(element, FORMULA, source, display="block" if display else "inline")


def _source(element: Element) -> str:
    """The TeX that a drawn formula was made from; without that, its MathML."""
    for note in element.iter("annotation"):
        if note.get("encoding") == TEX:
            return "".join(note.itertext())
    drawn = element if element.tag == "math" else element.find(".//math")
    if drawn is None:
        return "?"  # drawn without a trace of what it says
    return drawn.get("alttext") or ATTRIBUTE.sub("", markup(drawn))


def _of_substack(element: Element) -> str:
    try:
        said = json.loads(element.get("data-attrs") or "{}")
    except (ValueError, RecursionError):
        return "?"
    return str(said.get("persistentExpression") or "?") if isinstance(said, dict) else "?"


def _alone(element: Element) -> bool:
    """Whether its paragraph holds nothing else."""
    parent = element.getparent()
    if parent is None or parent.tag not in ("p", "div", "center", "figure", "td"):
        return False
    return len(list(parent)) == 1 and not (parent.text or "").strip() and not (element.tail or "").strip()
