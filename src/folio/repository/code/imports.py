"""Which of the project's own modules a module imports, by the import statements and not by how files are named."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from folio.repository.classify import Kind
from folio.repository.tree import Tree

HELPERS = frozenset({"conftest", "tests", "test", "testing", "setup", "noxfile"})


class Imports:
    """The import graph of a tree's Python."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._paths = [path for path in tree.of_kind(Kind.SOURCE, Kind.EXAMPLE) if path.endswith(".py")]
        self._known = frozenset(path for path in tree.paths if path.endswith(".py"))

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        """Every dotted name that a module's path can be imported by: `src/shop/cart.py` by `shop.cart` and `cart`."""
        names: dict[str, set[str]] = defaultdict(set)
        for path in self._paths:
            parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
            for start in range(len(parts)):
                if start and f"{'/'.join(parts[:start])}/__init__.py" in self._known:
                    break
                names[".".join(parts[start:])].add(path)
        for path in self._paths:  # a package's module is never imported by its last part alone, but a script's is
            parts = path.removesuffix(".py").split("/")
            if f"{'/'.join(parts[:-1])}/__init__.py" not in self._known:
                names[parts[-1]].add(path)
        return names

    def own(self, path: str) -> frozenset[str]:
        """Paths of own modules, tests left out, that the module at `path` imports by itself."""
        found = {one for name in self._imported(path) for one in self._resolved(path, name)}
        return frozenset(found - {path})

    def reached(self, path: str) -> frozenset[str]:
        """Own modules that it imports; of a package, those that its `__init__` takes the imported names from."""
        found = set(self.own(path))
        for name in self._imported(path):
            for one in self._resolved(path, name):
                exports = self._tree.scans[one].exports if one in self._tree.scans else {}
                if origin := exports.get(name.rpartition(".")[2]):
                    found |= self._resolved(one, origin)
        return frozenset(found)

    def _imported(self, path: str) -> tuple[str, ...]:
        return self._tree.scans[path].imports if path in self._tree.scans else ()

    def _resolved(self, path: str, name: str) -> set[str]:
        level = len(name) - len(name.lstrip("."))
        if level:
            parts = path.split("/")[:-level]
            below = "/".join([*parts, *(part for part in name[level:].split(".") if part)])
            return {one for one in _candidates(below) if one in self._known and self._tree.kind(one) is not Kind.TEST}
        if name.split(".", 1)[0] in HELPERS:
            return set()
        while name:
            if name in self._by_name:
                return set(self._by_name[name])
            name = name.rpartition(".")[0]
        return set()


def _candidates(below: str) -> tuple[str, ...]:
    """A relative import names a module, or something inside the module above it."""
    above = below.rpartition("/")[0]
    return (f"{below}.py", f"{below}/__init__.py", f"{above}.py", f"{above}/__init__.py")
