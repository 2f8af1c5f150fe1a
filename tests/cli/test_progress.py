"""What stands on a terminal while something takes long, and what does not: tried on real terminals."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

ESC = "\x1b["
TASK = """
import os, signal, sys, threading, time
from folio.cli import progress as module
with module.progress("quiet" in sys.argv, after=0.05) as shown:
    shown.step("looking [bold]around[/]\\x1b[31m")
    shown.expect(40)
    def work():
        for _ in range(10):
            shown.looked("git project:one", True)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for one in threads: one.start()
    for one in threads: one.join()
    if "short" not in sys.argv:
        deadline = time.monotonic() + 20
        while not ("rich" in sys.modules and shown.bar) and time.monotonic() < deadline: time.sleep(0.02)
        time.sleep(0.3)
        shown.detail("the last [bold]one[/] :smile: \\x1b[31m")
        time.sleep(0.3)
    print("result")
    if "error" in sys.argv: raise ValueError("wrong")
    if "interrupt" in sys.argv: raise KeyboardInterrupt
    if "terminate" in sys.argv: os.kill(os.getpid(), signal.SIGTERM)
deadline = time.monotonic() + 20
while threading.active_count() > 1 and time.monotonic() < deadline: time.sleep(0.02)
print("loaded:", "rich" in sys.modules, "threads:", threading.active_count(), len(shown.anew))
"""


def on_a_terminal(*words: str, **environment: str) -> tuple[str, str]:
    """What a task prints, and what a person sees of its standard error, by all that was written to the terminal."""
    ours, theirs = pty.openpty()
    given = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    done = subprocess.Popen([sys.executable, "-c", TASK, *words], stdout=subprocess.PIPE, stderr=theirs, env=given)
    os.close(theirs)
    written = b""
    try:
        while chunk := os.read(ours, 65536):
            written += chunk
    except OSError:  # so Linux says that nobody holds the other end any more
        pass
    finally:
        os.close(ours)
    out = done.stdout.read().decode() if done.stdout else ""
    done.wait(30)
    if done.stdout:
        done.stdout.close()
    return out, written.decode()


def left_standing(written: str) -> str:
    """What is to be seen at the end on a terminal that obeys returns, erasing and going up."""
    lines, row = [""], 0
    for part in re.split(r"(\r\n|\n|\r|\x1b\[[0-9;?]*[A-Za-z])", written):
        if part in ("\n", "\r\n"):
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif part == f"{ESC}2K":
            lines[row] = ""
        elif up := re.fullmatch(r"\x1b\[(\d*)A", part):
            row -= int(up[1] or 1)
        elif not part.startswith(ESC) and part != "\r":
            lines[row] += part
    return "\n".join(lines).strip()


def test_a_bar_counts_what_is_done_and_leaves_a_clean_line() -> None:
    out, written = on_a_terminal()
    assert out == "result\nloaded: True threads: 1 1\n"
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written)
    assert "40 of 40, looked at git project:one" in plain
    assert "40 of 40, the last [bold]one[/] :smile:" in plain, "texts are shown as they are"
    assert "\x1b[31m\r" not in written
    assert left_standing(written) == ""
    assert written.count(f"{ESC}?25h") == written.count(f"{ESC}?25l") > 0, "the cursor is back"


@pytest.mark.parametrize(("how", "last"), [("error", "ValueError: wrong"), ("interrupt", "KeyboardInterrupt")])
def test_the_line_is_clean_after_an_error_and_after_an_interruption(how: str, last: str) -> None:
    _, written = on_a_terminal(how)
    shown = left_standing(written)
    assert shown.startswith("Traceback")
    assert shown.endswith(last)
    assert "━" not in shown
    assert written.count(f"{ESC}?25h") == written.count(f"{ESC}?25l") > 0


def test_the_cursor_is_back_when_the_process_is_ended() -> None:
    out, written = on_a_terminal("terminate")
    assert "loaded" not in out, "it has ended"
    assert left_standing(written) == ""
    assert written.count(f"{ESC}?25h") == written.count(f"{ESC}?25l") > 0


@pytest.mark.parametrize(
    ("words", "environment", "seen"),
    [
        (["quiet", "short"], {}, ""),
        (["short"], {"CI": "true"}, "looking [bold]around[/][31m\r\n"),
        (["short"], {"TERM": "dumb"}, "looking [bold]around[/][31m\r\n"),
    ],
)
def test_quiet_ci_and_dumb_terminals_get_no_bar(words: list[str], environment: dict[str, str], seen: str) -> None:
    out, written = on_a_terminal(*words, **environment)
    assert out == "result\nloaded: False threads: 1 1\n"
    assert ESC not in written
    assert written.replace("\ufffd", "") == seen


def test_without_a_terminal_steps_are_lines_and_details_are_not_told() -> None:
    done = subprocess.run([sys.executable, "-c", TASK, "short"], capture_output=True, text=True, check=True)
    assert done.stdout == "result\nloaded: False threads: 1 1\n"
    assert done.stderr.count("\n") == 1
    assert ESC not in done.stderr


def test_a_whole_command_shows_its_result_and_nothing_of_the_bar(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("name: Ada\nheadline: Engineer\nsummary: Counts.\n")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "folio", "score", "--offline", "--today", "2026-11-22"]
    done = subprocess.run(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, check=False, timeout=120)
    os.close(theirs)
    os.close(ours)
    assert done.stdout.startswith(b"Ada ")
    assert b"\x1b" not in done.stdout, "what is colourful on a terminal is plain in a file"
