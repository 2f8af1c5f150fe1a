"""`folio validate`: what it prints in each form, what it exits with, and what --fix does to the file."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from folio.cli import group
from folio.errors import Position, Problem
from folio.render.problems import as_annotations, as_sarif
from folio.render.sarif_log import MOST
from folio.render.workflow import MOST as SHOWN
from render.test_sarif import validator

BROKEN = "name: Ada\nheadlin: x # kept\nsummary: y\ntrack: painter\n"
BAD = "name: Ada\nheadline: Looms\nsummary: Looms.\ncontact: {email: ada@loom.dev}\n"
GOOD = BAD.replace("summary: Looms.", "summary: I build looms for weavers, and I stay until cloth is sold.")
Validate = Callable[..., Result]


@pytest.fixture
def validate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Validate:
    monkeypatch.chdir(tmp_path)

    def run(text: str | bytes, *words: str) -> Result:
        Path("profile.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
        done = CliRunner().invoke(group, ["validate", "--today", "2026-11-22", *words], standalone_mode=False)
        assert done.exception is None or done.exit_code, done.exception
        return done

    return run


def test_a_good_profile_has_no_problems(validate: Validate) -> None:
    done = validate(GOOD)
    assert (done.return_value, done.stdout, done.stderr) == (0, "profile.yaml: no problems\n", "")


def test_errors_are_told_line_by_line_with_what_can_be_mended(validate: Validate) -> None:
    done = validate(BROKEN)
    assert done.return_value == 2
    *_, last = done.stdout.splitlines()
    assert "profile.yaml:2:1: headlin: no such field; did you mean 'headline'" in done.stdout.splitlines()
    some = "'folio validate --fix' mends 1 of them"
    assert last == f"profile.yaml: 3 errors; {some}; warnings are looked for once the errors are gone"


def test_warnings_are_marked_and_stop_nothing_unless_they_shall(validate: Validate) -> None:
    done = validate(BAD)
    assert done.stdout.splitlines() == [
        "profile.yaml:3:10: warning: summary: a single word; say in two or three sentences whom you help, with what, "
        "and what is different then",
        "profile.yaml: 1 warning",
    ]
    assert (done.return_value, validate(BAD, "--strict").return_value) == (0, 1)
    assert validate(GOOD, "--strict").return_value == 0


def test_a_field_that_is_set_for_the_run_is_checked_too(validate: Validate) -> None:
    assert "--set: warning: headline: 101" in validate(GOOD, "--set", "headline=" + "x" * 101).stdout
    assert validate(GOOD, "--set", "track=painter", "--format", "sarif").return_value == 2


def test_json_has_the_shape_that_is_documented(validate: Validate) -> None:
    done = validate(BROKEN, "--format", "json")
    found = json.loads(done.stdout)
    assert (done.return_value, list(found)) == (2, ["profile", "problems", "errors", "warnings"])
    assert (found["profile"], found["errors"], found["warnings"]) == ("profile.yaml", 3, 0)
    assert found["problems"][1] == {
        "severity": "error",
        "rule": "unknown-field",
        "file": "profile.yaml",
        "line": 2,
        "column": 1,
        "field": "headlin",
        "message": "no such field",
        "todo": "did you mean 'headline'",
        "fixable": True,
    }
    assert json.loads(validate(GOOD, "--format", "json").stdout)["problems"] == []


def test_sarif_is_valid_and_points_at_the_place(validate: Validate) -> None:
    for text, level, rule in ((BROKEN, "error", "unknown-field"), (BAD, "warning", "short-summary")):
        log = json.loads(validate(text, "--format", "sarif").stdout)
        assert [str(error) for error in validator().iter_errors(log)] == []
        [run] = log["runs"]
        result = next(one for one in run["results"] if one["ruleId"] == rule)
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == rule
        assert result["level"] == level
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "profile.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 10}


def test_annotations_name_the_file_and_line_and_no_text_escapes_them(validate: Validate) -> None:
    hostile = BROKEN.replace("headlin", '"a%0A::error::,\\nb\\u2028"')
    done = validate(hostile, "--format", "github")
    lines = done.stdout.splitlines()
    assert all(line.startswith("::error file=profile.yaml,line=") for line in lines)
    assert "::error file=profile.yaml,line=2,col=1,title=unknown-field::" in done.stdout
    assert "%250A" in done.stdout


def test_forms_for_programs_hold_to_the_limits_of_those() -> None:
    odd = [
        Problem(Position(file, line, line), "f", "{w}")
        for file, line in (("a b/ä.yaml", 3), ("/x/p.yaml", 1), ("--set", 0))
    ]
    [run] = json.loads(as_sarif(odd, {}))["runs"]
    assert [str(error) for error in validator().iter_errors(json.loads(as_sarif(odd, {})))] == []
    places = [
        one["physicalLocation"]["artifactLocation"]["uri"]
        for each in run["results"]
        for one in each.get("locations", [])
    ]
    assert places == ["a%20b/%C3%A4.yaml", "file:///x/p.yaml"]
    many = [Problem(Position("p.yaml", one), "f", "w") for one in range(1, MOST + 2)]
    [run] = json.loads(as_sarif(many, {}))["runs"]
    assert (len(run["results"]), run["properties"]) == (MOST, {"resultsLeftOut": 1})
    assert len(as_annotations(many).splitlines()) == SHOWN


def test_fix_mends_the_file_and_tells_what_and_what_is_left(validate: Validate, tmp_path: Path) -> None:
    done = validate(BROKEN, "--fix")
    assert done.return_value == 2
    assert Path("profile.yaml").read_text() == "name: Ada\nheadline: x # kept\nsummary: y\ntrack: painter\n"
    first, second, last = done.stdout.splitlines()
    assert first == "profile.yaml:2:1: headlin: 'headlin' -> 'headline'"
    assert second.startswith("profile.yaml:4:8: track: 'painter' is not one of the choices")
    assert last == "profile.yaml: 1 error left for you; warnings are looked for once the errors are gone"
    assert sorted(os.listdir(tmp_path)) == ["profile.yaml"]


def test_diff_shows_the_change_and_writes_nothing(validate: Validate) -> None:
    done = validate(BROKEN[:-1], "--diff")
    assert Path("profile.yaml").read_text() == BROKEN[:-1]
    assert [line for line in done.stdout.splitlines() if line[:1] in "+-"] == [
        "--- profile.yaml",
        "+++ profile.yaml",
        "-headlin: x # kept",
        "+headline: x # kept",
    ]
    assert "'headlin' -> 'headline'" in done.stderr


def test_fix_with_a_form_for_programs_prints_that_form_alone(validate: Validate) -> None:
    done = validate(BROKEN, "--fix", "--format", "json")
    assert json.loads(done.stdout)["problems"][0]["rule"] != "unknown-field"
    assert "'headlin' -> 'headline'" in done.stderr


def test_the_mode_of_the_file_stays_and_a_link_is_written_through(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "profile.yaml"
    real.write_text(GOOD + "trak: data-enginer\ntalks: []\n".replace("trak", "track"))
    real.chmod(0o640)
    link.symlink_to(real)
    done = CliRunner().invoke(group, ["validate", "--fix", str(tmp_path)], standalone_mode=False)
    assert done.return_value == 0, done.output
    assert "track: data-engineer" in real.read_text()
    assert (link.is_symlink(), stat.S_IMODE(real.stat().st_mode)) == (True, 0o640)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"- a\n", b"a: &b c", b"\x00", b"text", b"name: \x1b[31mAda", b"[" * 50, b"a:\n\t- b\n\tc: d", b"x" * (1 << 20) + b"y",
     b"'\xe2\x80\xae: 1\nname: [\n", "name: {en: \u202eA, de: 3}".encode(), b"projects: {a: b}\nwork: 3\nskills: [[]]\n"],
    ids=range(13),
)  # fmt: skip
@pytest.mark.parametrize("words", [("--fix",), ("--format", "sarif"), ()])
def test_hostile_profiles_are_told_and_left_as_they_are(
    validate: Validate, content: bytes, words: tuple[str, ...]
) -> None:
    done = validate(content, *words)
    told = done.stdout if done.exit_code == 0 else str(done.exception)
    assert done.return_value == 2 or "over 1,048,576 bytes" in told
    assert told.strip()
    assert not {"\x1b", "\u202e", "Traceback"} & {*told, "Traceback" if "Traceback" in told else ""}
    if content not in (b"\x00", b"name: \x1b[31mAda", "name: {en: \u202eA, de: 3}".encode()):
        assert Path("profile.yaml").read_bytes() == content


def test_set_and_fix_do_not_go_together(validate: Validate) -> None:
    done = validate(GOOD, "--fix", "--set", "name=Bo")
    assert "leave one of them out" in str(done.exception)


def test_nothing_is_told_as_changed_that_could_not_be_written(
    validate: Validate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    done = validate(BROKEN, "--fix")
    assert "it is read-only; allow writing" in str(done.exception)
    assert (done.stdout, Path("profile.yaml").read_text()) == ("", BROKEN)
