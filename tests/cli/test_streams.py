"""Terminals as they are: with colours and without, narrow encodings, dumb ones; a pseudo-terminal stands for a real one."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.cli import group
from folio.cli.streams import forgive, plain
from folio.cli.text import clean, columns

ROOT = Path(__file__).parents[2]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
WORDS = ("score", "me", "-q", "--offline", "--today", "2026-11-22")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    (folder / "me").mkdir()
    (folder / "me" / "profile.yaml").write_text(
        "name: Zoë 林\nheadline: Forecasts\nsummary: I build forecasts.\ncontact: {email: zoe@example.org}\n"
        "focus: {specialisms: [Forecasting], audience: shops, goal: {what: Clients, by: 2027-06, next_step: Ask}}\n",
        encoding="utf-8",
    )
    return folder


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "PYTHONUTF8")}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color", **more}


def piped(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "folio", *words]
    return subprocess.run(command, capture_output=True, cwd=home, env=environment(**more), check=False, timeout=120)


def on_a_terminal(home: Path, wide: int, *words: str, **more: str) -> str:
    """What a terminal of so many columns is sent."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, wide, 0, 0))
    command = [sys.executable, "-m", "folio", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=home, env=environment(**more)):
        os.close(theirs)
        sent = b""
        try:
            while read := os.read(ours, 65536):
                sent += read
        except OSError:  # the other end is closed
            pass
    os.close(ours)
    return sent.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("wide", [60, 132])
def test_a_terminal_gets_colours_and_lines_that_fit(home: Path, wide: int) -> None:
    sent = on_a_terminal(home, wide, *WORDS)
    assert COLOUR.search(sent)
    lines = COLOUR.sub("", sent).splitlines()
    assert max(map(columns, lines)) <= min(wide, 100)
    assert max(map(columns, lines)) > min(wide, 100) - 12  # and the room is used
    assert all(line.isprintable() for line in lines)


def test_who_wants_no_colours_gets_none(home: Path) -> None:
    sent = on_a_terminal(home, 80, *WORDS, NO_COLOR="1")
    assert "\x1b" not in sent
    assert "█" in sent


def test_errors_have_no_colours_either_then(home: Path) -> None:
    assert "\x1b[" not in on_a_terminal(home, 80, "score", "nowhere", "-q", NO_COLOR="1")
    assert "\x1b[31m" in on_a_terminal(home, 80, "score", "nowhere", "-q")


def test_a_dumb_terminal_gets_no_colours_and_no_line_that_moves(home: Path) -> None:
    assert "\x1b" not in on_a_terminal(home, 80, *(word for word in WORDS if word != "-q"), TERM="dumb")


def in_encoding(home: Path, encoding: str, *words: str) -> list[str]:
    """The lines on a standard output that can write this encoding and no more."""
    out, kept = io.BytesIO(), (sys.stdout, sys.stderr)
    sys.stdout = sys.stderr = io.TextIOWrapper(out, encoding=encoding)
    try:
        forgive()
        group.main([str(home / "me") if word == "me" else word for word in words], standalone_mode=False)
        sys.stdout.flush()
        return out.getvalue().decode(encoding).splitlines()
    finally:
        sys.stdout, sys.stderr = kept


@cache
def as_they_are(home: Path, *words: str) -> list[str]:
    return in_encoding(home, "utf-8", *words)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437", "shift-jis"])
@pytest.mark.parametrize(
    "words",
    [WORDS, (*WORDS, "-p", "toptal", "-p", "malt"), ("explain", "me", *WORDS[2:]), ("explain", "level", *WORDS[1:])],
)
def test_no_encoding_breaks_the_output_or_its_columns(
    home: Path, words: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    whole, lines = as_they_are(home, *words), in_encoding(home, encoding, *words)
    assert list(map(columns, lines)) == list(map(columns, whole))
    assert lines != whole or "level" in words or encoding == "shift-jis"


def test_a_pipe_in_ascii_is_written_to_in_ascii_and_without_colours(home: Path) -> None:
    done = piped(home, *WORDS, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert b"::::" in done.stdout
    assert b"Zoe ??" in done.stdout


def test_json_is_utf_8_whatever_the_terminal_is(home: Path) -> None:
    done = piped(home, *WORDS, "--format", "json", PYTHONIOENCODING="ascii")
    assert '"person": "Zoë 林"' in done.stdout.decode("utf-8")


def test_an_error_can_be_told_in_ascii(home: Path) -> None:
    done = piped(home, "score", "zoë", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"there is no profile here" in done.stderr


@given(st.characters())
def test_a_plain_sign_is_ascii_and_as_wide(sign: str) -> None:
    for shown in clean(sign):
        assert plain(shown).isascii()
        assert columns(plain(shown)) == columns(shown)


def test_where_something_else_runs_folio_its_streams_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    forgive()
    print("█")  # noqa: T201
    assert sys.stdout.getvalue() == "█\n"


def test_a_score_on_a_terminal_loads_nothing_that_makes_pages(home: Path) -> None:
    code = (
        "import sys\nfrom folio.cli import group\n"
        f"group.main({list(WORDS)!r}, standalone_mode=False)\n"
        "heavy = {'jinja2', 'weasyprint', 'mkdocs', 'PIL', 'rich', 'folio.render.report', 'folio.render.templates'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=home, env=environment(), check=True, timeout=120
    )
    assert done.stderr == b"[]\n"
