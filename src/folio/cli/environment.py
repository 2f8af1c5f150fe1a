"""Options from the environment: FOLIO_OFFLINE=1 for every command that has `--offline`, FOLIO_SCORE_FORMAT for one."""

from __future__ import annotations

from collections.abc import Iterator

import click

PREFIX = "FOLIO_"
SHARED = frozenset({
    "accent", "allow-private", "authority", "engine", "fingerprints", "json", "locale", "max-age", "offline", "paper",
    "platform", "quiet", "redact-paths", "refresh", "rubric", "set", "state", "today",
})  # fmt: skip
"""Options that mean the same wherever they are, so that one variable may stand for them on all commands."""


def listening(command: click.Command, name: str) -> click.Command:
    """The command, with options that look into the environment: a variable for it alone goes before a shared one."""
    for option, flag in _options(command):
        option.envvar = list(variables(name, flag))
    return command


def variables(name: str, flag: str) -> Iterator[str]:
    """The variables that stand for an option of a command, the first that is set being the one that counts."""
    yield f"{PREFIX}{_spelled(name)}_{_spelled(flag)}"
    if flag in SHARED:
        yield f"{PREFIX}{_spelled(flag)}"


def all_variables(command: click.Command, name: str) -> Iterator[str]:
    """Every variable that a command looks for."""
    for _, flag in _options(command):
        yield from variables(name, flag)


def _options(command: click.Command) -> Iterator[tuple[click.Option, str]]:
    """A command's options with their names, as they are written after two hyphens."""
    for one in command.params:
        if isinstance(one, click.Option):
            yield one, next(word for word in one.opts if word.startswith("--")).removeprefix("--")


def _spelled(word: str) -> str:
    return word.upper().replace("-", "_")
