"""Linters, formatters and type checkers, and whether something makes them run. Source: rubric, `lint-format-types`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.repository.classify import Kind, language
from folio.repository.code.tables.tools import COMPILED, FORMATTERS, LINTERS, SHARED, TYPES, Rules
from folio.repository.delivery.commands import Purpose, split
from folio.repository.delivery.tasks import followed
from folio.repository.model import Ci, Place, Toolchain
from folio.repository.tree import Tree

LISTED = (".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml")
HOOK = re.compile(r"^\s*-?\s*id\s*[:=]", re.M)
"""A hook of pre-commit."""
RUNNING = re.compile(r"^\s*(?:-\s*)?run:\s*(.+)$", re.M)
"""A command of lefthook."""
STAGED = re.compile(r'"(?:lint-staged|simple-git-hooks|nano-staged)"\s*:\s*\{')


def detect(tree: Tree, ci: Ci) -> Toolchain:
    """Tools that have a configuration of their own or a section in a shared file."""
    shared = [(Place(name="", path=path), tree.read(path) or "") for path in tree.own if SHARED.search(path)]
    shared += [(step, step.name) for step in ci.lint_steps]
    found = [_configured(tree, rules, shared) for rules in (LINTERS, FORMATTERS, TYPES)]
    found[2] += tuple(_compiled(tree))
    tools = [tuple(sorted(one.name for one in places)) for places in found]
    return Toolchain(
        linters=tools[0],
        formatters=tools[1],
        type_checkers=tools[2],
        enforced=bool(ci.lint_steps) or _hooked(tree),
        places=tuple(place for places in found for place in places),
    )


def _configured(tree: Tree, rules: Rules, shared: list[tuple[Place, str]]) -> tuple[Place, ...]:
    """Where each tool is configured, sorted by its name."""
    found: list[Place] = []
    for name, (files, inside) in sorted(rules.items()):
        if own := next((path for path in tree.own if files.search(path)), None):
            found.append(Place(name=name, path=own))
            continue
        for place, text in shared:
            if match := inside.search(text):
                line = place.line + text.count("\n", 0, match.start())
                found.append(Place(name=name, path=place.path, line=line))
                break
    return tuple(found)


def _compiled(tree: Tree) -> Iterator[Place]:
    """Compilers that check the types of own code that is built here."""
    written = {language(path) for path in tree.of_kind(Kind.SOURCE)}
    for name, (files, compiler) in COMPILED.items():
        if name in written and (path := next((path for path in tree.own if files.search(path)), None)):
            yield Place(name=compiler, path=path)


def _hooked(tree: Tree) -> bool:
    """Whether a hook checks before a commit: of pre-commit or prek, or a command of lefthook or husky that lints."""
    if any(HOOK.search(tree.read(path) or "") for path in LISTED):
        return True
    scripts = [
        "\n".join(RUNNING.findall(tree.read(path) or "")) for path in tree.named("lefthook.yml", "lefthook.yaml")
    ]
    scripts += [tree.read(path) or "" for path in tree.own if path.startswith(".husky/")]
    commands = [one for script in scripts for one in split(script)]
    if any(Purpose.LINT in followed(tree, one) for one in commands):
        return True
    staged = any(STAGED.search(tree.read(path) or "") for path in tree.named("package.json"))
    return staged and any("lint-staged" in one.words for one in commands)
