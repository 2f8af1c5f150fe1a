"""What the site, the résumé and the pitch show alike."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

Html = Markup


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A way to reach the person: `text` is complete ("github.com/x"), so that it can be read and extracted."""

    kind: str
    """email, phone, website, github, gitlab, code, linkedin, calendar, location, other."""
    label: str
    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A link within the site or to the outside: `path` is a site path such as `work/shelfcast/`."""

    text: str
    path: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A result with its number: `value` holds the unit."""

    what: str
    value: str
    baseline: str | None
    measured: str | None
    proven: bool
    """Whether the number stands in a document of the project's repository, or in an article, that folio read."""
    source: Reference | None = None
    """The page that gives it, when that can be shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes, checked and re-encoded, with the words for those who can't see it."""

    content: bytes
    alt: str
    width: int
    height: int
    """In pixels; 0 where nobody has looked, and for a drawing, which has none."""
    ending: str = "jpg"
    """What its file's name ends in: jpg, png or svg."""
    file: str = ""
    """Where it came from in the profile's folder, for what there is to say about it."""
