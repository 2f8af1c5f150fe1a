"""The file that keeps what each run came to: `history.jsonl` in the state folder."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from folio.readiness.history import Past, past
from folio.readiness.report import Report
from folio.version import VERSION

NAME = "history.jsonl"
log = logging.getLogger("folio")


def remember(state: Path, reports: Sequence[Report]) -> tuple[Past, ...]:
    """Appends what the reports came to, unless the last run for their platform and day came to the same.

    Returns the whole history. A folder that can't be written costs the history this run, and is told.
    """
    raise NotImplementedError


def recall(state: Path) -> tuple[Past, ...]:
    """The whole history, oldest line first; a line that can't be read is told and left where it is."""
    raise NotImplementedError


__all__ = ["NAME", "VERSION", "log", "past", "recall", "remember"]
