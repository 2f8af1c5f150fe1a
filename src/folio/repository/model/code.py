"""What was written: code, tests, SQL, and the tools that keep it in order."""

from folio.frozen import Frozen
from folio.repository.model.place import Place


class Code(Frozen):
    """Authored source lines (no blanks, no comments), generated and vendored files left out."""

    lines: int
    """All code lines outside notebooks, SQL included."""
    notebook_lines: int
    sql_lines: int
    test_lines: int
    modules: int
    """Importable modules with at least one code line, tests left out."""
    languages: dict[str, int]
    """Code lines per language, by name."""
    frameworks: tuple[str, ...] = ()
    """Libraries imported by own code outside tests, sorted; at most 60."""


class Tests(Frozen):
    """The tests: files, assertions that can fail, and whether they touch the project's own code."""

    files: int
    assertions: int
    """Distinct, non-trivial assertions in test files that import the project."""
    imports_project: bool
    runners: tuple[str, ...]
    checked_against_reference: tuple[Place, ...]
    """Tests that compare an own algorithm with a reference; `name` is the algorithm."""


class Sql(Frozen):
    """SQL that was authored: in .sql files, strings and f-strings."""

    files: int
    lines: int
    constructs: tuple[Place, ...]
    """One place per construct: select, join, group-by, window, cte, case."""


class Dependencies(Frozen):
    """What the project says it needs."""

    manifests: tuple[str, ...]
    locks: tuple[str, ...]
    exact_pins: int


class Toolchain(Frozen):
    """Linters, formatters and type checkers that are configured, and whether something enforces them."""

    linters: tuple[str, ...]
    formatters: tuple[str, ...]
    type_checkers: tuple[str, ...]
    enforced: bool
    places: tuple[Place, ...] = ()
    """Where each is configured; `name` is the tool."""
