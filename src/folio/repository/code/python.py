"""Python by its syntax tree, walked once: what a module imports, defines and calls, by full names."""

from __future__ import annotations

import ast
import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple, cast

FILENAME = "<read by folio>"
PARSING = Lock()
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
LEAVES = frozenset({type(None), str, int, float, complex, bytes, bool, type(...), ast.Name}) | {
    leaf
    for family in (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
    for leaf in family.__subclasses__()
}


class ModuleUnreadable(Exception):
    """Not Python that this Python can parse."""


class Call(NamedTuple):
    """A call, by the full name of what is called: `np.mean(x)` is `numpy.mean`; an object's method is `.fit`."""

    name: str
    last: str
    """The part of the name after its last dot."""
    line: int
    node: ast.Call


@dataclass(frozen=True, slots=True)
class Module:
    """One file of Python. Calls and definitions are in the order of the tree, level by level."""

    path: str
    text: str
    tree: ast.Module
    names: dict[str, str]
    """What each imported name stands for in full: `np` is `numpy`."""
    imports: tuple[tuple[str, int], ...]
    """Full names that are imported, and where; relative ones begin with dots."""
    packages: frozenset[str]
    """First parts of the absolute imports."""
    calls: tuple[Call, ...]
    definitions: tuple[Definition, ...]
    strings: tuple[ast.Constant | ast.JoinedStr, ...]
    """Strings that are values: docstrings and parts of f-strings left out."""
    subscripts: tuple[tuple[str, int], ...]
    """Full names of what is read by an index, `os.environ` for `os.environ["PORT"]`, and where."""
    assignments: tuple[ast.Assign, ...]
    docstrings: tuple[tuple[int, int], ...]
    """First and last lines of the docstrings."""

    def full_name(self, node: ast.expr) -> str:
        """The full name of a name or attribute; `.attribute` when it belongs to a value."""
        return _full_name(node, self.names)


def parse_module(path: str, text: str) -> Module:
    """The module in `text`; raises ModuleUnreadable."""
    # A warning about somebody's escape sequence is not ours to print; the filter names only this file name, so that
    # threads that parse at the same time don't undo each other's filters.
    warnings.filterwarnings("ignore", module=FILENAME)
    try:
        tree = parsed(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise ModuleUnreadable(f"not readable as Python {version}") from None
    return _walked(path, text, tree)


def parsed(text: str) -> ast.Module:
    """The syntax tree of `text`; raises what `ast.parse` raises, one thread at a time.

    CPython before 3.11.5 counts the depth of trees for all threads together and fails with SystemError when two parse
    at once (https://github.com/python/cpython/issues/106905).
    """
    with PARSING:
        return ast.parse(text, FILENAME)


def nodes_of(tree: ast.AST) -> list[ast.AST]:
    """The nodes of a tree, level by level; names, operators, numbers, annotations and most attributes are left out.

    Every detector builds on this, and `ast.walk` costs more than parsing does.
    """
    nodes = [tree]
    add, extend = nodes.append, nodes.extend
    for node in nodes:  # grows while it is read
        for name in FIELDS[node.__class__]:
            value: Any = getattr(node, name)
            kind = value.__class__
            if kind is list:
                if value:
                    extend([one for one in value if one.__class__ not in LEAVES])
                continue
            while kind is ast.Attribute:
                value = value.value
                kind = value.__class__
            if kind is ast.Constant:
                if value.value.__class__ is str:
                    add(value)
            elif kind not in LEAVES:
                add(value)
    return nodes


def _fields_with_nodes() -> dict[type[ast.AST], tuple[str, ...]]:
    """Of every class of node, the fields that can hold nodes with something in them."""
    plain = {"ctx", "op", "ops", "type_comment", "type_ignores", "kind", "module", "level", "id", "attr", "arg",
             "asname", "name", "conversion", "simple", "is_async", "rest", "kwd_attrs", "tag", "lineno",
             "annotation", "returns"}  # fmt: skip
    every = [one for one in vars(ast).values() if isinstance(one, type) and issubclass(one, ast.AST)]
    fields = {one: tuple(name for name in one._fields if name not in plain) for one in every}
    # What these hold is no node, or read from the node itself.
    none: dict[type[ast.AST], tuple[str, ...]] = dict.fromkeys(
        (ast.Constant, ast.alias, ast.Import, ast.ImportFrom), ()
    )
    return fields | none | {ast.arguments: ("defaults", "kw_defaults"), ast.Global: (), ast.Nonlocal: ()}


FIELDS = _fields_with_nodes()
WANTED = frozenset(
    {ast.Import, ast.ImportFrom, ast.Call, ast.Subscript, ast.JoinedStr, ast.Constant, ast.Assign, *DEFINITIONS}
)


def _walked(path: str, text: str, tree: ast.Module) -> Module:
    found: dict[type[ast.AST], list[ast.AST]] = {one: [] for one in WANTED}
    for node in nodes_of(tree):
        if node.__class__ in WANTED:
            found[node.__class__].append(node)
    names: dict[str, str] = {}
    imports = [row for node in found[ast.Import] for row in _imported(cast(ast.Import, node), names)]
    imports += [row for node in found[ast.ImportFrom] for row in _taken(cast(ast.ImportFrom, node), names)]
    definitions = [cast(Definition, node) for kind in DEFINITIONS for node in found[kind]]
    calls = [_call(node, names) for node in cast(list[ast.Call], found[ast.Call])]
    calls += [
        _decoration(one, names) for node in definitions for one in node.decorator_list if not isinstance(one, ast.Call)
    ]
    subscripts = [
        (_full_name(value, names), value.lineno)
        for node in cast(list[ast.Subscript], found[ast.Subscript])
        if node.ctx.__class__ is ast.Load
        and ((value := node.value).__class__ is ast.Attribute or (isinstance(value, ast.Name) and value.id in names))
    ]
    joined = cast(list[ast.JoinedStr], found[ast.JoinedStr])
    inside = {id(part) for node in joined for part in node.values}
    docstrings = [one for node in (tree, *definitions) if (one := _docstring(node))]
    inside |= {id(one.value) for one in docstrings}
    constants = cast(list[ast.Constant], found[ast.Constant])
    strings: list[ast.Constant | ast.JoinedStr] = [one for one in joined if id(one) not in inside]
    strings += [one for one in constants if one.value.__class__ is str and id(one) not in inside]
    imports.sort(key=lambda one: (one[1], one[0]))
    return Module(
        path=path,
        text=text,
        tree=tree,
        names=names,
        imports=tuple(imports),
        packages=frozenset(name.split(".", 1)[0] for name, _ in imports if not name.startswith(".")),
        calls=tuple(calls),
        definitions=tuple(definitions),
        strings=tuple(strings),
        subscripts=tuple(sorted(subscripts, key=lambda one: (one[1], one[0]))),
        assignments=tuple(cast(list[ast.Assign], found[ast.Assign])),
        docstrings=tuple(sorted((one.lineno, one.end_lineno or one.lineno) for one in docstrings)),
    )


def _imported(node: ast.Import, names: dict[str, str]) -> Iterator[tuple[str, int]]:
    for alias in node.names:
        first = alias.name.split(".", 1)[0]
        names[alias.asname or first] = alias.name if alias.asname else first
        yield alias.name, node.lineno


def _taken(node: ast.ImportFrom, names: dict[str, str]) -> Iterator[tuple[str, int]]:
    origin = "." * node.level + (node.module or "")
    for alias in node.names:
        full = f"{origin}.{alias.name}" if node.module else f"{origin}{alias.name}"
        names[alias.asname or alias.name] = full
        yield full, node.lineno


def _docstring(node: ast.Module | Definition) -> ast.Expr | None:
    first = node.body[0] if node.body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return first
    return None


def _decoration(node: ast.expr, names: dict[str, str]) -> Call:
    """A decorator without brackets, as the call that it is."""
    return _call(ast.copy_location(ast.Call(func=node, args=[], keywords=[]), node), names)


def _call(node: ast.Call, names: dict[str, str]) -> Call:
    called = node.func
    if called.__class__ is ast.Attribute:
        return Call(_full_name(called, names), called.attr, node.lineno, node)
    full = _full_name(called, names)
    return Call(full, full.rpartition(".")[2], node.lineno, node)


def _full_name(node: ast.expr, names: dict[str, str]) -> str:
    if node.__class__ is ast.Name:
        return names.get(node.id, node.id)
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    known = names.get(node.id) if isinstance(node, ast.Name) else None
    if known is None and isinstance(node, ast.Name) and not parts:
        known = node.id
    parts.append(known or "")  # a value's method is not a module's function, whatever the value is called
    return ".".join(reversed(parts))


@lru_cache(maxsize=1 << 14)
def snake_case(name: str) -> str:
    """`LogisticRegressionGD` as `logistic_regression_gd`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower().strip("_")
