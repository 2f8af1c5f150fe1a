"""Options in the environment: one variable for a command's option, one for all commands that share it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from folio import kept
from folio.cli import group, halves
from folio.cli.environment import SHARED, all_variables
from folio.cli.root import COMMANDS, run

PROFILE = "name: Ada Brandt\nheadline: Engineer\nsummary: Counts twice.\n"
DAY = {"FOLIO_TODAY": "2026-11-22"}
ROOT = Path(__file__).parents[2]


def command(name: str) -> click.Command:
    found = group.resolve_command(click.Context(group), [name])[1]
    assert found is not None
    return found


@pytest.fixture
def person(tmp_path: Path) -> Path:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    return tmp_path


def score(person: Path, *words: str, **environment: str) -> str:
    done = CliRunner().invoke(
        group, ["score", str(person), "-q", *words], env={"FOLIO_OFFLINE": "1", **DAY, **environment}
    )
    assert done.exit_code == 0, done.output
    return done.stdout


def test_every_option_of_every_command_has_a_variable_that_names_it_as_people_write_it() -> None:
    for name in COMMANDS:
        for one in command(name).params:
            if isinstance(one, click.Option):
                flag = next(word for word in one.opts if word.startswith("--"))
                assert one.envvar[0] == f"FOLIO_{name}_{flag[2:]}".upper().replace("-", "_")
                assert (f"FOLIO_{flag[2:].upper().replace('-', '_')}" in one.envvar) == (flag[2:] in SHARED)
    flags = {flag for name in COMMANDS for one in command(name).params for flag in one.opts}
    assert {f"--{one}" for one in SHARED} <= flags, "each one that is shared is an option of some command"


def test_no_variable_is_one_that_folios_own_tests_and_tools_are_run_with() -> None:
    own = {
        "FOLIO_GOLDEN",
        "FOLIO_MATRIX",
        "FOLIO_EXAMPLES",
        "FOLIO_PYTHON",
        "FOLIO_FRESH_CACHE",
        "FOLIO_FRESH_SCENARIOS",
    }
    every = [one for name in COMMANDS for one in set(all_variables(command(name), name))]
    assert own.isdisjoint(every)
    alone = [one for one in every if one.removeprefix("FOLIO_").lower().replace("_", "-") not in SHARED]
    assert len(alone) == len(set(alone)), "no two commands fight over a variable"


def test_one_variable_is_for_one_command_one_for_all_and_words_go_first(person: Path) -> None:
    assert score(person, FOLIO_SCORE_FORMAT="json").startswith("{")
    assert score(person, FOLIO_JSON="1").startswith("{")
    assert score(person, "--format", "markdown", FOLIO_JSON="1").startswith("# ")
    toptal = score(person, FOLIO_PLATFORM="toptal", FOLIO_BUILD_PLATFORM="malt")
    assert "Toptal" in toptal
    assert score(person, FOLIO_PLATFORM="malt", FOLIO_SCORE_PLATFORM="toptal") == toptal
    assert score(person, "-p", "toptal", FOLIO_PLATFORM="malt") == toptal
    both = score(person, FOLIO_PLATFORM="malt toptal")
    assert "Toptal" in both
    assert "Malt" in both
    assert score(person, FOLIO_SET="name=Zoe Zahn\nheadline=Other: words").startswith("Zoe Zahn ")


def test_a_value_that_can_not_be_is_told_with_the_option_and_the_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["folio", "score", "--min", "5"])
    monkeypatch.setenv("FOLIO_MAX_AGE", "soon")
    assert run() == 2
    said = capsys.readouterr().err
    assert (
        "Invalid value for '--max-age': 'soon' is not a valid integer range; the variable FOLIO_MAX_AGE says so" in said
    )


def test_the_help_says_so() -> None:
    said = " ".join(CliRunner().invoke(group, ["--help"]).output.split())
    examples = re.findall(r"FOLIO_[A-Z_]+", said)
    assert set(examples) <= {one for name in COMMANDS for one in all_variables(command(name), name)}
    assert len(examples) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"FOLIO_SET": "name=Zoe Zahn"}),
        ({"FOLIO_RESUME_THEME": "modern"}, {"FOLIO_RESUME_THEME": "bold"}),
        ({"FOLIO_STATE": "kept"}, {"FOLIO_STATE": "kept", "FOLIO_RESUME_PAPER": "letter"}),
    ],
)
def test_what_was_kept_is_no_answer_once_a_variable_is_another(
    first: dict[str, str], second: dict[str, str], person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(person)
    words = ["resume", "--today", "2026-11-22"]
    for environment in (first, second):
        with monkeypatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            assert kept.recall(words) is None
            place = Path(environment.get("FOLIO_STATE", ".folio"))
            kept.remember(place, words, {}, kept.Answer({"environment": environment}, ()))
            again = kept.recall(words)
            assert again is not None
            assert again.about == {"environment": environment}


def test_a_run_with_another_variable_makes_another_file(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(person)
    monkeypatch.setattr(sys, "argv", ["folio", "resume", "-f", "text", "--today", "2026-11-22"])
    for name in ("Ada Brandt", "Zoe Zahn", "Zoe Zahn"):
        monkeypatch.setenv("FOLIO_SET", f"name={name}")
        assert halves.run() == 0
        assert name in (person / "resume.txt").read_text()
