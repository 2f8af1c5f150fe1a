"""What stands in a profile a second time is found without holding every repository against every other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from build import a_repository
from folio.facts.twice import _candidates, _verdicts
from folio.repository.model import RepositorySeen, Sample

names = st.lists(st.sampled_from("abcdefgh"), max_size=5, unique=True).map(lambda found: tuple(sorted(found)))
samples = st.builds(
    lambda left, size: Sample(size=size, lowest=tuple(one for one in range(60) if one not in left)),
    st.sets(st.integers(0, 59), max_size=30),
    st.integers(20, 120),
)


@st.composite
def repositories(draw: st.DrawFn) -> RepositorySeen:
    seen = a_repository(commit=draw(st.sampled_from("abcdef")) * 40, sample=draw(samples))
    history = seen.history.model_copy(
        update={
            "commits": draw(st.integers(0, 9)),
            "roots": draw(names)[:2],
            "sample": draw(names),
            "shallow": draw(st.integers(0, 5)) == 0,
        }
    )
    return seen.model_copy(update={"history": history})


@given(st.lists(repositories(), max_size=7))
def test_every_pair_with_a_verdict_is_looked_at(those: list[RepositorySeen]) -> None:
    held = {f"{number}": seen for number, seen in enumerate(those)}
    found = {pair for pair in combinations(held, 2) if list(_verdicts(*pair, held))}
    assert found <= _candidates(held)


def test_repositories_that_share_nothing_are_not_held_against_each_other() -> None:
    held = {
        f"{number:03}": a_repository(
            commit=f"{number:040}", sample=Sample(size=100, lowest=tuple(range(number * 100, number * 100 + 100)))
        )
        for number in range(200)
    }
    for name, seen in held.items():
        held[name] = seen.model_copy(update={"history": seen.history.model_copy(update={"roots": (name,)})})
    assert _candidates(held) == set()
