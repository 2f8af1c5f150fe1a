"""Code on a page: each block becomes one `pre` with nothing but its lines in it, whatever highlighter drew it.

Line numbers, prompts and what the code printed are left out; what a program prints was not written by anybody.
"""

from __future__ import annotations

import re

from folio.evidence.reading.html import Element, become, drop, has_class

CODE = ("pre", "code", "table", "figure")
NUMBERS = re.compile(
    r"(?:^|[\s_-])(?:gutter|linenos?|linenodiv|lineno|line-?numbers?(?:-rows)?|lntd?|ln|hljs-ln-numbers|blob-num"
    r"|react-syntax-highlighter-line-number)(?:$|[\s_-])"
)
"""Pygments, Rouge, Chroma, highlight.js, Prism, Hexo and GitHub."""
WRITTEN = re.compile(r"[^\W\d_]{3}")
PROMPT = re.compile(r"\s*(?:In|Out)?\s*\[[\d\s*]*\]:?\s*")
"""What Jupyter numbers cells by."""
PRINTED = re.compile(
    r"(?:^|\s)(?:cell-output\S*|output|output_(?:area|subarea|wrapper|text|stdout|stderr)|jp-(?:OutputArea|Rendered)\S*)(?:\s|$)"
)
"""Quarto's, nbconvert's and Jupyter's classes."""
LINE = re.compile(r"(?:^|\s)(?:line|code-line|token-line|view-line)(?:\s|$)")
LANGUAGE = re.compile(r"(?:language|lang|highlight-source|brush)[-:]\s?([\w+#.-]+);?$")
OWN_LINE = ("div", "p", "li", "tr")


def set_listings(tree: Element) -> None:
    """Turns every block of code into a plain `pre`, with its language as `lang` where that is said."""
    for element in list(tree.iter("td", "th", "span", "div", "pre", "a", "code")):
        names = element.get("class") or ""
        is_prompt = "rompt" in names and PROMPT.fullmatch("".join(element.itertext()))
        if is_prompt or (NUMBERS.search(names) and _only_numbers(element)):
            drop(element)
    for block in list(tree.iter("pre")):
        above = list(block.iterancestors())
        if any(one.tag == "pre" for one in above):
            continue
        if any(PRINTED.search(one.get("class") or "") for one in above):
            drop(block)
        else:
            _become(block, _lines(block), _language(block, above))
    for table in list(tree.iter("table")):
        _without_table(table)


def _only_numbers(element: Element) -> bool:
    inside = any(one.tag in CODE or has_class(one, "highlight") for one in element.iterancestors())
    return inside and not WRITTEN.search("".join(element.itertext()))


def _lines(block: Element) -> str:
    """The text of a block; lines are parted by line breaks, by `br`, or each is an element of its own."""
    parts: list[str] = []
    _take(block, parts)
    text = "".join(parts)
    lines = [one for one in block.iter("span") if LINE.search(one.get("class") or "")]
    if len(lines) > 2 * text.strip().count("\n") + 2:
        text = "\n".join("".join(one.itertext()).rstrip("\n") for one in lines)
    return text.replace("\u00a0", " ")


def _take(element: Element, parts: list[str]) -> None:
    if element.tag == "br":
        parts.append("\n")
        return
    if element.tag in ("button", "style", "script"):
        return
    apart = element.tag in OWN_LINE
    if apart and parts and not parts[-1].endswith("\n"):
        parts.append("\n")
    if element.text:
        parts.append(element.text)
    for inner in element:
        _take(inner, parts)
        if inner.tail:
            parts.append(inner.tail)
    if apart:
        parts.append("\n")


def _language(block: Element, above: list[Element]) -> str:
    for element in (*block.iter(), *above[:3]):
        for name in (element.get("class") or "").split():
            if found := LANGUAGE.match(name):
                return found[1]
        if said := element.get("data-lang") or element.get("data-language"):
            return said
    return ""


def _become(element: Element, text: str, language: str) -> None:
    become(element, "pre", text, lang=re.sub(r"[^\w+#.-]", "", language))


def _without_table(table: Element) -> None:
    """A table that only sets line numbers beside code is that code."""
    blocks = [one for one in table.iter("pre") if (one.text or "").strip()]
    if not blocks or table.getparent() is None:
        return
    cells = (one for one in table.iter("td", "th") if one.find(".//pre") is None)
    if not any("".join(one.itertext()).strip() for one in cells):
        language = next((said for one in blocks if (said := one.get("lang"))), "")
        _become(table, "\n".join(one.text or "" for one in blocks), language)
