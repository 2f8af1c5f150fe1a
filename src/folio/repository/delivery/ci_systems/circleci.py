"""CircleCI: jobs that a workflow names, commands of the same file, and orbs, into which nobody looks."""

from __future__ import annotations

from collections.abc import Iterator

from folio.document import Document, KeyPath
from folio.repository.delivery.ci_systems.steps import Step, below, is_false
from folio.repository.delivery.ci_systems.systems import System
from folio.repository.tree import Tree

LEVELS = 4


def steps(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """What the jobs run that a workflow names; all jobs where there is no workflow."""
    for document in tree.yaml(path):
        data = document.data if isinstance(document.data, dict) else {}
        jobs = data.get("jobs")
        known = jobs if isinstance(jobs, dict) else {}
        named = list(_named(data.get("workflows")))
        for name, place in named:
            if name not in known and "/" in name:
                yield Step(path, document.where(place).line, action=name, unseen=True)
        wanted = {name for name, _ in named} if "workflows" in data else set(known)
        for name, job in known.items():
            if name in wanted and isinstance(job, dict):
                folder = below(str(job.get("working_directory", "")).removeprefix("~/project"))
                folder = "" if folder.startswith("~") else folder
                yield from _listed(document, path, ("jobs", name, "steps"), job.get("steps"), folder, LEVELS)


def _named(workflows: object) -> Iterator[tuple[str, KeyPath]]:
    for name, one in workflows.items() if isinstance(workflows, dict) else ():
        listed = one.get("jobs") if isinstance(one, dict) and not is_false(one.get("when")) else None
        for number, job in enumerate(listed if isinstance(listed, list) else ()):
            for key in [job] if isinstance(job, str) else list(job) if isinstance(job, dict) else []:
                yield str(key), ("workflows", name, "jobs", number)


def _listed(document: Document, path: str, at: KeyPath, listed: object, folder: str, levels: int) -> Iterator[Step]:
    commands = document.data.get("commands") if isinstance(document.data, dict) else None
    for number, one in enumerate(listed if isinstance(listed, list) else ()):
        for key, value in {one: None}.items() if isinstance(one, str) else one.items() if isinstance(one, dict) else ():
            place = (*at, number, key)
            if key == "run" and isinstance(value, (str, dict)):
                text = value if isinstance(value, str) else str(value.get("command") or "")
                inner = folder if isinstance(value, str) else below(value.get("working_directory")) or folder
                line = document.where(place if isinstance(value, str) else (*place, "command")).line
                yield Step(path, line, script=text, folder=inner)
            elif key in ("when", "unless") and isinstance(value, dict):
                yield from _listed(document, path, (*place, "steps"), value.get("steps"), folder, levels)
            elif isinstance(commands, dict) and isinstance(own := commands.get(key), dict) and levels:
                yield from _listed(document, path, ("commands", key, "steps"), own.get("steps"), folder, levels - 1)
            elif "/" in key:
                yield Step(path, document.where((*at, number)).line, action=key, unseen=True)
