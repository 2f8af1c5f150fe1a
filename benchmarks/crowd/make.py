"""Writes many profiles with stored evidence into a folder: the same bytes for the same number and seed."""

from __future__ import annotations

import multiprocessing
import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from harness.contender import SAMPLE

from crowd.pool import Pool, pool
from folio.evidence import store

SEED = 11
BROKEN = 100
"""Every so many is a profile that can't be read."""
OPTIONAL = (
    *("focus", "foundations", "languages", "education", "talks", "references", "services", "rates", "availability"),
    *("rehearsals", "study_log", "site", "publishing", "platforms", "contracts", "pitches"),
)
FIRST = (
    "Ada",
    "Bela",
    "Chidi",
    "Dilan",
    "Emre",
    "Farah",
    "Goran",
    "Hana",
    "Ines",
    "Joao",
    "Kofi",
    "Lin",
    "Mara",
    "Noor",
)
LAST = ("Abadi", "Berg", "Costa", "Diallo", "Eriksen", "Farkas", "Garcia", "Haddad", "Ito", "Jansen", "Kaya", "Lopez")


class Plain(yaml.CSafeDumper):
    """Writes out what stands in two places: folio reads no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def make(folder: Path, number: int, seed: int = SEED) -> Path:
    """`number` profiles below `folder`, a thousand to a folder; every hundredth can't be read."""
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        texts = pool(Path(scratch), seed)
    sample = yaml.load((SAMPLE / "profile.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    write = partial(_written, folder, texts, sample, seed)
    if number < 2_000:
        list(map(write, range(number)))
    else:
        with multiprocessing.get_context("fork").Pool() as workers:
            workers.map(write, range(number), chunksize=100)
    return folder


def broken(number: int) -> str | None:
    """What is wrong with the profile of this number; None where nothing is."""
    return tuple(BREAKING)[number // BROKEN % len(BREAKING)] if number % BROKEN == BROKEN - 1 else None


def _written(folder: Path, texts: Pool, sample: dict[str, Any], seed: int, number: int) -> None:
    here = folder / f"{number // 1000:03}" / f"person-{number:06}"
    chance = random.Random(f"{seed} person {number}")
    person, seen = _person(texts, sample, chance)
    profile = here / "profile.yaml"
    profile.parent.mkdir(parents=True)
    profile.write_text(yaml.dump(person, Dumper=Plain, sort_keys=False, allow_unicode=True), "utf-8")
    for subject, text in seen:
        file = here / ".folio" / "evidence" / store.file_name(subject)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    if what := broken(number):
        BREAKING[what](here)


def _person(texts: Pool, sample: dict[str, Any], chance: random.Random) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """A profile with three to six projects, and the files of what was seen."""
    person = {name: value for name, value in sample.items() if name not in OPTIONAL or chance.randrange(3)}
    del person["targets"]  # they name tags of any project, and files
    person["name"] = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    seen: list[tuple[str, str]] = []
    for section, kind, least, most in (("projects", "project", 3, 6), ("articles", "article", 0, 7)):
        entries, known = [], sample[section]
        for place, number in enumerate(_chosen(chance, len(known), chance.randint(least, most))):
            entry = known[number % len(known)]
            name = entry["id"] if number < len(known) else f"{entry['id']}-{place}"
            before, after = f"{kind}:{entry['id']}", f"{kind}:{name}"
            entries.append(entry | {"id": name})
            if before in texts and chance.randrange(10):
                seen.append((after, chance.choice(texts[before]).replace(before, after, 1)))
        person[section] = entries
    links = (one for one in texts if one.startswith("link:") and chance.randrange(4))
    seen += [(one, chance.choice(texts[one])) for one in links]
    gone = _names(sample) - _names(person)
    return {name: _without(value, gone) for name, value in person.items()}, seen


def _chosen(chance: random.Random, known: int, wanted: int) -> list[int]:
    """Numbers of what there is; one that is `known` or more stands for a second one of the same kind."""
    return sorted(chance.sample(range(max(known, wanted)), wanted))


def _names(person: dict[str, Any]) -> set[str]:
    """What may be pointed at."""
    sections = (value for value in person.values() if isinstance(value, list))
    return {one["id"] for section in sections for one in section if isinstance(one, dict) and "id" in one}


def _without(value: Any, gone: set[str]) -> Any:
    """The same without pointers to what is gone, and without what is empty then."""
    if isinstance(value, dict):
        left = {name: _without(one, gone) for name, one in value.items() if not _points(one, gone)}
        return {name: one for name, one in left.items() if one not in ({}, [])}
    if isinstance(value, list):
        return [one for one in (_without(each, gone) for each in value if not _points(each, gone)) if one != {}]
    return value


def _points(value: object, gone: set[str]) -> bool:
    return isinstance(value, str) and value.rpartition(":")[2] in gone


def _no_yaml(here: Path) -> None:
    (here / "profile.yaml").write_text("name: [Ada\nheadline: }\n", encoding="utf-8")


def _unknown_field(here: Path) -> None:
    with (here / "profile.yaml").open("a", encoding="utf-8") as file:
        file.write("favourite_colour: green\n")


def _empty(here: Path) -> None:
    (here / "profile.yaml").write_bytes(b"")


def _bytes(here: Path) -> None:
    (here / "profile.yaml").write_bytes(b"name: \x00\xff\xfe\n")


def _deep(here: Path) -> None:
    (here / "profile.yaml").write_text(f"name: {'[' * 5_000}{']' * 5_000}\n", encoding="utf-8")


BREAKING: dict[str, Callable[[Path], None]] = {
    "no YAML": _no_yaml,
    "an unknown field": _unknown_field,
    "an empty file": _empty,
    "bytes that are no text": _bytes,
    "nested too deeply": _deep,
}
