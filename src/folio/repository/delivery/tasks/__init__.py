"""Tasks that a command hands over to, such as make's, tox', npm's or a local script's; one file for each family.

Source of how far they are followed: rubric, `scan.indirection` (two levels).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from folio.repository.delivery.commands import ASSIGNMENT, Command, Purpose, bare_words, purposes, split
from folio.repository.delivery.tasks import containers, javascript, make, others, python
from folio.repository.delivery.tasks.files import Started, text_of
from folio.repository.delivery.tasks.shell import script, taken
from folio.repository.tree import Tree

__all__ = ["LEVELS", "followed", "taken"]

LEVELS = 2
TASKS = frozenset({"poe", "poethepoet", "task", "taskipy", "hatch", "pdm", "pixi", "mise", "rtx"})
SHELLS = frozenset({"bash", "sh", "zsh", "dash", "source", "."})


def followed(tree: Tree, command: Command, *, levels: int = LEVELS) -> frozenset[Purpose]:
    """What a command does, by itself or by the local task or script that it starts."""
    if command.ignored:
        return frozenset()
    if found := purposes(command.words):
        return found
    reached: set[Purpose] = set()
    for started in _started(tree, command) if levels else ():
        for one in split(started.script):
            folder = "/".join(part for part in (started.folder, one.folder) if part)
            reached |= followed(tree, Command(one.words, one.ignored, folder), levels=levels - started.levels)
    return frozenset(reached)


def _started(tree: Tree, command: Command) -> Iterator[Started]:
    words = list(bare_words(command.words))
    if not words:
        return
    first, folder = words[0].rsplit("/", 1)[-1] if words[0].startswith("node_modules/") else words[0], command.folder
    rest = [word for word in words[1:] if not word.startswith("-") and not ASSIGNMENT.fullmatch(word)]
    if first in ("make", "gmake") and "-C" in words[:-1]:
        folder = words[words.index("-C") + 1].strip("/")
        rest = [word for word in rest if word.strip("/") != folder]
    if len(words) == 1 and "run" in command.words and {"compose", "docker-compose"} & set(command.words):
        yield from (Started(text, folder) for text in containers.composed(tree, folder, list(command.words)))
    if first in javascript.SEVERAL_AT_ONCE:
        yield from (Started(text, folder, levels=0) for text in javascript.several(words))
    elif first in javascript.MANAGERS or first in javascript.WORKSPACES:
        yield from javascript.scripts(tree, folder, words, rest)
    elif first in SHELLS:
        if "-c" in words[:-1]:
            yield Started(words[words.index("-c") + 1], folder, levels=0)
        elif rest:
            yield from script(tree, folder, rest)
    else:
        known = False
        for text in _scripts(tree, folder, first, words, rest):
            known = True
            yield Started(text, folder)
        if not known and ("/" in first or text_of(tree, folder, first).startswith("#!")):
            yield from script(tree, folder, [first, *rest])
        if TASKS & set(command.words[:2]) and first not in TASKS:
            yield from (Started(text, folder) for text in python.tasks(tree, folder, [first]))


def _scripts(tree: Tree, folder: str, first: str, words: list[str], rest: list[str]) -> Iterable[str]:
    """What the tools do that keep their tasks in a file of their own."""
    if first in ("make", "gmake"):
        return make.make(tree, folder, words, rest)
    if first == "just":
        return make.just(tree, folder, rest)
    if first == "tox":
        return python.tox(tree, folder, python.environment(tuple(words)))
    if first == "nox":
        return python.called_in(text_of(tree, folder, "noxfile.py"))
    if first in ("invoke", "inv", "fab"):
        return python.called_in(text_of(tree, folder, "tasks.py") or text_of(tree, folder, "fabfile.py"))
    if first in ("task", "go-task") and not any(python.tasks(tree, folder, rest)):
        return make.go_task(tree, folder, rest)
    if first in ("mise", "rtx"):
        return [*python.tasks(tree, folder, rest), *others.mise(tree, folder, [word for word in rest if word != "run"])]
    if first in TASKS:
        return python.tasks(tree, folder, rest)
    if first in ("python", "python3", "py") and rest:
        return python.called_in(text_of(tree, folder, rest[0]))
    if first == "deno" and rest[:1] in (["task"], ["run"]):
        return javascript.deno(tree, folder, rest[1:])
    if first in ("docker-compose", "podman-compose") or words[:2] in (["docker", "compose"], ["podman", "compose"]):
        return containers.composed(tree, folder, words)
    if words[:2] in (["docker", "build"], ["docker", "buildx"], ["podman", "build"]):
        return containers.built(tree, folder, words)
    simple = {"earthly": make.earthly, "rake": others.rake, "composer": others.composer, "devbox": others.devbox}
    if first in simple:
        return simple[first](tree, folder, [word for word in rest if word not in ("run", "run-script")])
    if first in ("Rscript", "R", "julia"):
        return others.statistical(tree, folder, rest)
    return ()
