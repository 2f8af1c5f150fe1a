"""Tables that are no Markdown: HTML, and the four ways of reStructuredText. Cells are cut, rows and tables limited."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from folio.repository.text import without_fences

MAX_TABLES = 100
MAX_ROWS = 200
MAX_CELLS = 40
MAX_CELL = 120
ROW = re.compile(r"<tr\b", re.I)
CELL = re.compile(r"<t[dh]\b[^<>]{0,500}>", re.I)
TAG = re.compile(r"<[^<>]{0,500}>")
GRID = re.compile(r"\s*\+(?:[-=]+\+)+\s*")
SIMPLE = re.compile(r"\s*=+(?: +=+)+\s*")
LISTED = re.compile(r"\s*\.\. (list|csv)-table::")


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, the heading row first."""

    line: int
    rows: tuple[tuple[str, ...], ...]


def table(line: int, rows: Iterable[Iterable[str]]) -> Table:
    """A table of cells, cut to what is ever looked at."""
    kept: list[tuple[str, ...]] = []
    for row in rows:
        if len(kept) == MAX_ROWS:
            break
        kept.append(tuple(" ".join(cell.split())[:MAX_CELL] for cell in row)[:MAX_CELLS])
    return Table(line, tuple(kept))


def html_tables(text: str) -> Iterator[Table]:
    """The `<table>`s outside fenced code."""
    if "<table" not in text.lower():
        return
    plain = without_fences(text)
    lowered = plain.lower()
    at = 0
    for _ in range(MAX_TABLES):
        start = lowered.find("<table", at)
        stop = lowered.find("</table", start) if start >= 0 else -1
        if stop < 0:
            return
        rows = ROW.split(plain[start:stop])[1 : MAX_ROWS + 1]
        cells = [[TAG.sub(" ", cell) for cell in CELL.split(row)[1 : MAX_CELLS + 1]] for row in rows]
        yield table(plain.count("\n", 0, start) + 1, cells)
        at = stop + 1


def rst_tables(text: str) -> Iterator[Table]:
    """Grid tables, simple tables, `list-table` and `csv-table`."""
    lines = text.split("\n")
    at = found = 0
    while at < len(lines) and found < MAX_TABLES:
        line = lines[at]
        rows: list[list[str]] | None = None
        start = at
        at += 1
        if GRID.fullmatch(line):
            rows, at = _grid(lines, at)
        elif SIMPLE.fullmatch(line):
            rows, at = _simple(lines, at, line)
        elif listed := LISTED.match(line):
            body, at = _body(lines, at)
            rows = _list(body) if listed[1] == "list" else list(csv.reader(one.strip() for one in body))
        if rows:
            found += 1
            yield table(start + 1, rows)


def _grid(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    rows: list[list[str]] = []
    new = True
    while at < len(lines) and lines[at].lstrip().startswith(("|", "+")):
        line = lines[at].strip()
        at += 1
        if line.startswith("+"):
            new = True
            continue
        cells = line.strip("|").split("|")[:MAX_CELLS]
        if new or not rows:
            rows.append(cells)
        else:
            rows[-1] = [f"{one} {more}" for one, more in zip(rows[-1], cells, strict=False)]
        new = False
    return rows, at


def _simple(lines: list[str], at: int, border: str) -> tuple[list[list[str]], int]:
    spans = [(one.start(), one.end()) for one in re.finditer(r"=+", border)][:MAX_CELLS]
    rows: list[list[str]] = []
    borders = 1
    while at < len(lines) and lines[at].strip() and borders < 3:
        line = lines[at]
        at += 1
        if SIMPLE.fullmatch(line):
            borders += 1
            continue
        # The last cell may be wider than its border.
        ends = [end for _, end in spans[:-1]] + [len(line)]
        rows.append([line[begin:end] for (begin, _), end in zip(spans, ends, strict=True)])
    return rows, at


def _body(lines: list[str], at: int) -> tuple[list[str], int]:
    """The indented lines of a directive, its options left out."""
    body: list[str] = []
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith((" ", "\t"))):
        if lines[at].strip() and not lines[at].strip().startswith(":"):
            body.append(lines[at])
        at += 1
    return body, at


def _list(body: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for line in body:
        bare = line.strip()
        if bare.startswith(("* -", "- -")):
            rows.append([bare[3:]])
        elif bare.startswith("-") and rows:
            rows[-1].append(bare[1:])
        elif rows:
            rows[-1][-1] += " " + bare
    return rows
