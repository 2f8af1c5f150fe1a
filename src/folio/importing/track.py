"""The track of a profile whose document doesn't say any, as no format of other tools does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from folio.profile.exchange.taken import Taken
from folio.profile.job_titles import named_tracks
from folio.profile.placeholders import HEADLINE

NOTE = "no track is said, so the checks of an ML engineer apply; set 'track'"


def with_track(taken: Taken) -> Taken:
    """`taken` with the one track that its headline names, or else its present position; with a note where none is."""
    for words in (taken.data.get("headline"), _position(taken.data.get("work", []))):
        tracks = named_tracks(words) if words and words != HEADLINE else ()
        if len(tracks) == 1:
            return replace(taken, data={**taken.data, "track": tracks[0]})
        if tracks:
            break  # of several nobody can tell
    return replace(taken, notes=(*taken.notes, NOTE))


def _position(work: list[dict[str, Any]]) -> str | None:
    """The role that goes on, or else the first, which is the last one that began."""
    going_on = [one for one in work if "end" not in one]
    return next((one.get("role") for one in [*going_on, *work]), None)
