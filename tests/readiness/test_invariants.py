"""The promises of the scoring arithmetic (I1 to I9 and I13 of its specification), over the real catalogue.

Whole people are drawn in `test_more_evidence`; I7 is in `test_plan`, I10 and I11 in `test_metamorphic`, I12 in
`tests/personas/`, I14 in `test_history`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import excellent_facts, some_facts
from folio.evidence.level import Level
from folio.facts import Facts
from folio.facts.alike import BUDGET, _largest, groups, independent
from folio.readiness.assess import assess, stand
from folio.readiness.check import Finding, Found, Item, Unread
from folio.readiness.rubric import Entry, platforms, rubric
from folio.readiness.score import measure
from folio.readiness.standing import Standing
from readiness.people import Piece, drawn, people, person

CATALOGUE = rubric().catalogue
TRACKS = sorted(CATALOGUE.tracks)
WHOLE = 1_000_000
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
from folio.readiness.rubric import platforms, rubric
said = dict(reversed(everything_said().items()))
facts = excellent_facts(**said)
for name in reversed(platforms()):
    sys.stdout.buffer.write(assess(facts, rubric(name)).to_json().encode())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "locale"),
    [("0", "UTC", "C"), ("1", "Asia/Kathmandu", "C.UTF-8"), ("4711", "America/St_Johns", "tr_TR.UTF-8")],
)
def test_i8_the_same_inputs_give_the_same_bytes(seed: str, zone: str, locale: str) -> None:
    tests = Path(__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(tests=str(tests))],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
    )
    assert run.stdout == b"".join(assess(PERFECT, rubric(name)).to_json().encode() for name in reversed(platforms()))


PLACES = [(platform, track) for platform in platforms() for track in TRACKS]
PERFECT, NOBODY, NOTHING = excellent_facts(), some_facts(), some_facts(projects=[], articles=[], contracts=[])


def test_the_promises_are_held_on_eight_platforms_and_six_tracks() -> None:
    assert (len(platforms()), len(TRACKS)) == (8, 6)


@pytest.mark.parametrize(("platform", "track"), PLACES)
@pytest.mark.parametrize("facts", [PERFECT, NOBODY, NOTHING], ids=["perfect", "nobody", "nothing"])
def test_i1_and_i6_hold_for_whole_people_on_every_platform_and_track(facts: Facts, platform: str, track: str) -> None:
    _adds_up(stand(facts, rubric(platform), track=track))


@drawn
@given(people(), st.sampled_from(PLACES))
def test_i1_and_i6_hold_for_anybody_on_every_platform_and_track(
    pieces: tuple[Piece, ...], place: tuple[str, str]
) -> None:
    _adds_up(stand(person(pieces), rubric(place[0]), track=place[1]))


def _adds_up(standing: Standing) -> None:
    assert sum(scored.weight for scored in standing.checks) == 1000
    for scored in standing.checks:
        assert min(scored.earned, scored.unknown, scored.missing, *scored.parts().values()) >= 0
        assert scored.earned + scored.unknown + scored.missing == scored.weight * 1000
        assert sum(scored.parts().values()) == scored.earned
        assert (scored.weight == 0) <= scored.entry.hygiene or scored.earned == 0
    assert standing.earned + standing.unknown + standing.missing == WHOLE
    assert standing.beyond_claims <= standing.earned
    assert rank(standing, at_best=True) >= rank(standing)


@drawn
@given(people(), st.sampled_from(PLACES))
def test_i6_what_is_printed_adds_up_too(pieces: tuple[Piece, ...], place: tuple[str, str]) -> None:
    report = assess(person(pieces), rubric(place[0]), track=place[1])
    points = report.points
    assert points.earned + points.unknown + points.missing == 100
    assert sum(part.points for part in report.parts) == points.earned
    for name in ("earned", "unknown", "missing"):
        assert sum(getattr(one.points, name) for one in report.categories) == getattr(points, name)
        assert sum(getattr(one.split, name) for one in report.categories) == getattr(report.totals, name)
    for one in report.categories:
        own = [check for check in report.checks if check.category == one.id]
        assert sum(check.weight for check in own) == one.weight
        assert sum(check.split.earned for check in own) == one.split.earned


# ------------------------------------------------------------------ I13: as many as can be without two alike

Graph = dict[str, set[str]]


@st.composite
def graphs(draw: st.DrawFn, most: int = 9) -> Graph:
    """Any graph of so many texts at most, with an edge between two that are alike."""
    names = [f"t{number}" for number in range(draw(st.integers(1, most)))]
    alike: Graph = {name: set() for name in names}
    for one, other in combinations(names, 2):
        if draw(st.booleans()):
            alike[one].add(other)
            alike[other].add(one)
    return alike


def kept(alike: Graph) -> set[str]:
    return {one for group in groups(alike) for one in independent(group, alike)}


def with_copy(alike: Graph, of: str, name: str = "copy") -> Graph:
    """The graph with one more text, that is like one of them and like all that this one is like."""
    neighbours = {of, *alike[of]}
    grown = {one: set(others) | ({name} if one in neighbours else set()) for one, others in alike.items()}
    return {**grown, name: neighbours}


@drawn
@given(graphs())
def test_i13_no_larger_set_without_two_alike_can_be_found(alike: Graph) -> None:
    chosen = kept(alike)
    assert not any(other in alike[one] for one in chosen for other in chosen)
    larger = combinations(sorted(alike), len(chosen) + 1)
    assert all(any(other in alike[one] for one, other in combinations(some, 2)) for some in larger)


@drawn
@given(graphs(14), st.data())
def test_i13_a_copy_neither_adds_nor_takes(alike: Graph, data: st.DataObject) -> None:
    of = data.draw(st.sampled_from(sorted(alike)))
    assert len(kept(with_copy(alike, of))) == len(kept(alike))


@drawn
@given(graphs(14), st.data())
def test_i13_one_more_text_never_lowers_the_count(alike: Graph, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(sorted(alike)))
    fewer = {one: others - {gone} for one, others in alike.items() if one != gone}
    assert len(kept(fewer)) <= len(kept(alike)) <= len(kept(fewer)) + 1


@drawn
@given(st.integers(0, 2**32), st.integers(1, 99))
def test_i13_any_twenty_texts_are_counted_exactly(seed: int, percent: int) -> None:
    """However they hang together: the search never gives up on them."""
    draw = random.Random(seed)
    names = [f"t{number:02}" for number in range(20)]
    alike: Graph = {name: set() for name in names}
    for one, other in combinations(names, 2):
        if draw.randrange(100) < percent:
            alike[one].add(other)
            alike[other].add(one)
    for group in groups(alike):
        assert len(_largest(frozenset(group), alike, [BUDGET])) == len(independent(group, alike))
