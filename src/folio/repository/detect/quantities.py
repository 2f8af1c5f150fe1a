"""Quantities that READMEs, model cards, reports, tables of results and files of metrics give, each with its place.

A number, its unit and where it stands: no word of the text around it. Source: rubric, `measured-outcomes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from folio.repository.classify import Kind
from folio.repository.documents.headings import kinds
from folio.repository.documents.markdown import has_heading
from folio.repository.documents.quantities import parsed, unit_in
from folio.repository.documents.stated import Stated, in_prose, in_tables
from folio.repository.model import Place
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

README = re.compile(r"(^|/)readme[^/]*$", re.I)
REPORT = re.compile(r"(^|/)[^/]*(model[-_ ]?card|evaluation|eval[-_ ]report|results|benchmarks?|report)[^/]*$", re.I)
CHANGES = re.compile(r"(^|/)(changelog|changes|history|news|release[-_]?notes)[^/]*$", re.I)
"""They give what was so once."""
METRICS = re.compile(r"(^|/)([\w-]*metrics|[\w-]*evaluation|eval_results|results|scores)\.(json|ya?ml)$", re.I)
KEYED = re.compile(r"""["']?([\w .%/()-]{1,60})["']?\s{0,4}:\s{0,4}-?(\d{1,15}(?:\.\d{1,20})?)(?![\w.:-])""")
TABLE = re.compile(r"(?<!-)-{2,}+:?[ \t]*+[|+]|(?<!=)={2,}+ +=|<table|-table::", re.I)
RESULTS = frozenset(("report", "evaluation"))
MOST = 200
MAX_TEXT = 200_000
DATA = "data"
"""The note of what stands in a file of metrics, with all its decimals; what a table gives has `table`."""


def scan(file: File) -> Iterator[Mark]:
    """The quantities of a document: all of a README or report, those of tables in any other."""
    if file.kind is not Kind.DOCS or not file.prose or CHANGES.search(file.path):
        return
    found: list[Stated] = []
    if TABLE.search(file.prose) and file.page is not None:
        found += in_tables(file.page, file.prose)
    if README.search(file.path) or REPORT.search(file.path) or _may_report(file):
        found += in_prose(file.prose)
    for one in _each_once(found):
        yield Mark(one.name, one.line, one.note)


def detect(tree: Tree) -> tuple[Place, ...]:
    """Each quantity once, at its first place: in a README before other documents, in those before files of metrics."""
    marks = list(tree.marks("quantities", Kind.DOCS))
    marks.sort(key=lambda one: (not README.search(one[0]), one[0].count("/"), one[0], one[1].line))
    found: dict[str, Place] = {}
    for path, mark in marks:
        found.setdefault(mark.name, Place(name=mark.name, path=path, line=mark.line, note=mark.note))
    for path in tree.own:
        if METRICS.search(path):
            for one in _measured(tree.read(path) or ""):
                found.setdefault(one.name, Place(name=one.name, path=path, line=one.line, note=DATA))
    return tuple(sorted(list(found.values())[:MOST], key=lambda one: (one.path, one.line, one.name)))


def _may_report(file: File) -> bool:
    return has_heading(file.prose, lambda line: not RESULTS.isdisjoint(kinds(line)))


def _each_once(found: Iterable[Stated]) -> list[Stated]:
    distinct: dict[str, Stated] = {}
    for one in sorted(found, key=lambda one: (one.line, one.name)):
        distinct.setdefault(one.name, one)
    return list(distinct.values())[:MOST]


def _measured(text: str) -> Iterator[Stated]:
    for number, line in enumerate(text[:MAX_TEXT].split("\n"), 1):
        for key, said in KEYED.findall(line[:20_000]):
            value = parsed(said)
            if value is not None and len(value) > 1:
                yield Stated(f"{value} {unit_in(key)}".rstrip(), number, DATA)
