"""Linters, formatters and type checkers, and whether something makes them run. Source: rubric, `lint-format-types`."""

from __future__ import annotations

import re

from folio.repository.model import Ci, Place, Toolchain
from folio.repository.tree import Tree

Rules = dict[str, tuple[re.Pattern[str], re.Pattern[str]]]


def _rule(files: str, inside: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(^|/)({files})$", re.I), re.compile(inside, re.M)


NEVER = r"(?!)"
LINTERS: Rules = {
    "ruff": _rule(r"\.?ruff\.toml", r"^\[tool\.ruff(\.lint)?\]|ruff-pre-commit|id: ruff(-check)?$|\bruff check\b"),
    "flake8": _rule(r"\.flake8", r"^\[flake8\]|id: flake8|^\s*flake8\b"),
    "pylint": _rule(r"\.?pylintrc", r"^\[tool\.pylint|id: pylint"),
    "eslint": _rule(r"\.eslintrc(\.\w+)?|eslint\.config\.\w+", r'"eslintConfig"'),
    "biome": _rule(r"biome\.jsonc?", NEVER),
    "golangci-lint": _rule(r"\.golangci\.(ya?ml|toml)", NEVER),
    "clippy": _rule(r"\.?clippy\.toml", r"cargo clippy"),
    "sqlfluff": _rule(r"\.sqlfluff", r"^\[tool\.sqlfluff|id: sqlfluff-lint"),
    "lintr": _rule(r"\.lintr", NEVER),
    "hadolint": _rule(r"\.hadolint\.ya?ml", r"id: hadolint"),
    "shellcheck": _rule(r"\.shellcheckrc", r"id: shellcheck"),
    "rubocop": _rule(r"\.rubocop\.yml", NEVER),
    "checkstyle": _rule(r"checkstyle\.xml", NEVER),
    "import-linter": _rule(r"\.importlinter", r"^\[tool\.importlinter"),
}
FORMATTERS: Rules = {
    "ruff": _rule(NEVER, r"^\[tool\.ruff\.format\]|id: ruff-format|\bruff format\b"),
    "black": _rule(NEVER, r"^\[tool\.black\]|id: black|^\s*(\w+ )*black \."),
    "isort": _rule(r"\.isort\.cfg", r"^\[tool\.isort\]|id: isort|^\[isort\]"),
    "yapf": _rule(r"\.style\.yapf", r"^\[tool\.yapf\]"),
    "prettier": _rule(r"\.prettierrc(\.\w+)?|prettier\.config\.\w+", r"id: prettier"),
    "biome": _rule(r"biome\.jsonc?", NEVER),
    "rustfmt": _rule(r"\.?rustfmt\.toml", r"cargo fmt"),
    "gofmt": _rule(NEVER, r"\bgofmt\b|\bgofumpt\b|go fmt"),
    "clang-format": _rule(r"\.clang-format", NEVER),
    "scalafmt": _rule(r"\.scalafmt\.conf", NEVER),
    "styler": _rule(r"\.styler\.\w+", r"styler::style"),
    "sqlfmt": _rule(NEVER, r"id: sqlfmt|^\[tool\.sqlfmt"),
}
TYPES: Rules = {
    "mypy": _rule(r"\.?mypy\.ini", r"^\[tool\.mypy\]|^\[mypy\]|id: mypy|^\s*(\w+ )*mypy\b"),
    "pyright": _rule(r"pyrightconfig\.json", r"^\[tool\.(based)?pyright\]|id: pyright|\bpyright\b"),
    "ty": _rule(r"ty\.toml", r"^\[tool\.ty\b"),
    "pyrefly": _rule(r"pyrefly\.toml", r"^\[tool\.pyrefly\]"),
    "typescript": _rule(r"tsconfig(\.\w+)?\.json", NEVER),
    "flow": _rule(r"\.flowconfig", NEVER),
}
CONFIGURED = re.compile(r"(^|/)(pyproject\.toml|setup\.cfg|tox\.ini|package\.json|\.pre-commit-config\.ya?ml"
                        r"|(gnu)?makefile|justfile|noxfile\.py"
                        r"|prek\.toml|lefthook\.ya?ml)$", re.I)  # fmt: skip
HOOKS = (".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml", "lefthook.yml", "lefthook.yaml")


def detect(tree: Tree, ci: Ci) -> Toolchain:
    """Tools that have a configuration of their own or a section in a shared file."""
    shared = [(Place(name="", path=path), tree.read(path) or "") for path in tree.own if CONFIGURED.search(path)]
    shared += [(step, step.name) for step in ci.lint_steps]
    found = [_configured(tree, rules, shared) for rules in (LINTERS, FORMATTERS, TYPES)]
    tools = [tuple(one.name for one in places) for places in found]
    hooks = any((tree.read(path) or "").count("id:") for path in HOOKS) or bool(
        tree.named("pre-commit", "commit-msg") and ".husky" in str(tree.own)
    )
    return Toolchain(
        linters=tools[0],
        formatters=tools[1],
        type_checkers=tools[2],
        enforced=hooks or bool(ci.lint_steps),
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
