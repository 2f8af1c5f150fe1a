"""Evidence finds an observation at once, and is the same record whether it was asked or not."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest

from folio.evidence.model import Evidence, Observation


def looked(source: str, subject: str, problem: str = "gone") -> Observation:
    return Observation(source=source, subject=subject, observed_on=date(2026, 11, 22), fingerprint="", problem=problem)


LOOM, MILL, AGAIN = looked("git", "project:loom"), looked("git", "project:mill"), looked("git", "project:mill", "shut")
HOSTED = looked("github", "project:loom")


def test_an_observation_is_found_by_its_source_and_subject() -> None:
    evidence = Evidence(observations=(LOOM, MILL, HOSTED))
    assert evidence.of("git", "project:mill") is MILL
    assert evidence.of("github", "project:loom") is HOSTED
    assert evidence.of("github", "project:mill") is None


def test_of_two_the_first_one_is_given() -> None:
    assert Evidence(observations=(MILL, AGAIN)).of("git", "project:mill") is MILL


def test_asking_changes_nothing_of_the_record() -> None:
    asked, other = Evidence(observations=(LOOM, MILL)), Evidence(observations=(LOOM, MILL))
    asked.of("git", "project:loom")
    assert asked == other
    assert hash(asked) == hash(other)
    assert repr(asked) == repr(other)
    assert asked.model_dump_json() == other.model_dump_json()
    assert pickle.dumps(asked) == pickle.dumps(other)


def test_copies_go_by_their_own_observations() -> None:
    asked = Evidence(observations=(LOOM,))
    asked.of("git", "project:loom")
    other = asked.model_copy(update={"observations": (MILL,)})
    assert other.of("git", "project:loom") is None
    assert other.of("git", "project:mill") is MILL
    for same in (pickle.loads(pickle.dumps(asked)), copy.copy(asked), copy.deepcopy(asked)):
        assert same == asked
        assert same.of("git", "project:loom") == LOOM


def test_five_thousand_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = Evidence(observations=tuple(looked("article", f"article:{number}") for number in range(5000)))
    evidence.of("article", "article:0")
    monkeypatch.setitem(evidence.__dict__, "observations", None)
    assert all(evidence.of("article", f"article:{number}") for number in range(5000))
