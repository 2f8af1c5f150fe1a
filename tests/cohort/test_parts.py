"""What is done of a run counts only while it is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folio.cohort import parts


def line(name: str, status: str = "scored", platform: str = "toptal") -> bytes:
    return json.dumps({"id": name, "platform": platform, "status": status}).encode() + b"\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / parts.FOLDER).mkdir()
    return tmp_path


def test_a_part_is_taken_up_as_it_was_kept(folder: Path) -> None:
    rows = line("a") + line("b", "problem") + line("b", "problem", "malt")
    kept = parts.keep(folder, 3, rows, 2, ("a",), "2026-11-22T13:00:00+00:00")
    assert (kept.rows, kept.problems, kept.waiting) == (3, 1, ("a",))
    assert parts.taken_up(folder, 3, 2) == kept
    assert parts.taken_up(folder, 4, 2) is None, "there is none"
    assert parts.taken_up(folder, 3, 9) is None, "it is of another plan"


def test_a_text_that_looks_like_a_problem_is_none(folder: Path) -> None:
    assert parts.keep(folder, 0, line('"status":"problem"'), 1, (), None).problems == 0


def test_a_damaged_part_is_done_again(folder: Path) -> None:
    rows, seal = folder / "parts/000000.jsonl", folder / "parts/000000.json"
    parts.keep(folder, 0, line("a"), 1, (), None)
    whole = rows.read_bytes(), seal.read_bytes()
    for file in (rows, seal):
        content = file.read_bytes()
        for damaged in (b"", content[:-3], content.replace(b"0", b"1").replace(b"a", b"b"), b"\xff[]", b"[]", b"{}"):
            file.write_bytes(damaged)
            assert parts.taken_up(folder, 0, 1) is None
        file.write_bytes(content)
    seal.unlink()
    assert parts.taken_up(folder, 0, 1) is None, "a kill came before the seal"
    seal.write_bytes(whole[1])
    assert parts.taken_up(folder, 0, 1) is not None


def test_better_rows_take_the_place_of_those_of_the_same_profile_alone(folder: Path) -> None:
    old = line("a") + line("b") + line("b", platform="malt") + line("c")
    kept = parts.keep(folder, 0, old, 3, ("b", "c"), None)
    anew = parts.by_profile(line("b", "problem") + line("b", "problem", "malt"))
    better = parts.replaced(folder, 0, kept, anew, ("c",), None)
    rows = parts.rows_of(folder, 0).read_bytes()
    assert rows == line("a") + line("b", "problem") + line("b", "problem", "malt") + line("c")
    assert (better.profiles, better.rows, better.problems, better.waiting) == (3, 4, 1, ("c",))
    assert parts.taken_up(folder, 0, 3) == better
