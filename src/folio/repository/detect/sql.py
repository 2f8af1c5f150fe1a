"""SQL that was written here: in files, and in the strings of Python. Source: rubric, `sql-authored`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.model import Place, Sql
from folio.repository.tree import Tree
from folio.repository.usage import one_each

CONSTRUCTS = {
    "select": re.compile(r"\bselect\b[^;]+?\bfrom\s+[\w\"`\[({]", re.I | re.S),
    "join": re.compile(r"\bjoin\s+[\w\"`\[({]|\bjoin\s+lateral\b", re.I),
    "group-by": re.compile(r"\bgroup\s+by\b", re.I),
    "window": re.compile(r"\bover\s*(\(|[a-z_]\w*)|\bwindow\s+\w+\s+as\s*\(", re.I),
    "cte": re.compile(r"\bwith\s+(recursive\s+)?[\w\"`]+\s*(\([^)]*\)\s*)?as\s*(not\s+)?(materialized\s*)?\(", re.I),
    "case": re.compile(r"\bcase\b[^;]*?\bwhen\b[^;]+?\bthen\b[^;]+?\bend\b", re.I | re.S),
}
STATEMENT = re.compile(
    r"\s*(\(*\s*select\b.+?\bfrom\b\s+\S|with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s*\(|insert\s+(or\s+\w+\s+)?into\s+\S|update\s+\S+\s+set\s"
    r"|delete\s+from\s+\S|merge\s+into\s+\S|create\s+(or\s+replace\s+)?(unique\s+|temp(orary)?\s+|materialized\s+|virtual\s+)*"
    r"(table|view|index|function|trigger)\s+\S|alter\s+table\s+\S|copy\s+\S+\s+(from|to)\s)",
    re.I | re.S,
)
WORDS = re.compile(r"[=*(),;]|\b(where|values|group|order|join|limit|set|as)\b|\bfrom\s+[\w.\"`]+\s*$", re.I)
COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^'\n]|'')*'", re.S)
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.S)
DUMP = re.compile(r"PostgreSQL database dump|MySQL dump|SQLite database dump|Dump completed", re.I)


def detect(tree: Tree) -> Sql:
    """Its volume, and the first place of each construct; comments and string values are not SQL."""
    places: list[Place] = []
    files = lines = 0
    for path in tree.of_kind(Kind.SOURCE, Kind.EXAMPLE):
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
        and not re.match(r"\s*select (an?|the|one|your) ", bare, re.I)
    )


def stripped(text: str) -> str:
    """SQL without comments, template statements and the insides of string values; lines stay where they are."""
    text = JINJA.sub(lambda found: "\n" * found[0].count("\n"), text)
    return COMMENT.sub(lambda found: "''" if found[0].startswith("'") else "\n" * found[0].count("\n"), text)


def _constructs(bare: str, path: str, line: int) -> Iterator[Place]:
    for name, pattern in CONSTRUCTS.items():
        if found := pattern.search(bare):
            yield Place(name=name, path=path, line=line + bare.count("\n", 0, found.start()))


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
