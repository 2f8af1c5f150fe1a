"""Targets: for whom a résumé and a letter are made, and what of the profile they hold. Nothing is invented for them."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from folio.frozen import Frozen
from folio.profile.appearance import Appearance
from folio.profile.fields import Date, Line, Markdown, Name, RelativePath, Slug

Choice = Annotated[
    str, StringConstraints(pattern=r"^(work|contract|project|article|talk|service):[a-z0-9-]+$|^skill:\S.*$")
]
"""An entry by its kind and id, such as `work:porto-dati`; a skill by its name, such as `skill:Docker`."""
Variables = dict[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,40}$")], Line]


class Letter(Frozen):
    """A cover letter in the person's own words; greeting and closing are the locale's where absent."""

    subject: Line | None = None
    greeting: Line | None = None
    body: Markdown
    closing: Line | None = None


class Target(Frozen):
    """A platform, client or job that documents are made for.

    It chooses among what the profile says, and says headline and summary in other words of the person's own.
    """

    id: Slug
    kind: Literal["client", "job", "platform"] = "client"
    name: Name
    contact: Name | None = None
    address: tuple[Name, ...] = ()
    date: Date | None = None
    headline: Line | None = None
    summary: Markdown | None = None
    tags: tuple[Slug, ...] | None = None
    """Of the entries that have tags, only those with one of these; entries without tags always stay."""
    hide: tuple[Choice, ...] = ()
    pin: tuple[Choice, ...] = ()
    """First in their section, in this order, and never left out to save room."""
    variables: Variables = {}
    """What `{{name}}` stands for in headline, summary, highlights and letter."""
    look: Appearance = Appearance()
    brief: RelativePath | None = None
    """The brief or job description, a text file in the profile's folder."""
    letter: Letter | None = None
