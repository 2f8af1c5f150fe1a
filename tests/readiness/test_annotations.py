"""Annotations: printed beside results, in the order given, and without any effect on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import a_good_repository, a_repository, excellent_facts, places, some_facts
from folio.errors import FolioError, InputError
from folio.facts import Facts
from folio.profile.load import load
from folio.readiness.annotations import annotated, unknown_checks
from folio.readiness.assess import assess
from folio.readiness.rubric import rubric

CHECKS = [entry.id for entry in rubric().catalogue.checks]
REASONS = ("not-detected", "not-applicable-here", "test-data", "remediated")
LEAKY = some_facts(repositories={"shop": a_good_repository(secrets=places("a cloud key"))}, articles=[])
MINIMAL = "name: Ada\nheadline: Engines for weavers\nsummary: I build engines.\n"


def noted(facts: Facts, *said: dict[str, Any]) -> Facts:
    profile = type(facts.profile).model_validate(facts.profile.model_dump(exclude_unset=True) | {"annotations": said})
    return replace(facts, profile=profile)


def note(check: str = "case-studies", reason: str = "not-detected", **more: str) -> dict[str, Any]:
    return {"check": check, "reason": reason, "note": "It is in the annex.", **more}


any_note = st.builds(
    note,
    st.sampled_from(CHECKS),
    st.sampled_from(REASONS),
    subject=st.sampled_from(["project:shelfcast", "project:shop", "profile", "article:article-1#2"]),
)


@settings(max_examples=10, deadline=None)
@given(st.lists(any_note, max_size=6), st.sampled_from([excellent_facts(), LEAKY]))
def test_annotations_change_nothing_but_the_list_of_them(said: list[dict[str, Any]], facts: Facts) -> None:
    before, after = assess(facts, rubric()), assess(noted(facts, *said), rubric())
    assert len(after.annotations) == len(said)
    assert replace(after, annotations=()).to_json() == before.to_json()


@pytest.mark.parametrize("reason", ["remediated", "test-data"])
def test_saying_that_a_key_is_none_opens_no_gate(reason: str) -> None:
    facts = noted(LEAKY, note("no-committed-secrets", reason, subject="project:shop"))
    [gate] = [one for one in assess(facts, rubric()).gates if one.about == "no-committed-secrets"]
    assert gate.state == "not met"


def test_several_on_one_check_are_all_printed_in_the_profiles_order() -> None:
    said = [note(subject="project:shop"), note("licence-present"), note(reason="remediated")]
    found = annotated(noted(some_facts(repositories={"shop": a_repository()}), *said))
    assert [(one.check, one.name) for one in found] == [("case-studies", "Shop"), ("licence-present", ""),
                                                        ("case-studies", "")]  # fmt: skip
    assert found[0].title == "Case studies a client understands"


def test_a_name_under_nda_is_replaced_in_them() -> None:
    client = {"id": "acme", "name": "Acme Mutual", "sector": "s", "nda": True, "shown_as": "an insurer"}
    [one] = annotated(noted(some_facts(clients=[client]), {**note(), "note": "acme_mutual keeps it"}))
    assert "acme" not in one.note.casefold()


def test_one_on_a_check_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(FolioError, match=r"annotations\[0\].check: there is no check 'ci-run-tests'; did you mean"):
        annotated(noted(some_facts(), note("ci-run-tests")))


def problems(folder: Path, text: str) -> list[str]:
    (folder / "profile.yaml").write_text(MINIMAL + text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(folder, further=unknown_checks)
    return [str(problem).removeprefix(f"{folder}/profile.yaml:") for problem in caught.value.problems]


def test_what_is_on_nothing_is_said_at_its_place_with_every_other_problem(tmp_path: Path) -> None:
    text = """\
projects: [{id: shop, title: Shop, summary: S}]
annotations:
  - {check: ci-run-tests, reason: not-detected, note: n}
  - {check: case-studies, subject: "project:shopp", reason: not-detected, note: n}
  - {check: case-studies, subject: "thing:x", reason: undetected, note: n}
"""
    assert problems(tmp_path, text) == [
        "6:13: annotations[0].check: there is no check 'ci-run-tests'; did you mean 'ci-runs-tests'",
        "7:36: annotations[1].subject: there is no 'shopp' in 'projects'; did you mean 'shop'",
        "8:36: annotations[2].subject: 'thing:x' is no subject of a check; write project:<id>, article:<id>, work:<id>,"
        " contract:<id>, or leave it out to mean the whole check",
        "8:55: annotations[2].reason: 'undetected' is not one of the choices; did you mean 'not-detected'",
    ]


@pytest.mark.parametrize(
    "subject", ["project:shop", "project:shop#2", "profile", "link:website", "link:other-1", "language:en"]
)
def test_every_subject_of_a_finding_may_be_annotated(tmp_path: Path, subject: str) -> None:
    text = f"""\
projects: [{{id: shop, title: Shop, summary: S}}]
links: {{website: "https://ada.example"}}
languages: [{{name: English, code: en, level: C1}}]
annotations: [{{check: case-studies, subject: "{subject}", reason: not-detected, note: n}}]
"""
    (tmp_path / "profile.yaml").write_text(MINIMAL + text, encoding="utf-8")
    assert load(tmp_path, further=unknown_checks).annotations[0].subject == subject


def test_a_project_that_a_list_may_hold_is_not_asked_for(tmp_path: Path) -> None:
    text = (
        'github: {user: ada}\nannotations: [{check: case-studies, subject: "project:x", reason: remediated, note: n}]\n'
    )
    (tmp_path / "profile.yaml").write_text(MINIMAL + text, encoding="utf-8")
    assert load(tmp_path, further=unknown_checks).annotations


def test_annotations_of_another_shape_are_left_to_the_schema(tmp_path: Path) -> None:
    for text in ("annotations: 3\n", "annotations: [3]\n", "annotations: [{check: [x]}]\n"):
        assert problems(tmp_path, text)
