"""What became of the person's Markdown, kept in one file beside the profile: most of a site's text is as it was.

Reading Markdown takes most of the time that a large site's pages take. The file holds HTML as it is before it is
sanitised, by digests of texts; a file that is damaged, or another folio's, is not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folio import kept
from folio.durable.whole import write_whole
from folio.portfolio import prose
from folio.version import VERSION

MAX_FILE = 64 * 1024 * 1024
"""Bytes of the file; what is longer is made anew."""


@contextmanager
def kept_prose(cache: Path) -> Iterator[None]:
    """Texts within that are the same as in an earlier run are taken from it, and all are kept for a later one."""
    file = cache / "prose.json"
    before = _read(file)
    prose.earlier.update(before)
    prose.in_use.clear()
    try:
        yield
        if prose.in_use != before:
            content = json.dumps({"made_by": _made_by(), "texts": prose.in_use}).encode()
            with contextlib.suppress(OSError):
                cache.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_whole(file, content)
    finally:
        prose.earlier.clear()
        prose.in_use.clear()


def _read(file: Path) -> dict[str, prose.MarkedUp]:
    try:
        with file.open("rb") as stream:
            said = json.loads(stream.read(MAX_FILE))
        if said["made_by"] == _made_by():
            return {key: ({**asked}, str(html)) for key, (asked, html) in said["texts"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return {}


def _made_by() -> str:
    """What stands for all that makes HTML of Markdown."""
    source = Path(prose.__file__).read_bytes()
    return hashlib.sha256(repr((VERSION, source, list(kept.installed()))).encode()).hexdigest()
