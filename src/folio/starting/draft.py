"""What a new profile says already; the rest of it is examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """The beginning of a profile; where a field is empty, the example stands."""

    name: str | None = None
    headline: str | None = None
    headline_is_made: bool = False
    """Whether nobody said it: it was put together from what there is."""
    summary: str | None = None
    track: str | None = None
    track_is_guessed: bool = False
    email: str | None = None
    location: str | None = None
    company: str | None = None
    """Where the person works or studies, as their page says; a profile asks for more than that."""
    specialism: str | None = None
    links: dict[str, Any] = field(default_factory=dict)
    identities: tuple[str, ...] = ()
    github: str | None = None
    listed: bool = False
    """Whether the account's repositories are among `projects`, so that folio need not choose any."""
    projects: tuple[dict[str, Any], ...] = ()
    made_summaries: frozenset[str] = frozenset()
    """The ids of projects whose summary nobody wrote."""
    skills: tuple[dict[str, Any], ...] = ()
