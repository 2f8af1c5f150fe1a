"""What the report's pages show, ready to print."""

from folio.readiness.figures import tenths
from folio.render.report_view.figures import sentence

__all__ = ["sentence", "tenths"]
