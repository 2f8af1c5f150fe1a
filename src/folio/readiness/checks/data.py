"""Data: can the person get it, and do they distrust it?"""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.check import Found, Unsure, facets, graded, names, plural, repository_check
from folio.repository.model import RepositorySeen

ENOUGH_SQL = 30


@repository_check("sql-authored")
def sql_authored(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """A client's data lives in a database; whoever can ask it well finds the answer, and often the bug."""
    yield from facets(repository.sql.constructs)
    if repository.sql.lines >= ENOUGH_SQL:
        yield Found(f"{plural(repository.sql.lines, 'line')} of SQL", facet="volume")


@repository_check("data-validation")
def data_validation(repository: RepositorySeen) -> Iterator[Found | Unsure]:
    """Bad data looks like a bad model for weeks. A check at the door finds it on the first day."""
    mechanisms = names(repository.data_checks)
    parts = {"mechanism": bool(mechanisms), "second": len(mechanisms) > 1}
    yield from graded(parts, places=repository.data_checks)
