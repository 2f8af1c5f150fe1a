"""Python by its syntax tree, walked once: what a module imports, defines and calls, by full names."""

from __future__ import annotations

import ast
import sys
import warnings
from dataclasses import dataclass

FILENAME = "<read by folio>"
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class ModuleUnreadable(Exception):
    """Not Python that this Python can parse."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call, by the full name of what is called: `np.mean(x)` is `numpy.mean`; an object's method is `.fit`."""

    name: str
    line: int
    node: ast.Call

    @property
    def last(self) -> str:
        return self.name.rsplit(".", 1)[-1]


@dataclass(frozen=True, slots=True)
class Module:
    """One file of Python. Every sequence is in the order of the file's lines."""

    path: str
    text: str
    tree: ast.Module
    names: dict[str, str]
    """What each imported name stands for in full: `np` is `numpy`."""
    imports: tuple[tuple[str, int], ...]
    """Full names that are imported, and where; relative ones begin with dots."""
    calls: tuple[Call, ...]
    definitions: tuple[Definition, ...]
    strings: tuple[ast.Constant | ast.JoinedStr, ...]
    """Strings that are values: docstrings and parts of f-strings left out."""
    subscripts: tuple[tuple[str, int], ...]
    """Full names of what is indexed, `os.environ` for `os.environ["PORT"]`, and where."""
    docstrings: tuple[tuple[int, int], ...]
    """First and last lines of the docstrings."""

    @property
    def packages(self) -> frozenset[str]:
        """First parts of the absolute imports."""
        return frozenset(name.split(".", 1)[0] for name, _ in self.imports if not name.startswith("."))

    def full_name(self, node: ast.expr) -> str:
        """The full name of a name or attribute; `.attribute` when it belongs to a value."""
        return _full_name(node, self.names)


def parse_module(path: str, text: str) -> Module:
    """The module in `text`; raises ModuleUnreadable."""
    # A warning about somebody's escape sequence is not ours to print; the filter names only this file name, so that
    # threads that parse at the same time don't undo each other's filters.
    warnings.filterwarnings("ignore", module=FILENAME)
    try:
        tree = ast.parse(text, FILENAME)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise ModuleUnreadable(f"not readable as Python {version}") from None
    return _walked(path, text, tree)


def nodes_of(tree: ast.AST) -> list[ast.AST]:
    """Every node of a tree, as `ast.walk` gives them but at a third of its cost: every detector builds on this."""
    nodes = [tree]
    for node in nodes:  # grows while it is read
        for value in vars(node).values():
            if isinstance(value, list):
                nodes += [one for one in value if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST) and not isinstance(value, ast.expr_context):
                nodes.append(value)
    return nodes


def _walked(path: str, text: str, tree: ast.Module) -> Module:
    nodes = nodes_of(tree)
    names: dict[str, str] = {}
    imports: list[tuple[str, int]] = []
    inside: set[int] = set()
    docstrings: list[tuple[int, int]] = []
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                imports.append((alias.name, node.lineno))
                first = alias.name.split(".", 1)[0]
                names[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            for alias in node.names:
                full = f"{origin}.{alias.name}" if node.module else f"{origin}{alias.name}"
                imports.append((full, node.lineno))
                names[alias.asname or alias.name] = full
        elif isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            if node.body and isinstance(head := node.body[0], ast.Expr) and isinstance(head.value, ast.Constant):
                inside.add(id(head.value))
                if isinstance(head.value.value, str):
                    docstrings.append((head.lineno, head.end_lineno or head.lineno))
        elif isinstance(node, ast.JoinedStr):
            inside.update(id(part) for part in ast.walk(node) if part is not node)
    calls = [Call(_full_name(node.func, names), node.lineno, node) for node in nodes if isinstance(node, ast.Call)]
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            calls += [_decoration(one, names) for one in node.decorator_list if not isinstance(one, ast.Call)]
    subscripts = [
        (_full_name(node.value, names), node.lineno)
        for node in nodes
        if isinstance(node, ast.Subscript) and isinstance(node.value, (ast.Name, ast.Attribute))
    ]
    strings = [
        node
        for node in nodes
        if id(node) not in inside
        and (isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)))
    ]
    definitions = [node for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
    return Module(
        path,
        text,
        tree,
        names,
        tuple(sorted(imports, key=lambda one: (one[1], one[0]))),
        tuple(sorted(calls, key=lambda one: (one.line, one.node.col_offset, one.name))),
        tuple(sorted(definitions, key=lambda one: one.lineno)),
        tuple(sorted(strings, key=lambda one: (one.lineno, one.col_offset))),
        tuple(sorted(subscripts, key=lambda one: (one[1], one[0]))),
        tuple(sorted(docstrings)),
    )


def _decoration(node: ast.expr, names: dict[str, str]) -> Call:
    """A decorator without brackets, as the call that it is."""
    call = ast.copy_location(ast.Call(func=node, args=[], keywords=[]), node)
    return Call(_full_name(node, names), node.lineno, call)


def _full_name(node: ast.expr, names: dict[str, str]) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    known = names.get(node.id) if isinstance(node, ast.Name) else None
    if known is None and isinstance(node, ast.Name) and not parts:
        known = node.id
    parts.append(known or "")  # a value's method is not a module's function, whatever the value is called
    return ".".join(reversed(parts))
