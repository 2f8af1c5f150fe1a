"""A brief held against the profile: what is shown, vouched for, only claimed, and what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import a_repository, some_code, some_facts
from folio.facts import Facts
from folio.readiness.brief import covered
from folio.readiness.brief.terms import LONGEST_BRIEF, terms
from folio.repository.model import Deployment

BRIEF = """We are Acme, a grocer in Berlin, and look for a freelance data scientist for our demand forecasting.

You have:
- 5+ years of Python, with pandas, scikit-learn or LightGBM
- Experience with dbt, Snowflake and Apache Airflow
- Docker and Kubernetes on Azure; Python again
You are fluent in English and excel under pressure. Go for it! CET hours, NDA required.
"""
BUYER = {"id": "buyer", "name": "B. Uyer", "role": "Buyer", "organisation": "Grocer", "date": "2025-07",
         "text": "Good.", "consent": "public"}  # fmt: skip
JOB = {"id": "job", "client": "grocer", "role": "Engineer", "deliverable": "Weekly tables", "start": "2025-01",
       "proof": {"reference": "buyer"}}  # fmt: skip
DOCKERFILE = Deployment(
    kind="dockerfile", path="Dockerfile", pinned=True, unprivileged=True, small=True, supervised=True
)


@pytest.fixture(scope="module")
def facts() -> Facts:
    return some_facts(
        repositories={"shop": a_repository(code=some_code(frameworks=("pandas", "sklearn")), deployments=[DOCKERFILE])},
        skills=[
            {"name": "Python", "evidence": ["project:shop"]},
            {"name": "Azure"},
            {"name": "Perl", "evidence": ["project:shop"]},
            {"name": "dbt", "evidence": ["contract:job"]},
        ],
        focus={"specialisms": ["demand forecasting"]},
        clients=[{"id": "grocer", "name": "Grocer", "sector": "retail"}],
        contracts=[JOB],
        references=[BUYER],
        languages=[{"name": "English", "code": "en", "level": "C1"}],
        articles=[],
    )


def test_every_term_is_told_by_what_covers_it(facts: Facts) -> None:
    found = {one.term: (one.coverage, one.times) for one in covered(BRIEF, facts)}
    assert found == {
        "Python": ("shown", 2),
        "Docker": ("shown", 1),
        "pandas": ("shown", 1),
        "scikit-learn": ("shown", 1),
        "dbt": ("vouched", 1),
        "Azure": ("claimed", 1),
        "demand forecasting": ("claimed", 1),
        "English": ("claimed", 1),
        "Apache Airflow": ("missing", 1),
        "Kubernetes": ("missing", 1),
        "LightGBM": ("missing", 1),
        "Snowflake": ("missing", 1),
    }


def test_what_shows_a_term_is_named_with_its_place(facts: Facts) -> None:
    by = {one.term: one.by for one in covered(BRIEF, facts)}
    assert "imports pandas" in by["pandas"]
    assert by["Docker"] == "Shop: it is deployed by Dockerfile"
    assert by["demand forecasting"] == "said in focus.specialisms[0]"
    assert by["Azure"] == "a skill without evidence"


def test_a_skill_whose_link_shows_nothing_of_it_is_not_said_to_have_none(facts: Facts) -> None:
    (found,) = covered("Perl", facts)
    assert (found.coverage, found.by) == ("claimed", "linked to Shop, whose code shows nothing of it")


def test_the_best_covered_come_first_and_the_more_often_named(facts: Facts) -> None:
    found = covered(BRIEF, facts)
    assert found[0].term == "Python"
    assert [one.coverage for one in found] == sorted(
        (one.coverage for one in found), key=["shown", "vouched", "claimed", "missing"].index
    )


@pytest.mark.parametrize(
    ("brief", "found"),
    [
        ("Go and Rust. Go for it, and let it go.", ["Rust"]),
        ("We use Go, Spark and React; express yourself.", ["Go", "Spark", "React"]),
        (
            "Apache Spark, C++, C#, Node.js, .NET, CI/CD, S3",
            ["Apache Spark", "C++", "C#", "Node.js", ".NET", "CI/CD", "S3"],
        ),
        ("Machine learning\nMachine\nlearning", ["Machine learning"]),
        ("The CEO wants KPIs by Monday in the EU.", []),
        ("French at B2 or better, or C1", []),
        ("", []),
        ("<b>Docker</b> {{ Python }}", ["Docker", "Python"]),
    ],
)
def test_terms_are_names_of_tools_and_methods(brief: str, found: list[str]) -> None:
    assert [term for term, _ in terms(brief)] == found


def test_what_the_person_calls_a_skill_is_a_term_too() -> None:
    assert terms("We need loom tuning.", ["Loom tuning"]) == (("loom tuning", 1),)
    assert terms("We need loom tuning.") == ()


@given(st.text(max_size=300))
def test_any_text_is_a_brief(text: str) -> None:
    assert all(term.strip() and times > 0 for term, times in terms(text))


def test_a_book_is_read_in_bounded_time() -> None:
    assert terms("Python " * LONGEST_BRIEF)[0][1] <= LONGEST_BRIEF
