"""Linters, formatters and type checkers: their own files, and what shared files say of them. One row is one tool."""

from __future__ import annotations

import re

Rules = dict[str, tuple[re.Pattern[str], re.Pattern[str]]]
NEVER = r"(?!)"


def _rule(files: str, inside: str = NEVER) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(^|/)({files})$", re.I), re.compile(inside, re.M)


LINTERS: Rules = {
    "ruff": _rule(r"\.?ruff\.toml", r"^\[tool\.ruff(\.lint)?\]|ruff-pre-commit|id: ruff(-check)?$|\bruff check\b"),
    "flake8": _rule(r"\.flake8", r"^\[flake8\]|id: flake8|^\s*flake8\b"),
    "pylint": _rule(r"\.?pylintrc", r"^\[tool\.pylint|id: pylint"),
    "import-linter": _rule(r"\.importlinter", r"^\[tool\.importlinter"),
    "eslint": _rule(r"\.eslintrc(\.\w+)?|eslint\.config\.\w+", r'"eslintConfig"'),
    "biome": _rule(r"biome\.jsonc?"),
    "oxlint": _rule(r"\.oxlintrc\.jsonc?", r"\boxlint\b"),
    "xo": _rule(r"xo\.config\.\w+", r'^\s*"xo"\s*:'),
    "deno lint": _rule(NEVER, r"\bdeno lint\b"),
    "golangci-lint": _rule(r"\.golangci\.(ya?ml|toml|json)", r"id: golangci-lint|golangci-lint run|uses golangci/"),
    "go vet": _rule(NEVER, r"\bgo vet\b|id: go-vet"),
    "staticcheck": _rule(r"staticcheck\.conf", r"^\s*staticcheck\b"),
    "revive": _rule(r"revive\.toml", r"^\s*revive\b"),
    "clippy": _rule(
        r"\.?clippy\.toml", r"cargo (\S+ )*clippy|id: clippy|^\[(workspace\.)?lints\.clippy\]|uses \S*clippy"
    ),
    "checkstyle": _rule(r"checkstyle[^/]*\.xml", r"maven-checkstyle-plugin|\bcheckstyle\s*\{|id\(?\s*['\"]checkstyle"),
    "error prone": _rule(NEVER, r"error_prone_core|net\.ltgt\.errorprone|nullaway"),
    "spotbugs": _rule(r"spotbugs[^/]*\.xml", r"spotbugs-maven-plugin|com\.github\.spotbugs"),
    "pmd": _rule(r"pmd[^/]*\.xml", r"maven-pmd-plugin|id\(?\s*['\"]pmd"),
    "detekt": _rule(r"detekt[^/]*\.yml", r"io\.gitlab\.arturbosch\.detekt"),
    "ktlint": _rule(NEVER, r"org\.jlleitschuh\.gradle\.ktlint|\bktlint\b"),
    "scalafix": _rule(r"\.scalafix\.conf", r"sbt-scalafix"),
    "wartremover": _rule(NEVER, r"sbt-wartremover"),
    "scalastyle": _rule(r"scalastyle[-_]config\.xml", r"scalastyle-sbt-plugin"),
    "clang-tidy": _rule(r"\.clang-tidy", r"id: clang-tidy|\bclang-tidy\b|CMAKE_CXX_CLANG_TIDY"),
    "cppcheck": _rule(r"\.?cppcheck[^/]*", r"id: cppcheck|^\s*cppcheck\b|CMAKE_CXX_CPPCHECK"),
    "cpplint": _rule(r"cpplint\.cfg", r"id: cpplint|^\s*cpplint\b"),
    "lintr": _rule(r"\.lintr", r"id: lintr|\blintr::|\blint_package\("),
    "jarl": _rule(r"jarl\.toml", r"\bjarl check\b"),
    "Aqua": _rule(NEVER, r"\bAqua\b.*\btest_all\b|using Aqua"),
    "sqlfluff": _rule(r"\.sqlfluff", r"^\[tool\.sqlfluff|id: sqlfluff-lint|\bsqlfluff lint\b|uses \S*sqlfluff"),
    "squawk": _rule(r"\.squawk\.toml", r"\bsquawk\b"),
    "dbt-checkpoint": _rule(NEVER, r"dbt-checkpoint"),
    "hadolint": _rule(r"\.hadolint\.ya?ml", r"id: hadolint"),
    "shellcheck": _rule(r"\.shellcheckrc", r"id: shellcheck"),
    "rubocop": _rule(r"\.rubocop\.yml"),
    "phpstan": _rule(r"phpstan(\.dist)?\.neon(\.dist)?"),
    "swiftlint": _rule(r"\.swiftlint\.yml"),
    "tflint": _rule(r"\.tflint\.hcl", r"id: terraform_tflint"),
    "super-linter": _rule(r"\.mega-linter\.ya?ml", r"uses \S*(super-linter|megalinter)"),
}
FORMATTERS: Rules = {
    "ruff": _rule(NEVER, r"^\[tool\.ruff\.format\]|id: ruff-format|\bruff format\b"),
    "black": _rule(NEVER, r"^\[tool\.black\]|id: black|^\s*(\w+ )*black \.|uses psf/black"),
    "isort": _rule(r"\.isort\.cfg", r"^\[tool\.isort\]|id: isort|^\[isort\]"),
    "yapf": _rule(r"\.style\.yapf", r"^\[tool\.yapf\]"),
    "prettier": _rule(r"\.prettierrc(\.\w+)?|prettier\.config\.\w+", r'id: prettier|^\s*"prettier"\s*:\s*\{'),
    "biome": _rule(r"biome\.jsonc?"),
    "dprint": _rule(r"\.?dprint\.jsonc?"),
    "deno fmt": _rule(NEVER, r"\bdeno fmt\b"),
    "rustfmt": _rule(r"\.?rustfmt\.toml", r"cargo (\S+ )*fmt|id: (cargo-)?fmt|rustfmt"),
    "gofmt": _rule(NEVER, r"\bgofmt\b|\bgofumpt\b|go fmt|\bgoimports\b|id: go-fmt"),
    "spotless": _rule(NEVER, r"spotless-maven-plugin|com\.diffplug\.spotless|\bspotless\s*\{"),
    "google-java-format": _rule(NEVER, r"google-java-format|fmt-maven-plugin|palantir-java-format"),
    "ktlint": _rule(NEVER, r"org\.jlleitschuh\.gradle\.ktlint|\bktlint\b|ktfmt"),
    "scalafmt": _rule(r"\.scalafmt\.conf", r"sbt-scalafmt"),
    "clang-format": _rule(r"\.clang-format", r"id: clang-format"),
    "styler": _rule(r"\.styler\.\w+", r"styler::style|id: style-files"),
    "air": _rule(r"\.?air\.toml", r"\bair format\b|id: air-format"),
    "JuliaFormatter": _rule(r"\.JuliaFormatter\.toml", r"JuliaFormatter|uses \S*julia-format"),
    "runic": _rule(NEVER, r"id: runic|\bRunic\b"),
    "sqlfmt": _rule(NEVER, r"id: sqlfmt|^\[tool\.sqlfmt"),
    "sqlfluff": _rule(NEVER, r"id: sqlfluff-fix|\bsqlfluff (fix|format)\b"),
    "rubocop": _rule(r"\.rubocop\.yml"),
    "swiftformat": _rule(r"\.swiftformat|\.swift-format"),
    "php-cs-fixer": _rule(r"\.php-cs-fixer(\.dist)?\.php"),
    "shfmt": _rule(NEVER, r"id: shfmt"),
    "terraform fmt": _rule(NEVER, r"id: terraform_fmt|terraform fmt"),
}
TYPES: Rules = {
    "mypy": _rule(r"\.?mypy\.ini", r"^\[tool\.mypy\]|^\[mypy\]|id: mypy|^\s*(\w+ )*mypy\b"),
    "pyright": _rule(r"pyrightconfig\.json", r"^\[tool\.(based)?pyright\]|id: pyright|\bpyright\b"),
    "ty": _rule(r"ty\.toml", r"^\[tool\.ty\b"),
    "pyrefly": _rule(r"pyrefly\.toml", r"^\[tool\.pyrefly\]"),
    "typescript": _rule(r"tsconfig(\.\w+)?\.json"),
    "flow": _rule(r"\.flowconfig"),
    "JET": _rule(NEVER, r"\bJET\b"),
    "sorbet": _rule(r"sorbet/config"),
    "phpstan": _rule(r"phpstan(\.dist)?\.neon(\.dist)?"),
    "dialyzer": _rule(NEVER, r"\bdialyxir\b|mix dialyzer"),
}
COMPILED: dict[str, tuple[re.Pattern[str], str]] = {
    "Rust": (re.compile(r"(^|/)Cargo\.toml$"), "rustc"),
    "Go": (re.compile(r"(^|/)go\.mod$"), "go"),
    "Java": (re.compile(r"(^|/)(pom\.xml|build\.gradle(\.kts)?)$"), "javac"),
    "Kotlin": (re.compile(r"(^|/)(pom\.xml|build\.gradle(\.kts)?)$"), "kotlinc"),
    "Scala": (re.compile(r"(^|/)(build\.sbt|build\.sc|build\.mill|project\.scala)$"), "scalac"),
    "C++": (re.compile(r"(^|/)(CMakeLists\.txt|meson\.build|conanfile\.\w+|BUILD(\.bazel)?|Makefile)$"), "c++"),
    "C": (re.compile(r"(^|/)(CMakeLists\.txt|meson\.build|conanfile\.\w+|BUILD(\.bazel)?|Makefile)$"), "cc"),
}
"""Languages whose compiler checks every type, with the file that says how they are built, and the compiler."""
SHARED = re.compile(
    r"(^|/)(pyproject\.toml|setup\.cfg|tox\.ini|package\.json|\.pre-commit-config\.ya?ml|(gnu)?makefile|justfile|noxfile\.py"
    r"|prek\.toml|\.?lefthook\.ya?ml|taskfile\.ya?ml|\.?mise\.toml|pixi\.toml|deno\.jsonc?|cargo\.toml|pom\.xml"
    r"|build\.gradle(\.kts)?|build\.sbt|project/plugins\.sbt|cmakelists\.txt|\.husky/[\w-]+|test/runtests\.jl)$", re.I
)  # fmt: skip
"""Files that hold the settings and commands of several tools."""
