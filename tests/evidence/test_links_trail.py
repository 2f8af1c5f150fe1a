"""What answers on several days come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.evidence.links.trail import answered_apart, extended, is_gone, last_up, missing_since
from folio.evidence.model import Probe

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
OUTCOMES = {"u": "up", "g": "gone", "?": "unclear"}


def moment(days: float) -> datetime:
    return START + timedelta(days=days)


def probe(outcome: str, days: float) -> Probe:
    return Probe.model_validate({"at": moment(days), "outcome": OUTCOMES[outcome]})


def trail(*looks: tuple[str, float]) -> tuple[Probe, ...]:
    probes: tuple[Probe, ...] = ()
    for outcome, days in looks:
        probes = extended(probes, probe(outcome, days))
    return probes


@pytest.mark.parametrize(
    ("looks", "gone"),
    [
        ([], False),
        ([("g", 0)], False),
        ([("g", 0), ("g", 0.9)], False),
        ([("g", 0), ("g", 1)], True),
        ([("g", 0), ("?", 0.5), ("g", 1)], True),
        ([("g", 0), ("u", 0.5), ("g", 1)], False),
        ([("u", 0), ("g", 30), ("g", 31)], True),
        ([("g", 0), ("g", 1), ("u", 2)], False),
        ([("g", 0), ("g", 1), ("u", 2), ("g", 3)], False),
        ([("?", 0), ("?", 9)], False),
    ],
)
def test_what_is_not_there_twice_a_day_apart_is_gone(looks: list[tuple[str, float]], gone: bool) -> None:
    assert is_gone(trail(*looks)) is gone


@pytest.mark.parametrize(
    ("looks", "days"),
    [
        ([("u", 0)], None),
        ([("u", 0), ("u", 6.9)], None),
        ([("u", 0), ("u", 7)], (0, 7)),
        ([("u", 0), ("u", 3), ("u", 5), ("u", 40)], (0, 40)),
        ([("u", 0), ("g", 3), ("u", 7)], (0, 7)),
        ([("u", 0), ("?", 3), ("u", 7), ("?", 8)], (0, 7)),
        ([("u", 0), ("u", 7), ("g", 8)], (0, 7)),
        ([("u", 0), ("g", 2), ("g", 3), ("u", 7)], None),
        ([("u", 0), ("g", 2), ("g", 3), ("u", 7), ("u", 14)], (7, 14)),
        ([("u", 0), ("u", 7), ("g", 8), ("g", 9)], None),
    ],
)
def test_what_answers_twice_a_week_apart_and_was_not_gone_is_confirmed(
    looks: list[tuple[str, float]], days: tuple[int, int] | None
) -> None:
    assert answered_apart(trail(*looks)) == (days and (moment(days[0]), moment(days[1])))


def test_it_is_known_since_when_something_is_missing() -> None:
    assert missing_since(trail(("u", 0), ("g", 2), ("g", 2.5))) == moment(2)
    assert missing_since(trail(("g", 0), ("u", 1))) is None


def test_an_answer_stands_until_the_address_is_gone() -> None:
    assert last_up(trail(("u", 0), ("u", 1), ("g", 2))) == moment(1)
    assert last_up(trail(("u", 0), ("g", 2), ("g", 3))) is None


def test_a_clock_that_was_wrong_does_not_turn_the_order() -> None:
    assert is_gone(trail(("g", 5), ("u", 2), ("g", 6)))
    assert not is_gone(trail(("g", 5), ("u", 5.5), ("g", 3)))


LOOKS = st.lists(st.tuples(st.sampled_from("ug?"), st.floats(0, 60).map(lambda days: round(days, 2))), max_size=25)


@given(LOOKS)
def test_a_trail_stays_short_and_in_order(looks: Sequence[tuple[str, float]]) -> None:
    probes = trail(*looks)
    assert len(probes) <= 5
    assert [one.at for one in probes] == sorted(one.at for one in probes)


@given(
    LOOKS.map(lambda looks: sorted({days: (outcome, days) for outcome, days in looks}.values(), key=lambda one: one[1]))
)
def test_what_a_trail_leaves_out_decides_nothing(looks: list[tuple[str, float]]) -> None:
    """The same as with every answer kept, looked through from the first to the last."""
    ups: list[float] = []
    misses: list[float] = []
    for outcome, days in looks:
        if outcome == "u":
            ups, misses = [*ups, days], []
        elif outcome == "g":
            misses.append(days)
            if moment(days) - moment(misses[0]) >= timedelta(days=1):
                ups = []
    probes = trail(*looks)
    assert is_gone(probes) is (bool(misses) and moment(misses[-1]) - moment(misses[0]) >= timedelta(days=1))
    confirmed = bool(ups) and moment(ups[-1]) - moment(ups[0]) >= timedelta(days=7) and not is_gone(probes)
    assert (answered_apart(probes) is not None) is confirmed
