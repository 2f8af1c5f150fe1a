"""What `folio init` asks: the questions, what is wrong with an answer, and the profile that answers begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from folio.profile.fields import Email, GithubLogin, Line, Name
from folio.profile.person import Track
from folio.starting.draft import Draft

Answers = Mapping[str, str]
"""By field; what was not asked is not in it, and what was skipped is empty."""
TRACKS: tuple[str, ...] = get_args(Track)
KINDS: dict[str, Any] = {
    "name": Name,
    "github": GithubLogin,
    "email": Email,
    "headline": Line,
    "track": Track,
    "specialism": Line,
}
"""The fields, in the order in which they are asked."""
WRONG = {
    "github": "not a name on GitHub; those hold letters, digits and hyphens",
    "email": "not an e-mail address; write one such as you@example.org",
    "track": f"no such track; there is {', '.join(TRACKS)}",
}


def problem(field: str, text: str) -> str | None:
    """What is wrong with an answer; None when nothing is, as with one that was skipped."""
    if not text:
        return None
    try:
        TypeAdapter(KINDS[field]).validate_python(text)
    except ValidationError:
        return WRONG.get(field, "not one line of at most 400 visible characters")
    return None


def drafted(answers: Answers, begun: Draft | None = None) -> Draft:
    """A profile that begins with `begun`; where both say something, the answers hold."""
    said: dict[str, Any] = {field: answers[field].strip() or None for field in KINDS if field in answers}
    if said.get("github"):
        said["github"] = said["github"].lower()
    draft = begun or Draft()
    made = draft.headline_is_made and said.get("headline") in (None, draft.headline)
    return replace(
        draft, **said, headline_is_made=made, track_is_guessed=not said.get("track") and draft.track_is_guessed
    )
