"""Outcomes with numbers: observed where a report gives the number, attested by a proof, and claimed elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build import a_repository, an_article, some_facts
from folio.evidence.level import Level
from folio.facts import Facts
from folio.facts.quantities import sight_of_outcome
from folio.profile.record import Outcome
from folio.readiness.check import Item, Unread
from folio.readiness.checks.communication import measured_outcomes
from folio.repository.model import Place

BUYER = {
    "id": "buyer",
    "name": "B. Uyer",
    "role": "Buyer",
    "organisation": "Grocer",
    "date": "2025-07",
    "text": "Good.",
}
WHOLE = {"what": "Error", "value": "33.2", "unit": "%", "baseline": "40 %", "measured": "held-out weeks"}


def gives(*names: str, note: str = "", path: str = "README.md") -> tuple[Place, ...]:
    return tuple(Place(name=name, path=path, line=62, note=note) for name in names)


def facts(outcome: dict[str, str], *found: Place, **more: object) -> Facts:
    project = {"id": "shop", "title": "Shop", "summary": "s", "repository": "r", "outcomes": [outcome]}
    project |= more.pop("project", {})  # type: ignore[arg-type]
    seen = {"repositories": {"shop": a_repository(quantities=found)}} | more
    return some_facts(projects=[project], references=[BUYER], **{"articles": [], **seen})  # type: ignore[arg-type]


def item(of: Facts) -> Item:
    [one] = [one for one in measured_outcomes(of) if isinstance(one, Item)]
    return one


def test_a_number_that_the_projects_own_report_gives_is_observed_at_its_line() -> None:
    one = item(facts(WHOLE, *gives("33.2 %")))
    assert (one.level, one.found.places) == (Level.OBSERVED, ("README.md:62",))


@pytest.mark.parametrize("found", [(), gives("33.3 %"), gives("33.2 s"), gives("33.2")])
def test_another_number_or_another_unit_shows_nothing(found: tuple[Place, ...]) -> None:
    assert item(facts(WHOLE, *found)).level == Level.CLAIMED


def test_a_proof_attests_to_the_number_and_a_report_shows_it() -> None:
    proven = {"project": {"proof": {"reference": "buyer"}}}
    assert item(facts(WHOLE, **proven)).level == Level.ATTESTED
    assert item(facts(WHOLE, *gives("33.2 %"), **proven)).level == Level.OBSERVED


def test_a_repository_that_does_not_count_shows_nothing() -> None:
    assert item(facts(WHOLE, *gives("33.2 %"), left_out={"shop": "fork"})).level == Level.CLAIMED


def test_an_article_counts_when_it_goes_with_the_project() -> None:
    text = {"a": an_article(quantities=gives("33.2 %", path="articles/a.md"))}
    alone = facts(WHOLE, texts=text, articles=[{"id": "a", "file": "a.md"}])
    assert item(alone).level == Level.CLAIMED
    [article] = alone.articles
    linked = replace(alone, articles=(replace(article, projects_linked=("shop",)),))
    assert item(linked).level == Level.OBSERVED
    left_out = replace(alone, articles=(replace(article, projects_linked=("shop",), counts=False),))
    assert item(left_out).level == Level.CLAIMED


def test_what_nobody_read_leaves_the_number_open_and_what_was_read_does_not() -> None:
    def open_on(of: Facts) -> list[str]:
        return [one.why for one in measured_outcomes(of) if isinstance(one, Unread)]

    assert open_on(facts(WHOLE, repositories={"shop": "offline"})) == ["its repository was not read: offline"]
    unread = facts(WHOLE, texts={"a": "offline"}, articles=[{"id": "a", "file": "a.md", "title": "Loom"}])
    assert open_on(unread) == ["an article that could give the number was not read: Loom"]
    assert open_on(facts(WHOLE)) == []
    assert open_on(facts(WHOLE, *gives("33.2 %"), texts={"a": "offline"}, articles=[{"id": "a", "file": "a"}])) == []


@pytest.mark.parametrize(
    ("outcome", "place", "shown"),
    [
        ({"value": "33.2 %"}, gives("33.2 %"), True),
        ({"value": "from 40 to 33.2", "unit": "%"}, gives("33.2 %"), True),
        ({"value": "31", "unit": "% less"}, gives("31 %"), True),
        ({"value": "58", "unit": "units"}, gives("58", note="table"), True),
        ({"value": "58", "unit": "crates per day"}, gives("58", note="table"), True),
        ({"value": "5", "unit": "units"}, gives("5", note="table"), False),
        ({"value": "58", "unit": "s"}, gives("58", note="table"), False),
        ({"value": "0.006"}, gives("0.006"), True),
        ({"value": "33.2", "unit": "%"}, gives("0.33214", note="data"), True),
        ({"value": "33", "unit": "%"}, gives("0.33214", note="data"), False),
        ({"value": "33.3", "unit": "%"}, gives("0.33214", note="data"), False),
        ({"value": "8.21", "unit": "s"}, gives("8.2065 s", note="data"), True),
        ({"value": "1,400", "unit": "products"}, gives("1400 product"), True),
        ({"value": "much", "unit": "%"}, gives("33.2 %"), False),
        ({"value": "½"}, gives("0.5"), False),
    ],
)
def test_numbers_are_the_same_as_people_take_them_to_be(
    outcome: dict[str, str], place: tuple[Place, ...], shown: bool
) -> None:
    of = facts({"what": "x", **outcome}, *place)
    claimed = Outcome.model_validate({"what": "x", **outcome})
    assert (sight_of_outcome(claimed, of.projects[0], of) is not None) == shown
