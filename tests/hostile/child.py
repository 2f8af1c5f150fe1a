"""Tries some kinds of hostile input in this process, which has so much time and memory; a line of JSON for each."""

from __future__ import annotations

import json
import logging
import resource
import sys
import tempfile
from pathlib import Path

from hostile.registered import KINDS, MEMORY, SECONDS
from hostile.trying import Tally


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()


def main(names: list[str], every: bool) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.disable(logging.CRITICAL)  # what is passed over is told there
    for name in names:
        with tempfile.TemporaryDirectory(prefix="folio-hostile-") as folder:
            tally = Tally(started=lambda what, name=name: _say(f"{name}: {what}"))  # type: ignore[misc]
            KINDS[name](tally, Path(folder), every)
        sys.stdout.write(json.dumps([name, tally.told, tally.harmless, tally.failures]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*json.loads(sys.argv[1]))
