"""The cache of PDFs: a file for each, named by all that it is made from.

A file is a line of JSON, which says what there is to say about the PDF and how to know it again, and then the PDF.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from folio.durable.whole import sweep, write_whole
from folio.render.sheet import Sheet, left_out
from folio.version import VERSION

if TYPE_CHECKING:
    from folio.render.paper import Printing

ENDING = ".sheet"
MOST = 60
"""How many PDFs the cache holds; the oldest leave first."""

log = logging.getLogger("folio")


def key(job: Printing) -> str:
    """What names a PDF in the cache: everything that it is made from, folio and WeasyPrint included."""
    told = (VERSION, _weasyprint(), job.most_pages, job.droppable, job.spare, job.steps)
    digest = hashlib.sha256(repr(told).encode())
    digest.update(hashlib.sha256(job.html.encode()).digest() + hashlib.sha256(job.source).digest())
    for name, content in sorted(job.assets.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def recall(cache: Path | None, job: Printing) -> Sheet | None:
    """The PDF as an earlier run kept it; None when there is none, or it is not whole."""
    if cache is None:
        return None
    try:
        about, _, content = (cache / f"{key(job)}{ENDING}").read_bytes().partition(b"\n")
        said = json.loads(about)
        if said["sha256"] != hashlib.sha256(content).hexdigest():
            return None
        return Sheet(content, int(said["pages"]), left_out(job, int(said["left_out"])))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def remember(cache: Path | None, job: Printing, sheet: Sheet) -> None:
    """Keep a PDF that nothing is wrong with; whole or not at all, whoever else writes it.

    A cache that can't be written only means that the PDF is printed again.
    """
    if cache is None or sheet.problem or sheet.warnings:
        return
    digest = hashlib.sha256(sheet.content).hexdigest()
    about = json.dumps({"pages": sheet.pages, "left_out": len(sheet.left_out), "sha256": digest})
    try:
        cache.mkdir(parents=True, exist_ok=True)
        write_whole(cache / f"{key(job)}{ENDING}", about.encode() + b"\n" + sheet.content)
        sweep(cache)
        for old in sorted(cache.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime_ns)[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s: not kept in the cache (%s)", job.path, error)


def holds_any(cache: Path) -> bool:
    """Whether anything is kept there."""
    return any(cache.glob(f"*{ENDING}"))


def _weasyprint() -> bytes:
    """What stands for WeasyPrint's version: the file that says it. Asking the package's metadata takes 50 ms."""
    found = importlib.util.find_spec("weasyprint")
    file = found.origin if found else None
    return hashlib.sha256(Path(file).read_bytes()).digest() if file else b""
