"""Data: can the person get it, and do they distrust it?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.check import Found, Unsure, at, facets, graded, names, plural, repository_check
from folio.repository.model import RepositorySeen

ENOUGH_SQL = 30
ENOUGH_FIGURES = 3


@repository_check("sql-authored")
def sql_authored(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A client's data lives in a database; whoever can ask it well finds the answer, and often the bug."""
    yield from facets(repository.sql.constructs)
    if repository.sql.lines >= ENOUGH_SQL:
        yield Found(
            f"{plural(repository.sql.lines, 'line')} of SQL", facet="volume", places=at(repository.sql.constructs)
        )


@repository_check("data-validation")
def data_validation(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Bad data looks like a bad model for weeks. A check at the door finds it on the first day."""
    mechanisms = names(repository.data_checks)
    parts = {
        "mechanism": bool(mechanisms),
        "second": len(mechanisms) > 1,
        "in-ci": len(mechanisms) == 1 and repository.data_checks[0].note == "ci",
    }
    yield from graded(parts, places=repository.data_checks)


@repository_check("data-visualised")
def data_visualised(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Most faults of a data set are seen at once in a picture, and in no table. A client wants to be shown them."""
    visuals = repository.visuals
    tools = names(visuals.tools)
    parts = {
        "tool": bool(tools),
        "second-tool": len(tools) > 1,
        # Pictures in documents are figures where something here draws: a manual has screenshots.
        "figures": visuals.figures >= ENOUGH_FIGURES and bool(tools or visuals.dashboards),
        "dashboard": bool(visuals.dashboards),
    }
    yield from graded(parts, places=(*visuals.dashboards, *visuals.tools))


@repository_check("data-provenance")
def data_provenance(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Data without a source and a licence is a risk that a client would have to take over with the model."""
    provenance = repository.provenance
    statement = (provenance.statement,) if provenance.statement else ()
    readme = repository.readme
    untold = not statement and readme is not None and readme.language is None
    parts = {
        "statement": None if untold else bool(statement),
        "tracked": bool(provenance.tracked),
        "fetched": bool(provenance.fetched),
    }
    why = "the README's headings are in a language folio has no words for"
    yield from graded(parts, places=(*statement, *provenance.tracked, *provenance.fetched), why=why)


@repository_check("data-pipeline")
def data_pipeline(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Data changes after you are gone. Steps that run in one graph are steps that a client can run again."""
    stages = names(repository.pipeline.stages)
    parts = {
        "graph": bool(repository.pipeline.graphs),
        "prepare": "prepare" in stages,
        "train": "train" in stages,
        "evaluate": "evaluate" in stages,
    }
    yield from graded(parts, places=(*repository.pipeline.graphs, *repository.pipeline.stages))
