"""Tables of results in documents: a baseline beside the model, and what each costs.

Source: rubric, `baseline-compared`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.documents.results import judged
from folio.repository.model import ResultsTable
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

COULD_HOLD = re.compile(r"(?<!-)-{2,}+:?[ \t]*+[|+]|(?<!=)={2,}+ +=|<table|-table::", re.I)
MAX_TABLES = 50


def scan(file: File) -> Iterator[Mark]:
    """A document's tables that name a baseline or a cost; the name says which, the note adds the cost."""
    if not COULD_HOLD.search(file.prose) or (page := file.page) is None:
        return
    for section in page.sections:
        for one in section.tables:
            found = judged(one)
            if found.baseline or found.cost:
                line = 1 if file.ending == "ipynb" else one.line
                yield Mark("baseline" if found.baseline else "other", line, "cost" if found.cost else "")


def detect(tree: Tree) -> tuple[ResultsTable, ...]:
    """The tables by path and line, those with a baseline first when there are too many."""
    found = [
        ResultsTable(path=path, line=mark.line, baseline=mark.name == "baseline", cost=mark.note == "cost")
        for path, mark in tree.marks("results_tables", Kind.DOCS, Kind.SOURCE)
    ]
    kept = sorted(found, key=lambda one: (not one.baseline, one.path, one.line))[:MAX_TABLES]
    return tuple(sorted(kept, key=lambda one: (one.path, one.line)))
