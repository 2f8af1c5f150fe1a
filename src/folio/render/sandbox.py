"""The environment that templates run in: they may read what they are given, and change nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment


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
