"""What a child process does: it reads the document at its standard input with one extractor, within limits."""

from __future__ import annotations

import importlib
import json
import resource
import sys
import warnings

from folio.ats.lines import Reading
from folio.evidence.reading.worker import limit_itself

SECONDS = 30
"""Of processor time."""


def main() -> None:
    """Writes what was read as JSON; a document that can't be read is a problem in words."""
    door, function = sys.argv[1:3]
    limit_itself()
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    warnings.simplefilter("ignore")
    read = getattr(importlib.import_module(f"folio.ats.extractors.{door}"), function)
    content = sys.stdin.buffer.read()
    try:
        reading = Reading(door, read(content))
    except Exception as error:  # noqa: BLE001 (whatever a library makes of a stranger's file)
        reading = Reading(
            door, problem=f"it can't be read: {' '.join(str(error).split())[:200] or type(error).__name__}"
        )
    json.dump(reading.as_json(), sys.stdout)
