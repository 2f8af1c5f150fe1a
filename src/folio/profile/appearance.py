"""How documents look, and what they hold: said once in the profile, and said otherwise by a target."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from folio.frozen import Frozen
from folio.profile.fields import Slug

Paper = Literal["A4", "letter"]
Density = Literal["roomy", "normal", "tight"]
Type = Literal["theme", "serif", "sans"]
"""The typeface of running text; `theme` leaves it to the theme."""
SectionName = Literal[
    "summary",
    "skills",
    "experience",
    "projects",
    "contracts",
    "education",
    "publications",
    "talks",
    "languages",
    "more",
    "availability",
]

LEAST_CONTRAST = 4.5
"""Of a colour that text has on white: WCAG 2.2, 1.4.3, level AA."""


def contrast_on_white(colour: str) -> float:
    """The contrast ratio of `#rrggbb` on white, from 1 to 21, as WCAG 2.2 reckons it."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _readable(colour: str) -> str:
    if contrast_on_white(colour) < LEAST_CONTRAST:
        raise PydanticCustomError("pale_colour", "too pale to be read on white")
    return colour.lower()


Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), AfterValidator(_readable)]
"""`#rrggbb`, dark enough for text on white."""

Locale = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A BCP 47 tag, such as `de` or `pt-BR`."""


class Appearance(Frozen):
    """How a résumé looks; what is absent is the theme's or folio's choice."""

    theme: Slug | None = None
    paper: Paper | None = None
    accent: Colour | None = None
    type: Type | None = None
    density: Density | None = None
    photo: bool | None = None
    """Whether the photo is shown, where the theme has room for one. Not unless asked for."""
    pages: int | None = Field(default=None, ge=1, le=20)
    """How many pages it may take."""
    locale: Locale | None = None
    """The language of headings, dates and prices; the profile's own when absent."""
    order: tuple[SectionName, ...] | None = None
    """The sections in the order wanted; those not named follow in the theme's order."""
    hide: tuple[SectionName, ...] | None = None

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if self.order and len(set(self.order)) < len(self.order):
            raise PydanticCustomError("section_twice", "names a section twice")
        return self

    def over(self, other: "Appearance") -> "Appearance":
        """This one, with what it leaves open taken from `other`."""
        said = {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
        return other.model_copy(update=said)
