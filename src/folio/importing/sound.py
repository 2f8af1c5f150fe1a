"""Data that passes `folio validate`, whatever a reader of a foreign format let through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from folio.document import Document, KeyPath, dump, parse
from folio.errors import FolioError, InputError, Problem
from folio.importing.opened import key_path
from folio.known import checks_named
from folio.profile.exchange.taken import Left, Taken
from folio.profile.load import FILE, each_of
from folio.render.looks import unknown_looks
from folio.render.own import own_templates

MOST = 200
"""Values that are taken out one after the other; no honest document needs ten."""


def sound(taken: Taken, folder: Path) -> Taken:
    """`taken` without what a profile in `folder` can't hold, such as a theme that there is not here.

    Each value is told, as what was left; the entry that can't be without it goes with it. Raises FolioError for a
    document that nothing can be made of.
    """
    looks = unknown_looks(own_templates(folder))
    for _ in range(MOST):
        document = parse(dump(taken.data).encode("utf-8", "replace"), name=FILE)
        problem = _first(document, lambda one: (*checks_named(one), *looks(one)))
        if problem is None:
            return taken
        path = _there(taken.data, key_path(problem.field))
        if not path:
            break
        value, data = _cut(taken.data, path)
        left = Left(problem.field, problem.what, value)
        taken = replace(taken, data={name: one for name, one in data.items() if one}, left=(*taken.left, left))
    raise FolioError("no profile can be made of it; tell us, with the document if you can")


def _first(document: Document, further: Callable[[Document], Iterable[Problem]]) -> Problem | None:
    try:
        each_of(document, further=further)
    except InputError as error:
        return error.problems[0]
    return None


def _there(data: Any, path: KeyPath) -> KeyPath:
    """As much of a path as leads to a value: what is missing is missing in what is above it."""
    for at, part in enumerate(path):
        held = isinstance(part, int) and part < len(data) if isinstance(data, list) else part in data
        if not held:
            return path[:at]
        data = data[part]
        if not isinstance(data, (list, dict)):
            return path[: at + 1]
    return path


def _cut(value: Any, path: KeyPath) -> tuple[Any, Any]:
    """What stands at `path`, and the whole without it."""
    first, *rest = path
    if not rest:
        kept = [one for at, one in enumerate(value) if at != first] if isinstance(value, list) else None
        return value[first], {key: one for key, one in value.items() if key != first} if kept is None else kept
    found, inner = _cut(value[first], tuple(rest))
    if isinstance(value, list):
        return found, [inner if at == first else one for at, one in enumerate(value)]
    return found, {key: inner if key == first else one for key, one in value.items()}
