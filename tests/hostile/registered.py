"""The kinds of hostile input, each tried in a child that has so much time and memory and no more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from hostile import documents, fields, files, pictures, repositories, state, strings, templates
from hostile.trying import Tally
from torture.kinds import Count, Kind

TESTS = Path(__file__).parents[1]
MEMORY = 1536 << 20
SECONDS = 600
"""Of the processor's time, for all of a kind."""

KINDS: dict[str, Callable[[Tally, Path, bool], None]] = {
    "hostile profiles": documents.profiles,
    "hostile documents to import": documents.imports,
    "paths that lead elsewhere": files.paths,
    "files that are none, and 100 MB": files.doors,
    "hostile text in every field": fields.fields,
    "naughty strings": strings.strings,
    "hostile repositories": repositories.repositories,
    "hostile pictures": pictures.pictures,
    "hostile themes and looks": templates.templates,
    "nonsense in .folio": state.state,
    "hostile rubrics": state.rubrics,
}


def kinds() -> Iterable[Kind]:
    """All of them, with everything that there is to try."""
    return [Kind(f"hostile: {name.removeprefix('hostile ')}", partial(counted, name)) for name in KINDS]


def counted(name: str) -> Count:
    return tried([name], every=True)[name]


def tried(names: Iterable[str], *, every: bool) -> dict[str, Count]:
    """What came of some kinds, in one child."""
    wanted = list(names)
    path = os.pathsep.join((str(TESTS), *filter(None, (os.environ.get("PYTHONPATH"),))))
    words = [sys.executable, "-m", "hostile.child", json.dumps([wanted, every])]
    done = subprocess.run(words, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)
    found = {}
    for line in done.stdout.splitlines():
        name, told, harmless, failures = json.loads(line)
        notes = (f"clear errors {told}", f"harmless {harmless}")
        found[name] = Count(told + harmless + len(failures), tuple(failures), notes)
    last = done.stderr.strip().splitlines()[-1:] or [""]
    for name in wanted:
        found.setdefault(
            name, Count(1, (f"the child ended with {done.returncode}; the last it said: {last[0][:300]}",))
        )
    return found
