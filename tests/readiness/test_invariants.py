"""The promises of the scoring arithmetic (I1 to I9 of its specification), over the real catalogue."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build import excellent_facts, some_facts
from folio.evidence.level import Level
from folio.readiness.assess import assess, stand
from folio.readiness.check import Finding, Found, Item, Unread
from folio.readiness.rubric import Entry, platforms, rubric
from folio.readiness.score import measure
from folio.readiness.standing import Standing

CATALOGUE = rubric().catalogue
TRACKS = sorted(CATALOGUE.tracks)
WHOLE = 1_000_000
EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "60"))
# The same examples in every run of the gate, and no deadline: a busy machine is no broken promise.
drawn = settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == 60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
SUBJECTS = ("project:a", "project:b", "project:c", "article:a", "language:en", "profile")


@st.composite
def found(draw: st.DrawFn, entry: Entry) -> Found:
    """Something that a check could have found."""
    facet = draw(st.sampled_from(("heap", "graph", "tree", "deque"))) if entry.aggregate == "union" else None
    if entry.parts:
        return Found(parts=tuple(part.id for part in entry.parts if draw(st.booleans())), facet=facet)
    if entry.curve and entry.aggregate in ("best", "top3"):
        return Found(amount=draw(st.integers(0, 1500)), facet=facet)
    return Found(quality=draw(st.integers(0, 1000)), facet=facet)


@st.composite
def finding(draw: st.DrawFn, entry: Entry) -> Finding:
    """Something found, or a subject that could not be looked at."""
    subject = draw(st.sampled_from(SUBJECTS))
    if draw(st.integers(0, 4)):
        return Item(subject, draw(st.sampled_from(Level)), draw(found(entry)))
    best = draw(found(entry)) if draw(st.booleans()) else None
    return Unread(subject, "timed out", best=best, anything=draw(st.integers(0, 9)) == 0, aside=draw(st.booleans()))


@st.composite
def standings(draw: st.DrawFn) -> Standing:
    """Any evidence, on any platform and track."""
    chosen, track = rubric(draw(st.sampled_from(platforms()))), draw(st.sampled_from(TRACKS))
    weights = chosen.weights(track)
    touched = set(draw(st.lists(st.sampled_from(CATALOGUE.checks).map(lambda entry: entry.id), max_size=12)))
    return Standing(
        chosen,
        track,
        tuple(
            measure(
                entry,
                chosen.catalogue.caps[entry.caps],
                weights[entry.id],
                draw(st.lists(finding(entry), max_size=5)) if entry.id in touched else (),
            )
            for entry in chosen.entries(track)
        ),
    )


@st.composite
def standings_and_check(draw: st.DrawFn) -> tuple[Standing, Entry, Sequence[Finding]]:
    """A standing, one of its checks that is no hygiene gate, and that check's findings."""
    standing = draw(standings())
    scored = draw(st.sampled_from([one for one in standing.checks if not one.entry.hygiene]))
    return standing, scored.entry, (*scored.items, *scored.unread)


def rank(standing: Standing, *, at_best: bool = False) -> int:
    return CATALOGUE.levels.index(standing.level(at_best=at_best))


@drawn
@given(standings())
def test_i1_earned_unknown_and_missing_are_the_whole(standing: Standing) -> None:
    for scored in standing.checks:
        assert min(scored.earned, scored.unknown, scored.missing) >= 0
        assert scored.earned + scored.unknown + scored.missing == scored.weight * 1000
    assert standing.earned + standing.unknown + standing.missing == WHOLE


@drawn
@given(standings_and_check(), st.data())
def test_i2_and_i3_more_evidence_lowers_nothing(
    case: tuple[Standing, Entry, Sequence[Finding]], data: st.DataObject
) -> None:
    standing, entry, findings = case
    more = data.draw(finding(entry))
    before, richer = standing.by_id[entry.id], standing.with_findings(entry.id, (*findings, more))
    after = richer.by_id[entry.id]
    for level in Level:
        assert after.score_from(level) >= before.score_from(level)
        assert after.ceiling_from(level) >= before.ceiling_from(level)
    assert rank(richer) >= rank(standing)
    assert rank(richer, at_best=True) >= rank(standing, at_best=True)


@drawn
@given(standings())
def test_i3_the_optimistic_level_is_never_below_the_level(standing: Standing) -> None:
    assert rank(standing, at_best=True) >= rank(standing)


@drawn
@given(standings_and_check(), st.randoms(use_true_random=False))
def test_i4_order_and_exact_duplicates_change_nothing(
    case: tuple[Standing, Entry, Sequence[Finding]], random: object
) -> None:
    standing, entry, findings = case
    shuffled = [*findings, *findings]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing.with_findings(entry.id, shuffled) == standing


@pytest.mark.parametrize("entry", [entry for entry in CATALOGUE.checks if not entry.hygiene], ids=lambda one: one.id)
def test_i5_unknown_is_not_failed(entry: Entry) -> None:
    caps = CATALOGUE.caps[entry.caps]
    nobody = measure(entry, caps, 10, [Unread("profile", "offline", anything=True)])
    nothing = measure(entry, caps, 10, [])
    assert (nobody.earned, nobody.unknown, nobody.missing) == (0, 10_000, 0)
    assert (nothing.earned, nothing.unknown, nothing.missing) == (0, 0, 10_000)


@drawn
@given(standings())
def test_i6_the_parts_add_up(standing: Standing) -> None:
    for scored in standing.checks:
        parts = scored.parts()
        assert min(parts.values()) >= 0
        assert sum(parts.values()) == scored.earned
    categories = [standing.in_category(category.id) for category in CATALOGUE.categories]
    assert sum(scored.earned for checks in categories for scored in checks) == standing.earned


@drawn
@given(standings_and_check(), st.data())
def test_i9_settling_an_unknown_never_takes_back(
    case: tuple[Standing, Entry, Sequence[Finding]], data: st.DataObject
) -> None:
    """Whatever turns out, at best what was thought possible: earned does not fall, the ceiling does not rise."""
    standing, entry, findings = case
    waiting = [one for one in findings if isinstance(one, Unread) and not one.aside]
    if not waiting:
        return
    unread = data.draw(st.sampled_from(waiting))
    level = data.draw(st.sampled_from(Level))
    settled = Item(unread.subject, level, unread.best or data.draw(found(entry)))
    rest = [one for one in findings if one is not unread]
    before, after = standing.by_id[entry.id], standing.with_findings(entry.id, [*rest, settled]).by_id[entry.id]
    assert after.score >= before.score
    assert after.ceiling <= before.ceiling


def test_an_empty_profile_is_unknown_and_not_failed() -> None:
    report = assess(some_facts(contact={}), rubric("toptal"))
    assert report.points.earned == 0
    assert report.points.unknown >= 98
    assert (report.level.id, report.up_to.id) == ("foundation", "strong")
    assert report.confidence.word == "low"


SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from build import a_profile, everything_said, excellent_facts
from folio.readiness.assess import assess
from folio.readiness.rubric import rubric
said = everything_said()
sys.stdout.buffer.write(assess(excellent_facts(**dict(reversed(said.items()))), rubric("toptal")).to_json().encode())
"""


@pytest.mark.parametrize(("seed", "zone", "locale"), [("0", "UTC", "C"), ("1", "Asia/Kathmandu", "C.UTF-8")])
def test_i8_the_same_inputs_give_the_same_bytes(seed: str, zone: str, locale: str) -> None:
    tests = Path(__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(tests=str(tests))],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
    )
    assert run.stdout == assess(excellent_facts(), rubric("toptal")).to_json().encode()


@drawn
@given(st.sampled_from(platforms()), st.sampled_from(TRACKS))
def test_i1_holds_for_a_whole_profile_on_every_platform_and_track(platform: str, track: str) -> None:
    standing = stand(excellent_facts(), rubric(platform), track=track)
    assert standing.earned + standing.unknown + standing.missing == WHOLE
