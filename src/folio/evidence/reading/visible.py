"""Text without what HTML in it hides: nobody reads it, so that it counts for nothing (guard `hidden-text`)."""

from __future__ import annotations

import re
from bisect import bisect

FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.M)
CODE = r"(?P<code>(?P<ticks>`{1,3})[^`\n]{1,500}(?P=ticks))"
TAG = re.compile(CODE + r"|<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})(?P<said>[^<>]{0,500})>")
ATTRIBUTE = re.compile(r"""([A-Za-z-]{1,40})(?:\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"']+))?""")
UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])", re.I
)
VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))


def visible(text: str) -> str:
    """Markdown with its hidden elements left out; lines stay where they are, and code is let be.

    An element that is never closed hides the rest, as it does in a browser.
    """
    if "<" not in text or not any(mark in text.lower() for mark in ("hidden", "display", "font-size", "opacity")):
        return text
    fences = [fence.start() for fence in FENCE.finditer(text)]
    kept: list[str] = []
    at = begins = depth = 0
    hides = ""
    for found in TAG.finditer(text):
        name = (found["name"] or "").lower()
        if not name or bisect(fences, found.start()) % 2:
            continue
        if not hides and not found["closes"] and name not in VOID and _is_hidden(found["said"]):
            hides, begins, depth = name, found.start(), 0
        if hides == name:
            depth += -1 if found["closes"] else 0 if found["said"].endswith("/") else 1
            if depth <= 0:
                kept += [text[at:begins], "\n" * text.count("\n", begins, found.end())]
                at, hides = found.end(), ""
    rest = text[at:begins] + "\n" * text.count("\n", begins) if hides else text[at:]
    return "".join([*kept, rest])


def _is_hidden(attributes: str) -> bool:
    said = {name.lower(): value.strip("\"'") for name, value in ATTRIBUTE.findall(attributes)}
    return "hidden" in said or said.get("aria-hidden") == "true" or bool(UNSEEN.search(said.get("style", "")))
