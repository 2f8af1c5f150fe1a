"""What the README and the tutorial tell people to type works, from an empty folder, in the order it stands there."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from docs.blocks import blocks, written_into

ROOT = Path(__file__).parents[2]
ELSEWHERE = {
    "./run demo": "the gate runs it in a fresh clone",
    "./run test": "is this very run",
    "pipx install .": "tests/test_packaging.py installs the wheel",
}
"""Commands that are not run here, and where they are."""
ANSWERS_NO = ("folio doctor", "folio validate --strict")
"""Commands whose answer may be no on the machine of the test: exit 1 is an answer too."""


AUTHOR = re.compile(rb"^(author|committer) .*? <[^>]*>", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, beside which the reader has a repository of their own."""
    bundle = ROOT / "sample_profile" / "repositories" / "shelfcast.bundle"
    shop, another = tmp_path / "shop", tmp_path / "another"
    git("clone", str(bundle), str(another))
    history = git("-C", str(another), "fast-export", "--all")
    git("init", str(shop))
    git("-C", str(shop), "fast-import", given=AUTHOR.sub(rb"\1 Ada Okafor <ada@okafor.dev>", history))
    return tmp_path


def git(*words: str, given: bytes = b"") -> bytes:
    return subprocess.run(
        ["git", *words, "--quiet"] if words[0] != "-C" else ["git", *words],
        input=given,
        check=True,
        capture_output=True,
    ).stdout


def environment(home: Path) -> dict[str, str]:
    own = {name: said for name, said in os.environ.items() if not name.startswith(("FOLIO_", "GIT_"))}
    return own | {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), own["PATH"])),
        "HOME": str(home),
        "FOLIO_OFFLINE": "1",
        "SOURCE_DATE_EPOCH": "1795305600",
        "NO_COLOR": "1",
    }


def run(command: str, folder: Path) -> str:
    """Runs one line as a reader does; returns what it printed."""
    if command.startswith("folio serve"):
        return served(command, folder)
    done = subprocess.run(
        ["bash", "-euc", command],
        check=False,
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    fine = (0, 1) if command.startswith(ANSWERS_NO) else (0,)
    assert done.returncode in fine, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def served(command: str, folder: Path) -> str:
    """Waits until the site is there, and stops the server."""
    with subprocess.Popen(
        command.split(), cwd=folder, env=environment(folder) | {"FOLIO_SERVE_PORT": str(free_port())},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        said = next((line for line in server.stdout if "http://" in line), "")
        server.terminate()  # Ctrl-C is not heard by what a script starts in the background
        rest = server.stdout.read()
    assert said, rest
    return said


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_command_of_the_page_works(page: str, folder: Path) -> None:
    ran = []
    for block in blocks(ROOT / page):
        if block.kind == "yaml" and block.title:
            file = folder / block.title
            file.write_text(written_into(file.read_text(encoding="utf-8"), block.text), encoding="utf-8")
        if block.kind == "sh":
            for command in block.commands:
                if command not in ELSEWHERE:
                    run(command, folder)
                    ran.append(command)
    assert len(ran) > 5
    assert (folder / "out" / "site" / "index.html").is_file()
    assert (folder / "out" / "resume.pdf").read_bytes().startswith(b"%PDF-")


def test_no_page_has_commands_in_a_block_that_nobody_runs() -> None:
    for page in ("README.md", "docs/tutorial.md"):
        for block in blocks(ROOT / page):
            lines = block.text.splitlines()
            assert block.kind == "sh" or not any(re.match(r"(\$ )?(folio|mkdocs|\./run) ", line) for line in lines), (
                f"{page}:{block.line}"
            )
