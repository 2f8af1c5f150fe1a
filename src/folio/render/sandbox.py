"""The environment that templates run in: they may read what they are given, and change nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import local
from typing import Any

from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

ROUNDS = 2_000_000
"""Of loops, and calls of macros, in filling one template in; a page about a thousand projects takes a hundredth."""
SECONDS = 10.0
"""Of work of the processor for the same, where a round does much."""
MEMORY = 256 << 20
"""Bytes more than what the process has."""
LONGEST = 50_000
"""Bits of a number that is calculated."""
COUNTED = "folio counted"
"""No name that a template could write."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's own, which asks of every value anew what depends on its type alone: a third of a page's time."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = type(obj), attr
        safe = self._safe.get(key)
        if safe is None:
            safe = self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return safe


class Folders(FileSystemLoader):
    """Finds templates in folders, and notices when one appears in a folder that goes before."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, filename, unchanged = super().get_source(environment, template)
        places = [os.path.join(folder, *template.split("/")) for folder in self.searchpath]
        before = places[: places.index(filename)] if filename in places else []
        return source, filename, lambda: unchanged() and not any(map(os.path.exists, before))


class Bounded(Sandbox):
    """For templates of the person's own, which may be somebody else's: what goes on and on is ended."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._left = local()
        self.filters |= {COUNTED: self._counted, "round": _rounded(self.filters["round"])}
        del self.globals["lipsum"]

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Allows one template the rounds, time and memory that there are for it."""
        self._left.rounds, self._left.until = ROUNDS, time.thread_time() + SECONDS
        with _memory(MEMORY):
            yield

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None, lineno=loop.lineno, environment=self)
        return tree

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for one in values:
            self._count()
            yield one

    def call(__self, __context: Context, __obj: Any, *args: Any, **named: Any) -> Any:
        __self._count()
        return super().call(__context, __obj, *args, **named)

    def _load_template(self, name: str, globals: Any) -> Any:
        self._count()
        return super()._load_template(name, globals)

    def _count(self) -> None:
        left: int = getattr(self._left, "rounds", ROUNDS) - 1
        self._left.rounds = left
        if left < 0 or (left % 64 == 0 and time.thread_time() > self._left.until):
            raise SecurityError("it takes too long: loops and macros that call each other go round too often")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > LONGEST:
                raise SecurityError(f"a number of over {LONGEST:,} bits")
        return super().call_binop(context, operator, left, right)


def _rounded(plain: Callable[..., Any]) -> Callable[..., Any]:
    def rounded(value: Any, precision: int = 0, method: Any = "common") -> Any:
        if abs(precision) > 300:
            raise SecurityError("rounds to more digits than a number has")
        return plain(value, precision, method)

    return rounded


@contextmanager
def _memory(more: int) -> Iterator[None]:
    """Lets this process take so much more memory and no further, where the system can hold it to that."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as counted:
            now = int(counted.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = min(one for one in (now + more, before, hard) if one != resource.RLIM_INFINITY)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (before, hard))
