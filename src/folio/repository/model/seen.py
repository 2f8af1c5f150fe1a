"""Everything that was seen in one repository at one commit."""

from datetime import date

from folio.frozen import Frozen
from folio.repository.model.code import Code, Dependencies, Sql, Tests, Toolchain
from folio.repository.model.data import Pipeline, Provenance, ResultsTable, Visuals
from folio.repository.model.delivery import Ci, Configuration, Deployment, Serving
from folio.repository.model.documents import Documents, Licence, Readme
from folio.repository.model.history import Files, History
from folio.repository.model.origin import KnownSource, Sample
from folio.repository.model.place import NotCounted, Place, Unread


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
    learning_curves: tuple[Place, ...] = ()
    """Learning curves: `name` is how they are made; `note` is "shown" where an output shows one."""
    visuals: Visuals = Visuals()
    provenance: Provenance = Provenance()
    pipeline: Pipeline = Pipeline()
    results_tables: tuple[ResultsTable, ...] = ()
    quantities: tuple[Place, ...] = ()
    """Numbers with their units in READMEs, reports, tables and files of metrics, at most 200, each once; `name` is
    value and unit in one form (`33.2 %`), `note` is "table" or "data" where it stands in one."""
    files: Files = Files()
    known_sources: tuple[KnownSource, ...] = ()
    """Templates and tutorials whose code is in it."""
    learning: Place | None = None
    """Where the README says that it was made by following a tutorial or course, or as an assignment of one."""
    sample: Sample = Sample()
    remote_models: tuple[Place, ...] = ()
    """Remote chat and completion APIs that own code calls; `name` is the provider or library."""
    local_models: tuple[Place, ...] = ()
    """Models that are trained or run here; `name` is the library."""
    largest: tuple[Place, ...] = ()
    """The files with the most own code, at most three; `name` is the language."""
    largest_tests: tuple[Place, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    """What was left out before anything was measured, by guard."""
    unread: tuple[Unread, ...] = ()
    """Files that could have held more of the above."""
