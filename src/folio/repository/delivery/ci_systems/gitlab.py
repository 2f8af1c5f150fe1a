"""GitLab's pipelines: jobs, what they extend, and what is included from the same repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from folio.document import Document, KeyPath
from folio.repository.delivery.ci_systems.steps import Step, is_false, is_true
from folio.repository.delivery.ci_systems.systems import System
from folio.repository.tree import Tree

NOT_JOBS = frozenset(
    {"default", "include", "stages", "variables", "workflow", "image", "services", "cache", "before_script"}
    | {"after_script", "spec", "types", "pages:deploy"}
)
SCRIPTS = ("before_script", "script", "after_script")
ELSEWHERE = ("project", "component", "remote")
"""Kinds of include that lead to other repositories."""
MOST = 20
LEVELS = 10


@dataclass(slots=True)
class Pipeline:
    """The jobs of a pipeline with the document and file that each stands in."""

    jobs: dict[str, tuple[Document, str]] = field(default_factory=dict)
    unseen: list[Step] = field(default_factory=list)


def steps(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """What the jobs run, those that begin with a dot where another extends them."""
    pipeline = Pipeline()
    _gather(tree, path, pipeline, set())
    yield from pipeline.unseen
    for name, (document, file) in pipeline.jobs.items():
        if not name.startswith(".") and isinstance(document.data, dict):
            yield from _job(pipeline, name, document.data[name], file)


def _gather(tree: Tree, path: str, pipeline: Pipeline, seen: set[str]) -> None:
    if path in seen or len(seen) >= MOST:
        return
    seen.add(path)
    for document in tree.yaml(path):
        data = document.data if isinstance(document.data, dict) else {}
        for name, job in data.items():
            if name not in NOT_JOBS and isinstance(job, dict):
                pipeline.jobs[name] = (document, path)
                trigger = job.get("trigger")
                _include(
                    tree, document, path, trigger.get("include") if isinstance(trigger, dict) else None, pipeline, seen
                )
                if isinstance(trigger, str) or (isinstance(trigger, dict) and "project" in trigger):
                    line = document.where((name, "trigger")).line
                    pipeline.unseen.append(Step(path, line, action=f"trigger of {name}", unseen=True))
        _include(tree, document, path, data.get("include"), pipeline, seen)


def _include(tree: Tree, document: Document, path: str, value: object, pipeline: Pipeline, seen: set[str]) -> None:
    for number, one in enumerate(value if isinstance(value, list) else [value] if value else []):
        local = one.get("local") if isinstance(one, dict) else one
        if isinstance(local, str) and "://" not in local:
            wanted = local.strip("/")
            for found in [other for other in tree.own if fnmatchcase(other, wanted)][:MOST]:
                _gather(tree, found, pipeline, seen)
        elif kind := next((kind for kind in ELSEWHERE if isinstance(one, dict) and kind in one), ""):
            line = document.where(("include", number)).line
            pipeline.unseen.append(Step(path, line, action=f"{kind} {one[kind]}", unseen=True))


def _job(pipeline: Pipeline, name: str, job: dict[str, object], file: str) -> Iterator[Step]:
    rules = job.get("rules")
    when = [str(one.get("when", "")) for one in rules if isinstance(one, dict)] if isinstance(rules, list) else []
    when = when or [str(_inherited(pipeline, name, "when") or "")]
    if all(one == "never" for one in when) or is_false(job.get("when")):
        return
    soft = is_true(_inherited(pipeline, name, "allow_failure")) or all(one in ("manual", "never") for one in when)
    home = _inherited(pipeline, name, "tags") is not None and _inherited(pipeline, name, "environment") is not None
    for key in SCRIPTS:
        for place, text, where in _scripts(pipeline, name, key):
            line = where.where(place).line
            yield Step(file, line, script=text, gates=not soft, at_home=home)


def _parents(job: object) -> list[str]:
    value = job.get("extends") if isinstance(job, dict) else None
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def _inherited(pipeline: Pipeline, name: str, key: str, levels: int = LEVELS) -> object:
    """A job's own value, or that of what it extends."""
    if name not in pipeline.jobs or not levels:
        return None
    data = pipeline.jobs[name][0].data
    job = data.get(name) if isinstance(data, dict) else None
    if isinstance(job, dict) and key in job:
        return job[key]
    found = (_inherited(pipeline, one, key, levels - 1) for one in reversed(_parents(job)))
    return next((one for one in found if one is not None), None)


def _scripts(pipeline: Pipeline, name: str, key: str, levels: int = LEVELS) -> Iterator[tuple[KeyPath, str, Document]]:
    if name not in pipeline.jobs or not levels:
        return
    document, _ = pipeline.jobs[name]
    job = document.data.get(name) if isinstance(document.data, dict) else None
    if not isinstance(job, dict) or key not in job:
        for one in reversed(_parents(job)):
            yield from _scripts(pipeline, one, key, levels - 1)
        return
    value = job[key]
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        place: KeyPath = (name, key, number) if isinstance(value, list) else (name, key)
        if isinstance(one, list) and len(one) == 2 and one[0] in pipeline.jobs:  # !reference [.setup, script]
            yield from _scripts(pipeline, str(one[0]), str(one[1]), levels - 1)
        else:
            yield from ((place, str(text), document) for text in (one if isinstance(one, list) else [one]) if text)
