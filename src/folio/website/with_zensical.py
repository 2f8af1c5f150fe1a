"""Zensical, in this process: the same folder, by the generator that follows Material for MkDocs."""

from __future__ import annotations

from pathlib import Path

from folio.errors import FolioError


def build(folder: Path, out: Path) -> None:
    """Makes the website of `folder`, which holds a `mkdocs.yml`, in `out`, which is emptied."""
    raise FolioError("Zensical is not there yet")
