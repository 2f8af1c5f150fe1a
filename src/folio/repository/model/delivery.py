"""How it is built, run, called and shipped."""

from folio.frozen import Frozen
from folio.repository.model.place import Place


class Ci(Frozen):
    """Continuous integration as its files say it."""

    systems: tuple[str, ...]
    files: tuple[str, ...]
    test_steps: tuple[Place, ...]
    """Commands that reach a test runner; `name` is the command."""
    deploy_steps: tuple[Place, ...]
    lint_steps: tuple[Place, ...] = ()
    unseen: tuple[Place, ...] = ()
    """Jobs that are kept in another repository, into which nobody looked; `name` says where.

    A file of CI that could not be read has the reason as `note`.
    """


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


class Serving(Frozen):
    """How the project can be called."""

    interfaces: tuple[Place, ...]
    """Web frameworks, queues or apps that are really used; `name` is the framework."""
    typed: bool
    command_line: tuple[str, ...]
    """Installed commands."""


class Configuration(Frozen):
    """Settings that come from outside the code."""

    reads_environment: tuple[Place, ...]
    example_file: str | None
