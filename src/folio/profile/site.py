"""What the person decides about their site: its look, languages and order, and the pages only they can write."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from folio.frozen import Frozen
from folio.profile.appearance import Colour, Locale
from folio.profile.fields import Date, Line, Markdown, Same, Slug, Url

PageName = Literal["work", "services", "articles", "about", "resume", "testimonials", "now", "questions", "contact"]
HomeSection = Literal["proof", "work", "services", "testimonials", "articles", "questions"]


HOST = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:/|$)", re.IGNORECASE)


def _service(address: str) -> str:
    if not HOST.match(address):
        raise PydanticCustomError("not_a_service", "not the https address of a service")
    return address


Service = Annotated[Url, AfterValidator(_service)]
"""The https address of a service that visitors' browsers speak to. Its host goes into the policy of every page, where a
character too many would be another rule."""


class Question(Frozen):
    """What clients ask before they write, and the answer."""

    question: Line
    answer: Markdown


class Now(Frozen):
    """What the person works on at present. It has a day, because such a text grows old."""

    text: Markdown
    date: Date


class Form(Frozen):
    """A form on the contact page. What is typed goes to `action`, a service that the person chose, and nowhere else."""

    action: Service
    note: Line | None = None
    """What happens to it there, in a sentence beside the button."""


class Analytics(Frozen):
    """Counting visits without cookies, by a service that the person runs or rents. There is none unless it is named."""

    kind: Literal["plausible", "goatcounter", "umami"]
    script: Service
    """Where its script lies; the page may load it from there, and send to there."""
    site: Same
    """The site's name or number at the service."""


class Site(Frozen):
    """How the site looks and what it holds beyond the record."""

    look: Slug | None = None
    """One of folio's looks or of the person's own; `grove` when not said."""
    accent: Colour | None = None
    locales: tuple[Locale, ...] = ()
    """Further languages; each gets a site of its own below `<tag>/`."""
    order: tuple[PageName, ...] = ()
    """The pages in the order of the navigation; those not named follow in folio's order."""
    hide: tuple[PageName, ...] = ()
    home: tuple[HomeSection, ...] | None = None
    """The sections of the home page, in order; all, in folio's order, when not said."""
    questions: tuple[Question, ...] = ()
    now: Now | None = None
    form: Form | None = None
    analytics: Analytics | None = None
    imprint: Markdown | None = None
    privacy: Markdown | None = None
    """The privacy notice, where one is asked for."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for names in (self.order, self.home or (), self.locales):
            if len(set(names)) < len(names):
                raise PydanticCustomError("section_twice", "names a section twice")
        return self
