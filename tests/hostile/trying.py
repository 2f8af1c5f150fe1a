"""What becomes of hostile input: a clear error, a harmless output, or a fault of folio's. Nothing else counts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from folio.errors import FolioError, InputError

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What a terminal would obey, or nobody would see."""


@dataclass(slots=True)
class Tally:
    """The outcomes of one kind of input."""

    told: int = 0
    harmless: int = 0
    failures: list[str] = field(default_factory=list)
    started: Callable[[str], None] = lambda what: None
    """Hears what is tried next, so that whoever ends it knows at what."""
    seconds: float = 10.0
    """Of the processor's time that one input may take."""

    @property
    def tried(self) -> int:
        return self.told + self.harmless + len(self.failures)

    def of(self, what: str, act: Callable[[], object], *, must_be: str = "either") -> None:
        """Tries one input: `act` raises FolioError, or returns what is harmless; an AssertionError says that it isn't."""
        self.started(what)
        before = time.process_time()
        try:
            act()
            came = "harmless"
        except FolioError as error:
            came = "told"
            if fault := _badly_said(error):
                self.failures.append(f"{what}: {fault}")
                return
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.failures.append(f"{what}: {type(error).__name__}: {str(error)[:300]}")
            return
        if (took := time.process_time() - before) > self.seconds:
            self.failures.append(f"{what}: {took:.1f} s of the processor")
        elif must_be not in ("either", came):
            self.failures.append(f"{what}: was to be {must_be}, and is {came}")
        elif came == "told":
            self.told += 1
        else:
            self.harmless += 1


def _badly_said(error: FolioError) -> str | None:
    said = str(error)
    if not said.strip():
        return "an error without words"
    if isinstance(error, InputError) and not all(one.what.strip() for one in error.problems):
        return "a problem without words"
    return None


@contextmanager
def replaced(file: Path, content: bytes) -> Iterator[None]:
    """A file with other content for a while."""
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    try:
        yield
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
