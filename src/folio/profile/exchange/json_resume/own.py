"""What folio calls its own in a JSON Resume document, for the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from folio.profile.record import Outcome

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json

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


def said(own: Json | None = None, **values: Any) -> Json:
    """The values that say something; `own` is what JSON Resume has no place for."""
    return {name: value for name, value in {**values, OWN: own}.items() if value not in (None, [], {}, "")}


def day(value: object) -> str | None:
    """A date as text."""
    return None if value is None else str(value)
