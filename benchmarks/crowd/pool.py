"""What was really seen of the sample, in variants: parts are missing, amounts differ, looks failed.

Everything goes through folio's own models and its own store, so that the files are those that a real look leaves.
"""

from __future__ import annotations

import copy
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.contender import FOLIO, SAMPLE, TODAY
from pydantic import ValidationError

from folio.evidence import store
from folio.evidence.model import Observation

VARIANTS = 16
"""Of each observation."""
UNSEEN = ("the repository did not answer within 60 seconds", "no such repository", "the page answered 404")

Pool = dict[str, list[str]]
"""By subject of the sample: files as the store writes them, about the subject itself."""


def pool(scratch: Path, seed: int) -> Pool:
    """Looks at the sample once, and keeps each subject's file in VARIANTS forms."""
    person = Path(shutil.copytree(SAMPLE, scratch / "sample", ignore=shutil.ignore_patterns(".folio")))
    words = (*FOLIO, "collect", str(person), "--offline", "--today", TODAY, "-q")
    subprocess.run(words, check=True, capture_output=True)
    found: Pool = {}
    for number in range(VARIANTS):
        chance = random.Random(f"{seed} variant {number}")
        for one in store.load(person / ".folio" / "evidence").values():
            store.save(scratch / f"variant-{number}", _varied(one, chance) if number else one)
            file = scratch / f"variant-{number}" / store.file_name(one.subject)
            texts = found.setdefault(one.subject, [])
            texts[number:] = [file.read_text(encoding="utf-8")]
    return found


def _varied(one: Observation, chance: random.Random) -> Observation:
    if one.seen is None or chance.randrange(12) == 0:
        return one.model_copy(update={"seen": None, "problem": chance.choice(UNSEEN)})
    plain = one.model_dump(mode="json", exclude_defaults=True)
    plain["seen"]["kind"] = one.seen.kind
    for parts in _parts(plain["seen"]):
        for name in sorted(parts):
            before = parts[name]
            parts[name] = _amount(before, chance)
            if chance.randrange(3) == 0:
                del parts[name]
            try:
                Observation.model_validate(copy.deepcopy(plain))
            except ValidationError:
                parts[name] = before
    return Observation.model_validate(plain)


def _parts(seen: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What consists of parts that may be there or not: what was seen itself, and a repository's sections."""
    yield seen
    for one in list(seen.values()):
        if isinstance(one, dict):
            yield one


def _amount(value: object, chance: random.Random) -> object:
    if isinstance(value, bool) or not isinstance(value, int | list):
        return value
    if isinstance(value, list):
        return value[: chance.randint(0, len(value))] if chance.randrange(2) else value
    return round(value * chance.choice((0, 0.1, 0.5, 1, 1, 2)))
