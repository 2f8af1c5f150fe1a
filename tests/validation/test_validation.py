"""Folio sees in a repository what a fair reader sees, at least as well as it did before."""

from __future__ import annotations

from collections import Counter

import pytest

from folio.readiness.rubric import rubric
from validation.case import CHECKS, cases, parsed
from validation.score import Row, Verdict, rows
from validation.table import DOCS, below, floors, measured, miss_line, misses, raised
from validation.tricks import TRICKS

FLOOR = floors()
BUILT = {entry.id for entry in rubric().catalogue.checks}
CASES = cases()
SMALL = """\
about: Small.
fill: {shop/units.py: 100}
earned:
  project-substance >= 400: A hundred lines.
not there:
  licence-present: None.
  tests-meaningful = 0: None.
==> README.md <==
# shop
==> empty.txt <==
"""


@pytest.mark.parametrize("check", CHECKS)
def test_no_check_falls_below_what_it_reached(check: str, by_check: dict[str, Row]) -> None:
    if check not in BUILT:
        pytest.skip("this check is not built yet")
    assert check in FLOOR, "the check is new: run ./run validation --write"
    assert below([by_check[check]], FLOOR) == []


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_is_labelled_often_enough_to_say_something(check: str) -> None:
    states = Counter(label.state for case in CASES for label in case.labels if label.check == check)
    assert states["earned"] >= 4
    assert states["not there"] >= 4
    assert states["not known"] >= 2


def test_nothing_is_called_a_fault_that_nobody_could_look_at(found: tuple[Verdict, ...]) -> None:
    nowhere = [one for one in found if one.case in ("unread/not_found", "unread/nobody_said_who") and one.state]
    assert len(nowhere) >= 2 * 26
    assert {one.state for one in nowhere} == {"not known"}


def test_every_label_says_why(found: tuple[Verdict, ...]) -> None:
    assert [one.label.check for one in found if not one.label.why.endswith(".")] == []


def test_a_case_says_what_is_built_and_what_a_reader_says_of_it() -> None:
    case = parsed(SMALL, "small")
    assert case.files == {"README.md": "# shop\n", "empty.txt": ""}
    substance, licence, _ = case.labels
    assert (substance.state, substance.least, substance.most) == ("earned", 400, 1000)
    assert (licence.state, licence.why) == ("not there", "None.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("licence-present", "license-present"), "'license-present' is no check that reads repositories"),
        (("licence-present", "project-substance"), "'project-substance' is labelled twice"),
        (("fill", "fil"), "small: no such field: fil"),
    ],
)
def test_a_mistake_in_a_label_is_said(change: tuple[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parsed(SMALL.replace(*change), "small")


def test_every_miss_is_published(found: tuple[Verdict, ...]) -> None:
    page = DOCS.read_text(encoding="utf-8")
    unsaid = [f"{one.case}: {one.label.check}" for one in misses(found) if miss_line(one) not in page]
    unsaid += [trick.name for trick in TRICKS if f"| {trick.name} |" not in page]
    assert unsaid == [], "run ./run validation --write, and read the difference"


def test_a_figure_that_falls_is_named_and_one_that_rises_is_kept(found: tuple[Verdict, ...]) -> None:
    [row] = rows([one for one in found if one.label.check == "commit-hygiene"], ["commit-hygiene"])
    here = measured(row)
    higher = {"commit-hygiene": {**here, "recall": here["recall"] + 1}}
    assert below([row], higher) == [f"commit-hygiene: recall is {here['recall']} %, and was {here['recall'] + 1} %"]
    assert f"recall: {here['recall'] + 1}," in raised([row], higher)
    assert f"recall: {here['recall']}," in raised([row], {"commit-hygiene": {**here, "recall": 0}})
