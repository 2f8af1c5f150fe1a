"""Work that nobody may read, and what somebody else confirms of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

import folio
from build import a_good_repository, a_repository, places, project_said, some_code, some_facts
from folio.errors import InputError
from folio.evidence.level import Level
from folio.facts import Facts
from folio.profile.load import load
from folio.readiness.annotations import unknown_checks
from folio.readiness.assess import stand
from folio.readiness.check import CHECKS
from folio.readiness.rubric import rubric
from folio.readiness.score import Scored
from folio.repository.model import Unread

BUYER = {
    "id": "buyer", "name": "Rasa Petrauskaite", "role": "Head of purchasing", "organisation": "Baltic Grocer",
    "date": "2025-07", "text": "It runs.", "consent": "none", "email": "rasa@grocer.example",
}  # fmt: skip
OF_CODE = sorted(one.id for one in CHECKS.values() if one.confirmable)


def confirmed(*checks: str, repository: object = None, **said: object) -> Facts:
    """A project with a client's word for these checks, its code unread unless it is given."""
    proof = {"reference": "buyer", "covers": list(checks)}
    where = None if repository is None else "code/mill"
    projects = [project_said("mill", repository=where, proof=proof)]
    read = {} if repository is None else {"repositories": {"mill": repository}}
    return some_facts(**{"projects": projects, "references": [BUYER], "articles": [], **read, **said})  # type: ignore[arg-type]


def scored(check: str, facts: Facts) -> Scored:
    return stand(facts, rubric("direct-client")).by_id[check]


@pytest.mark.parametrize("check", OF_CODE)
def test_what_somebody_confirms_of_unread_work_is_attested_and_no_more_is_known(check: str) -> None:
    bare, vouched = scored(check, confirmed()), scored(check, confirmed(check))
    assert vouched.score > bare.score or check == "project-substance"  # for which any proof is enough
    assert {one.level for one in vouched.items} == {Level.ATTESTED}
    assert {one.found.says for one in vouched.items} == {"confirmed by Head of purchasing, Baltic Grocer"}
    assert vouched.ceiling == bare.ceiling
    assert vouched.unread == bare.unread


def test_a_word_for_one_check_says_nothing_of_another() -> None:
    assert scored("ci-runs-tests", confirmed("tests-meaningful")).score == 0


@pytest.mark.parametrize("why", ["timed out", "the path does not exist"])
def test_a_repository_that_could_not_be_read_leaves_the_word_standing(why: str) -> None:
    assert scored("tests-meaningful", confirmed("tests-meaningful", repository=why)).score > 0


def test_nobody_confirms_their_own_work() -> None:
    myself = {**BUYER, "name": "Ada Example"}
    assert scored("tests-meaningful", confirmed("tests-meaningful", references=[myself])).score == 0


def test_a_repository_that_was_read_stands_where_it_shows_more() -> None:
    read = a_good_repository()
    for check in OF_CODE:
        assert scored(check, confirmed(check, repository=read)).score <= max(
            scored(check, confirmed(repository=read)).score, scored(check, confirmed(check)).score
        )


READ_AND_NOT_FOUND = "confirmed by Head of purchasing, Baltic Grocer; folio read the repository and did not find it"


def words(check: str, facts: Facts) -> set[str]:
    return {one.found.says for one in scored(check, facts).items if one.level is Level.ATTESTED}


@pytest.mark.parametrize(
    "check", ["tests-meaningful", "ci-runs-tests", "monitoring-present", "sql-authored", "project-substance"]
)
def test_a_word_for_what_was_looked_for_and_not_found_keeps_its_value_and_says_so(check: str) -> None:
    empty = a_repository(code=some_code(0))
    read = confirmed(check, repository=empty)
    assert words(check, read) == {READ_AND_NOT_FOUND}
    assert scored(check, read).score == scored(check, confirmed(check)).score > 0


def test_a_word_beside_what_was_found_or_could_not_be_told_is_the_word_alone() -> None:
    plain = {READ_AND_NOT_FOUND.partition(";")[0]}
    assert words("tests-meaningful", confirmed("tests-meaningful", repository=a_good_repository())) == plain
    unread = a_repository(unread=(Unread(path="src/big.py", why="too large"),))
    assert words("tests-meaningful", confirmed("tests-meaningful", repository=unread)) == plain
    assert words("tests-meaningful", confirmed("tests-meaningful", repository="timed out")) == plain
    assert words("tests-meaningful", confirmed("tests-meaningful")) == plain


def test_a_word_adds_nothing_to_the_kinds_that_were_found() -> None:
    some = a_repository(algorithms=places("k-means", "gradient descent"))
    check = "core-algorithms-from-scratch"
    assert scored(check, confirmed(check, repository=some)).score == scored(check, confirmed(repository=some)).score > 0


def test_reading_a_repository_takes_the_word_away_only_when_it_is_not_the_persons() -> None:
    empty = a_repository(code=some_code(0))
    assert scored("tests-meaningful", confirmed("tests-meaningful", repository=empty)).score > 0
    out = confirmed("tests-meaningful", repository=a_repository(), left_out={"mill": "fork"})
    assert scored("tests-meaningful", out).score == 0


def test_no_word_hides_what_must_not_be_there() -> None:
    guards = {one.id for one in CHECKS.values() if one.hygiene}
    assert guards == {one.id for one in rubric().catalogue.checks if one.hygiene or one.aggregate == "all"}
    leaking = a_repository(secrets=places("AWS access key"))
    for check in guards:
        alone, vouched = (scored(check, confirmed(*word, repository=leaking)) for word in ((), (check,)))
        assert (vouched.score, vouched.hygiene()) == (0, "not met")
        assert vouched.items == alone.items
        assert scored(check, confirmed(check)).items == ()


def test_a_gate_that_asks_for_something_observed_stays_closed() -> None:
    closed = 0
    for name in ("arc", "direct-client", "toptal", "lemon-io"):
        standing = stand(confirmed(*OF_CODE), rubric(name))
        for gate in rubric(name).platform.gates:
            if gate.minimum > Level.ATTESTED and gate.check in OF_CODE:
                closed += 1
                assert standing.by_id[gate.check].score_from(gate.minimum) == 0
    assert closed


def test_a_client_under_nda_is_not_named_by_what_they_confirm() -> None:
    clients = [{"id": "g", "name": "Baltic Grocer", "sector": "retail", "nda": True, "shown_as": "A grocer"}]
    facts = confirmed("tests-meaningful", clients=clients)
    report = folio.assess(facts, rubric("direct-client"))
    assert "Baltic" not in report.to_json()
    assert "confirmed by Head of purchasing, A grocer" in report.to_json()
    assert "Rasa" not in "".join(item.says for check in report.checks for item in check.items if check.id in OF_CODE)


# ------------------------------------------------------------------ what covers nothing


def profile(folder: Path, **said: object) -> Path:
    base = {"name": "Ada Example", "headline": "Engineer", "summary": "I build.", "references": [BUYER]}
    path = folder / "profile.yaml"
    path.write_text(yaml.safe_dump({**base, **said}, sort_keys=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("check", "what"),
    [
        (
            "tests-meaningfull",
            "there is no check 'tests-meaningfull'; did you mean 'tests-meaningful'? docs/reference/catalogue.md",
        ),
        (
            "unit-testing-of-everything",
            "there is no check 'unit-testing-of-everything'; docs/reference/catalogue.md lists them",
        ),
        (
            "no-committed-secrets",
            "'no-committed-secrets' looks for what must not be there; nobody's word can hide it; leave it out of 'covers'",
        ),
        ("client-references", "'client-references' is about no code that somebody could vouch for"),
    ],
)
def test_a_proof_that_covers_what_it_cannot_is_a_problem_at_its_place(tmp_path: Path, check: str, what: str) -> None:
    project = {"id": "mill", "title": "Mill", "summary": "s", "proof": {"reference": "buyer", "covers": [check]}}
    with pytest.raises(InputError) as caught:
        load(profile(tmp_path, projects=[project]), further=unknown_checks)
    (problem,) = caught.value.problems
    assert what in str(problem)
    assert ":2" in str(problem)


def test_only_a_projects_proof_covers_something(tmp_path: Path) -> None:
    live = {"description": "inside", "proof": {"reference": "buyer", "covers": ["tests-meaningful"]}}
    with pytest.raises(InputError, match="covers"):
        load(profile(tmp_path, projects=[{"id": "mill", "title": "Mill", "summary": "s", "live": live}]))


@pytest.mark.parametrize("reached_by", [{}, {"email": "rasa@grocer.example"}, {"link": "https://grocer.example/rasa"}])
def test_only_somebody_who_can_be_asked_confirms_checks(reached_by: dict[str, str]) -> None:
    referee = {**{name: value for name, value in BUYER.items() if name != "email"}, **reached_by}
    assert bool(scored("tests-meaningful", confirmed("tests-meaningful", references=[referee])).items) == bool(
        reached_by
    )


def test_a_document_that_is_kept_answers_no_question_and_covers_no_check() -> None:
    proof = {"document": "letter.pdf", "sha256": "a" * 64, "covers": ["tests-meaningful"]}
    with pytest.raises(ValidationError, match="'covers' needs a 'reference'"):
        some_facts(projects=[project_said("mill", repository=None, proof=proof)], references=[BUYER], articles=[])
