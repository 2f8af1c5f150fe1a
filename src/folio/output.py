"""The output folder: written beside the last one and swapped in whole, so that the last good one is never in parts."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from folio.errors import FolioError
from folio.render.artifact import Artifact

OWN = frozenset({"site", "resume", "resume.pdf", "target", "pitch", "readiness"})
"""What folio writes into the output folder."""
SITE = "assets/folio.css"
"""What every site of folio's holds."""


def write(artifacts: Iterable[Artifact], folder: str | Path) -> tuple[Path, ...]:
    """Writes artifacts below `folder` and returns their paths; a file that holds the same bytes is left alone."""
    written = []
    for artifact in artifacts:
        path = Path(folder) / artifact.path
        if not path.is_file() or path.read_bytes() != artifact.content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.content)
        written.append(path)
    return tuple(written)


@contextmanager
def staged(out: Path, refuse: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """An empty folder beside `out` that takes its place when the block ends well, and leaves no trace otherwise.

    Raises FolioError when `out` holds something that folio did not write, since swapping would delete it; `refuse`
    says what that is, else `refuse_strangers`.
    """
    parent = out.absolute().parent
    recover(out)
    (refuse or refuse_strangers)(out)
    try:
        parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=parent))
    except OSError as error:
        known = {FileNotFoundError: f"{parent} takes no new files", FileExistsError: f"{parent} is no folder"}
        why = known.get(type(error), (error.strerror or "not writable").lower())
        raise FolioError(f"{out} can't be written: {why}; choose another place with --out") from None
    try:
        yield stage
        stage.chmod(0o755)
        _swap(stage, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def refuse_strangers(out: Path) -> None:
    """Raises FolioError when `out` is no folder, or holds files that are not folio's."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise FolioError(f"{out}: not a folder; choose another place with --out")
    if (out / SITE).is_file():
        what = "holds a site alone, as 'folio site' writes it, and 'folio build' writes more than that"
        raise FolioError(f"{out}: {what}; choose another --out, or remove it")
    strangers = sorted(path.name for path in out.iterdir() if path.name not in OWN) if out.is_dir() else []
    if strangers:
        shown = ", ".join(strangers[:3]) + (" ..." if len(strangers) > 3 else "")
        raise FolioError(f"{out}: holds files that folio did not write ({shown}); move them, or choose another --out")


def recover(out: Path) -> None:
    """Puts the last output back where a run was killed between the two renames of its swap."""
    for before in sorted(out.absolute().parent.glob(f".{out.name}-old-*/out")):
        if not out.exists():
            os.replace(before, out)
            before.parent.rmdir()


def _swap(stage: Path, out: Path) -> None:
    """Puts `stage` in the place of `out`. Between the two renames the last output is whole under its other name."""
    before = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=stage.parent))
    try:
        if out.is_dir():
            os.replace(out, before / "out")
        try:
            os.replace(stage, out)
        except OSError:
            if (before / "out").is_dir():
                os.replace(before / "out", out)
            raise
    finally:
        shutil.rmtree(before, ignore_errors=True)
