"""Material for MkDocs, in this process: nothing is printed, and what MkDocs would only warn of is a FolioError."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from folio.errors import FolioError
from folio.render.compiled import compiled_theme
from folio.render.site.config import read_fields
from folio.resources import root

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def build(folder: Path, out: Path) -> None:
    """Makes the pages of `folder`, which holds a `mkdocs.yml`, in `out`; the theme's own files are left out."""
    with _heard() as messages:
        try:
            config = _config(folder / "mkdocs.yml", out)
            _make_lean(config)
            mkdocs_build.build(config)
        except Exception as error:
            if messages or isinstance(error, MkDocsException) or _is_of_a_template(error):
                raise FolioError(_told(folder, messages, error)) from error
            raise
        except Abort as error:  # also a SystemExit, hence no Exception's handler sees it
            raise FolioError(_told(folder, messages, error)) from error


def get_ready() -> None:
    """Imports what the first build would, for whoever has time now and none later."""
    from mkdocs.config import defaults  # noqa: F401

    from folio.website import verbatim  # noqa: F401


def _config(file: Path, out: Path) -> MkDocsConfig:
    """The configuration of a folder of folio's, as `mkdocs.config.load_config` reads it, without its reader of YAML."""
    from mkdocs.config.defaults import MkDocsConfig

    config = MkDocsConfig(config_file_path=str(file))
    config.load_dict(read_fields(file.read_text(encoding="utf-8")) | {"site_dir": str(out), "strict": True})
    wrong, warned = config.validate()
    if wrong or warned:
        raise ConfigurationError("; ".join(f"{name}: {what}" for name, what in (*wrong, *warned)))
    return config


def _make_lean(config: MkDocsConfig) -> None:
    """Spares the build what takes most of its time: listing a theme of 14,000 files, and compiling its templates."""
    env = config.theme.get_env()
    own = config.theme.custom_dir
    env.bytecode_cache = compiled_theme(root("templates"), [one for one in config.theme.dirs if one != own])
    vars(env)["list_templates"] = lambda **_: []
    vars(config.theme)["get_env"] = lambda: env


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


def _told(folder: Path, messages: Sequence[str], error: BaseException) -> str:
    place = f"{error.filename}:{error.lineno}: " if hasattr(error, "filename") and hasattr(error, "lineno") else ""
    said = "; ".join(messages) or f"{place}{error}"
    return "the site could not be built: " + said.replace(f"{folder}/overrides/", "templates/site/overrides/")
