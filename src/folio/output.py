"""The output folder: written beside the last one and swapped in whole, so that the last good one is never in parts."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from folio.durable.held import abandoned, held
from folio.durable.swap import put
from folio.errors import FolioError
from folio.render.artifact import Artifact

OWN = frozenset({"site", "resume", "resume.pdf", "target", "pitch", "readiness"})
"""What folio writes into the output folder."""
SITE = "assets/folio.css"
"""What every site of folio's holds."""
NEW, OLD = "new", "old"
"""What a run works in holds: the output that is being written and, during the swap, perhaps the last one."""


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
    says what that is, else `refuse_strangers`. That is asked again at the end: what came meanwhile is not lost either.
    """
    parent = out.absolute().parent
    refuse = refuse or refuse_strangers
    recover(out)
    with suppress(FileNotFoundError):  # another run is swapping this very moment
        refuse(out)
    with ExitStack() as stack:
        try:
            parent.mkdir(parents=True, exist_ok=True)
            folder = stack.enter_context(held(parent, _prefix(out)))
            stage = folder / NEW
            stage.mkdir()
        except OSError as error:
            known = {FileNotFoundError: f"{parent} takes no new files", FileExistsError: f"{parent} is no folder"}
            raise _refused(out, known.get(type(error)) or _why(error)) from None
        yield stage
        with suppress(FileNotFoundError):
            refuse(out)
        try:
            stage.chmod(0o755)
            put(stage, out.absolute(), folder / OLD)
        except OSError as error:
            raise _refused(out, _why(error)) from None


def refuse_strangers(out: Path) -> None:
    """Raises FolioError when `out` is no folder, or holds files that are not folio's."""
    try:
        is_folder = stat.S_ISDIR(os.lstat(out).st_mode)  # asked once: another run may be putting it there
        within = [path.name for path in out.iterdir()] if is_folder else []
    except (FileNotFoundError, NotADirectoryError):
        return
    if not is_folder:
        raise FolioError(f"{out}: not a folder; choose another place with --out")
    if (out / SITE).is_file():
        what = "holds a site alone, as 'folio site' writes it, and 'folio build' writes more than that"
        raise FolioError(f"{out}: {what}; choose another --out, or remove it")
    strangers = sorted(name for name in within if name not in OWN)
    if strangers:
        shown = ", ".join(strangers[:3]) + (" ..." if len(strangers) > 3 else "")
        raise FolioError(f"{out}: holds files that folio did not write ({shown}); move them, or choose another --out")


def recover(out: Path) -> None:
    """Takes away what killed runs left beside `out`, and puts the last output back where one was killed amid its swap.

    What another run is writing now stays.
    """
    for folder in abandoned(out.absolute().parent, _prefix(out)):
        if not os.path.lexists(out):
            with suppress(OSError):
                os.rename(folder / OLD, out)


def _prefix(out: Path) -> str:
    """How the names of folders begin that runs into `out` work in."""
    return f".{out.absolute().name}.folio-"


def _refused(out: Path, why: str) -> FolioError:
    return FolioError(f"{out} can't be written: {why}; choose another place with --out")


def _why(error: OSError) -> str:
    return (error.strerror or "not writable").lower()
