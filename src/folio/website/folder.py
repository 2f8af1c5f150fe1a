"""The folder that a site generator reads, and what is repaired in what it wrote."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from folio.render.artifact import Artifact
from folio.render.site.finish import finish


def materialise(artifacts: Sequence[Artifact], folder: Path) -> None:
    """Make `folder` hold exactly `artifacts`; a file that is the same already is not touched."""
    kept = set()
    for artifact in artifacts:
        path = folder / artifact.path
        kept.add(path)
        if not path.is_file() or path.read_bytes() != artifact.content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()


def finish_folder(out: Path) -> None:
    """Repair the pages of a built site in place."""
    for path in sorted(out.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        finished = finish(text)
        if finished != text:
            path.write_text(finished, encoding="utf-8", newline="\n")
