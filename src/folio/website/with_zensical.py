"""Zensical, in this process: the same folder, by the generator that comes after Material for MkDocs.

It writes to the terminal by itself, past Python, and says of a mistake in a template what Python can catch.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folio.errors import FolioError

INSTALL = "Zensical is not installed; install it with: pip install 'folio-ready[zensical]'"


def build(folder: Path, out: Path) -> None:
    """Makes the pages of `folder`, which holds a `mkdocs.yml`, in `out`, which must lie in `folder`."""
    get_ready()
    import zensical

    with (folder / "mkdocs.yml").open("a", encoding="utf-8", newline="\n") as config:
        config.write(f"site_dir: {out.relative_to(folder).as_posix()}\n")
    with _silent():
        try:
            zensical.build(str((folder / "mkdocs.yml").resolve()), {"clean": True, "strict": True})
        except Exception as error:
            raise FolioError(_told(error)) from error
        except BaseException as error:
            if type(error).__name__ == "PanicException":  # how Rust ends where Python would raise
                raise FolioError(_told(error)) from error
            raise


def get_ready() -> None:
    """Imports it, for whoever has time now and none later; raises FolioError where it is not installed."""
    try:
        import zensical  # noqa: F401
    except ImportError:
        raise FolioError(INSTALL) from None


def _told(error: BaseException) -> str:
    return f"the site could not be built: {str(error).replace('(in ', '(in templates/site/overrides/')}"


@contextmanager
def _silent() -> Iterator[None]:
    """Sends what is written to the terminal meanwhile to nowhere, whoever writes it."""
    sys.stdout.flush()
    sys.stderr.flush()
    with tempfile.TemporaryFile() as nowhere:
        kept = os.dup(1), os.dup(2)
        try:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            yield
        finally:
            os.dup2(kept[0], 1)
            os.dup2(kept[1], 2)
            os.close(kept[0])
            os.close(kept[1])
