"""Material for MkDocs, in this process: nothing is printed, and what MkDocs would only warn of is a FolioError."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from folio.errors import FolioError


def build(folder: Path, out: Path) -> None:
    """Makes the website of `folder`, which holds a `mkdocs.yml`, in `out`, which is emptied."""
    with _heard() as messages:
        try:
            mkdocs_build.build(load_config(str(folder / "mkdocs.yml"), site_dir=str(out), strict=True))
        except Exception as error:
            if messages or isinstance(error, MkDocsException) or _is_of_a_template(error):
                raise FolioError(_told(messages, error)) from error
            raise
        except Abort as error:  # also a SystemExit, hence no Exception's handler sees it
            raise FolioError(_told(messages, error)) from error


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of letting it reach the terminal."""
    messages: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    logger, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    kept = logger.propagate, logger.handlers[:], logger.level
    logger.propagate, logger.handlers = False, [ear]
    logger.setLevel(logging.WARNING)
    try:
        yield messages
    finally:
        logger.propagate, logger.handlers = kept[0], kept[1]
        logger.setLevel(kept[2])


def _is_of_a_template(error: Exception) -> bool:
    """MkDocs lets a mistake in a theme template through as it is, and only `render.templates` may import jinja2."""
    return type(error).__module__ == "jinja2.exceptions"


def _told(messages: Sequence[str], error: BaseException) -> str:
    place = f"{error.filename}:{error.lineno}: " if hasattr(error, "filename") and hasattr(error, "lineno") else ""
    return "the site could not be built: " + ("; ".join(messages) or f"{place}{error}")
