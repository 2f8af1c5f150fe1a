"""Tasks of npm, pnpm, yarn, bun and deno, in one package or through a workspace's (turbo, nx, lerna, moon)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from folio.repository.delivery.tasks.files import Started, inside, text_of, texts
from folio.repository.tree import Tree

MANAGERS = frozenset({"npm", "pnpm", "yarn", "bun"})
SEVERAL_AT_ONCE = frozenset({"run-s", "run-p", "npm-run-all", "npm-run-all2", "concurrently"})
WORKSPACES = frozenset({"turbo", "nx", "lerna", "moon", "wireit"})
SEVERAL = frozenset(
    {"-r", "--recursive", "--workspaces", "-ws", "workspaces", "--filter", "-F", "-w", "--workspace", "workspace"}
    | {"foreach"}
)
FOLDERS = frozenset({"--prefix", "-C", "--dir", "--cwd"})
NOT_TASKS = frozenset(
    {"run", "run-script", "run-many", "affected", "exec", "foreach", "workspaces", "workspace", "-s", "task"}
)
SHORT = {"t": "test", "tst": "test", "it": "test"}
MOST = 40


def scripts(tree: Tree, folder: str, words: list[str], rest: list[str]) -> Iterator[Started]:
    """The scripts that a package manager is asked for, here, in another folder, or in every package."""
    for at, word in enumerate(words[:-1]):
        if word in FOLDERS or word.partition("=")[0] in FOLDERS:
            other = words[at + 1] if word in FOLDERS else word.partition("=")[2]
            folder = "/".join(part for part in (folder, other.strip("/").removeprefix("./")) if part)
            rest = [one for one in rest if one != other]
    names = [SHORT.get(word, word) for word in rest if word not in NOT_TASKS]
    yield from _package(tree, folder, names[:1])
    if words[0] in WORKSPACES or SEVERAL & {word.partition("=")[0] for word in words}:
        for path in [path for path in tree.named("package.json") if "/" in path][:MOST]:
            yield from _package(tree, path.rpartition("/")[0], names)
        for path in tree.named("project.json")[:MOST]:  # nx
            for name in names:
                target = inside(_json(tree.read(path) or ""), "targets", name.rpartition(":")[2])
                executor = inside(target, "executor")
                yield from (Started(text, "") for text in texts(inside(target, "options")))
                if isinstance(executor, str) and re.search(r"jest|vitest|cypress|playwright|karma|pytest", executor):
                    yield Started(re.sub(r".*[:/]", "", executor), "")


def deno(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """The tasks of deno.json."""
    for file in ("deno.json", "deno.jsonc"):
        tasks = inside(_json(text_of(tree, folder, file)), "tasks")
        for name in rest:
            yield from texts(inside(tasks, name))


def several(words: list[str]) -> Iterator[str]:
    """What `run-s`, `run-p`, `npm-run-all` and `concurrently` start side by side."""
    for word in words[1:]:
        if word.startswith("npm:"):
            yield f"npm run {word[4:]}"
        elif not word.startswith("-"):
            yield word if " " in word else f"npm run {word}"


def _package(tree: Tree, folder: str, names: list[str]) -> Iterator[Started]:
    listed = inside(_json(text_of(tree, folder, "package.json")), "scripts")
    if not isinstance(listed, dict):
        return
    for name in names:
        wanted = [name, f"pre{name}", f"post{name}"]
        if name.endswith("*"):  # `npm run test:*`
            wanted = [one for one in listed if one.startswith(name.rstrip("*"))]
        for one in wanted:
            if isinstance(script := listed.get(one), str) and "no test specified" not in script:
                yield Started(script, folder)


def _json(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
