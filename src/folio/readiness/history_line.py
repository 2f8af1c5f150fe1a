"""A line of the history as it is written, for reading it."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Milli = Annotated[int, Field(ge=0, le=1000)]
Millionths = Annotated[int, Field(ge=0, le=1_000_000)]


class Line(BaseModel):
    """A line of the history; what a later folio adds to it is passed over."""

    model_config = ConfigDict(strict=True, extra="ignore")

    today: Annotated[date, Field(strict=False)]
    platform: str
    track: str
    rubric: str
    folio: str
    totals: tuple[Millionths, Millionths, Millionths]
    categories: dict[str, tuple[Millionths, Millionths, Millionths]]
    checks: dict[str, tuple[Milli, Milli, Milli]]
    level: str
    up_to: str
