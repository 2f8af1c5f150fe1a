"""What was seen in one git repository: facts and places, never its content.

A place is `path:line` in the tree at the commit that was read. Every sequence is sorted, so that the same repository
always gives the same value.
"""

from __future__ import annotations

from datetime import date

from folio.frozen import Frozen


class Place(Frozen):
    """A fact found at a line of a file: what it is called, and where it stands."""

    name: str
    path: str
    line: int = 1
    note: str = ""
    """What qualifies it, where a check asks: `framework` for an algorithm that leaves the gradients to a library."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Unread(Frozen):
    """A file that matters and could not be read, and why."""

    path: str
    why: str


class Tag(Frozen):
    """A tag that looks like a version, and the commit it points at."""

    name: str
    commit: str
    day: date


class History(Frozen):
    """What the commits say. `own` are those by one of the profile's addresses, merges left out."""

    commits: int
    own: int
    authors: int
    first_day: date | None
    last_day: date | None
    own_days: tuple[date, ...]
    """Days with at least one own commit that changes something and whose subject says what."""
    own_weeks: tuple[str, ...]
    """ISO weeks (`2026-W07`) of own commits that change something."""
    future: int = 0
    """Commits dated after the run's day; they are evidence of nothing."""
    shallow: bool = False
    tags: tuple[Tag, ...] = ()


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


class Readme(Frozen):
    """The README's parts, by its own headings. `language` is None when its headings could not be matched."""

    path: str
    characters: int
    headings: int
    language: str | None
    install: bool | None
    usage: bool | None
    results: bool | None
    licence_note: bool | None
    limitations_words: int | None
    code_blocks: int
    run_command: bool
    """A code block that shows how to install or run it."""
    images: int
    """Images that are not badges."""
    links: tuple[str, ...]
    """The web addresses it links, sorted; at most 100."""
    title: str | None = None
    scaffold: bool = False
    """Whether it still is the text that a project generator put there."""


class Licence(Frozen):
    """The licence file at the root, and what its text was recognised as (an SPDX id), if it was."""

    path: str
    spdx: str | None


class Tests(Frozen):
    """The tests: files, assertions that can fail, and whether they touch the project's own code."""

    files: int
    assertions: int
    """Distinct, non-trivial assertions in test files that import the project."""
    imports_project: bool
    runners: tuple[str, ...]
    checked_against_reference: tuple[Place, ...]
    """Tests that compare an own algorithm with a reference; `name` is the algorithm."""


class Ci(Frozen):
    """Continuous integration as its files say it."""

    systems: tuple[str, ...]
    files: tuple[str, ...]
    test_steps: tuple[Place, ...]
    """Commands that reach a test runner; `name` is the command."""
    deploy_steps: tuple[Place, ...]
    lint_steps: tuple[Place, ...] = ()


class Deployment(Frozen):
    """A file that says how the project is deployed, and how carefully."""

    kind: str
    path: str
    pinned: bool
    unprivileged: bool
    small: bool
    """An ignore file or more than one build stage."""
    supervised: bool
    """A health check or a start command."""


class Dependencies(Frozen):
    """What the project says it needs."""

    manifests: tuple[str, ...]
    locks: tuple[str, ...]
    exact_pins: int


class Sql(Frozen):
    """SQL that was authored: in .sql files, strings and f-strings."""

    files: int
    lines: int
    constructs: tuple[Place, ...]
    """One place per construct: select, join, group-by, window, cte, case."""


class Serving(Frozen):
    """How the project can be called."""

    interfaces: tuple[Place, ...]
    """Web frameworks, queues or apps that are really used; `name` is the framework."""
    typed: bool
    command_line: tuple[str, ...]
    """Installed commands."""


class Toolchain(Frozen):
    """Linters, formatters and type checkers that are configured, and whether something enforces them."""

    linters: tuple[str, ...]
    formatters: tuple[str, ...]
    type_checkers: tuple[str, ...]
    enforced: bool


class Configuration(Frozen):
    """Settings that come from outside the code."""

    reads_environment: tuple[Place, ...]
    example_file: str | None


class Documents(Frozen):
    """Other documents in the repository that say something a client asks for."""

    model_cards: tuple[str, ...] = ()
    changelog: str | None = None
    data_statement: str | None = None
    derivations: int = 0
    """Distinct display-math blocks with an operator in them."""
    limitations_words: int = 0


class RepositorySeen(Frozen):
    """Everything that was seen in one repository at one commit."""

    commit: str
    branch: str | None
    committed_on: date
    history: History
    code: Code
    readme: Readme | None
    licence: Licence | None
    tests: Tests
    ci: Ci
    deployments: tuple[Deployment, ...]
    dependencies: Dependencies
    sql: Sql
    serving: Serving
    toolchain: Toolchain
    configuration: Configuration
    documents: Documents
    runners: tuple[str, ...]
    """Files that run the project with one command (Makefile, compose, ...)."""
    algorithms: tuple[Place, ...]
    """Core algorithms implemented by hand; `name` is the algorithm."""
    structures: tuple[Place, ...]
    """Data structures and concurrency in use, one place each; `name` is the structure."""
    validation: tuple[Place, ...]
    """Held-out splits (`name` "holdout") and cross-validation schemes in use (`name` is the scheme)."""
    metrics: tuple[Place, ...]
    inference: tuple[Place, ...]
    """Statistical inference in use; `name` is the method."""
    baselines: tuple[Place, ...]
    data_checks: tuple[Place, ...]
    """Mechanisms that validate data; `name` is the library or kind."""
    monitoring: tuple[Place, ...]
    """Signals that let someone watch it run; `name` is the signal."""
    secrets: tuple[Place, ...]
    """Keys that look live; `name` is the kind, and the key itself is never kept."""
    unread: tuple[Unread, ...] = ()
    """Files that could have held more of the above."""
