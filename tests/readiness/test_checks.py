"""Every check in three rows: what earns, what is known not to be there, and what nobody could tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from build import (
    NO_TESTS,
    TODAY,
    WORDS,
    a_history,
    a_hosted,
    a_link,
    a_passage,
    a_readme,
    a_repository,
    an_article,
    article_said,
    everything_said,
    places,
    project_said,
    some_code,
    some_facts,
    some_tests,
)
from folio.evidence.model import LinkSeen
from folio.facts import Facts
from folio.facts.links import LinkFacts
from folio.readiness.assess import stand
from folio.readiness.check import CHECKS
from folio.readiness.naming import name_of, subject_names
from folio.readiness.rubric import rubric
from folio.readiness.score import Scored
from folio.readiness.sources import Sources
from folio.repository.model import (
    Ci,
    Configuration,
    Dependencies,
    Deployment,
    Documents,
    Licence,
    Passage,
    Pipeline,
    Place,
    Provenance,
    ResultsTable,
    Serving,
    Sql,
    Tag,
    Toolchain,
    Visuals,
)


def scored(check: str, facts: Facts, platform: str | None = None) -> Scored:
    """On a client of one's own, but for the one check that only platforms with fields of their own have."""
    platform = platform or ("lemon-io" if check == "platform-presence" else "direct-client")
    return stand(facts, rubric(platform)).by_id[check]


def repository(**seen: object) -> Facts:
    return some_facts(repositories={"shelfcast": a_repository(**seen)})


def article(**seen: object) -> Facts:
    return some_facts(texts={"baselines": an_article(**seen)}, days={"baselines": date(2026, 3, 1)})


def linked_article(linked: tuple[str, ...], linking: tuple[str, ...]) -> Facts:
    facts = article()
    tied = replace(facts.articles[0], projects_linked=linked, projects_linking=linking)
    return replace(facts, articles=(tied,))


def project(**said: Any) -> Facts:
    return some_facts(projects=[project_said(**said)])


UNREAD = some_facts(repositories={"shelfcast": "the path does not exist"})
BARE = repository(code=some_code(0), history=a_history(tags=()))
UNREAD_TEXT = some_facts(texts={"baselines": "it lives elsewhere"})
NOTHING = some_facts()
NO_PROJECTS = some_facts(projects=[])
NO_ARTICLES = some_facts(articles=[])
SAID = everything_said()
ACME = {"id": "acme", "name": "Acme", "sector": "retail"}


def said(**section: object) -> Facts:
    return some_facts(**section)


@dataclass(frozen=True)
class Row:
    """Facts that earn, facts under which it is known not to be there, and facts that leave it open."""

    earned: Facts
    absent: Facts
    open: Facts


def seen(**shown: object) -> Row:
    """A check of repositories: what earns; the same repository without it; a repository nobody read."""
    return Row(repository(**shown), BARE, UNREAD)


DOCKER = Deployment(kind="docker", path="Dockerfile", pinned=False, unprivileged=False, small=False, supervised=False)
TAG = Tag(name="v1.0", commit="c1", day=TODAY)

ROWS = {
    "core-algorithms-from-scratch": seen(algorithms=places("k-means")),
    "numeric-check-against-reference": seen(tests=some_tests(checked_against_reference=places("k-means"))),
    "validation-discipline": seen(validation=places("holdout")),
    "multi-metric-evaluation": seen(metrics=places("mae", "rmse")),
    "statistical-inference-used": seen(inference=places("bootstrap")),
    "learning-curves-read": seen(learning_curves=places("learning curve")),
    "baseline-compared": seen(baselines=places("seasonal-naive")),
    "derivations-written-out": seen(documents=Documents(formulas=places("00f1", "00f2"))),
    "evaluation-report": seen(documents=Documents(evaluation=(a_passage("MODEL_CARD.md", numbers=4),))),
    "data-structures-practice": seen(structures=places("heap")),
    "six-foundations-map": Row(said(foundations={"cloud": []}), said(foundations={}), NOTHING),
    "live-url-responds": Row(
        some_facts(projects=[project_said(live={"url": "https://x.example"})], pages={"shelfcast": a_link()}),
        project(),
        NOTHING,
    ),
    "deployment-config": seen(deployments=(DOCKER,)),
    "cd-pipeline": seen(
        ci=Ci(systems=("github",), files=("ci.yml",), test_steps=(), deploy_steps=places("docker push"))
    ),
    "serving-interface": seen(serving=Serving(interfaces=(), typed=False, command_line=("shelfcast",))),
    "monitoring-present": seen(monitoring=places("health")),
    "configuration-by-environment": seen(
        configuration=Configuration(reads_environment=places("DATABASE_URL"), example_file=None)
    ),
    "one-command-run": seen(runners=("Makefile",)),
    "project-substance": seen(code=some_code(400)),
    "release-history": seen(history=a_history(tags=(TAG,))),
    "demo-media": seen(readme=a_readme(images=1)),
    "fundamentals-explained": Row(article(title="Gradient descent by hand"), NO_ARTICLES, UNREAD_TEXT),
    "negative-results-documented": seen(
        documents=Documents(failures=(a_passage("docs/post-mortem.md", 160, numbers=1),))
    ),
    "articles-published": Row(article(), NO_ARTICLES, UNREAD_TEXT),
    "articles-depth": Row(article(), NO_ARTICLES, UNREAD_TEXT),
    "articles-linked-to-work": Row(linked_article(("a",), ("a",)), NO_ARTICLES, UNREAD_TEXT),
    "articles-spread-over-time": Row(article(), NO_ARTICLES, UNREAD_TEXT),
    "sql-authored": seen(sql=Sql(files=1, lines=40, constructs=places("select", "join"))),
    "data-validation": seen(data_checks=places("pandera")),
    "data-visualised": seen(visuals=Visuals(tools=places("matplotlib"))),
    "data-provenance": seen(provenance=Provenance(tracked=places("dvc"))),
    "data-pipeline": seen(pipeline=Pipeline(graphs=places("dvc"))),
    "tests-meaningful": seen(tests=some_tests(12)),
    "ci-runs-tests": seen(ci=Ci(systems=("github",), files=("ci.yml",), test_steps=places("pytest"), deploy_steps=())),
    "readme-complete": seen(readme=a_readme(characters=500)),
    "dependencies-declared-locked": seen(
        dependencies=Dependencies(manifests=("pyproject.toml",), locks=(), exact_pins=0)
    ),
    "lint-format-types": seen(toolchain=Toolchain(linters=("ruff",), formatters=(), type_checkers=(), enforced=False)),
    "licence-present": seen(licence=Licence(path="LICENSE", spdx="MIT")),
    "modular-code": seen(code=some_code(400, modules=3)),
    "commit-hygiene": seen(history=a_history(days=[TODAY])),
    "case-studies": Row(project(problem=WORDS), project(problem="Too short."), NOTHING),
    "measured-outcomes": Row(project(outcomes=[{"what": "Error", "value": "9 %"}]), project(outcomes=[]), NOTHING),
    "limitations-stated": seen(documents=Documents(limitations=(a_passage(words=60),))),
    "talks-or-teaching": Row(
        said(talks=[{"id": "t", "title": "T", "event": "E", "date": "2025"}]), said(talks=[]), NOTHING
    ),
    "active-weeks": seen(history=a_history(days=[TODAY - timedelta(days=10)])),
    "time-horizon": seen(history=a_history(days=[TODAY - timedelta(days=800), TODAY])),
    "study-log": Row(said(study_log=SAID["study_log"]), said(study_log=[]), NOTHING),
    "focus-statement": Row(said(focus=SAID["focus"]), said(focus={}), NOTHING),
    "focus-coherence": Row(
        some_facts(
            focus=SAID["focus"], repositories={"shelfcast": a_repository(code=some_code(frameworks=["prophet"]))}
        ),
        some_facts(focus=SAID["focus"], repositories={"shelfcast": a_repository()}, articles=[]),
        NOTHING,
    ),
    "finished-things": Row(repository(history=a_history(tags=(TAG,))), BARE, UNREAD),
    "contracts-completed": Row(
        said(
            clients=[ACME],
            contracts=[{"id": "c", "client": "acme", "role": "r", "deliverable": "d", "start": "2025"}],
        ),
        said(contracts=[]),
        NOTHING,
    ),
    "client-references": Row(said(references=SAID["references"]), said(references=[]), NOTHING),
    "service-offer": Row(said(services=SAID["services"]), said(services=[]), NOTHING),
    "rate-and-availability": Row(
        said(rates=SAID["rates"]),
        said(rates=None, availability={**SAID["availability"], "overlap": None, "as_of": "2020"}),  # type: ignore[dict-item]
        NOTHING,
    ),
    "contact-and-identity": Row(said(), said(contact={}, links={}), said(links={"github": "ada"})),
    "resume-complete": Row(said(), said(summary="x", work=[], skills=[], education=[]), NOTHING),
    "working-language": Row(said(languages=SAID["languages"]), said(languages=[]), NOTHING),
    "screening-practice": Row(said(rehearsals=SAID["rehearsals"]), said(rehearsals=[]), NOTHING),
    "platform-presence": Row(
        said(work=SAID["work"], skills=SAID["skills"]),
        said(work=[], contracts=[], skills=[], projects=[], links={}),
        NOTHING,
    ),
    "no-committed-secrets": Row(repository(), repository(secrets=places("aws-key")), UNREAD),
}
"""One row a check."""

ABOUT_THE_PERSON = {"contact-and-identity", "platform-presence", "resume-complete"}
"""Checks that earn something by what any valid profile says."""

PARTLY = {"rate-and-availability", "resume-complete"}
"""Checks whose row of absence still earns the parts that nobody can leave out of a valid profile."""


def test_every_check_has_its_rows() -> None:
    assert CHECKS
    assert set(ROWS) == set(CHECKS)


@pytest.mark.parametrize("check", sorted(set(ROWS) - {"no-committed-secrets"}))
def test_a_check_earns_by_what_is_there(check: str) -> None:
    assert scored(check, ROWS[check].earned).score > 0


@pytest.mark.parametrize("check", sorted(set(ROWS) - {"no-committed-secrets"} - PARTLY))
def test_a_check_knows_what_is_not_there(check: str) -> None:
    found = scored(check, ROWS[check].absent)
    assert (found.score, found.ceiling) == (0, 0)


@pytest.mark.parametrize("check", sorted(set(ROWS) - {"no-committed-secrets"}))
def test_a_check_leaves_open_what_nobody_could_tell(check: str) -> None:
    found = scored(check, ROWS[check].open)
    assert found.ceiling > found.score
    assert found.unread
    assert all(one.why for one in found.unread)


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_a_check_says_why_a_client_cares(check: str) -> None:
    why = CHECKS[check].why
    assert 40 < len(why) < 200
    assert why.endswith((".", "?", '"'))


@pytest.mark.parametrize("check", sorted(set(CHECKS)))
def test_a_repository_that_a_guard_leaves_out_earns_nothing(check: str) -> None:
    facts = some_facts(repositories={"fork": a_repository()}, left_out={"fork": "fork"})
    assert not [item for item in scored(check, facts).items if item.found.places]
    assert scored(check, facts).score == (1000 if check == "no-committed-secrets" else 0) or check in ABOUT_THE_PERSON


def test_a_project_without_a_repository_does_not_cloud_what_was_read() -> None:
    one = some_facts(repositories={"shelfcast": a_repository()})
    two = some_facts(repositories={"shelfcast": a_repository(), "secret": None})
    assert scored("tests-meaningful", two).ceiling == scored("tests-meaningful", one).ceiling == 0
    assert [unread.aside for unread in scored("tests-meaningful", two).unread] == [True]


def test_where_no_project_names_a_repository_everything_could_be_there() -> None:
    assert scored("tests-meaningful", some_facts(repositories={"secret": None})).ceiling == 1000


def test_private_work_that_somebody_vouches_for_has_substance() -> None:
    facts = some_facts(
        references=SAID["references"], projects=[project_said(repository=None, proof={"reference": "buyer"})]
    )
    assert scored("project-substance", facts).score == 420


def test_an_unreadable_file_leaves_open_what_it_could_hold() -> None:
    facts = repository(unread=({"path": "big.py", "why": "over 400,000 bytes"},))
    assert scored("core-algorithms-from-scratch", facts).ceiling == 1000
    assert scored("readme-complete", facts).ceiling == 0


def test_a_readme_in_an_unknown_language_is_not_held_against_anybody() -> None:
    readme = a_readme(language=None, install=None, usage=None, results=None, licence_note=None, code_blocks=1)
    assert scored("readme-complete", repository(readme=readme)).ceiling == 399
    assert scored("limitations-stated", repository(readme=readme)).ceiling == 600


@pytest.mark.parametrize(
    "check",
    ["readme-complete", "limitations-stated", "demo-media", "evaluation-report", "baseline-compared", "negative-results-documented"],
)  # fmt: skip
def test_a_readme_that_could_not_be_read_leaves_open_what_it_could_say(check: str) -> None:
    facts = repository(readme=None, unread=({"path": "README.md", "why": "over 400,000 bytes"},))
    found = scored(check, facts)
    assert found.score == 0 < found.ceiling
    assert any("README.md was not read" in one.why for one in found.unread)


def test_a_generated_readme_is_nobodys_own() -> None:
    readme = a_readme(characters=900, headings=5, scaffold=True)
    assert scored("readme-complete", repository(readme=readme)).ceiling == 0


@pytest.mark.parametrize(
    ("link", "level"),
    [(a_link(), 480), (a_link(links_back=("https://ada.example",)), 600), (a_link(placeholder="parked"), 120)],
)
def test_an_address_is_worth_what_was_seen_of_it(link: object, level: int) -> None:
    facts = some_facts(projects=[project_said(live={"url": "https://x.example"})], pages={"shelfcast": link})  # type: ignore[dict-item]
    assert scored("live-url-responds", facts).score == level


def live(link: LinkFacts | LinkSeen | str, **more: Any) -> Facts:
    return some_facts(projects=[project_said(live={"url": "https://x.example"}, **more)], pages={"shelfcast": link})


def test_an_address_that_nobody_reached_is_not_known() -> None:
    found = scored("live-url-responds", live("answers 503; try again later"))
    assert (found.score, found.ceiling) == (120, 600)
    assert "503" in found.unread[0].why


def test_an_address_that_is_gone_is_known_to_be() -> None:
    found = scored("live-url-responds", live(a_link(status=404)))
    assert (found.score, found.ceiling) == (120, 120)


def test_one_answer_leaves_open_whether_there_will_be_another() -> None:
    found = scored("live-url-responds", live(a_link()))
    assert (found.score, found.ceiling) == (480, 600)


def test_what_is_behind_a_login_nobody_knows() -> None:
    found = scored("live-url-responds", live(a_link(placeholder="login")))
    assert (found.score, found.ceiling) == (120, 600)


@pytest.mark.parametrize(
    ("conclusion", "score", "ceiling"), [("success", 1000, 1000), ("failure", 800, 800), (None, 800, 1000)]
)
def test_a_green_run_is_what_the_code_host_says(conclusion: str | None, score: int, ceiling: int) -> None:
    run = (
        {"workflow": "ship", "conclusion": conclusion, "day": "2026-11-01", "commit": "c" * 40} if conclusion else None
    )
    delivering = a_repository(ci=Ci(systems=(), files=(), test_steps=(), deploy_steps=places("push")))
    facts = some_facts(repositories={"shelfcast": delivering}, hosted={"shelfcast": a_hosted(last_run=run)})
    found = scored("cd-pipeline", facts)
    assert (found.score, found.ceiling) == (score, ceiling)


ADA = {"website": "https://ada.example", "github": "ada", "linkedin": "https://linkedin.example/in/ada"}


def identity(**sites: LinkSeen | str) -> Any:
    looks = {f"link:{name}": one for name, one in sites.items()}
    return scored("contact-and-identity", some_facts(links=ADA, contact={"email": "ada@ada.example"}, sites=looks))


def test_pages_that_answer_are_seen_and_those_that_link_back_are_verified() -> None:
    up = a_link()
    assert identity(website=up, github=up, linkedin=up).score == 800
    back = a_link(links_back=("https://ada.example",))
    assert identity(website=back, github=back, linkedin=back).score == 1000


def test_a_network_that_shows_itself_to_nobody_counts_when_ones_own_site_names_it() -> None:
    wall = "answers 999; who is no member can't tell"
    assert identity(website=a_link(), github=a_link(), linkedin=wall).score == 600
    site = a_link(links_back=("https://www.linkedin.example/in/ada/",))
    found = identity(website=site, github=a_link(), linkedin=wall)
    assert found.score == 800
    assert found.ceiling == 1000


def test_a_site_that_is_gone_is_no_site() -> None:
    assert identity(website=a_link(status=404), github=a_link(), linkedin=a_link()).score == 600


def test_a_talk_whose_page_answers_was_seen() -> None:
    talk = {"id": "t", "title": "T", "event": "E", "date": "2025", "url": "https://e.example/t"}
    claimed = scored("talks-or-teaching", some_facts(talks=[talk]))
    seen = scored("talks-or-teaching", some_facts(talks=[talk], sites={"talk:t": a_link()}))
    assert claimed.score < seen.score


def test_one_address_in_two_projects_is_one() -> None:
    two = [project_said(name, live={"url": f"https://x.example{end}"}) for name, end in (("a", ""), ("b", "/"))]
    assert {one.subject for one in scored("live-url-responds", some_facts(projects=two)).items} == {"project:a"}
    assert {one.subject for one in scored("finished-things", some_facts(projects=two)).items} == {"project:a"}


def test_the_same_text_under_two_headings_is_told_once() -> None:
    assert scored("case-studies", project(problem=WORDS, approach=WORDS)).score == 120


def test_nobody_is_their_own_reference() -> None:
    me = {**SAID["references"][0], "name": "Ada Example"}  # type: ignore[index]
    assert scored("client-references", said(references=[me])).score == 0


def test_a_reference_without_consent_is_worth_nothing() -> None:
    silent = {**SAID["references"][0], "consent": "none"}  # type: ignore[index]
    assert scored("client-references", said(references=[silent])).score == 0


def test_what_lies_after_today_does_not_count() -> None:
    later = said(
        rehearsals=[{"kind": "timed-coding", "date": "2027-01"}],
        talks=[{"id": "t", "title": "T", "event": "E", "date": "2027"}],
        study_log=[{"date": "2027-02-01", "topic": "t", "hours": 12, "learned": "l"}],
    )
    for check in ("screening-practice", "talks-or-teaching", "study-log"):
        assert scored(check, later).items == ()


def test_a_pause_costs_nothing() -> None:
    """The best half-year counts, not the latest one."""
    busy = [TODAY - timedelta(weeks=60 + number) for number in range(20)]
    assert scored("active-weeks", repository(history=a_history(days=busy))).score == 1000


def test_a_platform_may_count_one_language_only() -> None:
    german = said(language="de", languages=[{"name": "Deutsch", "code": "de", "level": "native"}])
    assert scored("working-language", german).score == 500
    assert scored("working-language", german, "toptal").score == 0


def test_tests_that_do_not_touch_the_project_earn_nothing() -> None:
    assert scored("tests-meaningful", repository(tests=some_tests(90, imports_project=False))).score == 0
    assert scored("tests-meaningful", repository(tests=NO_TESTS)).score == 0


def test_own_algorithms_without_a_reference_are_named() -> None:
    found = scored("numeric-check-against-reference", repository(algorithms=places("k-means")))
    assert found.score == 0
    assert "no test" in found.items[0].found.says


def test_a_command_alone_is_half_an_interface() -> None:
    serving = Serving(interfaces=(), typed=False, command_line=("x",))
    assert scored("serving-interface", repository(serving=serving)).score == 300
    both = Serving(interfaces=places("fastapi"), typed=False, command_line=("x",))
    assert scored("serving-interface", repository(serving=both)).score == 480


def test_limits_in_any_document_count() -> None:
    limits = Documents(limitations=(a_passage("docs/limits.md", 45),))
    assert scored("limitations-stated", repository(documents=limits)).score == 600


@pytest.mark.parametrize(
    ("failure", "score"),
    [
        (a_passage("docs/post-mortem.md", 160, numbers=1), 1000),
        (a_passage("docs/post-mortem.md", 160, links=1), 1000),
        (a_passage("README.md", 160, numbers=1), 600),
        (a_passage("docs/post-mortem.md", 160), 0),
        (a_passage("docs/post-mortem.md", 149, numbers=9), 0),
    ],
)
def test_a_failure_is_worth_more_in_a_document_of_its_own(failure: Passage, score: int) -> None:
    assert scored("negative-results-documented", repository(documents=Documents(failures=(failure,)))).score == score
    in_article = article(failures=(failure.model_copy(update={"path": "articles/a.md"}),))
    assert scored("negative-results-documented", in_article).score == (1000 if failure.numbers and score else 0)


def test_a_link_counts_in_an_article_that_leads_to_ones_own_project() -> None:
    told = an_article(failures=(a_passage("articles/a.md", 160, links=1),))
    facts = some_facts(texts={"baselines": told})
    tied = replace(facts, articles=(replace(facts.articles[0], projects_linked=("a",)),))
    assert [scored("negative-results-documented", one).score for one in (facts, tied)] == [0, 1000]


def test_the_same_formula_in_article_and_repository_is_one() -> None:
    five = tuple(f"{number:016x}" for number in range(5))
    both = some_facts(
        repositories={
            "a": a_repository(documents=Documents(formulas=places(*five))),
            "b": a_repository(),
        },
        texts={"baselines": an_article(derivations=five)},
    )
    assert scored("derivations-written-out", both).score == 300
    assert scored("derivations-written-out", both).ceiling == 300


def test_where_a_repository_was_read_a_missing_list_of_articles_is_asked_for_and_leaves_nothing_open() -> None:
    found = scored("derivations-written-out", repository())
    assert (found.score, found.ceiling) == (0, 0)
    assert [one.aside for one in found.unread] == [True]


@pytest.mark.parametrize(
    ("seen", "topics"),
    [
        ({"title": "Gradient descent by hand"}, 1),
        ({"title": "T", "headings": ("Bias and variance", "Cross-validation", "交叉验证")}, 2),
        ({"title": "Gradient descent by hand", "code_blocks": 0}, 0),
        ({"title": "Gradient descent by hand", "code_blocks": 0, "formulas": 1}, 1),
        ({"title": "Our journey"}, 0),
    ],
)
def test_a_fundamental_is_named_by_title_or_heading_and_shown(seen: dict[str, object], topics: int) -> None:
    assert len(scored("fundamentals-explained", article(**seen)).items) == topics


def test_what_the_profile_calls_an_article_is_no_evidence_of_what_it_explains() -> None:
    facts = some_facts(articles=[article_said(title="Gradient descent")], texts={"baselines": an_article()})
    assert scored("fundamentals-explained", facts).score == 0


def test_an_article_in_an_unknown_language_is_not_held_against_anybody() -> None:
    facts = article(language=None)
    assert scored("fundamentals-explained", facts).ceiling == 1000
    assert scored("negative-results-documented", facts).ceiling == 1000


@pytest.mark.parametrize(
    ("tables", "score"),
    [
        ((), 600),
        (((True, False),), 850),
        (((True, True),), 1000),
        (((False, True),), 600),
        (((True, False), (False, True)), 850),
    ],
)
def test_a_baseline_counts_more_beside_the_model_and_its_cost(
    tables: tuple[tuple[bool, bool], ...], score: int
) -> None:
    seen = tuple(
        ResultsTable(path="README.md", line=number, baseline=baseline, cost=cost)
        for number, (baseline, cost) in enumerate(tables)
    )
    assert scored("baseline-compared", repository(baselines=places("naive"), results_tables=seen)).score == score


def test_an_evaluation_in_the_readme_is_worth_half() -> None:
    section = Documents(evaluation=(a_passage("README.md", numbers=4),))
    both = Documents(evaluation=(a_passage("README.md", numbers=4), a_passage("docs/eval.md", numbers=2)))
    assert scored("evaluation-report", repository(documents=section)).score == 500
    assert scored("evaluation-report", repository(documents=both)).score == 1000


@pytest.mark.parametrize("shown", [{"images": 1}, {"videos": 1}, {"demo": "https://shop.mara.dev"}])
def test_a_picture_a_film_or_a_demo_is_enough(shown: dict[str, object]) -> None:
    assert scored("demo-media", repository(readme=a_readme(**shown))).score == 1000


def test_links_in_an_unknown_language_may_lead_to_a_demo() -> None:
    unknown = a_readme(language=None, links=("https://shop.mara.dev",))
    assert scored("demo-media", repository(readme=unknown)).ceiling == 1000
    assert scored("demo-media", repository(readme=a_readme())).ceiling == 0


@pytest.mark.parametrize("check", ["baseline-compared", "evaluation-report", "negative-results-documented"])
def test_documents_in_an_unknown_language_leave_it_open(check: str) -> None:
    found = scored(check, repository(readme=a_readme(language=None)))
    assert found.score == 0
    assert found.ceiling > 0


@pytest.mark.parametrize(("linked", "linking", "score"), [((), (), 0), (("a",), (), 350), (("a",), ("a",), 500)])
def test_an_article_is_tied_to_work_by_links_in_both_directions(
    linked: tuple[str, ...], linking: tuple[str, ...], score: int
) -> None:
    assert scored("articles-linked-to-work", linked_article(linked, linking)).score == score


# ------------------------------------------------------------------ what more may not take away


def test_a_project_that_runs_and_was_finished_keeps_the_word_for_its_end() -> None:
    proof = {"link": "https://example.org/letter"}
    ended = project_said("mill", repository=None, end="2026-01", proof=proof)
    before, after = (some_facts(projects=[one]) for one in (ended, {**ended, "live": {"description": "inside"}}))
    assert scored("finished-things", before).score == scored("finished-things", after).score > 0


@pytest.mark.parametrize("reverse", [False, True])
def test_of_projects_that_share_texts_the_best_three_come_out_best_in_any_order(reverse: bool) -> None:
    texts = {"a": ("one", "two"), "b": ("two", "three"), "c": ("three", "four")}
    told = [
        project_said(name, problem=f"{first} {WORDS}", approach=f"{second} {WORDS}")
        for name, (first, second) in texts.items()
    ]
    facts = some_facts(projects=told[::-1] if reverse else told)
    assert scored("case-studies", facts).score == (600 * 400 + 250 * 400) // 1000  # a and c; b first would cost 90


def test_a_platform_is_called_by_its_name() -> None:
    there = some_facts(platforms=[{"id": "lemon-io"}])
    assert name_of("platform:lemon-io", subject_names(there)) == "your profile on Lemon Io"


def test_a_number_that_a_report_gives_is_traced_to_the_commit_and_one_in_an_article_to_its_file() -> None:
    nine = Place(name="9 %", path="README.md", line=3)
    mill = project_said("mill", code_url="https://github.com/ada/mill", outcomes=[{"what": "Error", "value": "9 %"}])
    there = {"repositories": {"mill": a_repository(quantities=(nine,))}}
    assert source_of("measured-outcomes", some_facts(projects=[mill], **there)).startswith("commit ")
    text = an_article(
        links=("https://github.com/ada/mill",), quantities=(nine.model_copy(update={"path": "articles/nine.md"}),)
    )
    told = {"articles": [{"id": "nine", "file": "articles/nine.md"}], "texts": {"nine": text}}
    facts = some_facts(projects=[mill], repositories={"mill": a_repository()}, **told)
    tied = replace(facts, articles=(replace(facts.articles[0], projects_linked=("mill",)),))
    assert source_of("measured-outcomes", tied) == "articles/nine.md"


def source_of(check: str, facts: Facts) -> str:
    found = scored(check, facts)
    return Sources(facts).of(found.items[0], found.entry.reads)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"contact": {}}, ["the profile has no 'links'"]),
        ({"links": {}}, []),
        ({"contact": {}, "links": {}}, []),
    ],
)
def test_pages_and_a_way_to_be_reached_are_not_known_where_the_profile_has_no_such_section(
    said: dict[str, object], asked: list[str]
) -> None:
    found = scored("contact-and-identity", some_facts(**said))
    assert [one.why for one in found.unread if not one.todo.startswith("run")] == asked
    assert (found.ceiling > found.score) is bool(asked)


def test_whether_anybody_was_worked_for_is_not_known_while_one_of_the_two_sections_is_missing() -> None:
    assert scored("resume-complete", some_facts(work=[])).unread[0].why.startswith("the profile has no 'contracts'")


def test_naming_a_repository_that_cannot_be_read_lowers_no_foundation() -> None:
    stated = said(foundations={"cloud": ["project:loom"]}, projects=[project_said("loom", repository=None)])
    unread = some_facts(
        foundations={"cloud": ["project:loom"]},
        projects=[project_said("loom")],
        repositories={"loom": "no such folder"},
    )
    before, after = (scored("six-foundations-map", facts) for facts in (stated, unread))
    assert before.score == after.score > 0
    assert before.ceiling < after.ceiling
