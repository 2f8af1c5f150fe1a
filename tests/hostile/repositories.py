"""Repositories that mean harm, up to what is printed about them; tests/repository has many more, one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from folio.document import dump
from folio.repository.git.location import located
from hostile import judges
from hostile.fields import said
from hostile.payloads import BLOCKS, LINES
from hostile.trying import Tally
from repository.build import Built

NAMES = (
    "<script>alert(1)</script>.py", "a\nb.py", "\x1b[2J.py", "::error file=x::y.py", "=cmd|x.py", "-u.py", "--upload-pack=x.py",
    "\u202egnp.py", "$(id).py", "`id`.py", "a'\"b.py", "{{ 7*7 }}.py", "{% x %}.py", "%0A.py", "a|b.py", " .py", "C:x.py", "CON.py", "é" * 60 + ".py",
)  # fmt: skip
FOLDERS: dict[str, Callable[[Path], object]] = {
    "a .git that leads to a NUL": lambda at: (at / ".git").write_bytes(b"gitdir: \0\n"),
    "a .git that leads to a device": lambda at: (at / ".git").write_text("gitdir: /dev/zero\n"),
    "a .git that leads to itself": lambda at: (at / ".git").symlink_to(".git"),
    "a .git that is not text": lambda at: (at / ".git").write_bytes(bytes(range(256))),
    "a .git that leads up": lambda at: (at / ".git").write_text("gitdir: ../../../../../..\n"),
    "nothing": lambda at: None,
}


def trap(folder: Path) -> Path:
    """A repository with payloads in its names, messages, texts and tables."""
    built = Built(folder)
    readme = (
        "# " + "\n\n".join((*LINES, *BLOCKS)) + "\n\n| model | MAE |\n|---|---|\n| <script> | 1.0 |\n| =cmd | 2.0 |\n"
    )
    files = {
        "README.md": readme,
        "LICENSE": LINES[0],
        "pyproject.toml": "a = " + "[" * 5000,
        "package.json": "[" * 100_000,
    }
    files |= {
        "docker-compose.yml": "a: &a [*a]\n",
        ".github/workflows/x.yml": "on: push\njobs: {x: {steps: [{run: '" + LINES[0].replace("'", "") + "'}]}}\n",
    }
    files |= {
        "x.ipynb": '{"cells": ' + "[" * 50_000,
        "dvc.yaml": "stages: " + "{a: " * 5000,
        "m.csv": '"' * 100_001,
        "x.sql": "(" * 50_000,
    }
    built.commit(LINES[0] + "\n\n" + "\n".join(LINES), files)
    built.commit(LINES[2], {name: f"def f{number}():\n    return {number}\n" for number, name in enumerate(NAMES)})
    return folder


def repositories(tally: Tally, scratch: Path, every: bool) -> None:
    """What is said of a hostile repository is harmless; what is none is told."""
    tally.seconds = 120.0
    me = scratch / "me"
    me.mkdir()
    trap(me / "trap")
    project = {"id": "p", "title": "t", "summary": "s", "role": "r", "repository": "trap"}
    told = {"name": "Ada", "headline": "b", "summary": "c", "track": "ml-engineer", "projects": [project]}
    (me / "profile.yaml").write_text(dump(told))
    words = ["score", str(me), "--offline"]
    forms: dict[str, Callable[[str], None]] = {
        "text": judges.terminal,
        "json": judges.plain_json,
        "sarif": judges.plain_json,
        "html": lambda text: judges.html(text.encode(), styles=True),
    }
    for form, see in forms.items():
        tally.of(
            f"score as {form}", lambda form=form, see=see: see(said([*words, "--format", form])), must_be="harmless"
        )  # type: ignore[misc]
    for check in ("ci-runs-tests", "tests-meaningful", "case-study-evidence", "readme-instructions"):
        tally.of(
            f"explain {check}", lambda check=check: judges.terminal(said(["explain", check, str(me), "--offline"]))
        )  # type: ignore[misc]
    for file in (me / ".folio" / "evidence").rglob("*.json"):
        tally.of(f"kept: {file.name}", lambda file=file: judges.plain_json(file.read_bytes()), must_be="harmless")  # type: ignore[misc]
    for number, (name, make) in enumerate(FOLDERS.items()):
        at = scratch / f"r{number}"
        at.mkdir()
        make(at)
        tally.of(name, lambda at=at: located(at.name, base=scratch), must_be="told")  # type: ignore[misc]
