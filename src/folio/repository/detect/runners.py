"""Files that run the project with one command. Source: rubric, `one-command-run`."""

from __future__ import annotations

import re

from folio.repository.tree import Tree

RUNNER = re.compile(
    r"((gnu)?makefile|\.?justfile|tox\.ini|noxfile\.py|tasks\.py|(docker-)?compose\.ya?ml|dvc\.yaml|dbt_project\.yml|mlproject"
    r"|taskfile\.ya?ml|snakefile|pixi\.toml|\.?mise\.toml|rakefile|magefile\.go|(\.devcontainer/)?\.?devcontainer\.json"
    r"|run|run\.sh|start\.sh)"
)
ABOUT = re.compile(r"(docs?|documentation|site|website)/", re.I)
"""Folders whose tasks make documents, not the project."""
TARGET = re.compile(r"^[A-Za-z][\w.%/ \t-]{0,200}:(?!=)|^\s*(rule|task|def|@task|@nox\.session)\b|^\w+:", re.M)


def detect(tree: Tree) -> tuple[str, ...]:
    """Task runners and declared pipelines in the two top levels that hold at least one task."""
    found = [path for path in tree.own if RUNNER.fullmatch(_name(path)) and path.count("/") <= 1]
    found = [path for path in found if not ABOUT.match(path)]
    return tuple(path for path in found if _runs(path, tree.read(path) or ""))


def _name(path: str) -> str:
    return path.lower() if path.startswith(".devcontainer/") else path.rsplit("/", 1)[-1].lower()


def _runs(path: str, text: str) -> bool:
    if path.lower().endswith(("makefile", "justfile", "snakefile", "rakefile", "tasks.py")):
        return TARGET.search(text) is not None
    if path.rsplit("/", 1)[-1] in ("run", "run.sh", "start.sh"):
        return text.startswith("#!") and text.count("\n") > 1
    return bool(text.strip())
