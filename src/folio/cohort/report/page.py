"""The report on a cohort as a page that needs nothing else."""

from __future__ import annotations

from folio.cohort.report.model import CohortReport
from folio.cohort.report.view import view
from folio.render.plain import plainly
from folio.render.report import as_page


def page(report: CohortReport) -> str:
    """The page: it loads nothing, runs nothing, and prints well."""
    return as_page("cohort/report.html.j2", plainly(view(report)), style_sheet="cohort/cohort.css")
