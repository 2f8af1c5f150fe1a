"""A step of continuous integration, whichever system runs it."""

from __future__ import annotations

from dataclasses import dataclass

from folio.document import KeyPath


@dataclass(frozen=True, slots=True)
class Step:
    """Something that CI runs: a script, or an action, plugin or job that somebody keeps elsewhere."""

    path: str
    line: int
    script: str = ""
    action: str = ""
    pushes: bool = True
    """Whether an action is told to deliver what it makes."""
    folder: str = ""
    """Where the script runs, below the repository's root."""
    gates: bool = True
    """Whether its failure stops anything, and whether it runs without somebody asking: a test has to."""
    at_home: bool = False
    """Whether it runs on a machine of the project's own, where starting a service is delivering it."""
    unseen: bool = False
    """Whether it is a job in another repository, into which nobody looked."""


def is_false(value: object) -> bool:
    """Whether a condition can never hold."""
    return str(value).strip().lower() in ("false", "${{ false }}", "${{false}}", "never")


def is_true(value: object) -> bool:
    """Whether a switch is on; an expression may be either."""
    return str(value).strip().lower() == "true"


def texts(value: object) -> list[tuple[KeyPath, str]] | None:
    """The scripts under a key: a text, or a list of texts (GitLab nests them one deeper); None when it holds more."""
    if isinstance(value, str):
        return [((), value)]
    if isinstance(value, list) and not any(isinstance(one, dict) for one in value):
        return [
            ((number,), str(text))
            for number, one in enumerate(value)
            for text in (one if isinstance(one, list) else [one])
            if text is not None
        ]
    return None


def below(folder: object) -> str:
    """A working directory as a path below the root; empty when it is the root or can't be told."""
    text = str(folder or "")
    return "" if "$" in text else text.removeprefix("./").strip("/").removeprefix(".")
