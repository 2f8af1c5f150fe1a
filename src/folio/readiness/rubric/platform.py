"""What one platform asks, and how it is known."""

from typing import Literal

from folio.evidence.level import Level
from folio.frozen import Frozen
from folio.profile.fields import Line, Slug, Url
from folio.readiness.rubric.model import Count, LevelName, Milli, Percent

Certainty = Literal["first-party", "reported", "secondary"]


class Gate(Frozen):
    """A check that a platform asks for before anything else, by evidence of at least `level`."""

    check: str
    at_least: Milli
    level: LevelName

    @property
    def minimum(self) -> Level:
        """The weakest evidence that counts."""
        return Level[self.level.upper()]


class Known(Frozen):
    """One thing that is known of a platform: where it stands, from when, and whose word it is.

    `first-party` is the platform itself, `reported` an applicant, the press or its staff, `secondary` anybody else.
    """

    says: Line
    url: Url
    dated: Line
    certainty: Certainty


class Platform(Frozen):
    """What one platform asks: weights of categories, floors of pillars, gates, fields of its own."""

    id: Slug
    title: Line
    as_of: Line
    basis: Line
    categories: dict[str, Count]
    emphasis: dict[str, Count] = {}
    """By what a check's base weight is multiplied inside its category."""
    base_override: dict[str, Count] = {}
    """A check's base weight on this platform, in place of the catalogue's."""
    floors: dict[str, Percent] = {}
    subjects: dict[str, tuple[Line, ...]] = {}
    """For a check named here, only these subjects count."""
    gates: tuple[Gate, ...] = ()
    fields: tuple[str, ...] = ()
    """What it makes everybody fill in, by the ids of the catalogue's fields."""
    not_observable: tuple[Line, ...] = ()
    uncertain: tuple[Line, ...] = ()
    afterwards: tuple[Line, ...] = ()
    """What counts there once the person has begun; nothing of it is scored."""
    sources: tuple[Known, ...] = ()
