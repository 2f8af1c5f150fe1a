"""What own code really uses: names from tables count where they are called, never where they are only imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from folio.repository.classify import Kind
from folio.repository.model import Place
from folio.repository.python import Definition, Module, nodes_of
from folio.repository.tree import Tree

Table = Mapping[str, Mapping[str, str]]
"""Package -> last part of the name that is called ("*" for any) -> the fact's name."""


def called(tree: Tree, table: Table) -> list[Place]:
    """Every call of a name in the table. Source of the rule: guard `import-without-call`."""
    return [
        Place(name=fact, path=module.path, line=call.line)
        for module in tree.modules
        if not module.packages.isdisjoint(table)
        for call in module.calls
        if (fact := _looked_up(call.name, table)) is not None
    ]


def called_by_name(tree: Tree, names: Mapping[str, str]) -> list[Place]:
    """Calls of functions that are defined in own code, have one of these names and compute something."""
    return [
        Place(name=fact, path=module.path, line=call.line)
        for name, fact in names.items()
        if name in tree.calls and any(operations(one) for _, one in tree.definitions.get(name, ()))
        for module, call in tree.calls[name]
    ]


def called_like(
    tree: Tree, pattern: re.Pattern[str], *, at_least: int = 3, holding: Callable[[Definition], bool] | None = None
) -> list[Place]:
    """Calls of own functions and classes whose name matches, alone or with their module's; `name` is what is called.

    They have at least some lines and, when asked for, hold what makes them the thing that they are named for.
    """
    found: list[Place] = []
    for name, defined in tree.definitions.items():
        alone = pattern.search(snake_case(name)) is not None
        for module, one in defined:
            stem = _stem(module.path)
            if not alone and not pattern.search(f"{snake_case(stem)}_{snake_case(name)}"):
                continue
            if (one.end_lineno or one.lineno) - one.lineno + 1 < at_least or not (holding is None or holding(one)):
                continue
            found += [
                Place(name=name, path=caller.path, line=call.line)
                for caller, call in tree.calls.get(name, ())
                if alone or call.name.endswith(f"{stem}.{name}") or (caller is module and call.name == name)
            ]
    return found


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


def matched(tree: Tree, table: Mapping[str, re.Pattern[str]], languages: Iterable[str]) -> list[Place]:
    """The first match of each pattern in own source files with these endings, comment lines left out."""
    endings = tuple(f".{one}" for one in languages)
    found: list[Place] = []
    for path in tree.of_kind(Kind.SOURCE):
        text = tree.read(path) if path.lower().endswith(endings) else None
        for name, pattern in table.items() if text else ():
            for match in pattern.finditer(text or ""):
                start = (text or "").rfind("\n", 0, match.start()) + 1
                if (text or "")[start : match.start()].lstrip()[:2] not in ("//", "# ", "* ", "--"):
                    found.append(Place(name=name, path=path, line=(text or "").count("\n", 0, match.start()) + 1))
                    break
    return found


def one_each(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of each name, sorted by name."""
    first: dict[str, Place] = {}
    for place in sorted(places, key=lambda one: (one.path, one.line)):
        first.setdefault(place.name, place)
    return tuple(first[name] for name in sorted(first))


@lru_cache(maxsize=1 << 14)
def snake_case(name: str) -> str:
    """`LogisticRegressionGD` as `logistic_regression_gd`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower().strip("_")


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


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".py")


def _looked_up(name: str, table: Table) -> str | None:
    package, _, rest = name.partition(".")
    names = table.get(package)
    if names is None:
        return None
    return names.get(rest.rsplit(".", 1)[-1], names.get("*"))
