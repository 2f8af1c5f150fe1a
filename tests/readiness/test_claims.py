"""Claims: each skill, number and statement, what supports it, and the one step that would."""

from __future__ import annotations

import pytest

from build import (
    a_link,
    a_repository,
    an_article,
    everything_said,
    excellent_facts,
    places,
    project_said,
    some_code,
    some_facts,
)
from folio.facts import Facts
from folio.readiness.claims import claims
from folio.readiness.claims.showing import article_shows, repository_shows, shows
from folio.readiness.claims.skill_words import ORDINARY, SHOWN_BY
from folio.readiness.report import ClaimSeen
from folio.repository.model import Deployment, Place, RepositorySeen

BUYER = {"id": "buyer", "name": "B. Uyer", "role": "Buyer", "organisation": "Grocer", "date": "2025-07",
         "text": "Left over fell by 31 %.", "consent": "public"}  # fmt: skip
GROCER = {"id": "grocer", "name": "Grocer", "sector": "retail"}
JOB = {"id": "job", "client": "grocer", "role": "Engineer", "deliverable": "dbt models", "start": "2025-01"}

DOCKERFILE = Deployment(
    kind="dockerfile", path="Dockerfile", pinned=True, unprivileged=True, small=True, supervised=True
)


def at(facts: Facts, where: str) -> ClaimSeen:
    [one] = [one for one in claims(facts) if one.where == where]
    return one


def skill(name: str, *evidence: str, **facts: object) -> ClaimSeen:
    said: dict[str, object] = {"articles": [], **facts}
    return at(some_facts(skills=[{"name": name, "evidence": list(evidence)}], **said), "skills[0]")  # type: ignore[arg-type]


def coded(*frameworks: str, **seen: object) -> dict[str, RepositorySeen]:
    return {"shop": a_repository(code=some_code(frameworks=frameworks), **seen)}


# ------------------------------------------------------------------ skills


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("scikit-learn", coded("sklearn")),
        ("Python", coded()),
        ("PostgreSQL", coded("psycopg")),
        ("FastAPI", coded("fastapi")),
        ("PyTorch", coded("torch")),
        ("Azure", coded("azure")),
        ("AWS", coded("boto3")),
        ("Demand forecasting", coded("prophet")),
        ("asyncio", coded(structures=places("async"))),
        ("Gradient boosting", coded(algorithms=places("gradient boosting"))),
        ("Time-series validation", coded(validation=places("walk-forward"))),
        ("Docker", coded(deployments=[DOCKERFILE])),
    ],
)
def test_a_skill_that_linked_code_shows_is_observed(name: str, seen: dict[str, RepositorySeen]) -> None:
    one = skill(name, "project:shop", repositories=seen)
    assert one.support == "observed"
    assert one.by[0].startswith("Shop: ")
    assert one.todo == ""


def test_a_skill_says_what_shows_it_and_where() -> None:
    one = skill("asyncio", "project:shop", repositories=coded(structures=places("async")))
    assert one.by == ("Shop: async (src/async.py:7)",)


def test_linked_code_that_shows_nothing_of_a_skill_is_a_claim() -> None:
    one = skill("Kafka", "project:shop", repositories=coded("pandas"))
    assert (one.support, one.by) == ("claimed", ("linked to Shop, whose code shows nothing of it",))


def test_a_skill_that_only_looks_like_something_in_the_code_is_not_shown() -> None:
    assert skill("R", "project:shop", repositories=coded("requests", "rich")).support == "claimed"
    assert skill("Go", "project:shop", repositories=coded("google")).support == "claimed"


def test_a_skill_without_a_link_is_told_what_to_link() -> None:
    one = skill("Docker", repositories=coded(deployments=[DOCKERFILE]))
    assert (one.support, one.by) == (None, ())
    assert one.todo == "Link project:shop under its 'evidence': it is deployed by Dockerfile"


def test_a_skill_that_nothing_shows_says_so() -> None:
    one = skill("Cobol", repositories=coded())
    assert (one.support, one.todo) == (None, "Link what shows it under its 'evidence', or leave it out")


def test_an_article_shows_what_its_title_headings_and_code_name() -> None:
    seen = {"a": an_article(title="Windows", headings=("SQL without tears",), code_names=("duckdb", "sql"))}
    said = {"texts": seen, "articles": [{"id": "a", "file": "a.md", "title": "Windows"}]}
    assert skill("SQL", "article:a", **said).by == ("Windows: its code is sql",)
    assert skill("DuckDB", "article:a", **said).support == "observed"
    assert skill("Rust", "article:a", **said).support == "claimed"


def test_a_contract_attests_to_a_skill_when_somebody_confirms_it() -> None:
    said: dict[str, object] = {"clients": [GROCER], "references": [BUYER]}
    assert skill("dbt", "contract:job", contracts=[JOB], **said).support == "claimed"
    proven = skill("dbt", "contract:job", contracts=[{**JOB, "proof": {"reference": "buyer"}}], **said)
    assert (proven.support, proven.by) == (
        "attested",
        ("the contract as Engineer: dbt models; B. Uyer, Buyer at Grocer",),
    )


def test_nobody_attests_to_their_own_contract() -> None:
    me = {**BUYER, "name": "Ada Example"}
    own = {"clients": [GROCER], "references": [me], "contracts": [{**JOB, "proof": {"reference": "buyer"}}]}
    assert skill("dbt", "contract:job", **own).support == "claimed"


def test_code_that_was_not_read_or_does_not_count_is_said_to_be_so() -> None:
    unread = skill("Python", "project:shop", repositories={"shop": "offline"})
    assert (unread.support, unread.by) == ("claimed", ("linked to Shop, whose code was not read: offline",))
    fork = skill("Python", "project:shop", repositories=coded(), left_out={"shop": "fork"})
    assert fork.by == ("linked to Shop, whose code does not count",)


def test_the_26th_skill_and_the_third_specialism_are_beyond_what_counts() -> None:
    many = [{"name": f"Skill {number}", "evidence": ["project:shop"]} for number in range(27)]
    facts = some_facts(skills=many, focus={"specialisms": ["a", "b", "c"]}, repositories=coded(), articles=[])
    beyond = [one.where for one in claims(facts) if "count" in one.todo]
    assert beyond == ["focus.specialisms[2]", "skills[25]", "skills[26]"]


def test_every_row_of_the_table_is_in_the_form_that_is_looked_up() -> None:
    from folio.readiness.claims.showing import name

    assert [one for one in SHOWN_BY if name(one) != one] == []
    assert [one for row in SHOWN_BY.values() for one in row.split() if name(one) != one] == []
    assert [one for one in ORDINARY if name(one) != one] == []


def test_a_repository_shows_its_languages_its_tests_and_its_groups() -> None:
    shown = repository_shows(a_repository(data_checks=places("pandera")))
    assert shows("Data validation", shown) == "pandera (src/pandera.py:7)"
    assert shows("Python", shown) == "500 lines of Python"
    assert shows("TypeScript", shown) is None


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("React", "Next steps"),
        ("Next.js", "Next steps"),
        ("MongoDB", "Motor insurance claims"),
        ("Cross-validation", "Input validation"),
        ("Kubernetes", "At the helm"),
        ("Docker", "Compose yourself"),
        ("Experiment tracking", "Aim"),
        ("Concurrency", "Business processes"),
        ("ETL", "The sales pipeline"),
        ("A/B testing", "Inference cost on a laptop"),
        ("Streaming analytics", "Streams and salmon"),
        ("Spark", "The spark that started it"),
        ("Excel", "Where models excel"),
        ("Express", "How to express doubt"),
        ("Flask", "A flask of water"),
        ("REST", "The rest of the story"),
        ("C", "Vitamin C"),
        ("C++", "C"),
        ("Go", "Let's go"),
        ("R", "R"),
        ("+++", "!!!"),
    ],
)
def test_a_heading_that_only_sounds_like_a_skill_shows_nothing_of_it(name: str, heading: str) -> None:
    assert shows(name, article_shows(an_article(title=heading, headings=(heading,)))) is None


@pytest.mark.parametrize(
    ("name", "heading"),
    [("Django", "Why not Django"), ("SQL", "SQL without tears"), ("Cross-validation", "On cross validation"),
     ("C++", "C++"), ("Demand forecasting", "Demand forecasting for bakers"), ("Weberei", "Über Weberei")],
)  # fmt: skip
def test_a_heading_that_names_a_skill_shows_it(name: str, heading: str) -> None:
    assert shows(name, article_shows(an_article(headings=(heading,)))) == f"it has a heading '{heading}'"
    assert shows(name, article_shows(an_article(title=heading))) == f"it is called '{heading}'"


@pytest.mark.parametrize(
    ("name", "code"),
    [("React", "next"), ("Spark", "pyspark"), ("Rust", "rust"), ("Go", "go"), ("Kubernetes", "helm"), ("C++", "c++")],
)
def test_the_code_of_a_text_shows_what_a_heading_alone_does_not(name: str, code: str) -> None:
    assert shows(name, article_shows(an_article(headings=(name,), code_names=(code,)))) == f"its code is {code}"


@pytest.mark.parametrize(
    ("name", "language"), [("C++", "C"), ("C#", "C"), ("C", "Objective-C"), ("R", "Rust"), ("Go", "Cargo")]
)
def test_one_language_does_not_show_another(name: str, language: str) -> None:
    assert shows(name, repository_shows(a_repository(code=some_code(languages={language: 500})))) is None
    assert shows(name, repository_shows(a_repository(code=some_code(languages={name: 500})))) is not None


def test_a_talk_whose_page_answers_shows_what_its_title_names() -> None:
    talk = {"id": "t", "title": "Weaving with Django", "event": "Meetup", "date": "2025", "url": "https://t.example"}
    answers = {"talks": [talk], "sites": {"talk:t": a_link()}}
    one = skill("Django", "talk:t", **answers)
    assert (one.support, one.by) == ("observed", ("Weaving with Django, https://t.example",))
    assert skill("Kafka", "talk:t", **answers).by == ("linked to the talk Weaving with Django",)
    assert skill("Kafka", "talk:t", **answers).support == "claimed"
    assert skill("Django", "talk:t", talks=[talk]).support == "claimed"
    gone = skill("Django", "talk:t", talks=[talk], sites={"talk:t": a_link(status=404)})
    assert (gone.support, gone.by) == ("claimed", ("linked to the talk Weaving with Django",))


def test_a_referee_attests_to_what_they_name() -> None:
    def said(name: str, text: str) -> str | None:
        return skill(name, "reference:buyer", references=[{**BUYER, "text": text}]).support

    assert said("Django", "Her django site stands.") == "attested"
    assert said("Go", "Two services in Go, on time.") == "attested"
    assert said("Go", "We would go with her again.") == "claimed"
    assert said("+++", "!!!") == "claimed"


# ------------------------------------------------------------------ numbers


def numbered(summary: str = "I build.", **facts: object) -> list[ClaimSeen]:
    said: dict[str, object] = {"articles": [], "summary": summary, **facts}
    return [one for one in claims(some_facts(**said)) if one.kind == "number"]  # type: ignore[arg-type]


def test_a_number_that_nothing_gives_asks_how_it_was_measured() -> None:
    [one] = numbered("I made it 31 % cheaper.")
    assert (one.where, one.support) == ("summary", None)
    assert one.says == "I made it 31 % cheaper."
    assert one.todo == "Say under 'outcomes' how 31 % was measured, or link the report that gives it"


def test_two_ends_of_one_change_are_one_claim() -> None:
    [one] = numbered("The run went from 50 to 4 minutes.")
    assert "how 50 to 4 minutes was measured" in one.todo


@pytest.mark.parametrize("text", ["Since 2019.", "Call +39 040 123.", "Python 3.12.", "On 2024-03-05 I began."])
def test_years_days_phones_and_versions_are_no_claims(text: str) -> None:
    assert numbered(text) == []


def test_a_number_in_prose_is_supported_by_the_outcome_that_gives_it() -> None:
    outcome = {"what": "Left over", "value": "31", "unit": "% less", "baseline": "99 units", "measured": "write-offs"}
    project = project_said("shop", outcomes=[outcome], summary="31 % less")
    found = numbered("I made it 31 % cheaper.", repositories={"shop": a_repository()}, projects=[project])
    supported = {one.where: (one.support, one.by[0]) for one in found}
    reasoned = "before: 99 units; measured: write-offs"
    assert supported["projects[0].outcomes[0]"] == ("claimed", reasoned)
    assert supported["summary"] == ("claimed", "given under projects[0].outcomes[0]")


def test_an_outcome_without_a_before_or_a_measure_is_supported_by_nothing() -> None:
    project = project_said("shop", outcomes=[{"what": "Error", "value": "9 %", "baseline": "14 %"}])
    [one] = numbered(repositories={"shop": a_repository()}, projects=[project])
    assert (one.support, one.todo) == (None, "Add 'measured' to projects[0].outcomes[0]")


def test_a_report_a_proof_and_a_reference_support_a_number_in_this_order() -> None:
    found = (Place(name="31 %", path="README.md", line=3),)
    project = project_said("shop", outcome="It saved 31 %.", proof={"reference": "buyer"})
    said: dict[str, object] = {"projects": [project], "references": [{**BUYER, "text": "Fine."}]}
    seen = numbered(repositories={"shop": a_repository(quantities=found)}, **said)
    assert [(one.support, one.by) for one in seen] == [("observed", ("Shop: README.md:3",))]
    proven = numbered(repositories={"shop": a_repository()}, **said)
    assert [(one.support, one.by) for one in proven] == [("attested", ("B. Uyer, Buyer at Grocer",))]
    spoken = numbered("I saved 31 %.", references=[BUYER])
    assert [(one.support, one.by) for one in spoken] == [("attested", ("B. Uyer says it, Grocer",))]
    private = numbered("I saved 31 %.", references=[{**BUYER, "consent": "on-request"}])
    assert [one.support for one in private] == [None]


def test_a_number_of_a_position_is_not_supported_by_a_report_of_something_else() -> None:
    found = (Place(name="31 %", path="README.md", line=3),)
    work = [{"id": "w", "organisation": "Port", "role": "r", "start": "2020", "highlights": ["Saved 31 %."]}]
    [one] = numbered(work=work, repositories={"shop": a_repository(quantities=found)})
    assert (one.where, one.support) == ("work[0].highlights[0]", None)


OUTCOME = {"what": "Left over", "value": "31", "unit": "%", "baseline": "44 %", "measured": "write-offs"}
SEEN = Place(name="31 %", path="README.md", line=3)
BEFORE = Place(name="44 %", path="README.md", line=2)


def supports(**facts: object) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    return {one.where: (one.support, one.by) for one in numbered(**facts)}


def test_a_contract_supports_no_number_of_other_work() -> None:
    port = {"id": "port", "name": "Port", "sector": "freight"}
    proven = {**JOB, "result": "31 % fewer losses", "proof": {"reference": "buyer"}}
    said: dict[str, object] = {
        "clients": [GROCER, port],
        "references": [{**BUYER, "text": "Fine."}],
        "contracts": [proven, {**JOB, "id": "other", "client": "port", "result": "31 % faster"}],
        "work": [
            {"id": "mill", "organisation": "Mill", "role": "r", "start": "2020", "highlights": ["Cut scrap by 31 %."],
             "outcomes": [{"what": "Scrap", "value": "31 %"}]},
            {"id": "shop", "organisation": "grocer", "role": "r", "start": "2020", "highlights": ["Saved 31 %."],
             "outcomes": [{"what": "Left over", "value": "31 %"}]},
        ],
        "projects": [project_said("shop", repository=None, client="grocer", outcome="It saved 31 %.")],
    }  # fmt: skip
    found = supports(**said)
    assert {where: support for where, (support, _) in found.items()} == {
        "contracts[0].result": "attested",
        "contracts[1].result": None,
        "work[0].highlights[0]": None,
        "work[0].outcomes[0]": None,
        "work[1].highlights[0]": "attested",
        "work[1].outcomes[0]": "attested",
        "projects[0].outcome": None,
    }
    assert found["work[1].outcomes[0]"][1] == ("given under contracts[0]", "B. Uyer, Buyer at Grocer")
    assert supports(summary="I saved 31 %.", **said)["summary"][0] == "attested"


def test_a_project_supports_no_number_of_another() -> None:
    first = project_said("shop", outcomes=[OUTCOME])
    second = project_said("mill", repository=None, outcome="It saved 31 %.")
    seen = {"shop": a_repository(quantities=(SEEN,))}
    found = supports(projects=[first, second], repositories=seen)
    assert found["projects[0].outcomes[0]"] == ("observed", ("Shop: README.md:3",))
    assert found["projects[1].outcome"] == (None, ())


def test_an_offer_is_supported_by_the_work_it_links_and_by_all_where_it_links_none() -> None:
    def offered(*links: str) -> str | None:
        service = {"id": "s", "title": "S", "summary": "31 % less left over.", "evidence": list(links)}
        projects = [project_said("shop", outcomes=[OUTCOME]), project_said("mill", repository=None)]
        return supports(services=[service], projects=projects, references=[BUYER])["services[0].summary"][0]

    assert offered("project:shop") == "claimed"
    assert offered("project:mill") is None
    assert offered("project:mill", "reference:buyer") == "attested"
    assert offered() == "attested"


def test_what_it_was_before_counts_as_seen_only_where_it_was_seen() -> None:
    def said(*places: Place, **project: object) -> dict[str, tuple[str | None, tuple[str, ...]]]:
        seen = {"shop": a_repository(quantities=places)}
        return supports(
            summary="It was 44 %.",
            focus={"specialisms": ["Bread"], "result": "From 44 % to 31 %."},
            repositories=seen,
            projects=[project_said("shop", outcomes=[OUTCOME], **project)],
            references=[{**BUYER, "text": "Fine."}],
        )

    unseen = ("claimed", ("given under projects[0].outcomes[0]", "what it was before was seen nowhere"))
    assert said(SEEN)["projects[0].outcomes[0]"][0] == "observed"
    assert (said(SEEN)["summary"], said(SEEN)["focus.result"]) == (unseen, unseen)
    assert said(proof={"reference": "buyer"})["summary"] == unseen
    assert said()["summary"][0] == "claimed"
    both = said(SEEN, BEFORE)
    assert (both["summary"][0], both["focus.result"][0]) == ("observed", "observed")


def test_what_it_was_before_is_attested_with_the_result_when_a_report_has_it_and_somebody_confirms_the_result() -> None:
    project = project_said("shop", outcomes=[OUTCOME], proof={"reference": "buyer"})
    seen = {"shop": a_repository(quantities=(BEFORE,))}
    found = supports(summary="From 44 % to 31 %.", projects=[project], repositories=seen, references=[BUYER])
    assert found["summary"][0] == "attested"


def test_what_a_position_was_before_is_claimed_when_a_contract_confirms_only_the_result() -> None:
    work = [{"id": "w", "organisation": "Grocer", "role": "r", "start": "2020", "outcomes": [OUTCOME]}]
    contract = {**JOB, "result": "31 % less", "proof": {"reference": "buyer"}}
    found = supports(summary="It was 44 %.", work=work, contracts=[contract], clients=[GROCER], references=[BUYER])
    assert (found["work[0].outcomes[0]"][0], found["summary"][0]) == ("attested", "claimed")


def test_a_proof_of_its_own_is_said_once() -> None:
    project = project_said("shop", repository=None, outcome="31 %", outcomes=[OUTCOME], proof={"reference": "buyer"})
    found = supports(projects=[project], references=[{**BUYER, "text": "Fine."}])
    assert found["projects[0].outcome"] == ("attested", ("B. Uyer, Buyer at Grocer",))


def test_an_offer_without_links_may_rest_on_any_report() -> None:
    def offered(*links: str) -> str | None:
        service = {"id": "s", "title": "S", "summary": "31 % less left over.", "evidence": list(links)}
        projects = [project_said("shop"), project_said("mill", repository=None)]
        seen = {"shop": a_repository(quantities=(SEEN,))}
        return supports(services=[service], projects=projects, repositories=seen)["services[0].summary"][0]

    assert (offered(), offered("project:shop"), offered("project:mill")) == ("observed", "observed", None)


def test_a_public_reference_speaks_for_numbers_of_their_own_firm() -> None:
    def position(organisation: str) -> str | None:
        work = [{"id": "w", "organisation": organisation, "role": "r", "start": "2020", "highlights": ["Saved 31 %."]}]
        return supports(work=work, references=[BUYER])["work[0].highlights[0]"][0]

    def project(**said: object) -> str | None:
        shop = project_said("shop", repository=None, outcome="It saved 31 %.", **said)
        return supports(projects=[shop], clients=[GROCER], references=[BUYER])["projects[0].outcome"][0]

    assert (position("grocer"), position("Port")) == ("attested", None)
    assert (project(client="grocer"), project()) == ("attested", None)


def test_years_in_the_headline_are_held_against_the_record() -> None:
    work = [{"id": "w", "organisation": "Port", "role": "r", "start": "2012-03"}]
    [long] = numbered("10 years of forecasting.", work=work)
    assert (long.support, long.by) == ("claimed", ("work since 2012-03",))
    [longer] = numbered("20 years of forecasting.", work=work)
    assert longer.support is None


def test_what_an_offer_promises_is_no_claim_and_what_it_boasts_is() -> None:
    service = {"id": "s", "title": "S", "summary": "An answer in 24 hours, and 31 % less left over."}
    found = numbered(services=[service])
    assert [(one.where, "31 %" in one.todo) for one in found] == [("services[0].summary", True)]


def test_a_hundred_thousand_digits_are_looked_through() -> None:
    claims(some_facts(summary="1" * 19_000, articles=[], work=[
        {"id": "w", "organisation": "o", "role": "r", "start": "2020", "highlights": ["9" * 20_000] * 5}
    ]))  # fmt: skip


# ------------------------------------------------------------------ statements


def statement(where: str, **facts: object) -> ClaimSeen:
    return at(some_facts(**{"articles": [], **facts}), where)  # type: ignore[arg-type]


def test_a_case_study_is_observed_with_the_persons_own_share() -> None:
    project = project_said("shop", role="Sole engineer", problem="Bread.")
    seen = {"projects": [project], "repositories": {"shop": a_repository()}}
    assert statement("projects[0]", **seen).says == "The case study 'Shop'"
    assert statement("projects[0]", **seen).by == ("its repository was read; your commits: 12 of 12",)
    assert statement("projects[0].role", **seen).support == "observed"


def test_a_project_with_nothing_to_look_at_is_unsupported() -> None:
    one = statement("projects[0]", projects=[project_said("shop", repository=None)])
    assert (one.support, one.by) == (None, ())
    assert one.todo.startswith("Name its 'repository'")


def test_a_repository_that_does_not_count_says_why() -> None:
    one = statement("projects[0]", repositories={"shop": a_repository()}, left_out={"shop": "fork"})
    assert (one.support, one.by) == ("claimed", ("its repository was read and does not count: for a reason",))


def test_where_it_runs_is_observed_attested_or_open() -> None:
    project = project_said("shop", live={"url": "https://shop.example"})
    assert statement("projects[0].live", projects=[project], pages={"shop": a_link()}).support == "observed"
    assert statement("projects[0].live", projects=[project]).todo == "Run 'folio collect' with the network"
    hidden = project_said("shop", live={"description": "in a back room", "proof": {"reference": "buyer"}})
    assert statement("projects[0].live", projects=[hidden], references=[BUYER]).support == "attested"


def test_a_position_is_attested_by_somebody_of_the_same_firm() -> None:
    work = [{"id": "w", "organisation": "grocer", "role": "Engineer", "start": "2020"}]
    assert statement("work[0]", work=work).support is None
    assert statement("work[0]", work=work, references=[BUYER]).support == "attested"
    assert statement("work[0]", work=work, references=[{**BUYER, "name": "Ada Example"}]).support is None


def test_talks_are_seen_by_their_pages() -> None:
    talk = {"id": "t", "title": "Looms", "event": "Meetup", "date": "2025"}
    assert statement("talks[0]", talks=[talk]).support is None
    assert statement("talks[0]", talks=[{**talk, "url": "https://t.example"}]).support == "claimed"


# ------------------------------------------------------------------ all of them


def test_the_unsupported_come_first_then_the_claimed_then_the_rest_by_kind() -> None:
    found = claims(excellent_facts(skills=[{"name": "Python", "evidence": ["project:shelfcast"]}, {"name": "Cobol"}]))
    ranks = [{None: 0, "claimed": 1}.get(one.support, 2) for one in found]
    assert ranks == sorted(ranks)
    kinds = ["skill", "number", "project"]
    for rank in set(ranks):
        of_rank = [kinds.index(one.kind) for one, its in zip(found, ranks, strict=True) if its == rank]
        assert of_rank == sorted(of_rank)


def test_a_step_is_one_sentence_that_begins_with_a_verb_and_a_supported_claim_needs_none() -> None:
    for one in claims(excellent_facts()):
        assert one.todo == one.todo.strip()
        assert not one.todo or one.todo[0].isupper()
        assert (one.support is None) <= bool(one.todo)


def test_no_name_under_nda_is_in_any_of_them() -> None:
    client = {"id": "acme", "name": "Acme Mutual", "sector": "insurance", "nda": True, "shown_as": "an insurer"}
    said = everything_said(
        clients=[client, GROCER],
        summary="For acme-mutual I saved 31 %.",
        contracts=[{**JOB, "client": "acme", "deliverable": "Models for AcmeMutual"}],
        skills=[{"name": "Cobol", "evidence": ["contract:job"]}],
    )
    found = claims(some_facts(**said))  # type: ignore[arg-type]
    assert any("an insurer" in one.says for one in found)
    assert "acme" not in str(found).casefold()


def test_control_characters_reach_nobody() -> None:
    seen = {"a": an_article(title="Lo\x1b[31moms", headings=("Lo\u202eoms",))}
    one = skill("Looms", "article:a", texts=seen, articles=[{"id": "a", "file": "a.md", "title": "T"}])
    assert all(words.isprintable() for words in one.by)


def test_claims_say_nothing_of_somebody_who_says_nothing() -> None:
    assert claims(some_facts(projects=[], articles=[])) == ()


@pytest.mark.parametrize(
    ("consent", "proof", "named"),
    [
        ("public", "B. Uyer, Buyer at Grocer", {"B. Uyer", "Buyer", "Grocer"}),
        ("on-request", "Buyer at Grocer", {"Buyer", "Grocer"}),
        ("none", "a reference", set()),
    ],
)
def test_who_did_not_agree_to_be_named_is_named_in_no_claim(consent: str, proof: str, named: set[str]) -> None:
    client = {"id": "acme", "name": "Acme", "sector": "retail"}
    found = claims(
        some_facts(
            references=[{**BUYER, "consent": consent, "text": "Django, in time. 31 % less."}],
            clients=[client],
            contracts=[{**JOB, "client": "acme", "result": "31 % less", "proof": {"reference": "buyer"}}],
            summary="I saved 31 %.",
            skills=[
                {"name": "Django", "evidence": ["reference:buyer"]},
                {"name": "Cobol", "evidence": ["reference:buyer"]},
                {"name": "dbt", "evidence": ["contract:job"]},
            ],
            projects=[
                project_said(
                    "shop",
                    repository=None,
                    proof={"reference": "buyer"},
                    live={"description": "in a back room", "proof": {"reference": "buyer"}},
                )
            ],
            work=[{"id": "w", "organisation": "GROCER", "role": "Engineer", "start": "2020"}],
            articles=[],
        )
    )
    said = {one.where: one.by for one in found}
    assert said["skills[0]"] == (f"named by {proof}",)
    assert said["skills[1]"] == (f"linked to the word of {proof}, which does not name it",)
    for where in ("projects[0]", "projects[0].live", "work[0]", "contracts[0]"):
        assert said[where] == (proof,)
    words = "\n".join("\n".join((*one.by, one.todo)) for one in found)
    assert {one for one in ("B. Uyer", "Buyer", "Grocer") if one in words} == named


def test_a_text_about_an_ordinary_word_is_told_to_link_code() -> None:
    seen = {"a": an_article(title="Rust", headings=("Rust",))}
    one = skill("Rust", "article:a", texts=seen, articles=[{"id": "a", "file": "a.md", "title": "Rust"}])
    assert (one.support, one.by) == ("claimed", ("linked to Rust, whose code shows nothing of it",))
    assert one.todo == "Link a text or a project with code that shows it"


def test_a_proof_that_names_the_person_themselves_rests_on_its_link_alone() -> None:
    """Nobody attests to their own work, so that they are not said to support it either."""
    myself = {**BUYER, "id": "me", "name": "Ada Example"}
    proof = {"reference": "me", "link": "https://grocer.example/letter"}
    facts = some_facts(clients=[GROCER], references=[myself], contracts=[{**JOB, "proof": proof}], articles=[])
    claim = at(facts, "contracts[0]")
    assert (claim.support, claim.by) == ("attested", ("https://grocer.example/letter",))
