"""Where the most of the code and of the tests is, so that a count of lines leads to files that one can open."""

from __future__ import annotations

from folio.repository.classify import Kind, language
from folio.repository.model import Place
from folio.repository.tree import Tree

SHOWN = 3
MODULES = "code"
"""The detector whose marks say how many lines a file has."""


def detect(tree: Tree, kind: Kind) -> tuple[Place, ...]:
    """The largest files of a kind, the largest first; `name` is the language."""
    lines = {path: mark.amount for path, mark in tree.marks(MODULES, kind) if mark.name == "lines" and mark.amount}
    largest = sorted(lines, key=lambda path: (-lines[path], path))[:SHOWN]
    return tuple(Place(name=language(path) or "notebook", path=path) for path in largest)
