"""How much of the readiness a run may tell: it is the person's own, and logs of a public repository are public."""

from __future__ import annotations

from enum import IntEnum

from folio.ci.environment import Environment
from folio.profile.model import Publishing


class Shown(IntEnum):
    """From nothing to all; each holds what is below it."""

    NOTHING = 0
    LEVEL = 1
    POINTS = 2
    ALL = 3
    """Checks, reasons and next steps as well."""


def shown(run: Environment, publishing: Publishing, *, asked: bool) -> Shown:
    """All of it where the person alone reads, or `asked` for it; in public what their site shows as well."""
    if asked or run.private:
        return Shown.ALL
    if not publishing.readiness:
        return Shown.NOTHING
    return Shown.POINTS if publishing.readiness_points else Shown.LEVEL
