"""The rubric: what is checked and what each platform asks, as data read from YAML."""

from folio.readiness.rubric.loading import FOLDER, catalogue, platforms, rubric
from folio.readiness.rubric.model import (
    Aggregate,
    Caps,
    Catalogue,
    Category,
    Confidence,
    Entry,
    LevelName,
    Part,
    Reads,
    Rung,
    Source,
    Track,
)
from folio.readiness.rubric.platform import Gate, Known, Platform
from folio.readiness.rubric.weighing import Rubric

__all__ = [
    "FOLDER",
    "Aggregate",
    "Caps",
    "Catalogue",
    "Category",
    "Confidence",
    "Entry",
    "Gate",
    "Known",
    "LevelName",
    "Part",
    "Platform",
    "Reads",
    "Rubric",
    "Rung",
    "Source",
    "Track",
    "catalogue",
    "platforms",
    "rubric",
]
