"""Tests that dbt keeps beside its models: each one that is declared for a model or a column can fail by itself."""

from __future__ import annotations

from collections.abc import Iterator

from folio.repository.classify import ending
from folio.repository.tree import Tree

KEYS = ("tests", "data_tests")


def schema_tests(tree: Tree) -> list[tuple[str, str]]:
    """The files that declare tests of own models, and what each test says."""
    projects = [path.rpartition("/")[0] for path in tree.named("dbt_project.yml")]
    if not projects:
        return []
    stems = {path.rsplit("/", 1)[-1].removesuffix(".sql") for path in tree.own if path.endswith(".sql")}
    found: list[tuple[str, str]] = []
    for path in tree.own:
        if ending(path) in ("yml", "yaml") and any(not one or path.startswith(f"{one}/") for one in projects):
            text = tree.read(path) or ""
            if "tests:" in text:
                data = [document.data for document in tree.yaml(path)]
                found += [(path, said) for one in data for said in sorted(set(_declared(one, stems)))]
    return found


def _declared(data: object, stems: set[str]) -> Iterator[str]:
    if not isinstance(data, dict):
        return
    for model in _rows(data.get("models")):
        if model.get("name") in stems:
            yield from _of(str(model["name"]), model)
            for column in _rows(model.get("columns")):
                yield from _of(f"{model['name']}.{column.get('name')}", column)
    for one in _rows(data.get("unit_tests")):
        if one.get("model") in stems:
            yield f"{one['model']}: {one.get('name')}"


def _of(name: str, value: dict[str, object]) -> Iterator[str]:
    for key in KEYS:
        tests = value.get(key)
        for test in tests if isinstance(tests, list) else ():
            yield f"{name}: {test}"


def _rows(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
