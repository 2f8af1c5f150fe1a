"""Importing WeasyPrint without what only its import needs: some eighty child processes and two unused libraries.

Both short cuts are in force only inside the `with`, and change no byte of any PDF; a test compares them.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import importlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType

UNUSED = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""What WeasyPrint imports for machines whose HarfBuzz can't subset, and for variable fonts."""


@contextlib.contextmanager
def quick_import() -> Iterator[None]:
    """Import a library that loads others through cffi, quickly; everything is as before afterwards."""
    with _no_library_search(), _later(UNUSED):
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
