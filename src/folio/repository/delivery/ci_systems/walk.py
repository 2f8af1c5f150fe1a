"""Systems whose commands simply stand under some keys, wherever those are."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from folio.document import Document, KeyPath
from folio.repository.code.tables.ci_actions import TASKS
from folio.repository.delivery.ci_systems.steps import Step, is_false, is_true, texts
from folio.repository.delivery.ci_systems.systems import System
from folio.repository.tree import Tree

MAX_DEPTH = 15
DATA = frozenset({"env", "environment", "variables", "with", "on", "settings", "services", "caches", "cache"})
"""Keys below which no command stands."""
PLUGINS = ("pipe", "image", "task", "provider", "plugin")
"""Keys that name something ready-made."""
SHELLS = frozenset({"-c", "-ec", "-ce", "-euc", "-cx", "-lc", "-lcx"})
"""Options of a shell after which its script comes."""
FOLDERS = ("workingDirectory", "working_directory", "directory", "dir")


def steps(tree: Tree, path: str, system: System) -> Iterator[Step]:
    """Every script in the file, in the order of the file."""
    for document in tree.yaml(path):
        yield from walk(tree, document, path, system, document.data, (), Step(path, 1))


def walk(
    tree: Tree, document: Document, path: str, system: System, value: object, at: KeyPath, above: Step
) -> Iterator[Step]:
    """The scripts below a value; `above` says what holds for all of them."""
    if len(at) > MAX_DEPTH:
        return
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from walk(tree, document, path, system, one, (*at, number), above)
    if not isinstance(value, dict) or any(is_false(value.get(key, "true")) for key in system.off):
        return
    soft = any(is_true(value.get(key)) or value.get(key) in ("ignore", "continue") for key in system.soft)
    folder = next((str(value[key]) for key in FOLDERS if value.get(key)), above.folder).strip("./")
    here = Step(path, 1, folder="" if "$" in folder else folder, gates=above.gates and not soft)
    yield from _ready(document, path, value, at, here)
    if isinstance(name := value.get("template"), str):
        yield from _template(tree, document, path, system, name, at, here)
    for key, one in value.items():
        place = (*at, key)
        if _holds(system, key, at) and (found := _commands(value, key, one)) is not None:
            for inside, script in found:
                line = document.where((*place, *inside)).line
                yield Step(path, line, script=script, folder=here.folder, gates=here.gates)
        elif key not in DATA:
            yield from walk(tree, document, path, system, one, place, here)


def _holds(system: System, key: str, at: KeyPath) -> bool:
    """Whether commands stand under the key."""
    if "*" in system.keys and at and isinstance(at[-1], int) and len(at) > 1 and at[-2] in system.keys:
        return True
    return key in system.keys or any(one[0] == "*" != one and key.endswith(one[1:]) for one in system.keys)


def _commands(step: dict[str, object], key: str, value: object) -> list[tuple[KeyPath, str]] | None:
    """The scripts under a key; words in a list are one command where a program is started without a shell."""
    if key in ("args", "command") and isinstance(value, list) and not any(isinstance(one, dict) for one in value):
        words = [str(one) for one in value]
        program = step.get("entrypoint") or step.get("name") or step.get("path") or step.get("command")
        shell = next((at for at, word in enumerate(words) if word in SHELLS), None)
        if shell is not None:
            return [((), "\n".join(words[shell + 1 :]))]
        if key == "args":
            name = str(program[0] if isinstance(program, list) else program or "").rsplit("/", 1)[-1].split(":")[0]
            return [((), shlex.join([name, *words]))]
    return texts(value)


def _ready(document: Document, path: str, value: dict[str, object], at: KeyPath, here: Step) -> Iterator[Step]:
    for key in PLUGINS:
        if isinstance(name := value.get(key), str):
            line = document.where((*at, key)).line
            inputs = value.get("inputs")
            for pattern, made in TASKS:
                if pattern.match(name):
                    yield Step(path, line, script=made(inputs if isinstance(inputs, dict) else {}), gates=here.gates)
            yield Step(path, line, action=name, gates=here.gates)


def _template(
    tree: Tree, document: Document, path: str, system: System, name: str, at: KeyPath, here: Step
) -> Iterator[Step]:
    """A part that is kept in another file: beside this one, or in another repository."""
    line = document.where((*at, "template")).line
    if "@" in name and not name.endswith("@self"):
        yield Step(path, line, action=name, unseen=True)
        return
    bare = name.removesuffix("@self")
    beside = f"{path.rpartition('/')[0]}/{bare.removeprefix('./')}" if not bare.startswith("/") else bare
    parts: list[str] = []
    for part in beside.strip("/").split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    other = "/".join(parts)
    if other != path and len(at) < MAX_DEPTH:
        for inner in tree.yaml(other):
            yield from walk(tree, inner, other, system, inner.data, (*at, "template"), here)
