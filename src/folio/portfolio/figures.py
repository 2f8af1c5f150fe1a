"""Results with their numbers."""

from __future__ import annotations

from folio.portfolio.parts import Figure
from folio.profile.record import Outcome


def figure(outcome: Outcome) -> Figure:
    """A result, with its unit beside the number."""
    unit = outcome.unit or ""
    space = "" if unit in ("", "×") else "\N{NO-BREAK SPACE}"
    return Figure(
        what=outcome.what,
        value=f"{outcome.value}{space}{unit}",
        baseline=outcome.baseline,
        measured=outcome.measured,
        proven=False,
    )
