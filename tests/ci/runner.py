"""A runner for the steps of an action or a job, as GitHub's runs them: one shell a step, files for what they hand over.

Scripts are run as they are. Actions of others are stood in for by what they do with files; an expression or a condition
that the test did not give a value for is an error.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")
OUTPUT = re.compile(r"(?P<name>[\w-]+)(?:=(?P<line>.*)|<<(?P<end>\S+)\n(?P<text>(?:.*\n)*?)(?P=end))\n")
SHELL = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], None: ["bash", "-e"]}


@dataclass
class Runner:
    """One job in one work tree."""

    tree: Path
    scratch: Path
    variables: Mapping[str, str]
    expressions: dict[str, str]
    """By text, what an expression or a condition comes to; a condition is false where that is empty."""
    artifacts: Path
    ran: list[str] = field(default_factory=list)
    printed: str = ""

    def run(self, steps: list[dict[str, Any]]) -> int:
        """Runs steps until one fails, and returns its status."""
        for step in steps:
            name = step.get("name") or step.get("id") or step["uses"].partition("@")[0]
            if "if" in step and not self.expressions[step["if"]]:
                continue
            self.ran.append(name)
            if "uses" in step:
                given = {key: self.filled(str(value)) for key, value in step.get("with", {}).items()}
                ACTIONS[step["uses"].partition("@")[0]](self, given)
            elif status := self._script(step):
                return status
        return 0

    def filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.expressions[found[1]], text)

    def _script(self, step: dict[str, Any]) -> int:
        self.scratch.mkdir(exist_ok=True)
        script, output = self.scratch / "step.sh", self.scratch / "output"
        assert "${{" not in step["run"], "what an expression comes to would be a part of the script"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("")
        given = {key: self.filled(str(value)) for key, value in step.get("env", {}).items()}
        done = subprocess.run(
            [*SHELL[step.get("shell")], str(script)],
            check=False,
            cwd=self.tree,
            env={**self.variables, "GITHUB_OUTPUT": str(output), **given},
            capture_output=True,
            text=True,
        )
        self.printed += done.stdout + done.stderr
        for found in OUTPUT.finditer(output.read_text(encoding="utf-8")):
            value = found["line"] if found["end"] is None else found["text"].removesuffix("\n")
            self.expressions[f"steps.{step.get('id')}.outputs.{found['name']}"] = value
        return done.returncode


def _upload(runner: Runner, given: Mapping[str, str]) -> None:
    source, target = runner.tree / given["path"], runner.artifacts / given.get("name", "github-pages")
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        hidden = shutil.ignore_patterns(".*") if "name" in given else None
        shutil.copytree(source, target, ignore=hidden)
    else:
        target.mkdir(parents=True)
        shutil.copy(source, target)


def _download(runner: Runner, given: Mapping[str, str]) -> None:
    shutil.copytree(runner.artifacts / given["name"], runner.tree / given.get("path", "."), dirs_exist_ok=True)


def _nothing(runner: Runner, given: Mapping[str, str]) -> None:
    """What is there already: the work tree, Python, and what was kept in it."""


ACTIONS: dict[str, Callable[[Runner, Mapping[str, str]], None]] = {
    "actions/cache": _nothing,
    "actions/checkout": _nothing,
    "actions/setup-python": _nothing,
    "actions/upload-artifact": _upload,
    "actions/upload-pages-artifact": _upload,
    "actions/download-artifact": _download,
}
