"""`folio doctor`: every kind of trouble is found, said with what to do, and keeps no other check from its work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evidence.hub import Hub, Reply, a_hub
from folio.cli import group
from folio.health import Finding, Surroundings, fonts, git, github, packages, pdf, places, profile, python, terminal
from folio.health import extras as extras_check

NOW = datetime(2026, 11, 22, 13, 20, tzinfo=UTC)
SECRET = "ghp_onlyForTheseTests"
PROFILE = "name: Ada Brandt\nheadline: Engineer\nsummary: Counts twice.\n"


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    return Surroundings({"PATH": os.environ["PATH"]}, NOW, profile=tmp_path, out=tmp_path / "out", offline=True)


def said(findings: Iterator[Finding]) -> list[str]:
    return [f"{one.state}: {one.about}: {one.found}" + (f" > {one.todo}" if one.todo else "") for one in findings]


def program(folder: Path, name: str, text: str) -> dict[str, str]:
    """A PATH on which alone a program of this name is, which prints a text."""
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


def test_python_too_old_fine_and_newer_than_any_tried(around: Surroundings) -> None:
    versions = [(3, 10, 9), (3, 12, 1), (3, 99, 0)]
    assert [next(python.look(replace(around, python=one))).state for one in versions] == ["trouble", "ok", "note"]


def test_a_package_that_is_missing_or_of_another_version() -> None:
    assert packages.unfit("pydantic>=2") == ""
    assert packages.unfit("pydantic>=99,<100").endswith("does not fit; folio needs <100,>=99")
    assert packages.unfit("no-such-package-here") == "no-such-package-here is missing"
    assert packages.unfit("no-such-package-here; extra == 'check'") == "", "nobody asked for it"


def test_every_extra_of_pyproject_is_looked_for(around: Surroundings) -> None:
    import tomllib

    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert set(extras_check.EXTRAS) == set(tomllib.loads(text)["project"]["optional-dependencies"])
    assert extras_check.judged("check", "x", ["pypdfium2 is missing"]).todo.startswith(
        "pip install 'folio-ready[check]'"
    )
    assert extras_check.judged("check", "x", ["pypdfium2 4 does not fit"]).state == "trouble"


def test_pango_and_harfbuzz_as_the_libraries_themselves_say(around: Surroundings) -> None:
    assert [one.state for one in pdf.look(around)] == ["ok", "ok"]
    assert [pdf.judged_pango(one).state for one in ((1, 40, 0), (1, 46, 1), (1, 56, 3))] == ["trouble", "note", "ok"]
    assert pdf.judged_harfbuzz((3, 0, 0), True).state == "note"
    assert "libharfbuzz-subset0" in pdf.judged_harfbuzz((8, 0, 0), False).todo


def test_typefaces_that_are_missing_empty_or_wanted_by_the_language(around: Surroundings, tmp_path: Path) -> None:
    assert fonts.own(tmp_path).state == "trouble"
    (tmp_path / "face").mkdir()
    (tmp_path / "face" / "Face-Regular.ttf").write_bytes(b"")
    assert fonts.own(tmp_path).found == "1 of folio's own can't be read: Face-Regular.ttf"
    assert fonts.east(None, ("en",)).state == "note"
    assert fonts.east(None, ("en", "ja", "zh-Hant")).found == "missing, and the profile is in ja, zh-Hant"
    assert fonts.east(tmp_path, ("ja",)).state == "ok"
    assert fonts.languages_of(replace(around, overrides=("site.locales=[ko]",))) == ("en", "ko")
    assert fonts.languages_of(replace(around, profile=tmp_path / "nowhere")) == ()


@pytest.mark.parametrize(
    ("script", "state", "found"),
    [
        ("echo git version 2.39.5", "ok", "2.39.5"),
        (
            "echo 'git version 2.34.1 (Apple Git-137)'",
            "note",
            "2.34.1 looks hosts' names up a second time when it clones",
        ),
        ("echo git version 2.20", "trouble", "2.20 is too old to read repositories safely"),
        ("echo xcode-select: no tools >&2; exit 1", "trouble", "there, and does not say its version"),
    ],
)
def test_git_of_each_age(script: str, state: str, found: str, around: Surroundings, tmp_path: Path) -> None:
    [one] = git.look(replace(around, environ=program(tmp_path, "git", script)))
    assert (one.state, one.found) == (state, found)


def test_no_git_at_all(around: Surroundings, tmp_path: Path) -> None:
    [one] = git.look(replace(around, environ={"PATH": str(tmp_path)}))
    assert (one.state, one.found) == ("trouble", "not found")
    assert "apt install git" in one.todo


def test_places_that_can_not_be_written_to(around: Surroundings, tmp_path: Path) -> None:
    assert {one.state for one in places.look(around)} == {"ok"}
    file = tmp_path / "file"
    file.write_text("")
    bad = replace(around, environ={"TMPDIR": str(tmp_path / "gone")}, state=file / "kept", out=file / "out")
    assert said(places.look(bad))[1:] == [
        f"trouble: evidence: {file} is no folder > make it writable, or name another place with --state DIR",
        f"trouble: cache: {file} is no folder > make it writable, or name another place with --state DIR",
        f"trouble: output: {file} is no folder > choose another place with --out",
        f"trouble: temporary files: TMPDIR is {tmp_path}/gone, where no folder is > make it, or unset TMPDIR",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_profile_in_a_folder_of_somebody_elses_is_read_all_the_same(around: Surroundings, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    found = next(iter(places.look(around)))
    tmp_path.chmod(0o700)
    assert found.state == "note"
    assert "evidence is kept in" in found.found


def test_a_terminal_of_other_letters_narrow_or_without_colours(around: Surroundings) -> None:
    assert said(terminal.look(around)) == ["ok: letters: UTF-8", "ok: terminal: none: plain text"]
    odd = replace(around, encoding="latin-1", columns=50, environ={"NO_COLOR": "1"})
    letters, room = terminal.look(odd)
    assert (letters.state, room.state) == ("note", "note")
    assert room.found == "50 columns, no colours (NO_COLOR)"


def test_a_variable_that_is_no_option_is_told_with_the_one_that_was_meant(around: Surroundings) -> None:
    set_here = {"FOLIO_OFLINE": "1", "FOLIO_QUIET": "1"}
    found = said(
        terminal.variables(replace(around, environ=set_here, variables=frozenset({"FOLIO_OFFLINE", "FOLIO_QUIET"})))
    )
    assert found == [
        "ok: options: set in the environment: FOLIO_QUIET",
        "note: options: FOLIO_OFLINE is no option of folio's > did you mean FOLIO_OFFLINE",
    ]


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    with a_hub() as one:
        one.faithful = False
        yield one


def limits(left: int, **headers: str) -> Reply:
    core = {"limit": 5000, "remaining": left, "reset": 1795357500, "used": 0}
    content = {"resources": {"core": core, "search": core}, "rate": core}
    return Reply(200, json.dumps(content), {"Content-Type": "application/json", **headers})


def at(around: Surroundings, hub: Hub, **environ: str) -> list[str]:
    given = {"PATH": "", "GITHUB_API_URL": hub.address, **environ}
    found = said(github.look(replace(around, environ=given, offline=False)))
    assert SECRET not in "".join(found)
    return found


def test_a_token_is_told_by_where_it_is_from_and_what_it_may_and_never_shown(around: Surroundings, hub: Hub) -> None:
    hub.replies = {"/rate_limit": limits(4999, **{"X-OAuth-Scopes": "repo, read:user"})}
    assert at(around, hub, GH_TOKEN=SECRET) == [
        "ok: GitHub token: from GH_TOKEN",
        f"ok: network: {hub.address} answers",
        "ok: GitHub token: valid, a classic one with repo, read:user",
        "ok: GitHub limit: 4,999 of 5,000 requests left, renewed at 14:25 UTC",
    ]
    hub.replies = {"/rate_limit": limits(7)}
    assert at(around, hub)[-1].startswith(
        "note: GitHub limit: 7 of 5,000 requests left, renewed at 14:25 UTC > wait until"
    )


@pytest.mark.parametrize(
    ("reply", "what"),
    [
        (Reply(401, '{"message": "Bad credentials"}'), "GitHub refuses the token (401) > renew it"),
        (Reply(200, "<html>Log in"), "the answer is not GitHub's"),
        (Reply(200, '{"resources": []}'), "the answer is not GitHub's"),
        (Reply(502, ""), "GitHub has trouble of its own (502)"),
    ],
)
def test_github_that_refuses_or_is_not_there(reply: Reply, what: str, around: Surroundings, hub: Hub) -> None:
    hub.replies = {"/rate_limit": reply}
    [_, trouble] = at(around, hub, GITHUB_TOKEN=SECRET)
    assert trouble.startswith(f"trouble: network: GitHub's API ({hub.address}): ")
    assert what in trouble


def test_nobody_is_asked_offline_or_with_a_token_that_is_none(around: Surroundings, hub: Hub) -> None:
    before = len(hub.journal)
    assert "copy it again" in at(around, hub, GITHUB_TOKEN="two words")[-1]
    assert (
        said(github.look(replace(around, environ={"GITHUB_TOKEN": SECRET})))[-1]
        == "note: network: not tried (--offline)"
    )
    assert len(hub.journal) == before


def test_a_profile_that_is_not_there_wrong_or_names_what_is_not_there(around: Surroundings, tmp_path: Path) -> None:
    assert [one.state for one in profile.look(around)] == ["ok", "note"]
    elsewhere = replace(around, profile=tmp_path / "nowhere")
    assert [one.state for one in profile.look(elsewhere)] == ["note"]
    wrong = replace(around, overrides=("headlin=x", "name="))
    assert said(profile.look(wrong))[0].startswith(
        f"trouble: profile: {tmp_path}/profile.yaml: 2 problems > 'folio validate"
    )
    (tmp_path / "empty").mkdir()
    project = "{{id: {0}, title: T, summary: S., repository: {1}}}"
    given = [
        project.format("one", "empty"),
        project.format("two", "gone"),
        project.format("three", "https://github.com/a/b"),
    ]
    found = said(profile.look(replace(around, overrides=(f"projects=[{', '.join(given)}]",))))
    assert [one.split(" > ")[0] for one in found[2:]] == [
        "trouble: project one: empty: a folder that is not a git repository",
        "trouble: project two: gone: there is nothing at this path",
        "ok: repositories: 0 on this machine can be opened; 1 at addresses, which 'folio collect' asks",
    ]


def test_a_repository_of_somebody_elses_needs_a_git_that_reads_it(around: Surroundings, tmp_path: Path) -> None:
    for part in ("objects", "refs"):
        (tmp_path / "theirs" / part).mkdir(parents=True)
    (tmp_path / "theirs" / "HEAD").write_text("ref: refs/heads/main\n")
    assert not profile.foreign(tmp_path / "theirs")
    if os.geteuid() == 0:
        os.chown(tmp_path / "theirs", 12345, 12345)
        named = ("projects=[{id: one, title: T, summary: S., repository: theirs}]",)
        bin_folder = tmp_path / "bin"
        bin_folder.mkdir()
        old = program(bin_folder, "git", "echo git version 2.37.1")
        assert "belongs to somebody else" in said(profile.look(replace(around, environ=old, overrides=named)))[-1]
        new = program(bin_folder, "git", "echo git version 2.39.1")
        assert said(profile.look(replace(around, environ=new, overrides=named)))[-1].startswith("ok: repositories: 1 ")


def doctor(*words: str) -> Result:
    words = ("doctor", *words, "--offline")
    return CliRunner().invoke(group, words, env={"GITHUB_TOKEN": SECRET}, standalone_mode=False)


def test_the_command_says_ok_with_0_and_trouble_with_1_and_changes_nothing(
    around: Surroundings, tmp_path: Path
) -> None:
    fine, wrong = doctor(str(tmp_path), "-o", str(tmp_path / "out")), doctor(str(tmp_path / "gone"), "--json")
    assert fine.return_value == 0, fine.stdout
    assert fine.stdout.splitlines()[-1].startswith("no trouble, ")
    assert wrong.return_value == 1
    found = json.loads(wrong.stdout)
    assert (found["schema_version"], found["fine"]) == (1, False)
    assert {"about": "profile", "state": "trouble"}.items() <= found["findings"][-1].items()
    assert all(one["todo"] for one in found["findings"] if one["state"] == "trouble")
    assert SECRET not in fine.stdout + wrong.stdout
    assert [one.name for one in tmp_path.iterdir()] == ["profile.yaml"]


def test_it_works_when_most_packages_are_broken(tmp_path: Path) -> None:
    broken = "import sys\nfor one in ('pydantic', 'yaml', 'weasyprint', 'requests', 'git', 'packaging', 'jinja2', 'wcwidth', 'pydantic_core'): sys.modules[one] = None\n"
    start = "sys.argv = ['folio', 'doctor', '--offline', '--json']\nfrom folio.cli import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", broken + start], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    found = {one["about"]: one for one in json.loads(done.stdout)["findings"]}
    assert found["git"]["state"] == "ok"
    assert "a package is missing or broken" in found["Pango"]["found"]
    assert {found[one]["state"] for one in ("packages", "profile", "Pango")} == {"trouble"}
