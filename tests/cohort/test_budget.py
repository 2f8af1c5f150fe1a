"""Who may ask GitHub, with which token, and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from folio.cohort.budget import Budget, Lease

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_token_is_in_one_job_at_a_time() -> None:
    budget = Budget(["one", "two", "one"])
    first, second = budget.lease(NOW), budget.lease(NOW)
    assert first == Lease("one")
    assert second == Lease("two")
    assert budget.lease(NOW) is None
    budget.give_back(Lease("two"))
    assert budget.lease(NOW) == Lease("two")


def test_without_tokens_everybody_asks_as_anybody() -> None:
    budget = Budget()
    assert [budget.lease(NOW) for _ in range(3)] == [Lease()] * 3
    budget.give_back(Lease(), NOW + HOUR)
    assert budget.lease(NOW) == Lease(), "what can be done without GitHub is done"
    assert budget.lease(NOW, patient=True) is None
    assert budget.answers_at(NOW) == NOW + HOUR
    assert budget.lease(NOW + HOUR, patient=True) == Lease()


def test_tokens_that_answer_go_first_then_the_one_that_answers_soonest() -> None:
    budget = Budget(["late", "soon", "able"])
    for name, again in (("late", NOW + 2 * HOUR), ("soon", NOW + HOUR), ("able", None)):
        assert budget.lease(NOW) == Lease(name)
        budget.give_back(Lease(name), again)
    assert [budget.lease(NOW) for _ in range(3)] == [Lease("able"), Lease("soon"), Lease("late")]


def test_the_patient_get_only_what_answers_now() -> None:
    budget = Budget(["one"])
    budget.give_back(budget.lease(NOW) or Lease(), NOW + HOUR)
    assert budget.lease(NOW, patient=True) is None
    assert budget.answers_at(NOW) == NOW + HOUR
    assert budget.lease(NOW + HOUR, patient=True) == Lease("one")
    assert budget.answers_at(NOW + 2 * HOUR) == NOW + 2 * HOUR


def test_no_token_is_in_what_a_lease_prints() -> None:
    assert "secret" not in repr(Budget(["secret"]).lease(NOW))


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.booleans())))
def test_no_token_is_ever_leased_twice_and_none_is_lost(steps: list[tuple[bool, int, bool]]) -> None:
    tokens = ["a", "b", "c"]
    budget, out = Budget(tokens), list[Lease]()
    for take, hours, patient in steps:
        if take and (lease := budget.lease(NOW, patient=patient)):
            out.append(lease)
        elif out:
            budget.give_back(out.pop(0), NOW + hours * HOUR)
        assert len({one.token for one in out}) == len(out)
    while lease := budget.lease(NOW):
        out.append(lease)
    assert sorted(str(one.token) for one in out) == tokens
