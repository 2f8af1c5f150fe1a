"""Tasks of tox, nox, poe, taskipy, hatch, pdm, pixi and mise, and what a Python script starts."""

from __future__ import annotations

import ast
import configparser
import shlex
from collections.abc import Iterator
from contextlib import suppress

from folio.repository.code.python import parsed
from folio.repository.delivery.tasks.files import inside, text_of, texts
from folio.repository.tree import Tree


def environment(words: tuple[str, ...]) -> str:
    """The environment that tox is asked for; empty when it runs its usual ones."""
    named = [words[at + 1] for at, word in enumerate(words[:-1]) if word in ("-e", "--env")]
    named += [word[2:] for word in words if word.startswith("-e") and len(word) > 2]
    return named[0].split(",")[0] if named else ""


def tox(tree: Tree, folder: str, name: str) -> Iterator[str]:
    """The commands of an environment; of one that is not written down, those of all the others' base."""
    sections: dict[str, str] = {}
    for file in ("tox.ini", "setup.cfg"):
        parser = configparser.RawConfigParser(strict=False)
        with suppress(configparser.Error):
            parser.read_string(text_of(tree, folder, file))
            for section in parser.sections():
                sections[section.removeprefix("tox:")] = parser.get(section, "commands", fallback="")
    base = {key: text for key, text in sections.items() if key.startswith("testenv")}
    chosen = [f"testenv:{name}"] if f"testenv:{name}" in base else ["testenv"] if name else sorted(base)
    yield from (base[key] for key in chosen if key in base)
    for file in ("tox.toml", "pyproject.toml"):
        table = inside(tree.toml(f"{folder}/{file}".lstrip("/")), *([] if file == "tox.toml" else ["tool", "tox"]))
        own = inside(table, "env", name) if name else table
        yield from _toml_commands(own or inside(table, "env_run_base"))


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


def called_in(text: str) -> Iterator[str]:
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


def tasks(tree: Tree, folder: str, names: list[str]) -> Iterator[str]:
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
                yield from (script for name in sorted(wanted & one.keys()) for script in texts(one[name]))
            waiting.append((one, depth + 1))
