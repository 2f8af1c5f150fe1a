"""A document read by every extractor there is on this machine, each in a child process with limits."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from folio.ats.lines import Reading
from folio.errors import FolioError
from folio.evidence.reading.child import NEEDED

FEWEST = 3
"""Extractors without which a check says too little."""
SECONDS = 60
"""To wait for one of them; it has half of that in processor time."""
MOST = 30 << 20
"""Bytes of a PDF that is read."""
TOO_MUCH = "it takes too much time or memory to read, as no honest document does"


@dataclass(frozen=True, slots=True)
class Extractor:
    """One that folio knows; `module` is the library it needs, or the program where `program` is set."""

    name: str
    door: str
    module: str
    function: str = "read"
    program: bool = False

    @property
    def is_there(self) -> bool:
        if self.program:
            from folio.ats.extractors import by_poppler

            return by_poppler.is_there()
        return importlib.util.find_spec(self.module) is not None


EXTRACTORS = (
    Extractor("pdftotext", "by_poppler", "pdftotext", program=True),
    Extractor("pdftotext -layout", "by_poppler", "pdftotext", "read_layout", program=True),
    Extractor("pypdf", "by_pypdf", "pypdf"),
    Extractor("pdfminer", "by_pdfminer", "pdfminer"),
    Extractor("pdfium", "by_pdfium", "pypdfium2"),
)
INSTALL = (
    "pip install 'folio-ready[check]' brings pypdf, pdfminer.six and pypdfium2; apt install poppler-utils, pdftotext"
)


def extractors() -> tuple[tuple[Extractor, ...], tuple[str, ...]]:
    """Those there are on this machine, and the names of those that are missing.

    Raises FolioError where fewer than three different ones are left, and says what to install.
    """
    there = tuple(one for one in EXTRACTORS if one.is_there)
    if len({one.door for one in there}) < FEWEST:
        names = ", ".join(sorted({one.module for one in there})) or "none"
        raise FolioError(f"three extractors of text are needed, and here is {names}; {INSTALL}")
    return there, tuple(one.name for one in EXTRACTORS if one not in there)


def readings(content: bytes, wanted: tuple[Extractor, ...]) -> tuple[Reading, ...]:
    """What each of them gets out of the document. One that fails says why; nothing it does harms this process."""
    if len(content) > MOST:
        raise FolioError(f"the PDF has more than {MOST >> 20} MB; a résumé is much smaller")
    if b"%PDF-" not in content[:1024]:
        raise FolioError("this is no PDF")
    with ThreadPoolExecutor(min(len(wanted), os.cpu_count() or 1)) as pool:
        return tuple(pool.map(lambda one: _read(content, one), wanted))


def _read(content: bytes, extractor: Extractor) -> Reading:
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-P",
                "-c",
                "from folio.ats import worker; worker.main()",
                extractor.door,
                extractor.function,
            ],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={name: said for name, said in os.environ.items() if NEEDED.match(name)} | {"PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired:
        return Reading(extractor.name, problem=TOO_MUCH)
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGSEGV):
        return Reading(extractor.name, problem=TOO_MUCH)
    try:
        return Reading.of_json({**json.loads(done.stdout), "extractor": extractor.name})
    except (ValueError, KeyError, TypeError):
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return Reading(extractor.name, problem=f"it can't be read: {said[-1][:200] if said else 'no reason given'}")
