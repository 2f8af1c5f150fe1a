"""`folio init` asks on a terminal alone, forgets nothing that was answered, and says where to go on."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import pytest

import accounts
from evidence.hub import a_hub
from folio.cli import init_questions
from folio.cli.init import init
from folio.errors import FolioError
from folio.profile.load import load
from folio.starting.begun import FILE, keep, kept

ROOT = Path(__file__).parents[2]
PATIENCE, CTRL_C = 60, "\x03"


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine whose git knows nobody."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name in ("GITHUB_TOKEN", "GH_TOKEN", "GITHUB_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def begin(*words: str) -> None:
    init.main(["me", *words], standalone_mode=False)


def conversation(talk: Sequence[tuple[str, str]], **environment: str) -> tuple[int, str]:
    """The status and all that a terminal showed; each answer is typed once what it answers has been asked."""
    pid, terminal = pty.fork()
    if pid == 0:
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "dumb", **environment}
        env.pop("CI", None)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what a script starts in the background is deaf to Ctrl-C
        os.execve(sys.executable, [sys.executable, "-m", "folio", "init", "me"], env)
    shown = asked = typed = ""
    left, waits = list(talk), PATIENCE
    while True:
        if not select.select([terminal], [], [], 1)[0]:
            waits -= 1
            assert waits, shown
            if typed == CTRL_C:  # readline is deaf to it for a moment after its prompt
                os.write(terminal, CTRL_C.encode())
            continue
        try:
            more = os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:  # as Linux has it when the other side is gone
            more = ""
        if not more:
            break
        shown, asked = shown + more, asked + more
        if left and left[0][0] in asked:
            typed = left.pop(0)[1]
            os.write(terminal, typed.encode())
            asked = ""
    os.close(terminal)
    assert not left, shown
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown


def test_who_is_interrupted_goes_on_with_the_answers_given(tmp_path: Path) -> None:
    with a_hub() as hub:
        accounts.ilse(hub)
        status, shown = conversation(
            [
                ("Your name", "Ilse Brandt\n"),
                ("(Enter: none)", "Ilse Brandt\n"),
                ("not a name on GitHub", "nobody\n"),
                ("asking GitHub about nobody", ""),
                ("no account 'nobody'", "ilse\n"),
                ("write to", "not one\n"),
                ("not an e-mail address", "ilse@ilse.example\n"),
                ("one line [Data engineer", CTRL_C),
            ],
            GITHUB_API_URL=hub.address,
        )
        assert (status, "goes on with the answers you gave" in shown) == (130, True)
        file = tmp_path / "me" / FILE
        assert [path.name for path in (tmp_path / "me").iterdir()] == [".folio"]
        assert file.stat().st_mode & 0o777 == 0o600
        said = {"name": "Ilse Brandt", "github": "ilse", "email": "ilse@ilse.example"}
        assert json.loads(file.read_text()) == said
        status, shown = conversation(
            [
                ("Go on with these", "\n"),
                ("one line [Data engineer", "Load forecasts for small grids\n"),
                ("[data-engineer]", "\n"),
                ("more of than others", "load forecasts\n"),
                ("Write this?", "\n"),
            ],
            GITHUB_API_URL=hub.address,
        )
    assert status == 0, shown
    made = load(tmp_path / "me")
    assert (made.name, made.headline, made.contact.email, made.track, made.focus and made.focus.specialisms) == (
        "Ilse Brandt", "Load forecasts for small grids", "ilse@ilse.example", "data-engineer", ("load forecasts",),
    )  # fmt: skip
    assert len(made.projects or ()) == 4
    assert not file.exists()


@pytest.mark.parametrize(("at", "said"), [("name", "nothing was written"), ("github", "'folio init me' goes on with")])
def test_who_stops_hears_what_becomes_of_the_answers(
    at: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def suggest(answers: Mapping[str, str]) -> dict[str, str]:
        if at in answers:  # as it is while GitHub is asked
            raise KeyboardInterrupt
        return {}

    def typed(question: str, **further: object) -> str:
        if at == "name":
            raise click.Abort
        return "ada"

    monkeypatch.setattr(click, "prompt", typed)
    with pytest.raises((click.Abort, KeyboardInterrupt)):
        init_questions.answered(Path("me"), {}, suggest)
    assert f"stopped; {said}" in capsys.readouterr().err
    assert Path("me").exists() is (at != "name")


def test_a_sample_that_is_there_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    begin("--sample")
    assert "there already" not in capfd.readouterr().err
    begin("--sample")
    out, err = capfd.readouterr()
    assert (out, err.splitlines()[0]) == ("", "me: the sample is there already; nothing was written")


def test_answers_may_all_be_given_and_then_nothing_is_asked(capfd: pytest.CaptureFixture[str]) -> None:
    begin("--name", "Ada", "--email", "ada@mill.example", "--headline", "Engines for weavers", "--track", "backend-engineer",
          "--github", "Ada-L", "--specialism", "looms", "--offline", "--ci", "none")  # fmt: skip
    made = load(Path("me"))
    assert (made.name, made.headline, made.track, made.contact.email) == (
        "Ada", "Engines for weavers", "backend-engineer", "ada@mill.example",
    )  # fmt: skip
    assert (made.github and made.github.user, made.focus and made.focus.specialisms) == ("ada-l", ("looms",))
    out, err = capfd.readouterr()
    assert out.splitlines() == ["me/.folio/profile.schema.json", "me/.gitignore", "me/profile.yaml"]
    assert re.findall(r"me/profile\.yaml:\d+: ", err)
    assert "folio serve me" in err


def test_what_git_knows_is_taken_and_an_address_that_reads_no_mail_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    for key, value in (("user.name", "Ada Lovelace"), ("user.email", "1+ada@users.noreply.github.com")):
        subprocess.run(["git", "config", "--global", key, value], check=True)
    begin("--yes")
    made = load(Path("me"))
    assert (made.name, made.contact.email) == ("Ada Lovelace", "you@example.org")


@pytest.mark.parametrize(
    ("terminal", "ci", "asks"), [(True, "", True), (True, "true", False), (True, "0", True), (False, "", False)]
)
def test_only_a_terminal_is_asked_and_no_ci(
    terminal: bool, ci: str, asks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    monkeypatch.setenv("CI", ci)
    assert init_questions.asks() is asks


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--email", "nope"), "'nope' is not an e-mail address"),
        (("--github", "a b"), "not a name on GitHub"),
        (("--track", "wizard"), "no such track; there is ml-engineer"),
        (("--name", "a\u202eb"), "not one line"),
        (("--sample", "--name", "Ada"), "leave the other answers out"),
        (("--from", "nowhere.json"), "does not exist"),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_written(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(click.UsageError) as raised:
        begin(*words)
    assert said in raised.value.format_message()
    assert not Path("me").exists()


def test_a_document_of_another_tool_begins_a_profile(capfd: pytest.CaptureFixture[str]) -> None:
    Path("resume.json").write_text(
        json.dumps({"basics": {"name": "Ada", "label": "Engines for weavers"}, "mood": "fine"})
    )
    begin("--from", "resume.json")
    text = Path("me/profile.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.folio/profile.schema.json\n")
    assert load(Path("me")).name == "Ada"
    out, err = capfd.readouterr()
    assert "me/profile.yaml" in out.splitlines()
    assert err.startswith("taken: name, headline\nkept under 'extra', for nothing shows it (1):\n  resume.json:1:")
    assert "\n  me/profile.yaml: add 'projects': your best two or three projects" in err


def test_a_broken_document_leaves_nothing_behind() -> None:
    Path("resume.json").write_text("{")
    with pytest.raises(FolioError):
        begin("--from", "resume.json")
    assert not Path("me").exists()


def test_a_profile_that_is_there_is_told_before_anything_is_asked() -> None:
    Path("me").mkdir()
    Path("me/profile.yaml").write_text("mine")
    with pytest.raises(FolioError, match=r"me/profile\.yaml: there already; nothing was written"):
        begin("--github", "ada")
    assert Path("me/profile.yaml").read_text() == "mine"
    Path("me/profile.yaml").unlink()
    Path("me/.github/workflows").mkdir(parents=True)
    Path("me/.github/workflows/portfolio.yml").write_text("mine")
    with pytest.raises(FolioError, match="Leave it out with --ci none"):
        begin("--yes")
    begin("--yes", "--ci", "none")
    assert Path("me/.github/workflows/portfolio.yml").read_text() == "mine"


@pytest.mark.parametrize("content", ["", "[]", "[" * 9999, '{"name": 3, "email": "nope", "other": "x"}', "\x00"])
def test_answers_that_can_not_be_read_are_none(content: str, tmp_path: Path) -> None:
    keep(tmp_path, {"name": "Ada"})
    assert kept(tmp_path) == {"name": "Ada"}
    (tmp_path / FILE).write_text(content)
    assert kept(tmp_path) == {}


def test_answers_are_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / ".folio").mkdir()
    (tmp_path / "mine").write_text("mine")
    for name in (FILE, FILE.with_name("init.json.new")):
        (tmp_path / name).symlink_to(tmp_path / "mine")
    keep(tmp_path, {"name": "Ada"})
    assert (tmp_path / "mine").read_text() == "mine"
