"""Scanning: what one file says, found while its text and its syntax tree are there, and kept when they are gone.

A detector has up to two functions. `scan(file)` sees one file and gives marks; they are kept by the file's blob, so
that a file that has not changed is not looked at again. `detect(tree)` sees all files' marks and gives the fact.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from folio.repository.classify import Kind, ending, is_generated_text, kind, language
from folio.repository.code.languages.code import Code
from folio.repository.code.languages.lexical import FAMILIES
from folio.repository.code.notebook import Notebook, NotebookUnreadable, parse_notebook
from folio.repository.code.python import Definition, Module, ModuleUnreadable, parse_module, snake_case
from folio.repository.documents.markdown import parse_page
from folio.repository.documents.page import Page, PageUnreadable

T = TypeVar("T")


class Mark(NamedTuple):
    """What a detector noted in one file: facts, positions and hashes, never a piece of the file."""

    name: str
    line: int = 1
    note: str = ""
    amount: int = 0
    keys: tuple[int, ...] = ()
    """Set for something defined here that counts where it is called: the keys of `Scanned.calls` to look for."""


class File:
    """One file while it is scanned; what is parsed of it is parsed once for all detectors."""

    def __init__(self, path: str, text: str, *, compared: bool = True) -> None:
        self.path = path
        self.compared = compared
        self.text = text
        self.stem = path.rsplit("/", 1)[-1].removesuffix(".py")
        self.ending = ending(path)
        generated = language(path) is not None and is_generated_text(text)
        self.kind = Kind.GENERATED if generated else kind(path)
        self.problems: list[str] = []
        self.calls: dict[int, int] = {}
        """In other languages than Python: keys of the names that a detector looked for and found called, with lines."""

    @property
    def is_source(self) -> bool:
        """Whether it is own code outside tests and examples."""
        return self.kind is Kind.SOURCE

    @cached_property
    def module(self) -> Module | None:
        """The Python in it, a notebook's code cells put together among it."""
        if self.ending == "py":
            return self._attempt(parse_module, self.text)
        if self.ending == "ipynb" and self.notebook and self.notebook.language == "python":
            return self._attempt(parse_module, self.notebook.code)
        return None

    @cached_property
    def code(self) -> Code | None:
        """Its code without comments and the insides of strings, when it is in another language than Python."""
        return Code(self.text, self.ending) if self.ending in FAMILIES else None

    @cached_property
    def definitions(self) -> tuple[tuple[Definition, str], ...]:
        """What its Python defines, each with its name in snake_case, the module's before it: `cart_total`."""
        stem = snake_case(self.stem)
        return tuple((one, f"{stem}_{snake_case(one.name)}") for one in self.module.definitions) if self.module else ()

    @cached_property
    def names(self) -> str:
        """The names in `definitions`, for a quick look whether any could be what is looked for."""
        return "\n".join(name for _, name in self.definitions)

    @cached_property
    def notebook(self) -> Notebook | None:
        """Its cells, when it is a notebook."""
        return self._attempt(lambda path, text: parse_notebook(text), self.text) if self.ending == "ipynb" else None

    @cached_property
    def prose(self) -> str:
        """The text of a document, or of a notebook's text cells; empty for anything else."""
        if self.ending == "ipynb":
            return self.notebook.prose if self.notebook else ""
        return self.text if self.kind is Kind.DOCS else ""

    @cached_property
    def page(self) -> Page | None:
        """The headings, links, images, tables and code blocks of `prose`."""
        return self._attempt(parse_page, self.prose) if self.prose else None

    def line(self, position: int) -> int:
        """The line that a position in the text is on, from 1."""
        return self.text.count("\n", 0, position) + 1

    def _attempt(self, parse: Callable[[str, str], T], text: str) -> T | None:
        try:
            return parse(self.path, text)
        except (ModuleUnreadable, NotebookUnreadable, PageUnreadable) as error:
            self.problems.append(str(error))
            return None


@dataclass(frozen=True, slots=True)
class Scanned:
    """All that is kept of one file that was scanned."""

    generated: bool = False
    problem: str | None = None
    """Why part of it could not be read."""
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    """By the name of the detector."""
    imports: tuple[str, ...] = ()
    """Full names that Python imports; relative ones begin with dots."""
    exports: Mapping[str, str] = field(default_factory=dict)
    """Of a package's `__init__`: what each imported name stands for."""
    calls: Mapping[int, int] = field(default_factory=dict)
    """Keys of the names that own code calls, all in Python and some elsewhere, and the line of each first call."""

    @property
    def packages(self) -> frozenset[str]:
        """First parts of the absolute imports."""
        return frozenset(name.split(".", 1)[0] for name in self.imports if not name.startswith("."))


Scanner = Callable[[File], Iterable[Mark]]


def scanned(path: str, text: str, scanners: Mapping[str, Scanner], *, compared: bool = True) -> Scanned:
    """What the detectors find in a file; a pure function of its arguments."""
    file = File(path, text, compared=compared)
    marks = {name: found for name, scan in scanners.items() if (found := tuple(scan(file)))}
    module = file.module if file.ending in ("py", "ipynb") else None
    return Scanned(
        generated=file.kind is Kind.GENERATED and kind(path) is not Kind.GENERATED,
        problem=file.problems[0] if file.problems else None,
        marks=marks,
        imports=tuple(sorted({name for name, _ in module.imports})) if module else (),
        exports=dict(module.names) if module and path.endswith("__init__.py") else {},
        calls=_calls(module) if module and file.is_source else file.calls,
    )


def _calls(module: Module) -> dict[int, int]:
    lines: dict[int, int] = {}
    for call in module.calls:
        for one in call_keys(call.name):
            if one not in lines or call.line < lines[one]:
                lines[one] = call.line
        for given in call.node.args:
            if isinstance(given, ast.Name):  # handed to what calls it: `evaluate(seasonal_naive, weeks)`
                lines.setdefault(key(given.id), call.line)
    return lines


@lru_cache(maxsize=1 << 15)
def call_keys(name: str) -> tuple[int, ...]:
    """The keys under which a call is found: by its last name, and by that with what stands before it."""
    parts = name.rsplit(".", 2)
    return (key(parts[-1]), key(".".join(parts[-2:]))) if len(parts) > 1 and parts[-2] else (key(parts[-1]),)


@lru_cache(maxsize=1 << 15)
def key(name: str) -> int:
    """A name's hash of 48 bits: enough to find a call by, and no part of anybody's code."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=6).digest(), "big")


def to_json(one: Scanned) -> list[object]:
    """As plain lists for a store."""
    marks = {name: [list(mark) for mark in found] for name, found in one.marks.items()}
    return [one.generated, one.problem, marks, one.imports, one.exports, list(one.calls.items())]


def from_json(value: list[object]) -> Scanned:
    """What `to_json` gave; raises TypeError or ValueError when it is something else."""
    generated, problem, marks, imports, exports, calls = value
    return Scanned(
        generated=bool(generated),
        problem=None if problem is None else str(problem),
        marks={str(name): tuple(_marks(rows)) for name, rows in dict(marks).items()},  # type: ignore[call-overload]
        imports=tuple(map(str, imports)),  # type: ignore[call-overload]
        exports=dict(exports),  # type: ignore[call-overload]
        calls={int(one): int(line) for one, line in calls},  # type: ignore[attr-defined]
    )


def _marks(rows: Iterable[list[object]]) -> Iterator[Mark]:
    for name, line, note, amount, keys in rows:
        yield Mark(str(name), int(line), str(note), int(amount), tuple(map(int, keys)))  # type: ignore[call-overload]
