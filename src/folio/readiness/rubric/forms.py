"""The forms that a rubric file of the person's own may have; what is not given stays as folio has it."""

from folio.frozen import Frozen
from folio.profile.fields import Line, Slug
from folio.readiness.rubric.model import Count, Curve, LevelName, Milli, Minutes, Percent, Words
from folio.readiness.rubric.platform import Gate, Known


class PartChange(Frozen):
    """What is different about a part of a check; what is not given stays."""

    milli: Milli | None = None
    says: Line | None = None
    next: Line | None = None
    minutes: Minutes | None = None


class CheckChange(Frozen):
    """What is different about a check. What it reads and how it adds up is code, and stays."""

    weight: Count | None = None
    title: Line | None = None
    measures: Line | None = None
    curve: Curve | None = None
    parts: dict[str, PartChange] = {}
    caps: str | None = None
    next: Line | None = None
    minutes: Minutes | None = None
    adds: Count | None = None
    reaches: LevelName | None = None
    requires: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None


class TrackChange(Frozen):
    """A role of one's own, or what is different about one."""

    title: Line | None = None
    without: tuple[str, ...] | None = None
    words: dict[str, Words] | None = None


class LevelChange(Frozen):
    """What a level takes instead."""

    title: Line | None = None
    points: Percent | None = None
    floors_percent: Count | None = None
    beyond_claims: Percent | None = None
    gates: bool | None = None


class Own(Frozen):
    """A rubric file that changes a platform that ships."""

    extends: str | None = None
    id: Slug | None = None
    title: Line | None = None
    as_of: Line | None = None
    basis: Line | None = None
    categories: dict[str, Count] | None = None
    emphasis: dict[str, Count] | None = None
    base_override: dict[str, Count] | None = None
    floors: dict[str, Percent] | None = None
    subjects: dict[str, tuple[Line, ...]] | None = None
    gates: tuple[Gate, ...] | None = None
    fields: tuple[str, ...] | None = None
    not_observable: tuple[Line, ...] | None = None
    uncertain: tuple[Line, ...] | None = None
    afterwards: tuple[Line, ...] | None = None
    sources: tuple[Known, ...] | None = None
    checks: dict[str, CheckChange] = {}
    tracks: dict[Slug, TrackChange] = {}
    levels: dict[str, LevelChange] = {}


class Whole(Own):
    """A rubric file that is a platform in whole."""

    id: Slug
    title: Line
    as_of: Line
    basis: Line
    categories: dict[str, Count]
