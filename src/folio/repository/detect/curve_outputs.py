"""What shows a learning curve: cells that keep a picture, pictures that code saves, logs of a training run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind
from folio.repository.code.curves import Outputs, both_sides
from folio.repository.code.usage import own_module
from folio.repository.documents.pictures import is_figure
from folio.repository.scan import File, Mark, key
from folio.repository.text import words
from folio.repository.tree import Tree

SAVES = words("savefig write_image write_html save ggsave imsave")
"""Calls that write a picture; its name is noted, hashed, and shows the curve of the same module when it is there."""
PICTURE = re.compile(
    r"(learning|loss|validation|training|train|accuracy|acc)[-_ ]?(and[-_ ]\w+[-_ ])?(curves?|history|loss(es)?|plots?)"
    r"[^/]*\.(png|svg|jpe?g|gif|webp|pdf)$"
    r"|(train\w*[-_ ](and[-_ ]|vs[-_ ])?(val\w*|test)|val\w*[-_ ]loss)[^/]*\.(png|svg|jpe?g|gif|webp|pdf)$",
    re.I,
)
EVENTS = re.compile(r"(^|/)events\.out\.tfevents\.[^/]+$")
"""What TensorBoard reads."""
BY_FOLDER = re.compile(r"(^|/)plots/metrics/(train|val|eval|valid|test)/")
"""Where dvclive writes one table for each metric."""
SERIES = re.compile(r'"([\w/. -]{2,60})"\s*:\s*(\[)?')
ENOUGH_ROWS = 3
"""A result has one row for each model, a log one for each epoch."""
CELL, SAVED, LOG = "cell", "saved", "log"


def scan(file: File) -> Iterator[Mark]:
    """Cells of notebooks with a picture, pictures that are saved, and tables with columns for both sides."""
    if file.ending in ("csv", "tsv", "json", "jsonl"):
        if _is_log(file):
            yield Mark(LOG)
        return
    module = own_module(file)
    for call in module.calls if module else ():
        if call.last in SAVES:
            for node in call.node.args[:2]:
                if isinstance(node, ast.Constant) and is_figure(str(node.value)):
                    yield Mark(SAVED, call.line, amount=_name(str(node.value)))
    if file.is_source and file.ending == "ipynb" and file.notebook:
        yield from (Mark(CELL, cell.first, amount=cell.last) for cell in file.notebook.cells if cell.figures)


def detect(tree: Tree) -> Outputs:
    """All of them; a picture is there when a file of its name is, and one that is called a curve may be one."""
    marks = list(tree.marks("curve_outputs"))
    saved = {mark.amount for _, mark in marks if mark.name == SAVED}
    kept = {_name(path) for path in tree.own if saved and is_figure(path) and tree.sizes[path]}
    return Outputs(
        cells=tuple((path, mark.line, mark.amount) for path, mark in marks if mark.name == CELL),
        saving=frozenset(path for path, mark in marks if mark.name == SAVED and mark.amount in kept),
        logs=tuple([path for path, mark in marks if mark.name == LOG] + _folders(tree)),
        pictures=tuple(path for path in tree.own if PICTURE.search(path) or EVENTS.search(path)),
    )


def _name(path: str) -> int:
    return key(path.rsplit("/", 1)[-1])


def _folders(tree: Tree) -> list[str]:
    """Logged values that lie in one folder for each side."""
    found = [(path, one[2]) for path in tree.paths if (one := BY_FOLDER.search(path)) and tree.kind(path) is Kind.OTHER]
    sides = {side for _, side in found}
    return [found[0][0]] if "train" in sides and len(sides) > 1 else []


def _is_log(file: File) -> bool:
    if file.ending in ("csv", "tsv"):
        head, _, rest = file.text.partition("\n")
        return rest.count("\n") >= ENOUGH_ROWS and both_sides(head.replace("\t", ",").split(","))
    found = SERIES.findall(file.text[:100_000])
    names = [name for name, _ in found]
    lists = {name for name, opening in found if opening}
    return both_sides(sorted(lists | {name for name in set(names) if names.count(name) >= ENOUGH_ROWS}))
