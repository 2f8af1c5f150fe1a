"""Workflows of GitHub's kind: jobs and steps, matrices, actions and workflows of the same repository."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from folio.document import Document, KeyPath
from folio.repository.code.tables.ci_actions import AS_COMMANDS
from folio.repository.delivery.ci_systems.steps import Step, below, is_false, is_true
from folio.repository.delivery.ci_systems.systems import System
from folio.repository.tree import Tree

BY_HAND = frozenset({"workflow_dispatch", "repository_dispatch"})
"""Events that somebody sends: enough for a delivery, too little for tests."""
CALLED = frozenset({"workflow_call"})
MATRIX = re.compile(r"\$\{\{\s*matrix\.([\w-]+)(?:\.([\w-]+))?\s*\}\}")
MOST = 30
"""Combinations of a matrix."""
LEVELS = 2
Rows = list[dict[str, object]]
"""The combinations of a matrix, by name."""


def steps(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """What its jobs run; a workflow that only others call is read where it is called."""
    for document in tree.yaml(path):
        data = document.data
        events = _events(data.get("on")) if isinstance(data, dict) else frozenset()
        if events and not events <= CALLED:
            yield from _jobs(tree, document, path, gates=not events <= BY_HAND | CALLED, levels=LEVELS)


def _events(value: object) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset({value})
    return frozenset(map(str, value)) if isinstance(value, (list, dict)) else frozenset()


def _jobs(tree: Tree, document: Document, path: str, *, gates: bool, levels: int) -> Iterator[Step]:
    data = document.data
    jobs = data.get("jobs") if isinstance(data, dict) else None
    for name, job in jobs.items() if isinstance(jobs, dict) else ():
        if not isinstance(job, dict) or is_false(job.get("if")):
            continue
        own = gates and not is_true(job.get("continue-on-error"))
        at: KeyPath = ("jobs", name)
        line = document.where((*at, "uses")).line
        uses = job.get("uses")
        if isinstance(uses, str) and uses.startswith("./"):
            for inner in tree.yaml(uses[2:].split("@")[0]) if levels else ():
                for step in _jobs(tree, inner, uses[2:], gates=own, levels=levels - 1):
                    yield replace(step, path=path, line=line)
        elif isinstance(uses, str):
            yield Step(path, line, action=uses, unseen=True)
        else:
            folder = _folder(job) or (_folder(data) if isinstance(data, dict) else "")
            home = "self-hosted" in str(job.get("runs-on"))
            base = Step(path, line, folder=folder, gates=own, at_home=home)
            yield from _listed(tree, document, (*at, "steps"), job.get("steps"), base, _matrix(job), LEVELS)


def _folder(value: Mapping[str, object]) -> str:
    defaults = value.get("defaults")
    run = defaults.get("run") if isinstance(defaults, dict) else None
    return below(run.get("working-directory")) if isinstance(run, dict) else ""


def _listed(
    tree: Tree,
    document: Document,
    at: KeyPath,
    listed: object,
    base: Step,
    matrix: Rows,
    levels: int,
) -> Iterator[Step]:
    for number, one in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(one, dict) or is_false(one.get("if")):
            continue
        here = replace(base, gates=base.gates and not is_true(one.get("continue-on-error")))
        if isinstance(script := one.get("run"), str):
            line = document.where((*at, number, "run")).line
            folder = below(one.get("working-directory")) or base.folder
            for text in _filled(_in_shell(script, str(one.get("shell") or "")), matrix):
                yield replace(here, line=line, script=text, folder=folder)
        elif isinstance(uses := one.get("uses"), str):
            line = document.where((*at, number, "uses")).line
            yield from _action(tree, uses, one.get("with"), replace(here, line=line), levels)


def _in_shell(script: str, shell: str) -> str:
    """A script of R or Julia as the command that it is."""
    program = shell.split(" ", maxsplit=1)[0]
    if program not in ("Rscript", "julia"):
        return script
    return f"{program} -e {shlex.quote('; '.join(line.strip() for line in script.split(chr(10)) if line.strip()))}"


def _action(tree: Tree, uses: str, given: object, here: Step, levels: int) -> Iterator[Step]:
    """An action: that of the same repository by its steps, any other by its name."""
    inputs = given if isinstance(given, dict) else {}
    if uses.startswith("./") and levels:
        for name in ("action.yml", "action.yaml"):
            for inner in tree.yaml(f"{uses[2:].rstrip('/')}/{name}".lstrip("/")):
                runs = inner.data.get("runs") if isinstance(inner.data, dict) else None
                inside = runs.get("steps") if isinstance(runs, dict) else None
                for step in _listed(tree, inner, ("runs", "steps"), inside, here, [], levels - 1):
                    yield replace(step, path=here.path, line=here.line)
        return
    for pattern, made in AS_COMMANDS:
        if pattern.match(uses):
            yield replace(here, script=made(inputs))
    for key in ("inlineScript", "script", "run", "command", "remote_script"):
        if isinstance(script := inputs.get(key), str):
            yield replace(here, script=script)
    pushes = str(inputs.get("push", "false")).lower() not in ("false", "none")
    yield replace(here, action=uses, pushes=pushes)


def _matrix(job: Mapping[str, object]) -> Rows:
    """The combinations that a job runs with, the first ones where there are many."""
    strategy = job.get("strategy")
    matrix = strategy.get("matrix") if isinstance(strategy, dict) else None
    if not isinstance(matrix, dict):
        return []
    lists = {
        key: value for key, value in matrix.items() if isinstance(value, list) and key not in ("include", "exclude")
    }
    rows = [dict(zip(lists, values, strict=True)) for values in islice(product(*lists.values()), MOST)]
    include = matrix.get("include")
    return rows + [one for one in (include if isinstance(include, list) else ())[:MOST] if isinstance(one, dict)]


def _filled(script: str, matrix: Rows) -> list[str]:
    """A script with the values of the matrix, each different one once."""
    if not matrix or "matrix." not in script:
        return [script]
    found: dict[str, None] = {}
    for row in matrix:

        def value(match: re.Match[str], row: dict[str, object] = row) -> str:
            one = row.get(match[1])
            return str((one.get(match[2]) if isinstance(one, dict) and match[2] else one) or "")

        found.setdefault(MATRIX.sub(value, script))
    return list(found)
