"""Files that a command starts, from the folder that it runs in."""

from __future__ import annotations

from dataclasses import dataclass

from folio.repository.tree import Tree


@dataclass(frozen=True, slots=True)
class Started:
    """A script that a command starts: its text, the folder it runs in, and the levels that it takes to get there."""

    script: str
    folder: str
    levels: int = 1


def text_of(tree: Tree, folder: str, name: str) -> str:
    """The text of a file below `folder`; empty when it is not there."""
    return tree.read(f"{folder}/{name.removeprefix('./')}".lstrip("/")) or ""


def inside(value: object, *keys: str) -> object:
    """What stands below these keys; None when there is nothing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def texts(value: object) -> list[str]:
    """The texts in a value, lists and the usual ways to write a command taken apart."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    keys = ("cmd", "cmds", "command", "commands", "shell", "run", "script", "sequence", "composite", "exec")
    return [text for key in keys for text in texts(value.get(key))] if isinstance(value, dict) else []
