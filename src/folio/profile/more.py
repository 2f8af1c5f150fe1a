"""Sections of the person's own: what they want to show and folio has no section for."""

from folio.frozen import Frozen
from folio.profile.fields import Date, Line, Markdown, Name, Slug, Url
from folio.profile.record import Highlight


class MoreEntry(Frozen):
    """An award, a membership, a patent, a publication without an address: shown as said, and never scored."""

    title: Line
    organisation: Name | None = None
    """Who gave it, or where it was."""
    start: Date | None = None
    end: Date | None = None
    """The day, for what happened on one."""
    url: Url | None = None
    summary: Markdown | None = None
    highlights: tuple[Highlight, ...] = ()
    tags: tuple[Slug, ...] = ()


class MoreSection(Frozen):
    """A section under a heading of its own, after those that folio knows."""

    title: Line
    entries: tuple[MoreEntry, ...] = ()
