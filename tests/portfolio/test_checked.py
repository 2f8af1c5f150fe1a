"""What the site says of readiness: nothing unless the profile publishes it, and nothing private then either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build import (
    a_good_repository,
    a_history,
    a_hosted,
    a_repository,
    an_article,
    everything_said,
    excellent_facts,
    places,
    project_said,
    some_code,
    some_facts,
    some_tests,
)
from folio.errors import InputError
from folio.facts import Facts
from folio.portfolio.site.checked import in_first_person, readiness
from folio.portfolio.site.compose import compose
from folio.portfolio.site.model import Portfolio, Readiness
from folio.profile.enclosed import Enclosures
from folio.profile.load import load
from folio.readiness.assess import assess
from folio.readiness.report import Named, Points, Report
from folio.readiness.rubric import rubric
from folio.render.site.folder import render_site
from folio.repository.model import Dependencies, Place, Toolchain
from folio.website.build import build_site

LEVEL, POINTS = "Zzyzx", 73


def published(**publishing: bool) -> dict[str, Any]:
    return {"publishing": {"site_url": "https://ada.example.org", **publishing}}


def graded(facts: Facts) -> Report:
    """The report, with a level and points that nothing else on a site would say."""
    report = assess(facts, rubric())
    points = Points(earned=POINTS, unknown=7, missing=20)
    return replace(report, level=Named(id="zzyzx", title=LEVEL), points=points)


def portfolio(**publishing: bool) -> Portfolio:
    facts = excellent_facts(**published(**publishing))
    return compose(facts, graded(facts), Enclosures({}, {}))


def shown(facts: Facts) -> Readiness:
    found = readiness(facts, graded(facts))
    assert found is not None
    return found


def built(site: Portfolio, folder: Path) -> dict[str, str]:
    """Every file of the built site, by its path."""
    build_site(render_site(site), folder=folder / "pages", out=folder / "site")
    files = (one for one in (folder / "site").rglob("*") if one.is_file())
    return {str(one.relative_to(folder / "site")): one.read_bytes().decode("utf-8", "replace") for one in files}


def says(files: dict[str, str], *words: str) -> set[str]:
    return {path for path, text in files.items() if any(word in text for word in words)}


def test_no_file_of_the_site_says_the_level_or_the_points_unless_published(tmp_path: Path) -> None:
    files = built(portfolio(), tmp_path)
    assert {"index.html", "about/index.html", "sitemap.xml"} <= set(files)
    assert says(files, LEVEL, f"{POINTS} of 100", "What was checked", "Vouched for", "readiness", "checked-line") == {
        path for path in files if path.endswith(".css")
    }


def test_published_it_stands_on_one_page_and_the_points_on_none(tmp_path: Path) -> None:
    files = built(portfolio(readiness=True), tmp_path)
    assert says(files, LEVEL) == {"about/index.html", "search.json"}
    assert says(files, f"{POINTS} of 100") == set()


def test_the_points_are_there_when_these_are_published_too(tmp_path: Path) -> None:
    files = built(portfolio(readiness=True, readiness_points=True), tmp_path)
    assert says(files, f"Points: {POINTS} of 100") == {"about/index.html", "search.json"}


def test_points_without_the_level_are_a_contradiction(tmp_path: Path) -> None:
    text = "name: Ada\nheadline: H\nsummary: S\npublishing: {readiness_points: true}\n"
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"4:32: publishing\.readiness_points: shows nothing while 'readiness' is off"):
        load(tmp_path)
    assert readiness(excellent_facts(**published(readiness_points=True)), graded(excellent_facts())) is None


def test_the_evidence_is_told_by_category_the_strongest_first_and_links_what_is_public() -> None:
    found = shown(excellent_facts(**published(readiness=True)))
    assert found.parts[0].title == "Fundamentals"
    assert [line.how for part in found.parts for line in part.lines if part.title == "Deployed projects"][:1] == [
        "Confirmed twice"
    ]
    links = {one.path for part in found.parts for line in part.lines for one in line.where}
    assert {"work/shelfcast/", "articles/article-0/"} <= links
    assert found.not_observable == ("how I lead the first call", "what my references say on the phone")


def test_what_is_only_claimed_is_not_said_to_be_checked() -> None:
    facts = some_facts(**published(readiness=True), **said_alone())
    assert all(line.how != "Claimed" for part in shown(facts).parts for line in part.lines)
    assert "References" not in str(shown(facts))


def begun(**changes: Any) -> Facts:
    """Somebody of whom some checks are there in part, with public code."""
    seen = a_repository(
        dependencies=Dependencies(manifests=("pyproject.toml",), locks=(), exact_pins=0),
        toolchain=Toolchain(linters=("ruff",), formatters=("ruff",), type_checkers=(), enforced=False),
        baselines=places("DummyRegressor"),
        tests=some_tests(4),
        history=a_history(days=(date(2026, 6, 10), date(2026, 11, 15)), tags=()),
        code=some_code(2000),
    )
    work = [{"id": "w", "role": "Engineer", "organisation": "O", "start": "2021-05", "summary": "s"}]
    base = {"projects": [project_said("shop")], "articles": [], "work": work, **published(readiness=True)}
    return some_facts(**{"repositories": {"shop": seen}, **base, **changes})


def named(facts: Facts) -> str:
    return " · ".join(what for part in shown(facts).parts for line in part.lines for what in line.what)


def test_a_check_that_is_there_in_part_is_named_with_the_parts_that_are_there() -> None:
    found = named(begun())
    assert "Linter, formatter, types (in part: a linter, a formatter)" in found
    assert "A cheap baseline is beaten, and the cost is stated (in part: a baseline in code)" in found
    assert "Projects of substance, my own" in found


@pytest.mark.parametrize("title", ["Dependencies", "Tests that can fail", "A README", "Releases", "Held-out"])
def test_a_check_of_which_little_was_found_is_not_named(title: str) -> None:
    report = assess(begun(), rubric())
    assert any(check.title.startswith(title) for check in report.checks)
    assert title not in named(begun())


def test_years_that_only_the_profile_says_are_not_said_to_be_seen() -> None:
    check = assess(begun(), rubric()).check("time-horizon")
    assert check is not None
    assert {(item.level, item.amount) for item in check.items} >= {("observed", 5), ("claimed", 66)}
    assert "months" not in named(begun())
    assert "Years" not in named(begun())


def test_months_are_counted_where_they_were_seen() -> None:
    seen = a_repository(history=a_history(days=(date(2024, 5, 10), date(2026, 11, 15))))
    found = named(begun(repositories={"shop": seen}))
    assert "30 months of dated work" in found
    assert "66" not in found


def test_foundations_are_counted_and_not_said_to_be_six() -> None:
    linked = {name: ["project:shop"] for name in ("machine-learning", "devops", "software-engineering", "mathematics")}
    found = named(begun(repositories={"shop": a_good_repository()}, foundations=linked))
    assert "4 foundations, each with proof" in found
    assert "Six" not in found


def test_strong_private_work_lends_nothing_to_weak_public_work() -> None:
    both = [project_said("shop"), project_said("hush", private=True)]
    strong = {"shop": a_repository(tests=some_tests(4)), "hush": a_good_repository()}
    facts = begun(projects=both, repositories=strong)
    check = assess(facts, rubric()).check("tests-meaningful")
    assert check is not None
    assert check.score >= 600
    assert "Tests that can fail" not in named(facts)


def said_alone() -> dict[str, Any]:
    talk = {"id": "t", "title": "Looms", "event": "Meetup", "date": "2025"}
    return {"projects": [project_said("shop", repository=None)], "articles": [], "talks": [talk]}


@pytest.mark.parametrize(
    "private",
    [
        {"said": {"private": True}},
        {"said": {"client": "acme"}},
        {"hosted": {"hush": a_hosted(private=True)}},
    ],
)
def test_private_work_is_in_none_of_it(private: dict[str, Any]) -> None:
    client = {"id": "acme", "name": "Acme Mutual", "sector": "s", "nda": True, "shown_as": "an insurer"}
    project = project_said("hush", title="Hush", **private.get("said", {}))
    contract = {"id": "job", "client": "acme", "role": "r", "deliverable": "Hush", "start": "2025", "proof": {
        "reference": "buyer"}}  # fmt: skip
    said = everything_said(projects=[project], articles=[], clients=[client], contracts=[contract], **published(
        readiness=True), skills=[], foundations={}, services=[])  # fmt: skip
    facts = some_facts(repositories={"hush": a_good_repository()}, hosted=private.get("hosted"), **said)
    found = str(shown(facts))
    for word in ("Hush", "hush", "Acme", "acme", "insurer"):
        assert word not in found


def test_a_referee_who_is_not_to_be_named_is_not_named() -> None:
    people = [{**one, "consent": "on-request"} for one in everything_said()["references"]]  # type: ignore[attr-defined]
    found = str(shown(excellent_facts(references=people, **published(readiness=True))))
    assert "Planner" not in found


def test_no_path_of_a_repository_is_in_it() -> None:
    assert "src/" not in str(shown(excellent_facts(**published(readiness=True))))


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("how you lead the first call", "how I lead the first call"),
        ("where its search ranks you", "where its search ranks me"),
        ("Something of yours is live", "Something of mine is live"),
        ("Core algorithms written by yourself", "Core algorithms written by myself"),
        ("Projects of substance, your own", "Projects of substance, my own"),
        ("live coding", "live coding"),
    ],
)
def test_the_site_speaks_in_the_persons_voice(said: str, spoken: str) -> None:
    assert in_first_person(said) == spoken


# ------------------------------------------------------------------ figures


def case(**project: object) -> Any:
    outcome = {"what": "Error", "value": "33.2", "unit": "%"}
    claim = project_said("shop", outcomes=[outcome], **project)
    seen = a_repository(quantities=(Place(name="33.2 %", path="docs/a.md", line=7),))
    facts = some_facts(projects=[claim], repositories={"shop": seen}, articles=[])
    return compose(facts, assess(facts, rubric()), Enclosures({}, {})).work[0].figures[0]


def test_a_figure_that_a_report_gives_is_proven_and_links_the_line() -> None:
    figure = case(code_url="https://code.example/ada/shop")
    assert figure.proven
    assert figure.source.href == "https://code.example/ada/shop/blob/c0ffee/docs/a.md#L7"
    assert figure.source.text == "a.md"


def test_a_figure_in_code_that_nobody_can_open_is_proven_without_a_link() -> None:
    assert (case().proven, case().source) == (True, None)


def test_an_article_that_gives_the_figure_is_linked() -> None:
    outcome = {"what": "Error", "value": "33.2", "unit": "%"}
    said = {"projects": [project_said("shop", outcomes=[outcome])], "articles": [{"id": "a", "file": "a.md"}]}
    text = an_article(quantities=(Place(name="33.2 %", path="a.md", line=7),))
    facts = some_facts(repositories={"shop": a_repository()}, texts={"a": text}, **said)
    [article] = facts.articles
    facts = replace(facts, articles=(replace(article, projects_linked=("shop",)),))
    figure = compose(facts, assess(facts, rubric()), Enclosures({}, {})).work[0].figures[0]
    assert (figure.proven, figure.source.path) == (True, "articles/a/")


@pytest.mark.parametrize(("consent", "is_shown"), [("public", True), ("on-request", False), ("none", False)])
def test_only_a_referee_who_speaks_in_public_is_on_the_site_with_their_link(
    consent: str, is_shown: bool, tmp_path: Path
) -> None:
    people = [
        {**one, "name": f"Zed Quillfeather {at}", "consent": consent, "link": f"https://zed.example/{at}"}
        for at, one in enumerate(everything_said()["references"])  # type: ignore[arg-type,var-annotated]
    ]
    facts = excellent_facts(references=people, **published(readiness=True))
    assert ("zed.example" in str(shown(facts))) is is_shown
    files = built(compose(facts, graded(facts), Enclosures({}, {})), tmp_path)
    assert bool(says(files, "Quillfeather", "zed.example")) is is_shown
