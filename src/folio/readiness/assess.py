"""Facts held against a rubric: every check measured, and what that says as a report."""

from __future__ import annotations

import folio.readiness.checks  # noqa: F401  # importing it enters the checks
from folio.facts import Facts
from folio.readiness.check import CHECKS
from folio.readiness.present import present
from folio.readiness.report import Report
from folio.readiness.rubric import Rubric
from folio.readiness.score import measure
from folio.readiness.standing import Standing


def assess(facts: Facts, rubric: Rubric, *, track: str | None = None) -> Report:
    """How ready the person is by this rubric, for the role track of their profile unless another one is given.

    Raises FolioError when the rubric knows no such track.
    """
    return present(facts, stand(facts, rubric, track=track))


def stand(facts: Facts, rubric: Rubric, *, track: str | None = None) -> Standing:
    """Every check of the track, measured and weighed."""
    track = track or facts.profile.track
    weights = rubric.weights(track)
    scored = tuple(
        measure(
            entry,
            rubric.catalogue.caps[entry.caps],
            weights[entry.id],
            CHECKS[entry.id].function(facts.within(entry.category)),
            subjects=rubric.platform.subjects.get(entry.id, ()),
        )
        for entry in rubric.entries(track)
    )
    return Standing(rubric, track, scored)
