"""Blanks what is not code: comments, and the insides of strings. One pass, and every position stays where it was."""

from __future__ import annotations

import re
from typing import NamedTuple

SLASHES = r"//[^\n]*|/\*.*?(?:\*/|\Z)"
HASH = r"\#[^\n]*"
DOUBLE = r'"(?:[^"\\\n]++|\\.)*+"?'
SINGLE = r"'(?:[^'\\\n]++|\\.)*+'?"
CHARACTER = r"'(?:[^'\\\n]|\\[^\n][^'\n]{0,8})'"
DOUBLE_LONG = r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)'
SINGLE_LONG = r"'(?:[^'\\]++|\\.)*+(?:'|\\?\Z)"
BACKTICK = r"`(?:[^`\\]++|\\.)*+(?:`|\\?\Z)"
# An atomic group, no possessive loop: before Python 3.11.5 such a loop with a look ahead in it ends at the wrong place.
TRIPLE = r'"""(?>(?:[^"\\]++|\\.|"(?!""))*)(?:"""|\\?\Z)'
TRIPLE_SINGLE = r"'''(?>(?:[^'\\]++|\\.|'(?!''))*)(?:'''|\\?\Z)"
EXPRESSION = (
    r"/(?:(?<![\w)\]}'\"`< ]/)|(?<=[=(,:!&|?{};] /)|(?<=return /))"
    r"(?![/*\s])(?:[^/\\\n\[]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n]){0,40}+\]){1,400}+/"
)
"""A regular expression of JavaScript: after a value the slash divides."""

TOKENS: dict[str, str] = {
    "c": rf'{SLASHES}|R"(?P<mark>[^(\s\\]{{0,16}})\(.*?(?:\)(?P=mark)"|\Z)|{DOUBLE}|{CHARACTER}',
    "go": rf"{SLASHES}|`[^`]*+(?:`|\Z)|{DOUBLE}|{CHARACTER}",
    "groovy": rf"{SLASHES}|{TRIPLE}|{TRIPLE_SINGLE}|{DOUBLE}|{SINGLE}",
    "java": rf"{SLASHES}|{TRIPLE}|{DOUBLE}|{CHARACTER}",
    "javascript": rf"{SLASHES}|{DOUBLE}|{SINGLE}|{BACKTICK}|{EXPRESSION}",
    "julia": rf"\#=.*?(?:=\#|\Z)|{HASH}|{TRIPLE}|{DOUBLE_LONG}|{CHARACTER}",
    "php": rf"{SLASHES}|\#(?!\[)[^\n]*|{DOUBLE_LONG}|{SINGLE_LONG}",
    "r": rf'{HASH}|r"(?P<mark>-{{0,8}})[(\[{{].*?(?:[)\]}}](?P=mark)"|\Z)|{DOUBLE_LONG}|{SINGLE_LONG}',
    "ruby": rf"{HASH}|{DOUBLE}|{SINGLE}",
    "rust": rf'{SLASHES}|r(?P<mark>\#{{0,8}})".*?(?:"(?P=mark)|\Z)|{DOUBLE_LONG}|{CHARACTER}',
    "sql": r"--[^\n]*|/\*.*?(?:\*/|\Z)|'[^']*+(?:'|\Z)",
}
"""What is not code, by family.

Each alternative begins with a letter of its own, by which the search finds it, and runs to its end or to the file's,
so that the pass is linear whatever is left open.
"""

COMMENTS = ("//", "/*", "#", "--")

FAMILIES: dict[str, str] = {
    "c": "c", "cc": "c", "cpp": "c", "cs": "c", "cu": "c", "cxx": "c", "h": "c", "hh": "c", "hpp": "c", "hxx": "c",
    "go": "go", "java": "java", "kt": "java", "kts": "java", "scala": "java", "sc": "java", "swift": "java",
    "groovy": "groovy", "dart": "javascript", "js": "javascript", "jsx": "javascript", "mjs": "javascript",
    "cjs": "javascript", "ts": "javascript", "tsx": "javascript", "mts": "javascript", "cts": "javascript",
    "vue": "javascript", "svelte": "javascript", "jl": "julia", "php": "php", "r": "r", "rb": "ruby", "rs": "rust",
    "sql": "sql",
}  # fmt: skip
"""File ending -> the family whose comments and strings it has."""

PATTERNS = {family: re.compile(tokens, re.S) for family, tokens in TOKENS.items()}
ENDS = "\"'`/#"
"""What closes a string; one that is left open ends with something else."""
INSIDE = re.compile(r"[^\n]")


class Blanked(NamedTuple):
    """A text twice, as long as it was: `plain` without comments, `code` without the insides of strings either."""

    plain: str
    code: str


def blanked(text: str, ending: str) -> Blanked:
    """The text of a file with this ending, without what is not code; a family that is not known stays as it is."""
    family = FAMILIES.get(ending)
    if family is None:
        return Blanked(text, text)
    plain: list[str] = []
    code: list[str] = []
    at = 0
    for match in PATTERNS[family].finditer(text):
        start, end = match.span()
        between = text[at:start]
        plain.append(between)
        code.append(between)
        token = text[start:end]
        at = end
        if token.startswith(COMMENTS):
            plain.append(_blank(token))
            code.append(plain[-1])
        else:
            plain.append(token)
            last = token[-1] if token[-1] in ENDS else _blank(token[-1])
            code.append(f"{token[0]}{_blank(token[1:-1])}{last}" if len(token) > 1 else token)
    plain.append(text[at:])
    code.append(text[at:])
    return Blanked("".join(plain), "".join(code))


def _blank(text: str) -> str:
    return " " * len(text) if "\n" not in text else INSIDE.sub(" ", text)
