"""SQL that was written here: in files, and in the strings of Python. Source: rubric, `sql-authored`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.model import Sql
from folio.repository.python import Module
from folio.repository.scan import File, Mark
from folio.repository.text import without
from folio.repository.tree import Tree
from folio.repository.usage import one_each, own_module

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
FIRST = re.compile(r"\s*(--|/\*|\{[#%]|\(|select|with|insert|update|delete|merge|create|alter|copy)", re.I)
"""How every statement begins, comments before it among them: a quick no for most strings."""
WORDS = re.compile(r"[=*(),;]|\b(where|values|group|order|join|limit|set|as)\b|\bfrom\s+[\w.\"`]+\s*$", re.I)
LINE = re.compile(r"--[^\n]*|'(?:[^'\n]|'')*'")
DUMP = re.compile(r"PostgreSQL database dump|MySQL dump|SQLite database dump|Dump completed", re.I)


LINES = "lines"
FILES = "files"


def scan(file: File) -> Iterator[Mark]:
    """Volume and constructs of a file's SQL; comments and string values are not SQL."""
    if file.is_source and file.ending == "sql" and not DUMP.search(file.text[:2000]):
        bare = stripped(file.text)
        yield Mark(FILES, amount=1)
        yield from _counted(bare, 1)
    elif module := own_module(file):
        for line, text in embedded(module):
            yield from _counted(stripped(text), line)


def detect(tree: Tree) -> Sql:
    """Its volume, and the first place of each construct."""
    amounts = {LINES: 0, FILES: 0}
    for _, mark in tree.marks("sql"):
        if mark.name in amounts:
            amounts[mark.name] += mark.amount
    places = one_each(one for one in tree.places("sql") if one.name not in amounts)
    return Sql(files=amounts[FILES], lines=amounts[LINES], constructs=places)


def embedded(module: Module) -> Iterator[tuple[int, str]]:
    """SQL statements in the strings and f-strings of Python: the line, and the text with values as `x`."""
    seen: set[str] = set()
    for node in module.strings:
        text = _text(node)
        if len(text) >= 15 and text not in seen and FIRST.match(text) and is_statement(text):
            seen.add(text)
            yield node.lineno, text


def _counted(bare: str, line: int) -> Iterator[Mark]:
    yield Mark(LINES, line, amount=sum(1 for one in bare.split("\n") if one.strip()))
    yield from _constructs(bare, line)


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


def _constructs(bare: str, line: int) -> Iterator[Mark]:
    starts = {name: found.start() for name, pattern in CONSTRUCTS.items() if (found := pattern.search(bare))}
    for name, start in (starts | _in_order(bare)).items():
        yield Mark(name, line + bare.count("\n", 0, start))


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
