"""SQL that was written here: in files, in cells of notebooks, in strings of code. Source: rubric, `sql-authored`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import language
from folio.repository.code.chunks import chunks, coded
from folio.repository.code.python import Module
from folio.repository.code.quoted import begins_like_sql, statements
from folio.repository.code.sql import FIRST, constructs, is_statement, stripped
from folio.repository.code.usage import one_each, own_module
from folio.repository.model import Sql
from folio.repository.scan import File, Mark
from folio.repository.text import numbered, words
from folio.repository.tree import Tree

DUMP = re.compile(r"PostgreSQL database dump|MySQL dump|SQLite database dump|Dump completed", re.I)
"""What tools write that copy a database."""
MAGICS = words("sql bigquery sparksql spark_sql postgres duckdb snowflake redshift")
"""What hands a whole cell to a database: `%%sql`."""
LINE_MAGIC = re.compile(r"^#\s*(?:\w+\s*<?=\s*)?%sql\s+([^\n]{15,5000})", re.M)
LINES = "lines"
FILES = "files"


def scan(file: File) -> Iterator[Mark]:
    """Volume and constructs of a file's SQL; comments and string values are not SQL."""
    for line, text in authored(file):
        yield from _counted(stripped(text), line)
    if file.is_source and language(file.path) == "SQL" and not DUMP.search(file.text[:2000]):
        yield Mark(FILES, amount=1)


def detect(tree: Tree) -> Sql:
    """Its volume, and the first place of each construct."""
    amounts = {LINES: 0, FILES: 0}
    for _, mark in tree.marks("sql"):
        if mark.name in amounts:
            amounts[mark.name] += mark.amount
    places = one_each(one for one in tree.places("sql") if one.name not in amounts)
    return Sql(files=amounts[FILES], lines=amounts[LINES], constructs=places)


def authored(file: File) -> Iterator[tuple[int, str]]:
    """Every piece of SQL in an own file: the line that it begins on, and its text with values as `x`."""
    if module := own_module(file):
        yield from _in_python(module)
        yield from _in_cells(file)
    for chunk in chunks(file):
        if language(f"x.{chunk.ending}") == "SQL":
            if not DUMP.search(chunk.text[:2000]):
                yield chunk.line, chunk.text
        else:
            for at, text in statements(chunk.ending, coded(file, chunk).plain) if begins_like_sql(chunk.text) else ():
                if is_statement(text):
                    yield chunk.line + chunk.text.count("\n", 0, at), text


def _in_python(module: Module) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for node in module.strings:
        text = _text(node)
        if len(text) >= 15 and text not in seen and FIRST.match(text) and is_statement(text):
            seen.add(text)
            yield node.lineno, text


def _in_cells(file: File) -> Iterator[tuple[int, str]]:
    """Cells of notebooks, and lines of them, that are handed to a database."""
    if file.ending != "ipynb" or file.notebook is None:
        return
    yield from ((cell.first + 1, cell.handed) for cell in file.notebook.cells if cell.magic.lower() in MAGICS)
    code = file.notebook.code
    for line, found in numbered(code, LINE_MAGIC.finditer(code) if "%sql" in code else ()):
        if is_statement(found[1]):
            yield line, found[1]


def _counted(bare: str, line: int) -> Iterator[Mark]:
    yield Mark(LINES, line, amount=sum(1 for one in bare.split("\n") if one.strip()))
    yield from (Mark(name, line + bare.count("\n", 0, start)) for name, start in constructs(bare).items())


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
