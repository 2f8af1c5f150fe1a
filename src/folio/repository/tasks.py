"""Tasks that a command hands over to: make, just, tox, nox, npm, poe, hatch and local scripts.

Source of how far they are followed: rubric, `scan.indirection` (two levels).
"""

from __future__ import annotations

import ast
import configparser
import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from folio.repository.commands import ASSIGNMENT, MAX_SCRIPT, Command, Purpose, bare_words, purposes, split
from folio.repository.python import parsed
from folio.repository.tree import Tree

LEVELS = 2
TASKS = frozenset({"poe", "poethepoet", "task", "taskipy", "hatch", "pdm", "pixi", "mise"})
RULE = re.compile(r"@?((?!\.PHONY)[\w./%-][\w./% -]*)(?: [^:=]*)?[ \t]*::?(?!=)[ \t]*([^=#;]*)(?:;(.*))?")
FUNCTION = re.compile(
    r"^(?:function\s+)?([\w-]+)\s*\(\)\s*\{(.{0,4000}?)^\}|^([\w-]+)\(\)\s*\{([^\n]*)\}$", re.S | re.M
)
BRANCH = re.compile(r"^[ \t]*\(?([\w|\"'*-][\w |\"'*-]{0,80})\)(.{0,4000}?);;", re.S | re.M)


@dataclass(frozen=True, slots=True)
class Started:
    """A script that a command starts: its text, the folder it runs in, and the levels that it takes to get there."""

    script: str
    folder: str
    levels: int = 1


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
    words = bare_words(command.words)
    if not words:
        return
    first, folder = words[0], command.folder
    rest = [word for word in words[1:] if not word.startswith("-") and not ASSIGNMENT.fullmatch(word)]
    if first in ("make", "gmake"):
        if "-C" in words and words.index("-C") + 1 < len(words):
            folder = words[words.index("-C") + 1].strip("/")
            rest = [word for word in rest if word.strip("/") != folder]
        scripts: Iterable[str] = _make(tree, folder, rest)
    elif first == "just":
        files = (_file(tree, folder, name) for name in ("justfile", "Justfile", ".justfile"))
        scripts = (script for text in files for script in recipes(text, rest or [""]))
    elif first == "tox":
        scripts = _tox(tree, folder, _environment(words))
    elif first == "nox":
        scripts = _called_in(_file(tree, folder, "noxfile.py"))
    elif first in ("npm", "pnpm", "yarn", "bun"):
        scripts = _npm(tree, folder, [word for word in rest if word not in ("run", "run-script")][:1])
    elif first in TASKS:
        scripts = _pyproject_tasks(tree, folder, rest)
    elif first in ("bash", "sh", "zsh", "source", "."):
        if "-c" in words and words.index("-c") + 1 < len(words):
            yield Started(words[words.index("-c") + 1], folder, levels=0)
        elif rest:
            yield from _script(tree, folder, rest)
        return
    elif first in ("python", "python3") and rest:
        scripts = _called_in(_file(tree, folder, rest[0]))
    else:
        if "/" in first or _file(tree, folder, first).startswith("#!"):
            yield from _script(tree, folder, [first, *rest])
        scripts = _pyproject_tasks(tree, folder, [first]) if TASKS & set(command.words[:2]) else ()
    yield from (Started(script, folder) for script in scripts)


def _file(tree: Tree, folder: str, name: str) -> str:
    return tree.read(f"{folder}/{name.removeprefix('./')}".lstrip("/")) or ""


def _located(tree: Tree, folder: str, name: str) -> tuple[str, str]:
    """A script's folder to run in, and its text. In a container its path begins at some folder of the repository."""
    if text := _file(tree, folder, name):
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


def _make(tree: Tree, folder: str, targets: list[str]) -> Iterator[str]:
    for name in ("GNUmakefile", "makefile", "Makefile"):
        if text := _file(tree, folder, name):
            yield from recipes(text, targets or [""])


def recipes(text: str, targets: list[str]) -> Iterator[str]:
    """The recipes of make or just targets and of what they depend on; "" is the first target."""
    rules: dict[str, tuple[list[str], list[str]]] = {}
    current: list[str] | None = None
    variables = dict(re.findall(r"^([A-Za-z_]\w*)\s*[:?]?=\s*(.+)$", text, re.M))
    for line in text.replace("\\\n", " ").split("\n"):
        if line.startswith(("\t", " ")) and current is not None:
            current.append(line.strip())
        elif len(line) < 1000 and (match := RULE.match(line)):
            current = [match[3]] if match[3] else []
            for name in match[1].split():
                before = rules[name][0] if name in rules else []
                rules[name] = (before + match[2].split(), current)
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


def _environment(words: tuple[str, ...]) -> str:
    """The environment that tox is asked for; empty when it runs its usual ones."""
    named = [words[at + 1] for at, word in enumerate(words[:-1]) if word in ("-e", "--env")]
    named += [word[2:] for word in words if word.startswith("-e") and len(word) > 2]
    return named[0].split(",")[0] if named else ""


def _tox(tree: Tree, folder: str, name: str) -> Iterator[str]:
    """The commands of an environment; of one that is not written down, those of all the others' base."""
    sections: dict[str, str] = {}
    for file in ("tox.ini", "setup.cfg"):
        parser = configparser.RawConfigParser(strict=False)
        with suppress(configparser.Error):
            parser.read_string(_file(tree, folder, file))
            for section in parser.sections():
                sections[section.removeprefix("tox:")] = parser.get(section, "commands", fallback="")
    base = {key: text for key, text in sections.items() if key.startswith("testenv")}
    chosen = [f"testenv:{name}"] if f"testenv:{name}" in base else ["testenv"] if name else sorted(base)
    yield from (base[key] for key in chosen if key in base)
    for file in ("tox.toml", "pyproject.toml"):
        table = _inside(tree.toml(f"{folder}/{file}".lstrip("/")), *([] if file == "tox.toml" else ["tool", "tox"]))
        own = _inside(table, "env", name) if name else table
        yield from _toml_commands(own or _inside(table, "env_run_base"))


def _inside(value: object, *keys: str) -> object:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


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
        tree = parsed(text)
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


def _script(tree: Tree, folder: str, words: list[str]) -> Iterator[Started]:
    """A local script; of a shell script that branches on its first word (`case "$1" in`), the branch that is taken."""
    context, text = _located(tree, folder, words[0])
    if words[0].endswith(".py") or (text.startswith("#!") and "python" in text.split("\n", 1)[0]):
        yield from (Started(script, context) for script in _called_in(text))
    elif text:
        yield Started(taken(text, words[1] if len(words) > 1 else ""), context)


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
