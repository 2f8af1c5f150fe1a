"""What became of another tool's document, in words: what was taken, what was kept, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.importing import Imported


def lines(done: Imported) -> Iterator[str]:
    """The lines that `folio import` and `folio init --from` print."""
    from folio.importing import said

    sections = (_counted(name, value) for name, value in said(done.taken).items())
    yield clean(f"taken: {', '.join(sections) or 'nothing'}")
    if done.taken.left:
        yield f"kept under 'extra', for nothing shows it ({len(done.taken.left)}):"
        for place, left in zip(done.places, done.taken.left, strict=True):
            yield clean(f"  {place}: {left}")
    for note in done.taken.notes:
        yield clean(f"look over: {note}")


def _counted(name: str, value: object) -> str:
    return f"{name} ({len(value)})" if isinstance(value, list) else name
