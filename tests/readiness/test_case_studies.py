"""What is said of a case study that is begun: how far each text is, and never that it is not there."""

from __future__ import annotations

from typing import Any

import pytest

from build import a_passage, a_repository, project_said, some_facts
from folio.facts import Facts
from folio.readiness.assess import assess
from folio.readiness.explain import explain
from folio.readiness.rubric import rubric
from folio.repository.model import Documents


def words(count: int, word: str = "word") -> str:
    return " ".join(f"{word}{number}" for number in range(count))


def told(*projects: dict[str, object]) -> dict[str, str]:
    """By project, what the report says of its case study."""
    check = assess(facts(*projects), rubric()).check("case-studies")
    assert check is not None
    return {item.subject: item.says for item in check.items}


def facts(*projects: dict[str, object]) -> Facts:
    return some_facts(projects=list(projects))


def case(identifier: str = "mill", **said: Any) -> dict[str, object]:
    return project_said(identifier, **said)


@pytest.mark.parametrize("count", [1, 13, 17, 24])
def test_a_text_that_is_too_short_is_said_to_be_so_and_not_to_be_missing(count: int) -> None:
    found = told(case(problem=words(25), constraints=words(count)))["project:mill"]
    assert found == (
        f"the problem; not enough yet: what stood in the way ({count} of 25 words);"
        " not found: the approach, the outcome, your own part"
    )


def test_nothing_is_not_found_where_every_text_is_there() -> None:
    texts = dict.fromkeys(("problem", "constraints", "approach", "outcome", "my_part"), words(17))
    assert "not found" not in told(case(**texts))["project:mill"]


def test_a_text_that_stands_twice_is_said_to_stand_elsewhere() -> None:
    same = words(30)
    found = told(case(problem=same, approach=same))["project:mill"]
    assert "not enough yet: the approach (the same text stands elsewhere)" in found


def test_explaining_the_check_says_how_many_words_are_asked() -> None:
    report = assess(facts(case(problem=words(13))), rubric())
    assert "the problem (13 of 25 words)" in "\n".join(explain(report, "case-studies"))


def test_limits_of_few_words_are_said_to_be_too_short_and_counted_in_english() -> None:
    for count, said in ((1, "1 word"), (29, "29 words")):
        seen = a_repository(documents=documents(count))
        check = assess(some_facts(repositories={"shelfcast": seen}), rubric()).check("limitations-stated")
        assert check is not None
        assert [item.says for item in check.items] == [f"{said} on its limits; 40 are asked"]


def documents(count: int) -> Documents:
    return Documents(limitations=(a_passage(words=count),))
