"""Checks of data that are written as configuration. Source: rubric, `data-validation`."""

from __future__ import annotations

import re

from folio.repository.classify import Kind, ending
from folio.repository.model import Place
from folio.repository.tree import Tree

DBT = re.compile(r"^\s+(data_)?tests:\s*$|^\s+(data_)?tests:\s*\[", re.M)
SODA = re.compile(r"^checks for [\w.{} ]+:", re.M)
EXPECTATIONS = re.compile(r"(^|/)(gx|great_expectations)/(expectations|checkpoints)/[^/]+\.(json|ya?ml)$")
HOOK = re.compile(r"^\s*-?\s*id:\s*check-(jsonschema|metaschema)\b", re.M)
HOOKS = ".pre-commit-config."


def detect(tree: Tree) -> list[Place]:
    """Tests of dbt, checks of Soda, suites of Great Expectations, and hooks that hold files to a JSON Schema."""
    found: list[Place] = []
    dbt = bool(tree.named("dbt_project.yml", "dbt_project.yaml"))
    for path in tree.own:
        if EXPECTATIONS.search(path):
            found.append(Place(name="great_expectations", path=path))
        elif dbt and path.endswith(".sql") and tree.kind(path) is Kind.TEST:
            found.append(Place(name="dbt tests", path=path))
        elif ending(path) in ("yml", "yaml"):
            found += _said(path, tree.read(path) or "", dbt)
    return found


def _said(path: str, text: str, dbt: bool) -> list[Place]:
    rules = (("dbt tests", DBT, dbt), ("soda", SODA, True), ("json schema", HOOK, HOOKS in path))
    return [
        Place(name=name, path=path, line=text.count("\n", 0, match.start()) + 1)
        for name, pattern, applies in rules
        if applies and (match := pattern.search(text))
    ]
