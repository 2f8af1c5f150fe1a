"""Continuous integration systems by the structure of their files: which steps there are, and what they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from folio.repository.delivery.ci_systems import circleci, github, gitlab, scripts, travis, walk
from folio.repository.delivery.ci_systems.steps import Step
from folio.repository.delivery.ci_systems.systems import SYSTEMS, System
from folio.repository.tree import Tree

READERS: dict[str, Callable[[Tree, str, System], Iterator[Step]]] = {
    "circleci": circleci.steps,
    "github": github.steps,
    "gitlab": gitlab.steps,
    "jenkins": scripts.jenkins,
    "script": scripts.script,
    "travis": travis.steps,
    "walk": walk.steps,
}
"""How each kind of file is read; the table of systems says which."""


def system_of(path: str) -> System | None:
    """The system whose file is at this path."""
    return next((one for one in SYSTEMS if one.files.fullmatch(path)), None)


def steps(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """What the file at `path` makes the system run."""
    return READERS[system.reader](tree, path, system)
