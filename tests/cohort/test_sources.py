"""What the words of a command line name: profiles, each by an id of its own, and everything that is wrong with them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from folio.cohort.candidate import Candidate
from folio.cohort.record import TOO_LONG
from folio.cohort.sources import candidates, filled, lines
from folio.cohort.sources.tabular import row_at
from folio.errors import InputError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for place in ("people/ada", "people/team/ben", "people/ada/inner", "people/.hidden/eve", "other/ada"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "profile.yaml").write_text("name: somebody\n")
    return tmp_path


def ids(*words: str) -> list[str]:
    return [one.id for one in candidates(words)]


def told(*words: str) -> list[str]:
    with pytest.raises(InputError) as error:
        list(candidates(words))
    return [str(one) for one in error.value.problems]


def test_a_folder_yields_each_profile_below_it_once_and_in_one_order(here: Path) -> None:
    os.symlink(here / "other", here / "people/linked")
    os.symlink(here, here / "people/team/loop")
    assert ids("people") == ["ada", "team/ben"]
    assert [one.place for one in candidates(["people"])] == [
        str(here / "people" / one / "profile.yaml") for one in ("ada", "team/ben")
    ]


def test_a_folder_a_file_and_a_pattern_may_all_name_one_profile(here: Path) -> None:
    assert ids("people/ada") == ids("people/ada/profile.yaml") == ids("people/a*") == ["ada"]
    assert ids("people/**") == ids("people/**/profile.yaml") == ["ada", "inner", "ben"]
    assert ids("*/ada") == ["ada", "people/ada"]


def test_ids_that_collide_get_the_name_of_their_source_before_them(here: Path) -> None:
    assert ids("people", "other") == ["ada", "team/ben", "other/ada"]
    assert ids("people/ada", "other/ada") == ["ada", "other/ada"]


def test_a_list_holds_addresses_with_remarks_and_an_address_may_be_a_word(here: Path) -> None:
    (here / "list.txt").write_text("# ours\nhttps://git.example/ada/me.git\n\ngit@git.example:ben/me.git # ssh\n")
    found = list(candidates(["list.txt", "https://git.example/cyd/me"]))
    assert [one.id for one in found] == ["git.example/ada/me", "git.example/ben/me", "git.example/cyd/me"]
    assert {one.kind for one in found} == {"repository"}
    assert found[0].place == "https://git.example/ada/me.git"


def test_everything_that_is_wrong_with_sources_is_told_at_once(here: Path) -> None:
    (here / "notes.md").write_text("")
    assert told("nowhere", "file:///etc", "notes.md", "http://git.example/a") == [
        "file:///etc: file:// is not read; write the path",
        "http://git.example/a: 'http' addresses are not read; write an https or ssh address",
        "notes.md: not a source of profiles; name a folder, profile.yaml, .jsonl, .parquet, a .txt of git addresses, or "
        "a pattern in quotes",
        "nowhere: there is nothing here; check the path",
    ]
    (here / "list.txt").write_text("https://git.example/a\n../ada\nfile:///etc\n")
    assert [one.partition(": ")[0] for one in told("list.txt")] == ["list.txt:2:1", "list.txt:3:1"]
    (here / "empty").mkdir()
    assert told("empty", "people/x*") == [f"{one}: holds no profile; check what it holds, or leave it out"
                                          for one in ("empty", "people/x*")]  # fmt: skip


def test_an_address_that_may_hold_a_secret_is_refused_and_in_no_message(here: Path) -> None:
    secret = "https://me:s3cret@git.example/me", "https://git.example/me?token=s3cret", "me:s3cret@git.example:me.git"
    (here / "list.txt").write_text("\n".join(secret))
    (here / "a.jsonl").write_text("".join(f"{json.dumps({'url': one})}\n" for one in secret))
    for problems in (told("list.txt"), told(*secret)):
        assert len(problems) == 3
        assert not any("s3cret" in one for one in problems)
    assert {one.kind for one in candidates(["a.jsonl"])} == {"record"}
    assert not any("s3cret" in f"{one.id} {one.place}" for one in candidates(["a.jsonl"]))


def test_an_id_that_is_given_twice_is_told_with_its_line(here: Path) -> None:
    (here / "a.jsonl").write_text('{"id": "x", "profile": {}}\n{"profile": {}, "id": "x"}\n')
    (here / "list.txt").write_text("https://git.example/me\nhttps://git.example/me.git\n")
    assert [one.partition(";")[0] for one in told("a.jsonl", "list.txt")] == [
        "a.jsonl:2:1: id: 'x' is given twice",
        "list.txt:2:1: id: 'git.example/me' is given twice",
    ]


def test_records_are_read_when_they_are_worked_on(here: Path) -> None:
    rows = [{"id": "x", "profile": {"name": "Ä"}}, {"profile": "name: y"}, {"id": 7, "profile": {}}]
    rows.append({"url": "https://git.example/me"})
    (here / "a.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in rows[:2]) + "\n{broken\n\xe9\n", "latin-1")
    with (here / "a.jsonl").open("a") as file:
        file.write("".join(f"{json.dumps(one)}\n" for one in rows[2:]))
    found = list(candidates(["a.jsonl"]))
    assert [one.id for one in found] == ["x", "a.jsonl:2", "a.jsonl:4", "a.jsonl:5", "7", "git.example/me"]
    assert [one.content for one in found] == [b""] * 6
    assert [filled(one).content.strip() for one in found[:4]] == [
        json.dumps(rows[0]).encode(), json.dumps(rows[1]).encode(), b"{broken", b"\xe9",
    ]  # fmt: skip
    assert found[-1] == Candidate("git.example/me", "repository", "https://git.example/me")
    (here / "a.jsonl").unlink()
    assert filled(found[0]).content == b""


def test_a_line_that_is_too_long_is_never_held(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 100)
    (here / "a.jsonl").write_text('{"id": "x"}\n' + "x" * 5000 + '\n{"id": "y"}')
    found = list(candidates(["a.jsonl"]))
    assert [one.id for one in found] == ["x", "a.jsonl:2", "y"]
    assert [filled(one).content for one in found] == [b'{"id": "x"}\n', TOO_LONG, b'{"id": "y"}']


def test_rows_of_parquet_are_records_in_any_order(here: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    columns = {
        "id": ["x", None, None], "profile": ["name: a", '{"name": "b"}', None], "evidence": ["[]", None, None],
        "url": [None, None, "https://git.example/me"],
    }  # fmt: skip
    parquet.write_table(pa.table(columns), here / "a.parquet")
    found = list(candidates(["a.parquet"]))
    assert [(one.id, one.kind) for one in found] == [
        ("x", "record"), ("a.parquet:2", "record"), ("git.example/me", "repository"),
    ]  # fmt: skip
    assert json.loads(filled(found[1]).content) == {"profile": '{"name": "b"}'}
    assert json.loads(filled(found[0]).content) == {"id": "x", "profile": "name: a", "evidence": "[]"}
    assert row_at(here / "a.parquet", 9) == b""
