"""What stands in a new profile where the person's own words belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folio.document import KeyPath
    from folio.profile.model import Profile

NAME = "Your Name"
EMAIL = "you@example.org"
HEADLINE = "What you do, for whom, with which result"
SUMMARY = "Who you help, what you do for them, and what changes when you are done."


def untouched(profile: Profile) -> Iterator[KeyPath]:
    """Where in a profile a placeholder still stands."""
    if profile.name == NAME:
        yield ("name",)
    if profile.headline == HEADLINE:
        yield ("headline",)
    if str(profile.summary).strip() == SUMMARY:
        yield ("summary",)
    if profile.contact.email == EMAIL:
        yield ("contact", "email")
