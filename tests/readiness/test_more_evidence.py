"""One more piece of evidence lowers nothing, whatever there is already: I2, I3 and I9 over whole people.

`test_invariants` holds the arithmetic to this. Here everything is drawn that a check can see, so that a check or a guard
that takes something away for something added is found as well. What guards may do is not drawn: a text or history in
two versions, three articles in a week, and a repository that turns out to be no project of the person's own.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build import TODAY, a_history, a_link, a_repository, an_article, article_said, project_said, some_code
from folio.evidence.level import Level
from folio.facts import Facts
from folio.readiness.assess import stand
from folio.readiness.rubric import rubric
from folio.readiness.standing import Standing
from readiness.people import GOOD, WORD, Piece, drawn, people, person

GENTLE = "direct-client"


def standing(facts: Facts) -> Standing:
    return stand(facts, rubric(GENTLE), track="ml-engineer")


def lowered(before: Standing, after: Standing, *, ceilings: bool) -> list[str]:
    """The checks that score less on evidence of some level, or could."""
    found = []
    for one in before.checks:
        other = after.by_id[one.entry.id]
        if one.entry.hygiene:
            continue
        found += [f"{one.entry.id} at {level}: {one.score_from(level)} to {other.score_from(level)}"
                  for level in LEVELS if other.score_from(level) < one.score_from(level)]  # fmt: skip
        if ceilings and other.ceiling < one.ceiling:
            found.append(f"ceiling of {one.entry.id}: {one.ceiling} to {other.ceiling}")
    return found


LEVELS = (Level.CLAIMED, Level.ATTESTED)
"""What levels and points rest on: everything, and everything beyond claims."""


def settled(pieces: tuple[Piece, ...]) -> bool:
    """Whether a repository and outcomes are given: the first ones settle what was unknown, and that lowers ceilings."""
    said = [one.said for one in pieces if one.section == "projects"]
    return any(one["repository"] for one in said) and any(one.get("outcomes") is not None for one in said)


@drawn
@given(people(), st.data())
def test_one_more_piece_lowers_no_check(pieces: tuple[Piece, ...], data: st.DataObject) -> None:
    assume(pieces)
    more = data.draw(st.sampled_from(pieces))
    rest = tuple(one for one in pieces if one is not more)
    assert lowered(standing(person(rest)), standing(person(pieces)), ceilings=settled(rest)) == []


@drawn
@given(people(), st.data())
def test_looking_at_what_was_not_looked_at_lowers_no_check(pieces: tuple[Piece, ...], data: st.DataObject) -> None:
    looks = [(piece, source) for piece in pieces for source, seen in piece.looks.items() if not isinstance(seen, str)]
    assume(looks)
    piece, source = data.draw(st.sampled_from(looks))
    after = person(pieces)
    before = person([one.unlooked(source) if one is piece else one for one in pieces])
    assume(not after.exclusions)  # what turns out to be somebody else's, or a copy, may cost what was vouched for
    then, now = standing(before), standing(after)
    assert lowered(then, now, ceilings=False) == []
    assert {one.entry.id for one in then.checks if now.by_id[one.entry.id].ceiling > one.ceiling} == set()


LOOKED_AT = (
    ("active-weeks", "articles"),
    ("time-horizon", "articles"),
    ("fundamentals-explained", "articles"),  # a text can explain more than one
    ("articles-linked-to-work", "git"),
    ("finished-things", "links"),
)
"""Checks that could find something there, had somebody looked."""
TEXT = an_article(
    title="Gradient descent",
    headings=("How cross-validation works",),
    day=TODAY - timedelta(weeks=9),
    shingles=(1, 2, 3),
)
UNSEEN = {
    "articles": Piece("articles", article_said("baselines"), {"articles": TEXT}),
    "git": Piece("projects", project_said("mill", code_url="https://github.com/ada/mill"), {"git": GOOD}),
    "links": Piece(
        "projects", project_said("mill", repository=None, live={"url": "https://mill.example.org"}), {"links": a_link()}
    ),
}
BESIDE = (
    Piece("projects", project_said("loom"), {"git": a_repository(commit="loom")}),
    Piece(
        "articles", article_said("links"), {"articles": an_article(day=TODAY, links=("https://github.com/ada/mill",))}
    ),
)


@pytest.mark.parametrize(("check", "source"), LOOKED_AT)
def test_what_was_not_looked_at_is_not_known_rather_than_missing(check: str, source: str) -> None:
    piece = UNSEEN[source]
    then, now = (standing(person([*BESIDE, one])).by_id[check] for one in (piece.unlooked(source), piece))
    assert now.score > then.score
    assert then.ceiling >= now.ceiling


def test_reading_a_repository_takes_no_reference_away() -> None:
    vouched = {"proof": {"link": "https://example.org/letter"}}
    unread = Piece("projects", project_said("mill", **vouched), {"git": "timed out"})
    read = Piece("projects", project_said("mill", **vouched), {"git": a_repository(code=some_code(150))})
    assert lowered(standing(person([unread])), standing(person([read])), ceilings=False) == []


def test_a_second_project_at_one_address_takes_no_proof_away() -> None:
    live = {"url": "https://mill.example.org"}
    proven = Piece("projects", project_said("mill", live={**live, "proof": {"link": "https://example.org/letter"}}))
    second = Piece("projects", project_said("loom", live=live))
    assert lowered(standing(person([proven])), standing(person([second, proven])), ceilings=False) == []


def test_a_case_study_that_borrows_a_paragraph_takes_nothing_from_another() -> None:
    whole = Piece("projects", project_said("mill", problem=f"mill {WORD}", approach=f"loom {WORD}"))
    borrows = Piece("projects", project_said("loom", problem=f"mill {WORD}"))
    assert lowered(standing(person([whole])), standing(person([borrows, whole])), ceilings=False) == []


@pytest.mark.parametrize("reverse", [False, True])
def test_an_old_copy_of_a_repository_takes_nothing_from_the_new_one(reverse: bool) -> None:
    begun = {"roots": ("1" * 40,), "sample": tuple(f"{number:040}" for number in range(10))}
    new = Piece("projects", project_said("mill"), {"git": GOOD.model_copy(update={"history": a_history(**begun)})})
    old = Piece("projects", project_said("old"), {"git": a_repository(commit="old", history=a_history(**begun))})
    assert (
        lowered(standing(person([new])), standing(person([new, old] if reverse else [old, new])), ceilings=True) == []
    )


def test_an_honest_claim_of_one_more_skill_lowers_nothing() -> None:
    shown = [{"name": name, "evidence": ["project:mill"]} for name in ("Python", "SQL", "Docker")]
    before, after = person([], skills=shown), person([], skills=[*shown, {"name": "Rust"}])
    assert lowered(standing(before), standing(after), ceilings=False) == []


def test_many_entries_in_one_week_push_no_other_week_out() -> None:
    weeks = [_studied(TODAY - timedelta(weeks=number)) for number in range(1, 13)]
    before, after = person(weeks), person([*weeks, *(_studied(TODAY) for _ in range(60))])
    assert lowered(standing(before), standing(after), ceilings=False) == []


def _studied(day: date) -> Piece:
    return Piece("study_log", {"date": str(day), "topic": "Causality", "hours": 11, "learned": "A lot."})
