"""Templates in compiled form, kept as Python keeps modules: in a `__pycache__` beside folio's own.

Compiling those of a résumé takes 40 ms, as long as filling them in takes ten times, and those of a theme of MkDocs
takes 200. What lies there is run as code, so that it is as good as folio's modules and no better: whoever can write
there can change folio itself. Nothing of the person's own templates is kept, and nothing anywhere else.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from folio.version import VERSION


def compiled(templates: Path) -> FileSystemBytecodeCache:
    """The cache for the templates in folder `templates`; where it can't be written, each run compiles."""
    return _Cache(templates, _folder(templates))


def compiled_theme(templates: Path, installed: Sequence[str]) -> FileSystemBytecodeCache:
    """The cache for a theme of a site generator: for its templates in the `installed` folders, and for those that folio
    puts before them, which lie below `templates` and are copied to somewhere else for each build."""
    return _ThemeCache(templates, installed)


def _folder(templates: Path) -> Path:
    return templates / "__pycache__" / f"jinja2-{jinja2.__version__}-{VERSION}"


class _Cache(FileSystemBytecodeCache):
    def __init__(self, templates: Path, folder: Path) -> None:
        self._templates = f"{templates}{os.sep}"
        super().__init__(str(folder), "%s.j2c")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The place of the template too, for one of the person's own may have the name of one of folio's."""
        own = (filename or "").startswith(self._templates)
        return super().get_cache_key(name, filename) if own else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            try:
                os.makedirs(self.directory, exist_ok=True)
                super().dump_bytecode(bucket)
            except OSError:
                return


class _ThemeCache(_Cache):
    def __init__(self, templates: Path, installed: Sequence[str]) -> None:
        super().__init__(templates, _folder(templates))
        self._overrides = templates / "site" / "overrides"
        self._installed = tuple(f"{folder}{os.sep}" for folder in installed)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Of a copy there is no telling by its place whether it is folio's, so its text decides."""
        path = filename or ""
        if not path.startswith(self._installed):
            try:
                if Path(path).read_bytes() != (self._overrides / name).read_bytes():
                    return ""
            except OSError:
                return ""
            path = ""
        return hashlib.sha256(f"theme\0{name}\0{path}".encode()).hexdigest()
