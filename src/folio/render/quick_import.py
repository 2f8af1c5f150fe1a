"""Importing WeasyPrint without what only its import needs: some eighty child processes, two unused libraries, and the
machine's certificates; and reading the names of C types as quickly afterwards.

No short cut changes a byte of any PDF; a test compares them. All but `quick_types` are in force only inside the `with`.
"""

from __future__ import annotations

import contextlib
import copy
import ctypes.util
import importlib
import re
import sys
import urllib.request
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

UNUSED = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""What WeasyPrint imports for machines whose HarfBuzz can't subset, and for variable fonts."""


@contextlib.contextmanager
def quick_import() -> Iterator[None]:
    """Import a library that loads others through cffi, quickly; everything is as before afterwards."""
    with _no_library_search(), _no_certificates(), _later(UNUSED):
        yield


@contextlib.contextmanager
def _no_library_search() -> Iterator[None]:
    """On Linux `dlopen` finds a library by its soname, which WeasyPrint tries last; before that cffi asks
    `find_library`, which runs gcc, ld and ldconfig for each wrong name."""
    if not sys.platform.startswith("linux"):
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = _found_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = find


def _found_nothing(name: str) -> str | None:
    return None


@contextlib.contextmanager
def _no_certificates() -> Iterator[None]:
    """Each style sheet of WeasyPrint's own comes with a fetcher that could ask the web; from Python 3.12 on, that reads
    all certificates of the machine at once, three times 16 ms. They are parsed from strings and fetch nothing."""
    handler = urllib.request.HTTPSHandler
    urllib.request.HTTPSHandler = _NoHandler  # type: ignore[misc, assignment]
    try:
        yield
    finally:
        urllib.request.HTTPSHandler = handler  # type: ignore[misc]


class _NoHandler(urllib.request.BaseHandler):
    def __init__(self, context: object = None) -> None:
        pass


def quick_types(ffi: Any) -> None:
    """Let `ffi` read the names of types, as in `new("hb_codepoint_t[12]")`, with the declarations they mention alone.

    cffi parses all declarations of its header again for each new name: 20 names, and a number of glyphs is a part of
    some, come to 0.1 s in a document.
    """
    parser = ffi._parser

    def parse_type(name: str) -> Any:
        words = set(re.findall(r"\w+", name))
        small = copy.copy(parser)
        small._declarations = {key: said for key, said in parser._declarations.items() if key.split()[-1] in words}
        return type(parser).parse_type(small, name)

    parser.parse_type = parse_type


@contextlib.contextmanager
def _later(names: tuple[str, ...]) -> Iterator[None]:
    """Let `names` be imported as modules that import the real ones when something of theirs is used."""
    placed = {name: _Later(name) for name in names if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name, module in placed.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


class _Later(ModuleType):
    """A module whose functions import the real module when they are called."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: list[str] = []

    def __getattr__(self, attribute: str) -> Callable[..., object]:
        if attribute.startswith("__"):
            raise AttributeError(attribute)

        def call(*values: object, **named: object) -> object:
            function: Callable[..., object] = getattr(importlib.import_module(self.__name__), attribute)
            return function(*values, **named)

        return call
