"""Which of the project's own code a test in another language than Python uses, by what it loads and where it lies."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from folio.repository.classify import Kind, ending
from folio.repository.code.languages.lexical import FAMILIES
from folio.repository.scan import File, Mark
from folio.repository.tree import Tree

LOADS, PACKAGE, REFERS = "loads ", "package ", "refers "
"""How the marks' names begin: what a test loads, the package a file says it is in, a model that SQL selects from."""
SAID = re.compile(r"^[ \t]*package[ \t]+([\w.]+)", re.M)
MODELS = re.compile(r"\{\{\s*(?:ref|source)\(\s*['\"](?:[\w.]+['\"]\s*,\s*['\"])?([\w.]+)['\"]")
ALIASES = ("@/", "~/", "$lib/", "src/")
ENDINGS = ("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", "/index.ts", "/index.tsx", "/index.js")
MOST = 200


def scan(file: File) -> Iterator[Mark]:
    """What a test loads, and which package of the JVM a file is in."""
    code = file.code
    if code is None or file.kind not in (Kind.SOURCE, Kind.TEST):
        return
    if code.family == "java" and (said := SAID.search(code.code)):
        yield Mark(PACKAGE + said[1])
    if file.kind is Kind.TEST and code.family == "sql":
        yield from (Mark(REFERS + name) for name in sorted(set(MODELS.findall(file.text)))[:MOST])
    elif file.kind is Kind.TEST:
        yield from (Mark(LOADS + name) for name in sorted(code.packages)[:MOST])


class Project:
    """What the project's own packages, modules and headers are called."""

    def __init__(self, tree: Tree, marks: Iterable[tuple[str, Mark]]) -> None:
        self._tree = tree
        self._sources = tree.of_kind(Kind.SOURCE)
        self._known = frozenset(self._sources)
        self._folders = {(path.rpartition("/")[0], ending(path)) for path in self._sources}
        self._packages: dict[str, set[str]] = {}
        for path, mark in marks:
            if mark.name.startswith(PACKAGE):
                self._packages.setdefault(path, set()).add(mark.name.removeprefix(PACKAGE))

    def is_used(self, path: str, names: Iterable[str]) -> bool:
        """Whether the test at `path`, of which these are the marks, uses own code."""
        family = FAMILIES.get(ending(path), "")
        loads = [name.removeprefix(LOADS) for name in names if name.startswith(LOADS)]
        if family == "sql":
            models = {name.removeprefix(REFERS) for name in names if name.startswith(REFERS)}
            return not models.isdisjoint(self._stems) if models else any(one.endswith(".sql") for one in self._sources)
        if family == "java":
            return self._in_package(path, loads)
        if family == "go":
            return (path.rpartition("/")[0], "go") in self._folders or any(map(self._is_below_module, loads))
        if family == "r" and "/testthat/" in f"/{path}" and "Package" in self._names:
            return True
        if family in ("javascript", "c", "julia", "r"):
            found = any(self._file(path, name, family) for name in loads)
            return found or not self._names_of(family).isdisjoint(loads)
        if family == "rust":
            return path in self._known or not (self._names_of(family) | {"crate", "super"}).isdisjoint(loads)
        return False

    def _in_package(self, path: str, loads: list[str]) -> bool:
        own = {name for one, said in self._packages.items() if one in self._known for name in said}
        mine = self._packages.get(path)
        if not mine:
            return any(one not in self._packages and FAMILIES.get(ending(one)) == "java" for one in self._sources)
        return not own.isdisjoint(mine) or not own.isdisjoint(loads)

    def _is_below_module(self, name: str) -> bool:
        return any(name == one or name.startswith(f"{one}/") for one in self._names_of("go"))

    def _file(self, path: str, name: str, family: str) -> bool:
        """Whether what is loaded is an own file: relative to the test, or by an alias or a folder of headers."""
        folder = path.rpartition("/")[0]
        if name.startswith(".") or family != "javascript":
            joined = posixpath.normpath(posixpath.join(folder, name))
            bare = joined.removesuffix(".js")
            if not self._known.isdisjoint(f"{one}{end}" for one in {joined, bare} for end in ENDINGS):
                return True
        if family == "javascript":
            alias = next((one for one in ALIASES if name.startswith(one)), None)
            return alias is not None and any(f"/{name.removeprefix(alias)}{end}" in self._tails for end in ENDINGS)
        return "." in name and f"/{name.lstrip('./')}" in self._tails

    @cached_property
    def _tails(self) -> frozenset[str]:
        """The ends of all own paths, from each of their folders on."""
        return frozenset(
            f"/{'/'.join(parts[start:])}"
            for parts in (path.split("/") for path in self._sources)
            for start in range(max(0, len(parts) - 6), len(parts))
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(path.rsplit("/", 1)[-1].split(".")[0] for path in self._tree.own)

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        """What manifests say that the project's packages are called, by where that is said."""
        found: dict[str, set[str]] = {}
        for name, (file, pattern) in MANIFESTS.items():
            for path in self._tree.named(file):
                for said in re.findall(pattern, self._tree.read(path) or "", re.M):
                    found.setdefault(name, set()).add(said.replace("-", "_") if name == "Cargo" else said)
        for path in self._tree.named("package.json"):
            try:
                content = json.loads(self._tree.read(path) or "")
            except (ValueError, RecursionError):
                continue
            if isinstance(content, dict) and isinstance(content.get("name"), str):
                found.setdefault("npm", set()).add(str(content["name"]))
        return found

    def _names_of(self, family: str) -> set[str]:
        keys = {"go": "Go", "javascript": "npm", "julia": "Project", "r": "Package", "rust": "Cargo"}
        return self._names.get(keys.get(family, ""), set())


MANIFESTS = {
    "Cargo": ("Cargo.toml", r"^name\s*=\s*\"([\w-]+)\""),
    "Go": ("go.mod", r"^module\s+(\S+)"),
    "Package": ("DESCRIPTION", r"^Package:\s*([\w.]+)"),
    "Project": ("Project.toml", r"^name\s*=\s*\"(\w+)\""),
}
"""Where packages say what they are called."""
