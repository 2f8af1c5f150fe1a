"""How well a statement is supported, from the weakest to the strongest."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """Scoring specification 4.1: said, confirmed by a named third party, seen by folio, confirmed independently."""

    CLAIMED = 1
    ATTESTED = 2
    OBSERVED = 3
    VERIFIED = 4

    def __str__(self) -> str:
        return self.name.lower()
