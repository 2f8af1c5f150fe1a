"""Texts in a Markdown document: plain ones that say what they say, and Markdown that stays within its place."""

from __future__ import annotations

import re

SPECIAL = re.compile(r"([\\`*\[<$]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;))")
AT_START = re.compile(r"^(?:([-+#=>~])|(\d+)(?=[.)]))")
TAG = re.compile(r"<(?!https?://[^\s<>]+>)(?=[A-Za-z/!?])")
SCRIPT = re.compile(r"\]\((?=\s*(?:<\s*)?(?!https?:|mailto:)[A-Za-z][A-Za-z0-9+.-]*:)")
"""The target of a link that is neither a page nor an address."""
DEFINITION = re.compile(r"^( {0,3})\[(?=[^\]\n]*\]:)")
HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)")
RULE = re.compile(r"^( {0,3})((?:[-=_*]\s*){2,})$")
FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")


def plain(text: str) -> str:
    """A line of plain text, in which no sign means anything."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def line(text: str) -> str:
    """The same where a line, a heading or an item begins."""
    return AT_START.sub(lambda match: f"{match[2]}\\" if match[2] else f"\\{match[1]}", plain(text))


def within(text: str) -> str:
    """Markdown of a field: without HTML, headings or open ends that would reach beyond it. Code stays as it is."""
    fence = ""
    found = []
    for one in text.splitlines():
        match = FENCE.match(one)
        if fence:
            if match and match[1].startswith(fence) and not one.strip().strip(fence[0]):
                fence = ""
        elif match:
            fence = match[1]
        found.append(one if fence or match else _line(one))
    return "\n".join([*found, *([fence] if fence else [])]).strip()


def _line(text: str) -> str:
    if heading := HEADING.match(text):
        title = text[heading.end() :].strip().rstrip("#").replace("*", "").strip()
        text = f"**{title}**" if title else ""
    text = RULE.sub(r"\1\\\2", text)
    text = DEFINITION.sub(r"\1\\[", text)
    return SCRIPT.sub(r"\\](", TAG.sub(r"\\<", text))
