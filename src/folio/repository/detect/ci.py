"""Continuous integration: which commands it really runs. Source: rubric, `ci-runs-tests` and `cd-pipeline`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.code.tables import ci_actions as actions
from folio.repository.delivery.ci_systems import steps, system_of
from folio.repository.delivery.ci_systems.steps import Step
from folio.repository.delivery.commands import Command, Purpose, split
from folio.repository.delivery.tasks import followed
from folio.repository.model import Ci, Place
from folio.repository.tree import Tree

MAX_PLACES = 40
REMOTE = re.compile(r"\bDOCKER_HOST=[\"']?(ssh|tcp)://|\bdocker context use\b")
"""What makes docker start services on another machine."""


def detect(tree: Tree) -> Ci:
    """Its files, and the steps that reach a test runner, a linter, or somebody else's machine. A stub has none.

    A test or check counts when its failure stops something and nobody has to ask for it; a delivery counts anyway.
    """
    systems: set[str] = set()
    files: list[str] = []
    unseen: list[Place] = []
    found: dict[Purpose, list[Place]] = {purpose: [] for purpose in Purpose}
    for path in tree.own:
        system = system_of(path)
        listed = list(steps(tree, path, system)) if system else []
        if listed and system:
            systems.add(system.name)
            files.append(path)
        if system and (why := tree.why_unread(path)):
            unseen.append(Place(name=system.name, path=path, note=why))
        for step in listed:
            if step.unseen and not actions.DELIVER.match(step.action):
                unseen.append(Place(name=step.action, path=step.path, line=step.line))
            for purpose, command in _purposes(tree, step):
                found[purpose].append(Place(name=command, path=step.path, line=step.line))
    return Ci(
        systems=tuple(sorted(systems)),
        files=tuple(files),
        test_steps=_tidy(found[Purpose.TEST]),
        deploy_steps=_tidy(found[Purpose.DEPLOY]),
        lint_steps=_tidy(found[Purpose.LINT]),
        unseen=_tidy(unseen),
    )


def _tidy(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(set(places), key=lambda one: (one.path, one.line, one.name))[:MAX_PLACES])


def _purposes(tree: Tree, step: Step) -> Iterator[tuple[Purpose, str]]:
    for purpose, name in _reached(tree, step):
        if purpose is Purpose.DEPLOY or step.gates:
            yield purpose, name


def _reached(tree: Tree, step: Step) -> Iterator[tuple[Purpose, str]]:
    if step.action:
        name = f"uses {step.action}"
        if actions.DELIVER.match(step.action) or (actions.CONDITIONAL.match(step.action) and step.pushes):
            yield Purpose.DEPLOY, name
        if actions.TEST.match(step.action):
            yield Purpose.TEST, name
        if actions.LINT.match(step.action):
            yield Purpose.LINT, name
        return
    at_home = step.at_home or REMOTE.search(step.script) is not None
    for one in split(step.script):
        folder = "/".join(part for part in (step.folder, one.folder) if part)
        reached = followed(tree, Command(one.words, one.ignored, folder))
        for purpose in sorted(reached - {Purpose.START}):
            yield purpose, _shown(one)
        if at_home and Purpose.START in reached and Purpose.DEPLOY not in reached:
            yield Purpose.DEPLOY, _shown(one)


def _shown(command: Command) -> str:
    text = " ".join(command.words)
    return text if len(text) <= 120 else f"{text[:117]}..."
