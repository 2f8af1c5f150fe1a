"""What is seen and not counted, and the rules of fairness, in words; the guards themselves are in `folio.facts`."""

from functools import lru_cache
from typing import Literal

from folio.document import read
from folio.frozen import Frozen
from folio.profile.fields import Line
from folio.readiness.rubric.loading import FOLDER
from folio.readiness.rubric.model import Entry, Reads
from folio.schema import validate


class Guard(Frozen):
    """One rule on what is not counted, and which checks it is about."""

    rule: Line
    says: Literal["exclusion", "construction"]
    """Whether the report names what it leaves out, or there is nothing to name."""
    on: tuple[Reads, ...] = ()
    checks: tuple[str, ...] = ()

    def about(self, entry: Entry) -> bool:
        """Whether it decides over something that a check reads."""
        return entry.id in self.checks or not set(self.on).isdisjoint(entry.reads)


class Guards(Frozen):
    """Every guard by its id, and the rules of fairness."""

    guards: dict[str, Guard]
    fairness: dict[str, Line]


@lru_cache(maxsize=1)
def guards() -> Guards:
    """The guards and the rules of fairness that hold for every rubric."""
    return validate(Guards, read(FOLDER / "guards.yaml", name="guards.yaml"))
