"""Tasks of rake, composer, mise, devbox and invoke, and scripts of R and Julia."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from folio.repository.delivery.tasks.files import inside, text_of, texts
from folio.repository.tree import Tree

RAKE = re.compile(
    r"(RSpec::Core::RakeTask|Rake::TestTask|Minitest::TestTask)(?:\.new|\.create)?\s*\(?\s*:?['\"]?(\w+)?"
)
TASK = re.compile(r"^[ \t]*task\s+:?['\"]?(\w+)['\"]?\s*(?:=>\s*\[?([^\]\n{]*)\]?)?", re.M)
IN_R = re.compile(
    r"\b(testthat::test_\w+|test_(?:dir|check|local|package)|devtools::test|tinytest::\w+|rcmdcheck::\w+)\s*\("
)
IN_JULIA = re.compile(r"\bPkg\.test\(|^\s*@testset\b|\binclude\(\"(?:test/)?runtests\.jl\"\)", re.M)
LINTED = re.compile(r"\b(lintr::\w+|lint_package|styler::\w+)\s*\(")


def rake(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """The test tasks that a Rakefile defines and that are asked for, or that its default leads to."""
    text = text_of(tree, folder, "Rakefile")
    tests = {name or "test" if "Test" in kind else name or "spec" for kind, name in RAKE.findall(text)}
    before = {name: re.findall(r"\w+", listed) for name, listed in TASK.findall(text)}
    for name in rest or ["default"]:
        if tests & {name, *before.get(name, ())}:
            yield "rake test"


def composer(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """The scripts of composer.json."""
    yield from _listed(text_of(tree, folder, "composer.json"), ("scripts",), rest)


def devbox(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """The scripts of devbox.json."""
    yield from _listed(text_of(tree, folder, "devbox.json"), ("shell", "scripts"), rest)


def mise(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """Tasks that mise keeps as files."""
    for name in rest:
        for place in ("mise-tasks", ".mise/tasks", ".mise-tasks", ".config/mise/tasks"):
            yield text_of(tree, folder, f"{place}/{name.replace(':', '/')}")


def statistical(tree: Tree, folder: str, rest: list[str]) -> Iterator[str]:
    """What a script of R or Julia does, when that is testing or linting."""
    text = text_of(tree, folder, rest[0]) if rest else ""
    if IN_R.search(text) or IN_JULIA.search(text):
        yield "Rscript -e 'testthat::test_dir()'"
    if LINTED.search(text):
        yield "Rscript -e 'lintr::lint_dir()'"


def _listed(text: str, keys: tuple[str, ...], names: list[str]) -> Iterator[str]:
    try:
        listed = inside(json.loads(text) if text else None, *keys)
    except (ValueError, RecursionError):
        return
    for name in names:
        yield from (one.lstrip("@") for one in texts(inside(listed, name)))
