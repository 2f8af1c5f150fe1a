"""What is done with data: where it is from, how it flows, how it is looked at."""

from folio.frozen import Frozen
from folio.repository.model.place import Place


class Visuals(Frozen):
    """How the data is looked at."""

    tools: tuple[Place, ...] = ()
    """Plotting and profiling libraries that are called; `name` is the tool."""
    figures: int = 0
    """Rendered figures: pictures among notebook outputs, and picture files that a document shows."""
    dashboards: tuple[Place, ...] = ()
    """Dashboards and BI artefacts; `name` is the kind."""


class Provenance(Frozen):
    """Where the data is from."""

    statement: Place | None = None
    """The section or card that names source and licence or permission."""
    tracked: tuple[Place, ...] = ()
    """How the data is pinned: DVC, checksums, seeds; `name` is the way."""
    fetched: tuple[Place, ...] = ()
    """Scripts that fetch or generate it; `name` is `fetch` or `generate`."""


class Pipeline(Frozen):
    """From query to model in one graph."""

    graphs: tuple[Place, ...] = ()
    """Where a graph of steps is declared; `name` is the tool."""
    stages: tuple[Place, ...] = ()
    """One place for each stage that is a step of its own: `prepare`, `train`, `evaluate` (serving is one)."""


class ResultsTable(Frozen):
    """A table of results in a document: what its rows and columns hold."""

    path: str
    line: int
    baseline: bool
    """A row for a baseline beside a row for a model, with numbers."""
    cost: bool
    """A column for time, cost or size."""
