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


def main(names: list[str], every: bool) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.disable(logging.CRITICAL)  # what is passed over is told there
    for name in names:
        with tempfile.TemporaryDirectory(prefix="folio-hostile-") as folder:
            tally = Tally(started=lambda what, name=name: print(f"{name}: {what}", file=sys.stderr, flush=True))  # type: ignore[misc]
            KINDS[name](tally, Path(folder), every)
        print(json.dumps([name, tally.told, tally.harmless, tally.failures]), flush=True)


if __name__ == "__main__":
    main(*json.loads(sys.argv[1]))
