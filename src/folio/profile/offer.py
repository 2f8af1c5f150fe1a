"""What the person offers: services, rates, availability, and the clients they pitch to."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from folio.frozen import Frozen
from folio.profile.appearance import Colour, Locale, Paper
from folio.profile.fields import Currency, Date, Evidence, Line, Markdown, Name, Slug, Url

Amount = float
OnlyThere = Literal["charter", "cover", "motivation"]
"""A field that a platform asks for and that is filled in there and nowhere else."""


class Price(Frozen):
    """A price or a range, and what it is for."""

    amount: Amount = Field(ge=0, le=10_000_000)
    up_to: Amount | None = Field(default=None, ge=0, le=10_000_000)
    currency: Currency
    per: Literal["hour", "day", "week", "month", "project"] = "project"

    @model_validator(mode="after")
    def _range_rises(self) -> Self:
        if self.up_to is not None and self.up_to < self.amount:
            raise PydanticCustomError("falling_range", "'up_to' is below 'amount'")
        return self


class Service(Frozen):
    """A package a client can buy: what they get, how long it takes, what it costs, what it leaves out."""

    id: Slug
    title: Line
    for_whom: Line | None = None
    summary: Markdown | None = None
    deliverables: tuple[Line, ...] = ()
    duration: Line | None = None
    price: Price | None = None
    price_note: Line | None = None
    exclusions: tuple[Line, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Rates(Frozen):
    """What the person charges. `public: false` keeps it for the readiness report and for pitches."""

    price: Price
    note: Line | None = None
    public: bool = True


class Availability(Frozen):
    """How much, from when, and in which hours."""

    hours_per_week: float = Field(gt=0, le=80)
    start: Date
    time_zone: Name
    overlap: Line | None = None
    as_of: Date
    note: Line | None = None


class PlanStep(Frozen):
    """One step of a proposed plan."""

    title: Line
    what: Line
    duration: Line | None = None


class Pitch(Frozen):
    """One or two pages for one client: their problem, proof that it can be solved, plan, price, and the next step."""

    id: Slug
    client: Name
    contact: Name | None = None
    date: Date
    headline: Line
    problem: Markdown
    offer: Markdown
    approach: Markdown | None = None
    """How it will be done, and why so."""
    proof: tuple[Evidence, ...] = ()
    plan: tuple[PlanStep, ...] = ()
    price: Price | None = None
    price_form: Literal["fixed", "hourly", "daily", "retainer"] | None = None
    price_note: Line | None = None
    start: Date | None = None
    availability: Line | None = None
    """For this client; the profile's own when absent."""
    next_step: Line
    valid_until: Date | None = None
    language: Locale | None = None
    """The client's; the profile's own when absent."""
    theme: Slug | None = None
    accent: Colour | None = None
    paper: Paper | None = None
    pages: int | None = Field(default=None, ge=1, le=2)
    """How many pages it may take, the title page left aside; two with a title page, else one."""
    title_page: bool = False


class PlatformPresence(Frozen):
    """A profile on a freelance platform."""

    id: Slug
    url: Url | None = None
    since: Date | None = None
    done: tuple[OnlyThere, ...] | None = None
    """What is done there and nowhere else, such as `charter` on Malt or `cover` on Contra; None when not said."""
