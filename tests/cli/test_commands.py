"""The commands as a person runs them: what they print, where, and with which status they end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from folio.cli import group
from repository.build import ME, Built

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"


def folio(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "folio", *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        check=False,
        timeout=120,
    )


@pytest.fixture
def me(tmp_path: Path) -> Path:
    done = folio("init", "me", "--name", "Ada", "--email", "ada@example.org", cwd=tmp_path)
    assert done.returncode == 0
    return tmp_path


def test_every_command_and_every_option_has_help() -> None:
    used = ["init", "validate", "collect", "score", "explain", "plan", "build", "serve", "fingerprint"]
    context = click.Context(group)
    assert [name for name in group.list_commands(context) if name in used] == used
    for name, listed in group.commands.items():
        assert listed.short_help
        _, command, _ = group.resolve_command(context, [name])
        assert command is not None
        assert (command.name, bool(command.help)) == (name, True)
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), parameter.name


def test_the_help_teaches_where_to_start(tmp_path: Path) -> None:
    done = folio("--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "folio init me" in done.stdout


def test_init_prints_what_it_wrote_on_stdout_and_what_is_next_on_stderr(tmp_path: Path) -> None:
    done = folio("init", "me", cwd=tmp_path)
    flows = (".github/workflows/portfolio.yml", ".github/workflows/weekly.yml")
    written = (".folio/profile.schema.json", *flows, ".gitignore", "profile.yaml")
    assert done.stdout == "".join(f"me/{name}\n" for name in written)
    assert "folio score me" in done.stderr


def test_a_score_says_in_a_line_that_the_example_still_speaks(me: Path) -> None:
    done = folio("score", "--offline", "--format", "json", "me", cwd=me)
    assert (done.returncode, "to look over" in done.stdout) == (0, False)
    assert "2 things to look over, such as the example's own words: folio validate me" in done.stderr.splitlines()
    profile = me / "me" / "profile.yaml"
    profile.write_text("name: Ada\nheadline: Looms\nsummary: I build looms.\n", encoding="utf-8")
    assert "to look over" not in folio("score", "--offline", "me", cwd=me).stderr


def test_problems_go_to_stderr_one_to_a_line_with_status_2(me: Path) -> None:
    (me / "me" / "profile.yaml").write_text("name: Ada\nheadlin: x\nsummary: y\n", encoding="utf-8")
    done = folio("score", "me", "--offline", cwd=me)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "me/profile.yaml:1:1: headline: is missing; add it",
        "me/profile.yaml:2:1: headlin: no such field; did you mean 'headline'",
        "2 problems; nothing was written",
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("score", "nowhere"), 2, "there is no profile here; start one with 'folio init nowhere'"),
        (("scor",), 2, "No such command 'scor'"),
        (("score", "me", "--platform", "topal"), 2, "did you mean 'toptal'"),
        (("score", "me", "--today", "tomorrow"), 2, "'tomorrow' is not a day"),
        (("score", "me", "--today", "9999-12-31"), 2, "'9999-12-31' is too far away; give a day in the years 1970"),
        (("plan", "me", "--today", "0001-01-01"), 2, "'0001-01-01' is too far away"),
        (("explain", "ci-runs-test", "me"), 2, "did you mean 'ci-runs-tests'"),
        (("build", "me", "--out", "me"), 2, "holds files that folio did not write"),
    ],
)
def test_wrong_input_is_said_with_status_2(me: Path, words: tuple[str, ...], status: int, said: str) -> None:
    done = folio(*words, cwd=me)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_day_of_the_environment_has_bounds_too(me: Path) -> None:
    done = folio("score", "me", cwd=me, SOURCE_DATE_EPOCH="253402300799")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "SOURCE_DATE_EPOCH, 253402300799, is too far away" in done.stderr


@pytest.mark.parametrize("day", ["1970-01-01", "2200-12-31"])
def test_the_first_and_the_last_day_can_be_worked_for(me: Path, day: str) -> None:
    for command in ("score", "plan", "build"):
        done = folio(command, "me", "--offline", "--today", day, cwd=me)
        assert done.returncode == 0
        assert ("2 things to look over" in done.stderr) == (command != "plan")


def test_a_profile_that_says_nothing_has_proven_nothing_and_that_is_no_fault(me: Path) -> None:
    done = folio("score", "me", "--today", TODAY, cwd=me)
    assert done.returncode == 0
    assert "not known" in done.stdout


def test_the_answer_no_is_status_1(me: Path) -> None:
    assert folio("score", "me", "--today", TODAY, "--min", "50", cwd=me).returncode == 1


def test_a_bug_is_status_3_with_the_traceback_in_a_log(me: Path) -> None:
    (me / "sitecustomize.py").write_text(
        "import folio.profile.load as load\ndef broken(*path, **more): raise RuntimeError('a bug')\nload.load = load.each_of = broken\n",
        encoding="utf-8",
    )
    done = folio("validate", "me", cwd=me, PYTHONPATH=f"{me}{os.pathsep}{ROOT / 'src'}")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    log = Path(done.stderr.split("the details are in ")[1].split(";")[0])
    assert "RuntimeError: a bug" in log.read_text(encoding="utf-8")


def test_the_day_comes_from_the_environment_when_it_is_not_given(me: Path) -> None:
    done = folio("score", "me", "--format", "json", cwd=me, SOURCE_DATE_EPOCH="1763769600")
    assert '"today": "2025-11-22"' in done.stdout


def test_the_json_is_the_report_and_nothing_else(me: Path) -> None:
    done = folio("score", "me", "--format", "json", "--today", TODAY, cwd=me)
    assert done.stdout.startswith("{\n")
    assert done.stdout.endswith("}\n")


def test_explain_shows_the_arithmetic(me: Path) -> None:
    done = folio("explain", "focus-statement", "me", "--today", TODAY, cwd=me)
    assert done.returncode == 0
    assert "focus-statement" in done.stdout


def a_template(folder: Path) -> Path:
    """A repository of somebody else's with a file of code."""
    built = Built(folder)
    built.commit(
        files={"app.py": "".join(f"def step_{n}(shelf):\n    return shelf.total_{n} + {n}\n" for n in range(60))}
    )
    return built.folder


def test_a_fingerprint_is_written_where_runs_find_it_and_holds_no_code(me: Path) -> None:
    a_template(me / "shop-template")
    done = folio("fingerprint", "shop-template", "--kind", "tutorial", cwd=me)
    assert (done.returncode, done.stderr) == (0, "")
    file = me / ".folio" / "fingerprints" / "shop-template.json"
    assert done.stdout.startswith(".folio/fingerprints/shop-template.json: ")
    text = file.read_text(encoding="utf-8")
    assert '"kind": "tutorial"' in text
    assert "step_" not in text
    assert str(me) not in text


def test_a_place_without_code_gives_no_fingerprint(me: Path) -> None:
    a_template(me / "shop-template")
    done = folio("fingerprint", "shop-template", "--below", "docs", cwd=me)
    assert done.returncode == 2
    assert "holds no code to make a fingerprint of" in done.stderr


def test_fingerprints_of_ones_own_are_used_from_either_folder(me: Path) -> None:
    code = a_template(me / "shop-template")
    made = folio("fingerprint", str(code), "--kind", "tutorial", "--name", "the shop", "-o", "marks/shop.json", cwd=me)
    assert made.returncode == 0
    copy = Built(me / "copy")  # with a beginning of its own: whoever began a template uses their own
    copy.commit("Begin", {"app.py": (code / "app.py").read_text()})
    lines = ["projects:", "  - id: shop", "    title: Shop", "    summary: Sells.", "    repository: ../copy", ""]
    profile = me / "me" / "profile.yaml"
    text = profile.read_text(encoding="utf-8").replace("ada@example.org", ME)
    profile.write_text(text + "\n".join(lines), encoding="utf-8")
    done = folio("score", "me", "--today", TODAY, "--fingerprints", "marks", cwd=me)
    assert "of its code is in the shop; it shows study" in " ".join(done.stdout.split())
    (me / "me" / ".folio" / "fingerprints").mkdir(parents=True, exist_ok=True)
    (me / "marks" / "shop.json").rename(me / "me" / ".folio" / "fingerprints" / "shop.json")
    done = folio("score", "me", "--today", TODAY, cwd=me)
    assert "of its code is in the shop; it shows study" in " ".join(done.stdout.split())
