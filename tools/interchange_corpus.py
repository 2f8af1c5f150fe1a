"""Import, check, build and export every document of a format below a folder: nothing may fail or be lost.

    python tools/interchange_corpus.py FOLDER [--format rendercv] [--build pdf|all] [--schema SCHEMA.json] [--jobs 2]

A document is every file that ends as the format's do and is one by what is in it; those that are equal count once.
Prints one line for each and a summary; the exit status is 1 when one of them failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema_rs

from folio.errors import FolioError, InputError
from folio.exporting import export
from folio.importing import import_profile
from folio.importing.text import opened
from folio.known import loaded
from folio.profile.exchange.formats import FORMATS, Format, by_name

SCHEMA = Path(__file__).parents[1] / "tests" / "profile" / "schema" / "json-resume-1.0.0.json"
LARGEST = 1 << 20
SUFFIXES = {".json": (".json",), ".yaml": (".yaml", ".yml"), ".yml": (".yaml", ".yml")}
COMMANDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "none": (),
    "pdf": (
        ("validate", "{me}"),
        ("resume", "{me}", "-o", "{me}/resume.pdf"),
    ),
    "all": (("validate", "{me}"), ("build", "{me}", "--offline", "--out", "{out}")),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """How it went with one document."""

    path: Path
    problem: str
    is_valid: bool
    kept: int
    values: int
    seconds: float

    def __str__(self) -> str:
        valid = "" if self.is_valid else ", not as the schema has it"
        return (
            f"{self.problem or 'ok'}: {self.path} ({self.values} values, {self.kept} kept{valid}, {self.seconds:.1f} s)"
        )


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    formats = [one.name for one in FORMATS if one.reads and one.writes]
    parser.add_argument("--format", choices=formats, default="json-resume")
    parser.add_argument("--build", choices=COMMANDS, default="none", help="what to make of each, beside the round trip")
    parser.add_argument("--schema", type=Path, default=SCHEMA)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    format = by_name(given.format)
    has_schema = given.schema != SCHEMA or format.name == "json-resume"
    schema = jsonschema_rs.validator_for(json.loads(given.schema.read_text(encoding="utf-8")) if has_schema else True)
    every = list(_documents(given.folder, format))
    with ThreadPoolExecutor(given.jobs) as pool:
        tried = []
        for one in pool.map(partial(_try, format=format, schema=schema, commands=COMMANDS[given.build]), every):
            tried.append(one)
            print(one, flush=True)
    failed = [one for one in tried if one.problem]
    kept, values = sum(one.kept for one in tried), sum(one.values for one in tried)
    print(
        f"{len(tried)} documents, {sum(one.is_valid for one in tried)} as the schema has them, {len(failed)} failed; "
        f"{kept / max(len(tried), 1):.1f} of {values / max(len(tried), 1):.0f} values kept on average"
    )
    return 1 if failed else 0


def _documents(folder: Path, format: Format) -> Iterator[Path]:
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        try:
            if path.suffix not in SUFFIXES[Path(format.file).suffix] or path.stat().st_size > LARGEST:
                continue
            data = _data(path.read_bytes())
        except (OSError, FolioError):
            continue
        same = json.dumps(data, sort_keys=True)
        if same not in seen and format.is_one(data) and "properties" not in data:
            seen.add(same)
            yield path


def _try(path: Path, format: Format, schema: jsonschema_rs.Validator, commands: tuple[tuple[str, ...], ...]) -> Tried:
    begun = time.monotonic()
    data = _data(path.read_bytes())
    with tempfile.TemporaryDirectory(prefix="json-resume-") as folder:
        problem, kept = _there_and_back(path, format, data, Path(folder) / "me")
        for command in () if problem else commands:
            words = [one.format(me=f"{folder}/me", out=f"{folder}/out") for one in command]
            done = subprocess.run([sys.executable, "-m", "folio", *words], capture_output=True, text=True, check=False)
            if done.returncode:
                problem = f"FAILED {command[0]}: {done.stderr.strip()[-300:]}"
                break
    return Tried(path, problem, schema.is_valid(data), kept, _values(data), time.monotonic() - begun)


def _there_and_back(path: Path, format: Format, data: Any, me: Path) -> tuple[str, int]:
    try:
        import_profile(path, me, format.name)
        profile = loaded(me)
        back = _data(export(profile, format).text.encode())
    except (FolioError, InputError) as error:
        return f"FAILED import: {error}", 0
    kept = len(profile.extra.get(format.name, ()))
    return "" if without_ours(back, data) == data else "FAILED export: it is another document", kept


def _data(content: bytes) -> Any:
    return opened(content, "a document").data


def without_ours(back: Any, given: Any) -> Any:
    """An exported document without what folio adds of its own."""
    if isinstance(back, list):
        others = given if isinstance(given, list) and len(given) == len(back) else [None] * len(back)
        return [without_ours(one, other) for one, other in zip(back, others, strict=True)]
    if not isinstance(back, dict):
        return back
    there = given if isinstance(given, dict) else {}
    ours = ("x-folio", "folio", "$schema", "meta")
    return {key: without_ours(one, there.get(key)) for key, one in back.items() if key in there or key not in ours}


def _values(data: Any) -> int:
    if isinstance(data, (dict, list)):
        return sum(map(_values, data.values() if isinstance(data, dict) else data))
    return 1


if __name__ == "__main__":
    sys.exit(main())
