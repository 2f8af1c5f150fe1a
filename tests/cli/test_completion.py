"""What a shell completes: commands, options, and the values that folio and the profile know."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from folio.cli import group
from folio.cli.completing import PLATFORMS
from folio.readiness.rubric import platforms

PROFILE = "name: Ada\nheadline: Engineer\ntargets: [{id: acme}, {id: bolt}]\npitches: [{id: shop}]\n"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "me").mkdir()
    (tmp_path / "me" / "profile.yaml").write_text(PROFILE)
    own = tmp_path / "me" / "templates" / "resume" / "mine"
    own.mkdir(parents=True)
    (own / "style.css").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(line: str) -> list[str]:
    *words, incomplete = line.split(" ")
    found = ShellComplete(group, {}, "folio", "_FOLIO_COMPLETE").get_completions(words, incomplete)
    return [one.value if one.type == "plain" else f"<{one.type}>" for one in found]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("comple", ["completion"]),
        ("completion ", ["bash", "zsh", "fish"]),
        ("score --off", ["--offline"]),
        ("score --format s", ["sarif"]),
        ("score me -p a", ["arc", "all"]),
        ("explain -p a", ["arc"]),
        ("score --level re", ["ready"]),
        ("explain ci-runs-t", ["ci-runs-tests"]),
        ("explain lev", ["level"]),
        ("explain profes", ["professional"]),
        ("explain ./m", ["<file>"]),
        ("score ", ["<file>"]),
        ("resume me -t ", ["acme", "bolt"]),
        ("letter me -t b", ["bolt"]),
        ("resume nowhere -t ", []),
        ("resume me --theme mo", ["modern"]),
        ("resume me --theme mi", ["mine"]),
        ("check me --theme al", ["all"]),
        ("compare fi", ["first"]),
        ("compare out", ["<file>"]),
    ],
)
def test_what_is_offered(line: str, values: list[str], person: Path) -> None:
    assert offered(line) == values


def test_pitches_of_the_profile_that_is_here(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(person / "me")
    assert offered("pitch ") == ["shop"]
    assert offered("pitch ../") == ["<file>"]
    Path("profile.yaml").write_text("\0: [")
    assert offered("pitch ") == ["<file>"]


def test_all_platforms_are_offered() -> None:
    assert sorted(PLATFORMS) == sorted(platforms())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_folio(shell: str) -> None:
    done = CliRunner().invoke(group, ["completion", shell])
    assert done.exit_code == 0
    assert f"_FOLIO_COMPLETE={shell}_complete" in done.stdout


def test_bash_completes_with_the_script_and_imports_no_engine(person: Path) -> None:
    program = (
        "import sys; sys.argv = ['folio']; from folio.cli import main\n"
        "try: main()\n"
        "finally: print('heavy:', *{'pydantic', 'rich', 'jinja2', 'folio.profile.model'} & {*sys.modules}, file=sys.stderr)"
    )
    asked = {"_FOLIO_COMPLETE": "bash_complete", "COMP_WORDS": "folio resume me -t a", "COMP_CWORD": "4"}
    done = subprocess.run([sys.executable, "-c", program], env=asked, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("plain,acme\n", "heavy:\n")
