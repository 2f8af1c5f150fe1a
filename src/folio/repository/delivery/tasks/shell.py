"""Scripts of a repository: what a shell script does, by the branch that is taken and the functions that are called."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping

from folio.repository.delivery.commands import MAX_SCRIPT
from folio.repository.delivery.tasks.files import Started, text_of
from folio.repository.delivery.tasks.python import called_in
from folio.repository.tree import Tree

FUNCTION = re.compile(
    r"^(?:function\s+)?([\w-]+)\s*\(\)\s*\{(.{0,4000}?)^\}|^([\w-]+)\(\)\s*\{([^\n]*)\}$", re.S | re.M
)
BRANCH = re.compile(r"^[ \t]*\(?([\w|\"'*-][\w |\"'*-]{0,80})\)(.{0,4000}?);;", re.S | re.M)


def script(tree: Tree, folder: str, words: list[str]) -> Iterator[Started]:
    """A local script; of a shell script that branches on its first word (`case "$1" in`), the branch that is taken."""
    context, text = located(tree, folder, words[0])
    if words[0].endswith(".py") or (text.startswith("#!") and "python" in text.split("\n", 1)[0]):
        yield from (Started(script, context) for script in called_in(text))
    elif text:
        yield Started(taken(text, words[1] if len(words) > 1 else ""), context)


def located(tree: Tree, folder: str, name: str) -> tuple[str, str]:
    """A script's folder to run in, and its text. In a container its path begins at some folder of the repository."""
    if text := text_of(tree, folder, name):
        return folder, text
    bare = name.removeprefix("./").lstrip("/")
    while "/" in name and bare.endswith(".sh"):
        found = [path for path in tree.own if path == bare or path.endswith(f"/{bare}")]
        if len(found) == 1:
            return found[0].removesuffix(bare).strip("/"), tree.read(found[0]) or ""
        if not name.startswith("/") or "/" not in bare:
            break
        bare = bare.partition("/")[2]
    return folder, ""


def taken(script: str, word: str) -> str:
    """What a shell script does when its first argument is `word`: its functions count where they are called."""
    script = script[:MAX_SCRIPT]
    functions = {(found[1] or found[3]): (found[2] or found[4] or "") for found in FUNCTION.finditer(script)}
    text = FUNCTION.sub("\n", script)
    branches = [found[2] for found in BRANCH.finditer(text) if word and word in found[1].replace(" ", "").split("|")]
    passed_on = {name: 1 + body.count("shift") for name, body in functions.items() if '"$@"' in body}
    waiting, said = branches or [text], list[str]()
    while waiting:
        said.append(waiting.pop())
        for name in [name for name in functions if re.search(rf"^\s*(?:\w+\s+)*{re.escape(name)}\b", said[-1], re.M)]:
            waiting.append(functions.pop(name))
    return "\n".join(_passed_on(line, passed_on) for part in said for line in part.split("\n"))


def _passed_on(line: str, functions: Mapping[str, int]) -> str:
    """What a function runs that is given a command: `check 'the tests' pytest -q` runs `pytest -q`."""
    first = line.split(None, 1)[0] if line.strip() else ""
    if first not in functions:
        return line
    try:
        return shlex.join(shlex.split(line)[functions[first] :])
    except ValueError:
        return line
