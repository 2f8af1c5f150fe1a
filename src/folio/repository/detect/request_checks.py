"""Endpoints that refuse rows that do not fit. Source: rubric, `data-validation` (typed records on ingest)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from folio.repository.code.usage import bases, own_module
from folio.repository.model import Place
from folio.repository.scan import File, Mark, key
from folio.repository.tree import Tree

LIMITED, ASKED = "limited", "asked"
RECORDS = frozenset({"pydantic", "fastapi", "ninja", "litestar", "sqlmodel"})
ANSWERS = frozenset({"post", "put", "patch"})
LIMITS = frozenset({"ge", "gt", "le", "lt", "min_length", "max_length", "pattern", "regex", "multiple_of", "min_items",
                    "max_items"})  # fmt: skip


def scan(file: File) -> Iterator[Mark]:
    """Records with limits that are defined here, and those that functions ask for which answer requests."""
    module = own_module(file)
    if module is None or module.packages.isdisjoint(RECORDS):
        return
    for one in module.definitions:
        if isinstance(one, ast.ClassDef):
            if any(base.endswith(("BaseModel", "SQLModel", "Schema")) for base in bases(module, one)) and any(
                _limits(node) for node in ast.walk(one)
            ):
                yield Mark(LIMITED, one.lineno, amount=key(one.name))
        elif any(isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ANSWERS
                 for node in one.decorator_list):  # fmt: skip
            for given in (*one.args.args, *one.args.kwonlyargs):
                for node in ast.walk(given.annotation) if given.annotation else ():
                    name = (
                        node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
                    )
                    if name:
                        yield Mark(ASKED, one.lineno, amount=key(name))


def detect(tree: Tree) -> list[Place]:
    """Endpoints that ask for a record whose fields have limits: what does not fit is refused at the door."""
    marks = list(tree.marks("request_checks"))
    limited = {mark.amount for _, mark in marks if mark.name == LIMITED}
    asked = [(path, mark) for path, mark in marks if mark.name == ASKED and mark.amount in limited]
    return [Place(name="typed records", path=path, line=mark.line) for path, mark in asked]


def _limits(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in ("field_validator", "validator", "model_validator", "root_validator") or (
        name in ("Field", "Query", "Body", "conint", "confloat", "constr", "conlist")
        and any(one.arg in LIMITS for one in node.keywords)
    )
