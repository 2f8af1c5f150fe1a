"""The list of what folio consists of: valid, complete, and the same each time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]


def printed(seed: str, moment: str | None) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed} | ({"SOURCE_DATE_EPOCH": moment} if moment else {})
    command = [sys.executable, "-W", "error", str(ROOT / "tools" / "sbom.py")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@cache
def text() -> str:
    return printed("1", "1790000000")


def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(text())
    return made


def test_cyclonedx_own_schema_takes_it() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text()) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text().replace('"library"', '"book"')) is not None


def test_it_is_the_same_each_time_and_its_time_is_the_one_that_was_given() -> None:
    assert printed("2", "1790000000") == text()
    assert document()["metadata"]["timestamp"] == "2026-09-21T14:13:20+00:00"


def test_it_names_every_package_that_folio_needs_at_the_locked_version() -> None:
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "locks" / "plain.txt").read_text("utf-8"), re.MULTILINE))
    named = {one["name"]: one["version"] for one in document()["components"]}
    builders = {"hatchling", "pluggy", "tomlkit", "trove-classifiers"}  # build folio, and are not part of it
    assert named == {name: version for name, version in locked.items() if name not in builders}


def test_each_thing_tells_its_licence() -> None:
    made = document()
    things = [*made["components"], made["metadata"]["component"], *made["metadata"]["component"]["components"]]
    assert [one["name"] for one in things if not one.get("licenses") or "not told" in str(one["licenses"])] == []


def test_it_names_every_typeface_in_the_wheel_by_its_hash() -> None:
    inside = document()["metadata"]["component"]["components"]
    there = {
        path.relative_to(ROOT).as_posix() for end in ("ttf", "woff2") for path in ROOT.glob(f"templates/**/*.{end}")
    }
    assert {one["name"] for one in inside} == there
    assert all(one["hashes"][0]["alg"] == "SHA-256" for one in inside)


def test_it_names_no_place_on_this_machine() -> None:
    assert str(ROOT) not in text()
    assert "file:" not in text()
