"""The files of one commit, read from git's objects: bounded, each once, and parsed once for all detectors."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from folio.document import Document, parse_foreign
from folio.errors import InputError
from folio.repository.classify import Kind, ending, is_generated_text, kind, language
from folio.repository.entries import Entry, Fetch, chosen
from folio.repository.markdown import Page, PageUnreadable, parse_page
from folio.repository.model import Unread
from folio.repository.notebook import Notebook, NotebookUnreadable, parse_notebook
from folio.repository.python import Call, Definition, Module, ModuleUnreadable, parse_module

T = TypeVar("T")


class Tree:
    """What the files say. Whatever can't be read or parsed and could matter is in `unread`."""

    def __init__(self, entries: tuple[Entry, ...], fetch: Fetch) -> None:
        self.sizes: dict[str, int] = {one.path: one.size for one in entries}
        self._unread: dict[str, str] = {}
        wanted, over = chosen(entries)
        self._unread.update(over)
        blobs = fetch([one.name for one in wanted])
        self._texts: dict[str, str] = {}
        for one in wanted:
            if (content := blobs.get(one.name)) is None:
                self._unread[one.path] = "its content is missing from the clone"
            elif (text := _decoded(content)) is not None:
                self._texts[one.path] = text
        self._parsed: dict[tuple[str, str], object] = {}

    @classmethod
    def of(cls, files: Mapping[str, str]) -> Tree:
        """The tree with these texts, as if read from a repository."""
        contents = {path: text.encode() for path, text in files.items()}
        entries = tuple(Entry(path, path, len(contents[path])) for path in sorted(files))
        return cls(entries, lambda names: {name: contents[name] for name in names})

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Files that could have held more; parsing adds to it, so ask last."""
        return tuple(Unread(path=path, why=why) for path, why in sorted(self._unread.items()))

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path, sorted."""
        return tuple(sorted(self.sizes))

    def kind(self, path: str) -> Kind:
        """What the file is, by its path and by what its head says."""
        return Kind.GENERATED if path in self._generated else kind(path)

    @cached_property
    def _generated(self) -> frozenset[str]:
        return frozenset(path for path, text in self._texts.items() if language(path) and is_generated_text(text))

    def of_kind(self, *kinds: Kind) -> tuple[str, ...]:
        """Paths of these kinds, sorted."""
        return tuple(path for path in self.paths if self.kind(path) in kinds)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Paths of the project itself: not vendored, not generated, no example (which may be a project of its own)."""
        others = (Kind.VENDORED, Kind.GENERATED, Kind.EXAMPLE)
        return tuple(path for path in self.paths if self.kind(path) not in others)

    def named(self, *names: str) -> tuple[str, ...]:
        """Own paths whose last part is one of `names`, in any case, those nearest the root first."""
        wanted = {name.lower() for name in names}
        found = (path for path in self.own if path.rsplit("/", 1)[-1].lower() in wanted)
        return tuple(sorted(found, key=lambda path: (path.count("/"), path)))

    def read(self, path: str) -> str | None:
        """The text of a file; None when it is not there, is not text or is over a limit."""
        return self._texts.get(path)

    @property
    def texts(self) -> Mapping[str, str]:
        """All texts that were read, by path."""
        return self._texts

    def python(self, path: str) -> Module | None:
        """The parsed Python of a module or of a notebook's code cells."""
        return self._cached("python", path, self._parse_python)

    def notebook(self, path: str) -> Notebook | None:
        """The cells of a notebook."""
        return self._cached("notebook", path, lambda path, text: parse_notebook(text))

    def page(self, path: str) -> Page | None:
        """The headings, links, images and code blocks of a Markdown or reStructuredText file."""
        return self._cached("page", path, parse_page)

    def yaml(self, path: str) -> tuple[Document, ...]:
        """The documents in a YAML file; none when it can't be parsed."""
        return self._cached("yaml", path, lambda path, text: parse_foreign(text, name=path)) or ()

    def toml(self, path: str) -> dict[str, object]:
        """The tables of a TOML file; empty when there are none."""
        return self._cached("toml", path, lambda path, text: tomllib.loads(text)) or {}

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """Own Python outside tests and examples, notebooks among it."""
        return tuple(module for path in self.of_kind(Kind.SOURCE) if (module := self.python(path)))

    @cached_property
    def definitions(self) -> dict[str, list[tuple[Module, Definition]]]:
        """Functions and classes of `modules`, by name."""
        found: dict[str, list[tuple[Module, Definition]]] = {}
        for module in self.modules:
            for one in module.definitions:
                found.setdefault(one.name, []).append((module, one))
        return found

    @cached_property
    def calls(self) -> dict[str, list[tuple[Module, Call]]]:
        """Calls in `modules`, by the last part of what is called."""
        found: dict[str, list[tuple[Module, Call]]] = {}
        for module in self.modules:
            for one in module.calls:
                found.setdefault(one.last, []).append((module, one))
        return found

    @cached_property
    def test_modules(self) -> tuple[Module, ...]:
        """Python in test files."""
        return tuple(module for path in self.of_kind(Kind.TEST) if (module := self.python(path)))

    def _parse_python(self, path: str, text: str) -> Module | None:
        if ending(path) == "ipynb":
            notebook = self.notebook(path)
            return parse_module(path, notebook.code) if notebook and notebook.language == "python" else None
        return parse_module(path, text) if ending(path) == "py" else None

    def _cached(self, how: str, path: str, parse: Callable[[str, str], T | None]) -> T | None:
        key = (how, path)
        if key not in self._parsed:
            self._parsed[key] = self._attempt(path, parse)
        return self._parsed[key]  # type: ignore[return-value]  # each `how` has one type

    def _attempt(self, path: str, parse: Callable[[str, str], T | None]) -> T | None:
        text = self._texts.get(path)
        if text is None:
            return None
        try:
            return parse(path, text)
        except (ModuleUnreadable, NotebookUnreadable, PageUnreadable) as error:
            self._unread[path] = str(error)
        except InputError as error:
            self._unread[path] = f"not readable as YAML: {error.problems[0].what}"
        except (tomllib.TOMLDecodeError, RecursionError):
            self._unread[path] = "not readable as TOML"
        return None


def _decoded(content: bytes) -> str | None:
    """The text of a file, by its byte order mark or as UTF-8, Latin-1 failing that; None when it is binary."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:8000]:
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return content.decode("latin-1").replace("\r\n", "\n")
