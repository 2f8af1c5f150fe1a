"""Commands that somebody has after installing the project, by what each kind of package says of itself."""

from __future__ import annotations

import configparser
import json
import re
import tomllib
from collections.abc import Iterator

from folio.repository.tree import Tree

SCRIPT = re.compile(r"^\s*([\w.-]+)\s*=\s*[\w.]+:[\w.]+", re.M)
INSTALLED = re.compile(r"\binstall\s*\(\s*TARGETS\s+([^)]{1,600})\)", re.I)
EXECUTABLE = re.compile(r"\badd_executable\s*\(\s*([\w.+-]+)", re.I)
GO_COMMAND = re.compile(r"(?:^|/)cmd/([\w.-]+)/main\.go$")
EXEC = re.compile(r"^(?:inst/)?(?:exec|bin)/([\w.-]+)$")


def commands(tree: Tree) -> set[str]:
    """Their names."""
    found = set(_python(tree)) | set(_javascript(tree)) | set(_rust(tree)) | set(_cmake(tree)) | set(_r(tree))
    found |= {match[1] for path in tree.own if (match := GO_COMMAND.search(path))}
    return found


def _python(tree: Tree) -> Iterator[str]:
    for path in tree.named("pyproject.toml"):
        content = tree.toml(path)
        tool = content.get("tool")
        tools = [tool.get(name) for name in ("poetry", "flit")] if isinstance(tool, dict) else []
        for section in (content.get("project"), *tools):
            for key in ("scripts", "gui-scripts"):
                yield from _keys(section.get(key) if isinstance(section, dict) else None)
    for path in tree.named("setup.cfg"):
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read_string(tree.read(path) or "")
        except configparser.Error:
            continue
        yield from SCRIPT.findall(parser.get("options.entry_points", "console_scripts", fallback=""))
    for path in tree.named("setup.py"):
        text = tree.read(path) or ""
        if "console_scripts" in text:
            yield from re.findall(r"[\"']\s*([\w.-]+)\s*=\s*[\w.]+:[\w.]+", text[text.index("console_scripts") :])


def _keys(value: object) -> Iterator[str]:
    yield from map(str, value) if isinstance(value, dict) else ()


def _javascript(tree: Tree) -> Iterator[str]:
    for path in tree.named("package.json"):
        try:
            content = json.loads(tree.read(path) or "")
        except (ValueError, RecursionError):
            continue
        commands = content.get("bin") if isinstance(content, dict) else None
        yield from _keys(commands)
        if isinstance(commands, str):
            yield str(content.get("name", "")).rsplit("/", 1)[-1]


def _rust(tree: Tree) -> Iterator[str]:
    for path in tree.named("Cargo.toml"):
        try:
            content = tomllib.loads(tree.read(path) or "")
        except (tomllib.TOMLDecodeError, RecursionError):
            continue
        folder = path.removesuffix("Cargo.toml")
        listed = content.get("bin")
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict) and "name" in one:
                yield str(one["name"])
        package = content.get("package")
        if f"{folder}src/main.rs" in tree.sizes and isinstance(package, dict):
            yield str(package.get("name"))
        for one in tree.own:
            if match := re.fullmatch(rf"{re.escape(folder)}src/bin/([\w-]+)(?:\.rs|/main\.rs)", one):
                yield match[1]


def _cmake(tree: Tree) -> Iterator[str]:
    """Executables that are installed; one that is only built may be a test or an example."""
    texts = [tree.read(path) or "" for path in tree.named("CMakeLists.txt")]
    installed = {word for text in texts for names in INSTALLED.findall(text) for word in names.split()}
    for text in texts:
        yield from (name for name in EXECUTABLE.findall(text) if name in installed)


def _r(tree: Tree) -> Iterator[str]:
    """Scripts that a package of R brings along."""
    if "DESCRIPTION" in tree.sizes:
        for path in tree.own:
            if (match := EXEC.match(path)) and (tree.read(path) or "").startswith("#!"):
                yield match[1]
