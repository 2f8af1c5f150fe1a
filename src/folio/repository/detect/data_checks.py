"""Mechanisms that refuse bad data. Source: rubric, `data-validation`."""

from __future__ import annotations

import ast
import re

from folio.repository.classify import Kind, ending
from folio.repository.model import Place
from folio.repository.tree import Tree
from folio.repository.usage import bases, called, one_each

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
QUERY = re.compile(r"(^|/)(\w+_)?(checks?|assertions?|expectations?|quality|data_tests)/[^/]+\.sql$")
DBT = re.compile(r"^\s+(data_)?tests:\s*$|^\s+(data_)?tests:\s*\[", re.M)
SQL_CONSTRAINT = re.compile(r"\bcheck\s*\(", re.I)


def detect(tree: Tree) -> tuple[Place, ...]:
    """The first place of each mechanism that runs; a library that is only imported is none."""
    found = called(tree, READY)
    for module in tree.modules:
        if any("pydantic" in base or base.endswith("BaseModel") for one in module.definitions if isinstance(one,
            ast.ClassDef)
               for base in bases(module, one)) or "pydantic" in module.packages:  # fmt: skip
            found += [
                Place(name="typed records", path=module.path, line=one.line)
                for one in module.calls
                if one.last in PYDANTIC_LOADS
            ]
    for module in tree.test_modules:  # suites of expectations are kept beside the tests of the code
        for name in sorted(module.packages & {"great_expectations", "pandera"}):
            found += [
                Place(name=name, path=module.path, line=one.line)
                for one in module.calls
                if one.name.startswith(f"{name}.")
            ]
    found += _own(tree) + _declared(tree)
    return one_each(found)


def _own(tree: Tree) -> list[Place]:
    """Own functions named for the data they check that can refuse it, and are called."""
    refusing = {
        one.name
        for module in tree.modules
        for one in module.definitions
        if OWN.search(one.name) and not isinstance(one, ast.ClassDef)
        if any(isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _appends(node)) for node in ast.walk(one))
    }
    return [
        Place(name="own checks", path=module.path, line=call.line)
        for module in tree.modules
        for call in module.calls
        if call.last in refusing
    ]


def _queries(tree: Tree) -> list[Place]:
    """A folder of queries that return what is wrong, which own code runs: it names the folder."""
    queries = [path for path in tree.of_kind(Kind.SOURCE) if QUERY.search(path)]
    said = {str(node.value) for module in tree.modules for node in module.strings if isinstance(node, ast.Constant)}
    folders = {path.rsplit("/", 2)[-2] for path in queries}
    run = {folder for folder in folders if any(folder in text.split("/") for text in said)}
    return [Place(name="sql checks", path=path) for path in queries if path.rsplit("/", 2)[-2] in run][:1]


def _appends(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "add", "extend")


def _declared(tree: Tree) -> list[Place]:
    found = _queries(tree)
    dbt = bool(tree.named("dbt_project.yml"))
    for path in tree.own:
        text = tree.read(path) or ""
        if dbt and ending(path) in ("yml", "yaml") and (match := DBT.search(text)):
            found.append(Place(name="dbt tests", path=path, line=text.count("\n", 0, match.start()) + 1))
        elif dbt and path.endswith(".sql") and tree.kind(path) is Kind.TEST:
            found.append(Place(name="dbt tests", path=path))
        elif "checks for " in text and ending(path) in ("yml", "yaml"):
            found.append(Place(name="soda", path=path))
        elif path.endswith(".sql") and tree.kind(path) is Kind.SOURCE and (match := SQL_CONSTRAINT.search(text)):
            found.append(Place(name="sql constraints", path=path, line=text.count("\n", 0, match.start()) + 1))
    return found
