"""Which checks apply to a profile that was imported."""

from __future__ import annotations

from typing import Any

import pytest

from folio.importing.track import NOTE, with_track
from folio.profile.exchange.taken import Taken
from folio.profile.job_titles import named_tracks
from folio.profile.placeholders import HEADLINE


@pytest.mark.parametrize(
    ("words", "tracks"),
    [
        ("Senior Data Engineer for energy", ("data-engineer",)),
        ("Data platform engineer", ("data-engineer",)),
        ("Data-Ingenieurin", ("data-engineer",)),
        ("Machine-learning engineer", ("ml-engineer",)),
        ("AI/ML Engineer", ("ml-engineer",)),
        ("Lead MLOps Engineer", ("ml-engineer",)),
        ("Data Scientist", ("data-scientist",)),
        ("Analytics engineer (dbt)", ("analytics-engineer",)),
        ("Fullstack-Entwickler", ("full-stack",)),
        ("Back End Developer", ("backend-engineer",)),
        ("Backend and data engineer", ("backend-engineer", "data-engineer")),
        ("HTML engineer", ()),
        ("Embedded AI ethicist", ()),
        ("Metadata engineer", ()),
        ("Civil engineer", ()),
    ],
)
def test_people_say_what_they_are_in_many_ways(words: str, tracks: tuple[str, ...]) -> None:
    assert named_tracks(words) == tracks


def track(**data: Any) -> tuple[str | None, bool]:
    found = with_track(Taken(data))
    return found.data.get("track"), NOTE in found.notes


def test_the_headline_goes_before_the_present_position_and_doubt_is_said() -> None:
    jobs = [{"role": "Backend developer", "end": "2020"}, {"role": "Data scientist"}]
    assert track(headline="Data engineer", work=jobs) == ("data-engineer", False)
    assert track(headline=HEADLINE, work=jobs) == ("data-scientist", False)
    assert track(headline="I help grocers", work=jobs[:1]) == ("backend-engineer", False)
    assert track(headline="Backend and data engineer", work=jobs) == (None, True)
    assert track(headline="I help grocers") == (None, True)
