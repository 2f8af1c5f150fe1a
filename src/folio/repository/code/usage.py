"""What own code really uses: names from tables count where they are called, never where they are only imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from folio.repository.classify import Kind
from folio.repository.code import elsewhere
from folio.repository.code.pieces import may_match
from folio.repository.code.python import Definition, Module, nodes_of, snake_case
from folio.repository.model import Place
from folio.repository.scan import File, Mark, key

Table = Mapping[str, Mapping[str, str]]
"""Package -> last part of the name that is called ("*" for any) -> the fact's name."""


def called(file: File, table: Table) -> Iterator[Mark]:
    """Every call of a name in the table. Source of the rule: guard `import-without-call`."""
    module = own_module(file)
    if module and not module.packages.isdisjoint(table):
        for call in module.calls:
            if (fact := _looked_up(call.name, table)) is not None:
                yield Mark(fact, call.line)


def defined(file: File, names: Mapping[str, str]) -> Iterator[Mark]:
    """Functions that have one of these names and compute something; they count where own code calls them."""
    module = own_module(file)
    for one in module.definitions if module else ():
        if one.name in names and operations(one):
            yield Mark(names[one.name], one.lineno, keys=(key(one.name),))
    yield from elsewhere.defined(file, names)


def defined_like(
    file: File,
    pattern: re.Pattern[str],
    fact: str = "",
    *,
    at_least: int = 3,
    holding: Callable[[Definition], bool] | None = None,
    holding_words: re.Pattern[str] | None = None,
) -> Iterator[Mark]:
    """Own functions and classes whose name matches, alone or with their module's; they count where they are called.

    They have at least some lines and, when asked for, hold what makes them the thing that they are named for; in other
    languages than Python that is a word of `holding_words`.
    """
    module = own_module(file)
    if module is None:
        yield from elsewhere.defined_like(file, pattern, fact, at_least=at_least, holding=holding_words)
        return
    if not may_match(pattern, file.names):
        return
    search, begins, before = pattern.search, _begins(pattern), len(snake_case(file.stem)) + 1
    for one, name in file.definitions:
        if not search(name) and not (begins and search(name[before:])):
            continue
        if lines_of(one) < at_least or not (holding is None or holding(one)):
            continue
        alone = search(name[before:]) is not None
        yield Mark(fact or one.name, one.lineno, keys=(key(one.name if alone else f"{file.stem}.{one.name}"),))
        if not alone:
            yield from (Mark(fact or one.name, call.line) for call in module.calls if call.name == one.name)


@cache
def _begins(pattern: re.Pattern[str]) -> bool:
    """Whether it can match at the beginning of a name only; `(^|_)` matches after a module's name as well."""
    return "^" in pattern.pattern.replace("(^|_)", "")


def lines_of(definition: Definition) -> int:
    """How many lines a definition takes, its decorators left out."""
    return (definition.end_lineno or definition.lineno) - definition.lineno + 1


def own_module(file: File) -> Module | None:
    """The Python of own code outside tests and examples."""
    return file.module if file.kind is Kind.SOURCE else None


ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
LOOPS = (ast.For, ast.While, ast.AsyncFor, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
MATHS = frozenset(
    {"dot", "sum", "mean", "exp", "log", "sqrt", "matmul", "outer", "einsum", "cumsum", "solve", "argmin", "argmax"}
    | {"norm", "average", "prod", "median"}
)


def operations(definition: Definition) -> int:
    """Arithmetic, loops and calls of mathematics inside a definition; text that is put together is no arithmetic."""
    count = 0
    for node in nodes_of(definition):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ARITHMETIC):
            count += not any(isinstance(side, ast.JoinedStr) or _is_text(side) for side in (node.left, node.right))
        elif isinstance(node, (ast.AugAssign, *LOOPS)) or (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MATHS
        ):
            count += 1
    return count


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def one_each(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each name, sorted by name."""
    first: dict[str, Place] = {}
    for place in sorted(places, key=lambda one: (one.path, one.line)):
        first.setdefault(place.name, place)
    return tuple(first[name] for name in sorted(first))


def strings_given(call: ast.Call, keyword: str) -> list[str]:
    """The constant strings that a call is given under `keyword`, alone or in a list, tuple or mapping."""
    for one in call.keywords:
        if one.arg == keyword:
            return [
                node.value
                for node in ast.walk(one.value)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
    return []


def bases(module: Module, definition: ast.ClassDef) -> list[str]:
    """The full names of a class' bases."""
    return [module.full_name(base) for base in definition.bases]


def _looked_up(name: str, table: Table) -> str | None:
    package, _, rest = name.partition(".")
    names = table.get(package)
    if names is None:
        return None
    return names.get(rest.rsplit(".", 1)[-1], names.get("*"))
