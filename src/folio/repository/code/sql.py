"""SQL by its words: what is a statement, and what it is made of.

On statements that sqlglot can read these words find what its syntax tree holds, in a twentieth of the time, and they
read templates and dialects that it can't (docs/decisions.md, "Data").
"""

from __future__ import annotations

import re

from folio.repository.text import without

CONSTRUCTS = {
    "join": re.compile(
        r"\b(straight_)?join\s+[\w\"`\[({]"
        r"|(?<!distinct )\bfrom\s+[\w.\"`\[\]]{1,200}(\s+(as\s+)?(?!where\b|for\b)[\w\"]{1,100})?\s*,\s*[\w\"`(\[]",
    ),
    "group-by": re.compile(r"\bgroup\s+by\b"),
    "window": re.compile(r"\bover\s*\(|\)\s*over\s+[a-z_]|\bwindow\s+\w+\s+as\s*\("),
    "cte": re.compile(r"\bwith\s+(recursive\s+)?[\w\"`]+\s*(\([^()]{0,500}\)\s*)?as\s*(not\s+)?(materialized\s*)?\("),
}
ORDERED = {"select": ("select", "from"), "case": ("case", "when", "then", "end")}
"""Constructs that are told by keywords in this order, within one statement."""
KEYWORD = re.compile(r"\b(select|from|case|when|then|end)\b|;")
STATEMENT = re.compile(
    r"\s*(\(*\s*select\b.+?\bfrom\b\s+\S|with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s*\(|insert\s+(or\s+\w+\s+)?into\s+\S|update\s+\S+\s+set\s"
    r"|delete\s+from\s+\S|merge\s+into\s+\S|create\s+(or\s+replace\s+)?(unique\s+|temp(orary)?\s+|materialized\s+|virtual\s+)*"
    r"(table|view|index|function|trigger)\s+\S|alter\s+table\s+\S|copy\s+\S+\s+(from|to)\s)",
    re.I | re.S,
)
FIRST = re.compile(r"\s*(--|/\*|\{[#%]|\(|select|with|insert|update|delete|merge|create|alter|copy)", re.I)
"""How every statement begins, comments before it among them: a quick no for most strings."""
WORDS = re.compile(r"[=*(),;]|\b(where|values|group|order|join|limit|set|as)\b|\bfrom\s+[\w.\"`]+\s*$", re.I)
LINE = re.compile(r"--[^\n]*|'(?:[^'\n]|'')*'|\"[^\"\n]*\"")


def is_statement(text: str) -> bool:
    """Whether a string is SQL rather than a sentence that begins like it ("Select a file from the list")."""
    bare = stripped(text)
    found = STATEMENT.match(bare)
    return (
        found is not None
        and (WORDS.search(bare) is not None)
        and not re.match(r"\s*select (an?|the|one|your) \w+ from (an?|the|your|this)\b", bare, re.I)
    )


def stripped(text: str) -> str:
    """SQL without comments, template statements and what stands in quotes; lines stay where they are."""
    for begin, end in (("{#", "#}"), ("{%", "%}"), ("/*", "*/")):
        text = without(text, begin, end)
    return LINE.sub(lambda found: "" if found[0].startswith("--") else found[0][0] * 2, text)


def constructs(bare: str) -> dict[str, int]:
    """Where each construct begins in SQL without comments: select, join, group-by, window, cte, case."""
    small = bare.lower()
    if len(small) != len(bare):  # a letter that is written with two in small ones would shift every place
        small = "".join(letter.lower() if letter.isascii() else letter for letter in bare)
    starts = {name: found.start() for name, pattern in CONSTRUCTS.items() if (found := pattern.search(small))}
    return starts | _in_order(small)


def _in_order(bare: str) -> dict[str, int]:
    """Where each of the constructs begins whose keywords follow each other before the statement ends."""
    starts: dict[str, int] = {}
    reached = dict.fromkeys(ORDERED, (0, 0))
    for found in KEYWORD.finditer(bare):
        word = found[0]
        for name, keywords in ORDERED.items():
            step, start = reached[name]
            if word == ";" or word == keywords[0]:
                reached[name] = (int(word == keywords[0]), found.start())
            elif step and word == keywords[step]:
                reached[name] = (step + 1, start)
                if step + 1 == len(keywords):
                    starts.setdefault(name, start)
                    reached[name] = (0, 0)
        if len(starts) == len(ORDERED):
            break
    return starts
