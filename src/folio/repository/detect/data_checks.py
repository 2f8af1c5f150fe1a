"""Mechanisms that refuse bad data. Source: rubric, `data-validation`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from folio.repository.classify import Kind
from folio.repository.code.chunks import rule, told
from folio.repository.code.python import Module
from folio.repository.code.usage import bases, called, one_each, own_module
from folio.repository.model import Ci, Place
from folio.repository.scan import File, Mark, key
from folio.repository.tree import Tree

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
    "cattrs": {"structure": "typed records"},
    "pydeequ": {"VerificationSuite": "deequ"},
    "soda": {"Scan": "soda"},
    "evidently": {"TestSuite": "evidently"},
    "dataframely": {"*": "dataframely"},
    "sqlalchemy": {"CheckConstraint": "sql constraints"},
    "django": {"CheckConstraint": "sql constraints"},
    "whylogs": {"ConstraintsBuilder": "whylogs"},
    "validictory": {"validate": "json schema"},
    "dagster": {"asset_check": "dagster checks"},
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
ELSEWHERE = (
    rule("pointblank", "r", r"\bcreate_agent\s*\(|\b(col_vals_\w+|rows_distinct)\s*\("),
    rule("assertr", "r", r"(?<![\w.])(verify|assert|insist|assert_rows)\s*\(", r"\bassertr\b"),
    rule("validate", "r", r"(?<![\w.])(confront|validator|check_that)\s*\("),
    rule("deequ", "scala java", r"\bVerificationSuite\s*\("),
    rule("typed records", "ts js mjs", r"\.(safeP|p)arse(Async)?\s*\(", r"\bz\.(object|array|strictObject)\s*\("),
    rule("json schema", "ts js mjs", r"\bajv\.(compile|validate)\s*\("),
    rule("typed records", "ts js mjs", r"\.validate(Sync|Async)?\s*\(", r"\b([Jj]oi|yup)\.object\s*\("),
    rule("json schema", "go", r"\bgojsonschema\.Validate\s*\(|\bjsonschema\.(Must)?Compile"),
    rule("sql constraints", "ddl sql psql pgsql tsql", r"(?i)\bcheck\s*\("),
)
"""Mechanisms of languages that have no parser here."""
SUITES = frozenset({"great_expectations", "pandera", "pandas_schema", "dataframely", "deepchecks", "pydeequ"})
"""Whose expectations are kept beside the tests of the code."""
COMMANDS = {
    "dbt tests": re.compile(r"\bdbt\s+(\S+\s+){0,4}(test|build)\b"),
    "great_expectations": re.compile(r"\b(great_expectations|gx)\s+checkpoint\s+run\b"),
    "soda": re.compile(r"\bsoda\s+scan\b"),
    "json schema": re.compile(r"\b(check-jsonschema|ajv\s+validate|jsonschema)\s"),
    "frictionless": re.compile(r"\bfrictionless\s+validate\b"),
}
"""Mechanism -> its own command."""
RUN_BY_NAME = (".py", ".r", ".R", ".jl", ".sql", ".js", ".ts")
UNSAID = re.compile(r"^\s*#[^\n]*$", re.M)
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
    yield from told(file, ELSEWHERE)


def detect(tree: Tree, declared: Iterable[Place], ci: Ci) -> tuple[Place, ...]:
    """The first place of each mechanism that runs; a library that is only imported is none.

    `declared` are those that configuration and endpoints name. `note` is "ci" where CI runs it.
    """
    found = [one for one in tree.places("data_checks") if not one.name.startswith(FOLDER)]
    found += [*declared, *_queries(tree)]
    run = _run_by_ci(tree, found, ci) if found and ci.files else frozenset()
    return tuple(
        Place(name=one.name, path=one.path, line=one.line, note="ci" if one.name in run else "")
        for one in one_each(found)
    )


def _run_by_ci(tree: Tree, found: Iterable[Place], ci: Ci) -> frozenset[str]:
    """Mechanisms that CI runs: by their own command, by naming the script, or by tests that use them."""
    said = "\n".join(UNSAID.sub("", tree.read(path) or "") for path in ci.files)
    said += "\n" + "\n".join(step.name for step in ci.test_steps)
    tested = any(not COMMANDS["dbt tests"].search(step.name) for step in ci.test_steps)

    def runs(one: Place) -> bool:
        if tree.kind(one.path) is Kind.TEST and not one.path.endswith(".sql"):
            return tested
        command = COMMANDS.get(one.name)
        if command and command.search(said):
            return True
        module = one.path.removesuffix(".py").removeprefix("src/").replace("/", ".")
        return (
            one.path.endswith(RUN_BY_NAME)
            and re.search(rf"(?<![\w./-])(\./)?{re.escape(one.path)}(?!\w)|-m {re.escape(module)}(?![\w.])", said)
            is not None
        )

    return frozenset(one.name for one in found if runs(one))


def _loaded(module: Module) -> Iterator[Mark]:
    """Records that are made by a model with types, which refuses what does not fit."""
    classes = (one for one in module.definitions if isinstance(one, ast.ClassDef))
    if "pydantic" in module.packages or any(_is_record(module, one) for one in classes):
        yield from (Mark("typed records", one.line) for one in module.calls if one.last in PYDANTIC_LOADS)
        records = {one.name for one in module.definitions if isinstance(one, ast.ClassDef) and _is_record(module, one)}
        for call in module.calls:
            if call.name in records and any(one.arg is None for one in call.node.keywords):  # `Order(**row)`
                yield Mark("typed records", call.line)


def _is_record(module: Module, one: ast.ClassDef) -> bool:
    return any(base.endswith("BaseModel") for base in bases(module, one))


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
