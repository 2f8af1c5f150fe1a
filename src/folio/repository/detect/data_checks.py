"""Mechanisms that refuse bad data. Source: rubric, `data-validation`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from folio.repository.classify import Kind, ending
from folio.repository.model import Place
from folio.repository.python import Module
from folio.repository.scan import File, Mark, key
from folio.repository.tree import Tree
from folio.repository.usage import bases, called, one_each, own_module

READY = {
    "pandera": {"*": "pandera"},
    "great_expectations": {"*": "great_expectations"},
    "jsonschema": {"validate": "json schema", "*": "json schema"},
    "fastjsonschema": {"*": "json schema"},
    "tensorflow_data_validation": {"*": "tfdv"},
    "cerberus": {"Validator": "cerberus"},
    "marshmallow": {"*": "marshmallow"},
    "voluptuous": {"Schema": "voluptuous"},
    "deepchecks": {"*": "deepchecks"},
    "frictionless": {"*": "frictionless"},
    "pointblank": {"*": "pointblank"},
    "patito": {"*": "patito"},
    "msgspec": {"decode": "typed records", "convert": "typed records"},
    "pydantic": {"TypeAdapter": "typed records", "parse_obj_as": "typed records"},
}
PYDANTIC_LOADS = frozenset(
    {"model_validate", "model_validate_json", "parse_obj", "parse_raw", "validate_python", "validate_json"}
)
OWN = re.compile(
    r"^(validate|check|verify)_(\w+_)?(rows?|records?|data|dataset|frame|dataframe|df|schema|columns?|batch|csv"
    r"|input|quality|table|events?)(_|$)"
    r"|^(data_quality|quality|data)_checks?$|^run_checks$"
)
QUERY_FOLDER = re.compile(r"(\w+_)?(checks?|assertions?|expectations?|quality|data_tests)")
DBT = re.compile(r"^\s+(data_)?tests:\s*$|^\s+(data_)?tests:\s*\[", re.M)
SQL_CONSTRAINT = re.compile(r"\bcheck\s*\(", re.I)


SUITES = frozenset({"great_expectations", "pandera"})
"""Whose expectations are kept beside the tests of the code."""
LONGEST_PATH = 200
FOLDER = "folder "
"""A mark's name begins so when a string of the code names a folder that could hold queries."""


def scan(file: File) -> Iterator[Mark]:
    """Libraries that check and are called, own functions that can refuse data, and constraints in SQL."""
    yield from called(file, READY)
    if module := own_module(file):
        yield from _loaded(module)
        yield from _refusing(module)
        yield from _folders(module)
    elif file.kind is Kind.TEST and (tested := file.module):
        for name in sorted(tested.packages & SUITES):
            yield from (Mark(name, one.line) for one in tested.calls if one.name.startswith(f"{name}."))
    elif file.is_source and file.ending == "sql" and (match := SQL_CONSTRAINT.search(file.text)):
        yield Mark("sql constraints", file.line(match.start()))


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each mechanism that runs; a library that is only imported is none."""
    found = [one for one in tree.places("data_checks") if not one.name.startswith(FOLDER)]
    return one_each(found + _declared(tree) + _queries(tree))


def _loaded(module: Module) -> Iterator[Mark]:
    """Records that are made by a model with types, which refuses what does not fit."""
    classes = (one for one in module.definitions if isinstance(one, ast.ClassDef))
    if "pydantic" in module.packages or any(
        base.endswith("BaseModel") for one in classes for base in bases(module, one)
    ):
        yield from (Mark("typed records", one.line) for one in module.calls if one.last in PYDANTIC_LOADS)


def _refusing(module: Module) -> Iterator[Mark]:
    """Own functions named for the data they check that can refuse it; they count where they are called."""
    for one in module.definitions:
        if isinstance(one, ast.ClassDef) or not OWN.search(one.name):
            continue
        if any(
            isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _appends(node)) for node in ast.walk(one)
        ):
            yield Mark("own checks", one.lineno, keys=(key(one.name),))


def _appends(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "add", "extend")


def _folders(module: Module) -> Iterator[Mark]:
    texts = {str(node.value) for node in module.strings if isinstance(node, ast.Constant)}
    said = {part for text in texts if len(text) < LONGEST_PATH and " " not in text for part in text.split("/")}
    yield from (Mark(f"{FOLDER}{one}") for one in sorted(said) if QUERY_FOLDER.fullmatch(one))


def _queries(tree: Tree) -> list[Place]:
    """A folder of queries that return what is wrong, which own code runs: it names the folder."""
    run = {mark.name.removeprefix(FOLDER) for _, mark in tree.marks("data_checks") if mark.name.startswith(FOLDER)}
    queries = [path for path in tree.of_kind(Kind.SOURCE) if path.endswith(".sql") and path.count("/")]
    return [Place(name="sql checks", path=path) for path in queries if path.rsplit("/", 2)[-2] in run][:1]


def _declared(tree: Tree) -> list[Place]:
    """Tests of data that are written as configuration."""
    found: list[Place] = []
    dbt = bool(tree.named("dbt_project.yml"))
    for path in tree.own:
        if dbt and path.endswith(".sql") and tree.kind(path) is Kind.TEST:
            found.append(Place(name="dbt tests", path=path))
        text = tree.read(path) if ending(path) in ("yml", "yaml") else None
        if text and dbt and (match := DBT.search(text)):
            found.append(Place(name="dbt tests", path=path, line=text.count("\n", 0, match.start()) + 1))
        elif text and "checks for " in text:
            found.append(Place(name="soda", path=path))
    return found
