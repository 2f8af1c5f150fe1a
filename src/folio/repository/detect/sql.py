"""SQL that was written here: in files, and in the strings of Python. Source: rubric, `sql-authored`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.model import Place, Sql
from folio.repository.text import without
from folio.repository.tree import Tree
from folio.repository.usage import one_each

CONSTRUCTS = {
    "join": re.compile(r"\bjoin\s+[\w\"`\[({]", re.I),
    "group-by": re.compile(r"\bgroup\s+by\b", re.I),
    "window": re.compile(r"\bover\s*(\(|[a-z_]\w*)|\bwindow\s+\w+\s+as\s*\(", re.I),
    "cte": re.compile(
        r"\bwith\s+(recursive\s+)?[\w\"`]+\s*(\([^()]{0,500}\)\s*)?as\s*(not\s+)?(materialized\s*)?\(", re.I
    ),
}
ORDERED = {"select": ("select", "from"), "case": ("case", "when", "then", "end")}
"""Constructs that are told by keywords in this order, within one statement."""
KEYWORD = re.compile(r"\b(select|from|case|when|then|end)\b|;", re.I)
STATEMENT = re.compile(
    r"\s*(\(*\s*select\b.+?\bfrom\b\s+\S|with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s*\(|insert\s+(or\s+\w+\s+)?into\s+\S|update\s+\S+\s+set\s"
    r"|delete\s+from\s+\S|merge\s+into\s+\S|create\s+(or\s+replace\s+)?(unique\s+|temp(orary)?\s+|materialized\s+|virtual\s+)*"
    r"(table|view|index|function|trigger)\s+\S|alter\s+table\s+\S|copy\s+\S+\s+(from|to)\s)",
    re.I | re.S,
)
WORDS = re.compile(r"[=*(),;]|\b(where|values|group|order|join|limit|set|as)\b|\bfrom\s+[\w.\"`]+\s*$", re.I)
LINE = re.compile(r"--[^\n]*|'(?:[^'\n]|'')*'")
DUMP = re.compile(r"PostgreSQL database dump|MySQL dump|SQLite database dump|Dump completed", re.I)


def detect(tree: Tree) -> Sql:
    """Its volume, and the first place of each construct; comments and string values are not SQL."""
    places: list[Place] = []
    files = lines = 0
    for path in tree.of_kind(Kind.SOURCE):
        text = tree.read(path) if path.lower().endswith(".sql") else None
        if text and not DUMP.search(text[:2000]):
            bare = stripped(text)
            files += 1
            lines += sum(1 for line in bare.split("\n") if line.strip())
            places += _constructs(bare, path, 1)
    for path, line, text in embedded(tree):
        bare = stripped(text)
        lines += sum(1 for one in bare.split("\n") if one.strip())
        places += _constructs(bare, path, line)
    return Sql(files=files, lines=lines, constructs=one_each(places))


def embedded(tree: Tree) -> Iterator[tuple[str, int, str]]:
    """SQL statements in the strings and f-strings of own Python: where, and the text with values as `x`."""
    for module in tree.modules:
        seen: set[str] = set()
        for node in module.strings:
            text = _text(node)
            if len(text) >= 15 and text not in seen and is_statement(text):
                seen.add(text)
                yield module.path, node.lineno, text


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
    """SQL without comments, template statements and the insides of string values; lines stay where they are."""
    for begin, end in (("{#", "#}"), ("{%", "%}"), ("/*", "*/")):
        text = without(text, begin, end)
    return LINE.sub(lambda found: "''" if found[0].startswith("'") else "", text)


def _constructs(bare: str, path: str, line: int) -> Iterator[Place]:
    starts = {name: found.start() for name, pattern in CONSTRUCTS.items() if (found := pattern.search(bare))}
    for name, start in (starts | _in_order(bare)).items():
        yield Place(name=name, path=path, line=line + bare.count("\n", 0, start))


def _in_order(bare: str) -> dict[str, int]:
    """Where each of the constructs begins whose keywords follow each other before the statement ends."""
    starts: dict[str, int] = {}
    reached = dict.fromkeys(ORDERED, (0, 0))
    for found in KEYWORD.finditer(bare):
        word = found[0].lower()
        for name, words in ORDERED.items():
            step, start = reached[name]
            if word == ";" or word == words[0]:
                reached[name] = (int(word == words[0]), found.start())
            elif step and word == words[step]:
                reached[name] = (step + 1, start)
                if step + 1 == len(words):
                    starts.setdefault(name, start)
                    reached[name] = (0, 0)
    return starts


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
