"""What shows a specialism: the words of the field in what was seen, and in the profile a claim at most."""

from __future__ import annotations

from datetime import date

import pytest

from build import a_readme, a_repository, an_article, project_said, some_code, some_facts
from folio.evidence.model import HostedSeen
from folio.facts import Facts
from folio.readiness.assess import stand
from folio.readiness.rubric import rubric
from folio.readiness.score import Scored
from folio.readiness.specialisms import belongs


@pytest.mark.parametrize(
    ("specialism", "tag"),
    [
        ("Demand forecasting", "prophet"),
        ("Forecasting", "Sales forecasts for a bakery"),
        ("Time-series forecasting", "time series"),
        ("Machine learning", "machine-learning"),
        ("Data engineering", "airflow"),
        ("NLP", "spacy"),
        ("Natural language processing", "nlp"),
        ("Computer vision", "cv2"),
        ("Recommender systems", "recommendation"),
        ("Retail pricing", "price elasticity"),
        ("MLOps for small teams", "mlflow"),
        ("Demand planning for retailers", "A retail study"),
        ("Graph learning", "torch_geometric"),
        ("Beekeeping", "beekeeping"),
    ],
)
def test_a_tag_shows_a_specialism(specialism: str, tag: str) -> None:
    assert belongs(specialism, [tag]) == tag


@pytest.mark.parametrize(
    ("specialism", "tag"),
    [
        ("Demand forecasting", "sklearn"),
        ("Machine learning", "learning rust"),
        ("Data engineering", "data"),
        ("Computer vision", "computer games"),
        ("Computer vision", "my visit to Rome"),
        ("Retail", "retained customers"),
        ("Search", "research"),
        ("Forecasting", ""),
    ],
)
def test_a_tag_of_something_else_shows_nothing(specialism: str, tag: str) -> None:
    assert belongs(specialism, [tag]) is None


def scored(facts: Facts) -> Scored:
    return stand(facts, rubric()).by_id["focus-coherence"]


def focus(*specialisms: str) -> dict[str, object]:
    return {"specialisms": list(specialisms), "audience": "retailers"}


def test_a_skill_in_the_profile_alone_is_a_claim() -> None:
    claimed = some_facts(
        focus=focus("Forecasting"),
        projects=[project_said("shop", skills=["forecasting"])],
        repositories={"shop": a_repository()},
        articles=[],
    )
    shown = some_facts(
        focus=focus("Forecasting"),
        repositories={"shop": a_repository(code=some_code(frameworks=["statsforecast"]))},
        articles=[],
    )
    assert (scored(claimed).score, scored(shown).score) == (120, 300)


def test_a_third_specialism_adds_nothing() -> None:
    seen = {"shop": a_repository(code=some_code(frameworks=["spacy"]))}
    two = some_facts(focus=focus("Forecasting", "NLP"), repositories=seen)
    three = some_facts(focus=focus("Forecasting", "Pricing", "NLP"), repositories=seen)
    assert (scored(two).score, scored(three).score) == (300, 0)


def test_titles_topics_and_headings_show_it_and_other_work_costs_nothing() -> None:
    hosted = HostedSeen(
        fork=False, archived=False, private=False, parent=None, homepage=None, description=None,
        topics=("time-series",), default_branch="main",
    )  # fmt: skip
    facts = some_facts(
        focus=focus("Forecasting"),
        repositories={
            "a": a_repository(readme=a_readme(title="Forecasts for shops")),
            "b": a_repository(),
            "c": a_repository(),
        },
        hosted={"b": hosted},
        texts={"one": an_article(title="x", headings=("Why forecasts fail",)), "two": an_article(title="y")},
        days={"one": date(2026, 3, 1), "two": date(2026, 4, 1)},
    )
    assert scored(facts).score == 800


def test_a_profile_without_a_specialism_leaves_it_open() -> None:
    found = scored(some_facts(repositories={"shop": a_repository()}))
    assert (found.score, found.ceiling) == (0, 1000)
