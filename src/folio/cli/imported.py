"""What became of another tool's document, in words: what was taken, what was kept, and what deserves a second look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.errors import Position
    from folio.importing import Imported
    from folio.profile.exchange.taken import Left


def lines(done: Imported) -> Iterator[str]:
    """The lines that `folio import` and `folio init --from` print."""
    from folio.importing import said

    sections = (_counted(name, value) for name, value in said(done.taken).items())
    yield clean(f"taken: {', '.join(sections) or 'nothing'}")
    if done.taken.left:
        yield f"kept under 'extra', for nothing shows it ({len(done.taken.left)}):"
        for line in _kept(done):
            yield clean(f"  {line}")
    for note in done.taken.notes:
        yield clean(f"look over: {note}")


def _kept(done: Imported) -> Iterator[str]:
    """What was kept: what entries of one list have in common is told once, at the first of them."""
    groups: dict[tuple[str, str], list[tuple[Position, Left]]] = {}
    for place, left in zip(done.places, done.taken.left, strict=True):
        entry = left.path.rpartition(".")[0] if "[" in left.path else left.path
        groups.setdefault((re.sub(r"\[\d+\]", "[]", entry or left.path), left.why), []).append((place, left))
    for (_, why), several in groups.items():
        place, first = several[0]
        fields = dict.fromkeys(one.path.rpartition(".")[2] for _, one in several)
        named = ", ".join([first.path, *list(fields)[1:]])
        yield f"{place}: {named}: {why}{f' ({len(several)} places)' if len(several) > 1 else ''}"


def _counted(name: str, value: object) -> str:
    return f"{name} ({len(value)})" if isinstance(value, list) else name
