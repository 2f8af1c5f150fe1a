"""What the report's pages show, ready to print."""

from folio.render.report_view.figures import sentence, tenths

__all__ = ["sentence", "tenths"]
