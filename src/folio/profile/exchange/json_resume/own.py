"""What folio calls its own in a JSON Resume document, for the way back."""

from __future__ import annotations

from folio.profile.record import Outcome

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = 1
"""Of `x-folio` and `meta.folio`."""
OWN = "x-folio"
CALENDAR = "Calendar"
NATIVE = "Native speaker"


def sentence(outcome: Outcome) -> str:
    """An outcome as a highlight: `Training time: 8.2 s (none; means need no training)`."""
    unit = f" {outcome.unit}" if outcome.unit else ""
    baseline = f" ({outcome.baseline})" if outcome.baseline else ""
    return f"{outcome.what}: {outcome.value}{unit}{baseline}"
