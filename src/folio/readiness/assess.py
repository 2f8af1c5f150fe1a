"""Facts held against a rubric: every check measured, and what that says as a report."""

from __future__ import annotations

from collections.abc import Iterable

from folio.facts import Facts
from folio.readiness.findings import Findings
from folio.readiness.present import Presenter
from folio.readiness.report import Report
from folio.readiness.rubric import Rubric
from folio.readiness.score import scored
from folio.readiness.standing import Standing


def assess(facts: Facts, rubric: Rubric, *, track: str | None = None) -> Report:
    """How ready the person is by this rubric, for the role track of their profile unless another one is given.

    Raises FolioError when the rubric knows no such track.
    """
    return assess_all(facts, (rubric,), track=track)[0]


def assess_all(facts: Facts, rubrics: Iterable[Rubric], *, track: str | None = None) -> tuple[Report, ...]:
    """How ready the person is by each of these rubrics. What does not depend on the rubric is found out once."""
    findings = Findings(facts)
    presenter = Presenter(findings)
    return tuple(presenter.report(_stand(findings, one, track)) for one in rubrics)


def stand(facts: Facts, rubric: Rubric, *, track: str | None = None) -> Standing:
    """Every check of the track, measured and weighed."""
    return _stand(Findings(facts), rubric, track)


def stand_all(facts: Facts, rubrics: Iterable[Rubric]) -> tuple[Standing, ...]:
    """The same by each of these rubrics; most of a report's time goes into words, which nobody has to read here."""
    findings = Findings(facts)
    return tuple(_stand(findings, one, None) for one in rubrics)


def _stand(findings: Findings, rubric: Rubric, track: str | None) -> Standing:
    track = track or findings.facts.profile.track
    weights, caps, subjects = rubric.weights(track), rubric.catalogue.caps, rubric.platform.subjects
    checks = (
        scored(
            entry,
            caps[entry.caps],
            weights[entry.id],
            findings.of(entry.id, entry.category),
            subjects=subjects.get(entry.id, ()),
        )
        for entry in rubric.entries(track)
    )
    return Standing(rubric, track, tuple(checks))
