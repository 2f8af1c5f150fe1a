"""Tasks that a command hands over to: make, just, tox, nox, npm, poe, hatch and local scripts.

Source of how far they are followed: rubric, `scan.indirection` (two levels).
"""

from __future__ import annotations

import ast
import configparser
import json
import re
import shlex
from collections.abc import Iterator

from folio.repository.commands import ASSIGNMENT, Command, Purpose, bare_words, purposes, split
from folio.repository.tree import Tree

LEVELS = 2
FUNCTION = re.compile(r"^(?:function\s+)?([\w-]+)\s*\(\)\s*\{(.*?)^\}|^([\w-]+)\(\)\s*\{([^\n]*)\}$", re.S | re.M)
BRANCH = re.compile(r"^\s*\(?([\w\s|\"'*-]+)\)(.*?);;", re.S | re.M)


def followed(tree: Tree, command: Command, *, levels: int = LEVELS) -> frozenset[Purpose]:
    """What a command does, by itself or by the local task or script that it starts."""
    if command.ignored:
        return frozenset()
    if found := purposes(command.words):
        return found
    if levels == 0:
        return frozenset()
    reached: set[Purpose] = set()
    for script, deeper in _started(tree, command):
        for one in split(script):
            inner = Command(one.words, one.ignored, "/".join(part for part in (command.folder, one.folder) if part))
            reached |= followed(tree, inner, levels=levels - deeper)
    return frozenset(reached)


def _started(tree: Tree, command: Command) -> Iterator[tuple[str, int]]:
    """The scripts that a command hands over to, and how many levels that takes."""
    words = bare_words(command.words)
    if not words:
        return
    first = words[0]
    rest = [word for word in words[1:] if not word.startswith("-") and not ASSIGNMENT.fullmatch(word)]
    folder = command.folder
    if first in ("make", "gmake"):
        if "-C" in words and words.index("-C") + 1 < len(words):
            folder = words[words.index("-C") + 1].strip("/")
            rest = [word for word in rest if word.strip("/") != folder]
        yield from ((script, 1) for script in _make(tree, folder, rest))
    elif first == "just":
        yield from (
            (script, 1)
            for name in ("justfile", "Justfile", ".justfile")
            for script in _recipes(_file(tree, folder, name), rest or [""], folder)
        )
    elif first in ("tox", "tox-uv"):
        yield from ((script, 1) for script in _tox(tree, folder))
    elif first == "nox":
        yield from ((script, 1) for script in _called_in(_file(tree, folder, "noxfile.py")))
    elif first in ("npm", "pnpm", "yarn", "bun"):
        yield from (
            (script, 1)
            for script in _npm(tree, folder, [word for word in rest if word not in ("run", "run-script")][:1])
        )
    elif first in ("poe", "poethepoet", "task", "taskipy", "hatch", "pdm", "pixi", "mise"):
        yield from ((script, 1) for script in _pyproject_tasks(tree, folder, rest))
    elif first in ("bash", "sh", "zsh", "source", "."):
        if "-c" in words and words.index("-c") + 1 < len(words):
            yield words[words.index("-c") + 1], 0
        elif rest:
            yield from ((script, 1) for script in _script(tree, folder, rest))
    elif first in ("python", "python3") and rest:
        yield from ((script, 1) for script in _called_in(_file(tree, folder, rest[0])))
    elif "/" in first or _file(tree, folder, first).startswith("#!"):
        yield from ((script, 1) for script in _script(tree, folder, [first, *rest]))


def _file(tree: Tree, folder: str, name: str) -> str:
    bare = name.removeprefix("./").lstrip("/")
    if (text := tree.read(f"{folder}/{bare}".lstrip("/"))) is not None:
        return text
    while "/" in name and bare.endswith(".sh"):  # in a container, paths begin at a folder of the repository
        found = [path for path in tree.own if path == bare or path.endswith(f"/{bare}")]
        if len(found) == 1:
            return tree.read(found[0]) or ""
        if not name.startswith("/") or "/" not in bare:
            break
        bare = bare.partition("/")[2]
    return ""


def _make(tree: Tree, folder: str, targets: list[str]) -> Iterator[str]:
    for name in ("GNUmakefile", "makefile", "Makefile"):
        if text := _file(tree, folder, name):
            yield from _recipes(text, targets or [""], folder)


def _recipes(text: str, targets: list[str], folder: str) -> Iterator[str]:
    """The recipes of make or just targets and of what they depend on; "" is the first target."""
    rules: dict[str, tuple[list[str], list[str]]] = {}
    current: list[str] | None = None
    variables = dict(re.findall(r"^([A-Za-z_]\w*)\s*[:?]?=\s*(.+)$", text, re.M))
    for line in text.replace("\\\n", " ").split("\n"):
        if line.startswith(("\t", " ")) and current is not None:
            current.append(line.strip())
        elif match := re.match(
            r"^@?([\w./%-]+(?:\s+[\w./%-]+)*)(?:\s+[^:=]*?)?\s*::?(?!=)\s*([^=#;]*)(?:;(.*))?", line
        ):
            current = [match[3]] if match[3] else []
            for name in match[1].split():
                if not name.startswith("."):
                    rules.setdefault(name, (match[2].split(), []))[1].append("")
                    rules[name] = (rules[name][0] + match[2].split(), rules[name][1])
                    rules[name] = (rules[name][0], current)
        elif line.strip() and not line.startswith("#"):
            current = None
    waiting = [target or next(iter(rules), "") for target in targets]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in rules and name not in seen:
            seen.add(name)
            waiting += rules[name][0]
            recipe = "\n".join(row.lstrip("@-+") for row in rules[name][1])
            yield re.sub(
                r"\$[({](\w+)[)}]|\{\{\s*(\w+)\s*\}\}",
                lambda found: variables.get(found[1] or found[2], "").strip("\"' "),
                recipe,
            )


def _tox(tree: Tree, folder: str) -> Iterator[str]:
    for name in ("tox.ini", "setup.cfg"):
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read_string(_file(tree, folder, name))
        except configparser.Error:
            continue
        for section in parser.sections():
            if section.startswith(("testenv", "tox:testenv")):
                yield parser.get(section, "commands", fallback="")
    for name in ("tox.toml", "pyproject.toml"):
        yield from _toml_commands(tree.toml(f"{folder}/{name}".lstrip("/")))


def _toml_commands(value: object, depth: int = 0) -> Iterator[str]:
    """Every `commands` and `legacy_tox_ini` below a table."""
    if not isinstance(value, dict) or depth > 6:
        return
    for key, one in value.items():
        if key == "commands" and isinstance(one, list):
            yield "\n".join(shlex.join(map(str, row)) if isinstance(row, list) else str(row) for row in one)
        elif key == "legacy_tox_ini" and isinstance(one, str):
            yield one
        else:
            yield from _toml_commands(one, depth + 1)


def _called_in(text: str) -> Iterator[str]:
    """Commands that a Python script starts: `session.run("pytest", "-q")`, `subprocess.run([...])`, `pytest.main()`."""
    try:
        tree = ast.parse(text, "<read by folio>")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        given = node.args[0].elts if node.args and isinstance(node.args[0], (ast.List, ast.Tuple)) else node.args
        words = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if node.func.attr in ("run", "call", "check_call", "check_output", "Popen", "system", "run_always") and words:
            yield " ".join(words)
        elif ast.unparse(node.func) in ("pytest.main", "unittest.main"):
            yield "pytest"


def _npm(tree: Tree, folder: str, names: list[str]) -> Iterator[str]:
    try:
        content = json.loads(_file(tree, folder, "package.json"))
    except (ValueError, RecursionError):
        return
    scripts = content.get("scripts") if isinstance(content, dict) else None
    if isinstance(scripts, dict):
        for name in names:
            for one in ("test" if name in ("t", "tst") else name, f"pre{name}", f"post{name}"):
                if isinstance(script := scripts.get(one), str) and "no test specified" not in script:
                    yield script


def _pyproject_tasks(tree: Tree, folder: str, names: list[str]) -> Iterator[str]:
    """Tasks of poe, taskipy, hatch, pdm and pixi, and those of mise."""
    wanted = {name.rsplit(":", 1)[-1] for name in names}
    tables = [
        tree.toml(f"{folder}/{name}".lstrip("/"))
        for name in ("pyproject.toml", "pixi.toml", "mise.toml", ".mise.toml", "hatch.toml", "poe_tasks.toml")
    ]
    waiting: list[tuple[object, int]] = [(table, 0) for table in tables]
    while waiting:
        value, depth = waiting.pop()
        for key, one in value.items() if isinstance(value, dict) and depth < 7 else ():
            if key in ("tasks", "scripts") and isinstance(one, dict):
                yield from (script for name in sorted(wanted & one.keys()) for script in _texts(one[name]))
            waiting.append((one, depth + 1))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key in ("cmd", "shell", "run", "sequence", "composite"):
            yield from _texts(value.get(key))


def _script(tree: Tree, folder: str, words: list[str]) -> Iterator[str]:
    """A local script; of a shell script that branches on its first word (`case "$1" in`), the branch that is taken."""
    text = _file(tree, folder, words[0])
    if words[0].endswith(".py") or (text.startswith("#!") and "python" in text.split("\n", 1)[0]):
        yield from _called_in(text)
    elif text:
        yield taken(text, words[1] if len(words) > 1 else "")


def taken(script: str, word: str) -> str:
    """What a shell script does when its first argument is `word`: its functions count where they are called."""
    functions = {(found[1] or found[3]): (found[2] or found[4] or "") for found in FUNCTION.finditer(script)}
    text = FUNCTION.sub("\n", script)
    branches = [found[2] for found in BRANCH.finditer(text) if word and word in found[1].replace(" ", "").split("|")]
    waiting, said = branches or [text], list[str]()
    while waiting:
        said.append(waiting.pop())
        for name in [name for name in functions if re.search(rf"^\s*(?:\w+\s+)*{re.escape(name)}\b", said[-1], re.M)]:
            waiting.append(functions.pop(name))
    return "\n".join(said)
