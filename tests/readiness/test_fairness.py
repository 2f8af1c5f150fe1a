"""The eight rules of fairness: what is never read, what private work is worth, and what no absence may cost.

That every level can be reached without a public repository is shown by whole runs, in tests/personas/.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from build import (
    TODAY,
    a_good_repository,
    a_history,
    a_hosted,
    a_repository,
    everything_said,
    excellent_facts,
    project_said,
    some_facts,
)
from folio.evidence.level import Level
from folio.evidence.model import AccountSeen, HostedSeen, Listed
from folio.facts import Facts
from folio.readiness.assess import assess, stand
from folio.readiness.rubric import platforms, rubric
from folio.readiness.rubric.guards import guards
from folio.repository.model import Ci
from readiness.people import Piece, person
from repository.build import tree_of
from validation.case import cases
from validation.score import judged

SAID = everything_said()


def figures(facts: Facts, platform: str = "direct-client") -> dict[str, object]:
    """Every figure that somebody gets, and no words."""
    standing = stand(facts, rubric(platform))
    checks = {
        one.entry.id: (one.weight, one.hygiene(), one.ceiling, *map(one.score_from, Level)) for one in standing.checks
    }
    return {
        "checks": checks,
        "levels": (standing.level().id, standing.level(at_best=True).id),
        "conditions": tuple(standing.conditions(standing.target)),
        "confidence": standing.confidence.id,
    }


def same_everywhere(one: Facts, other: Facts) -> None:
    """These two have the same figures on every platform."""
    for platform in platforms():
        assert figures(one, platform) == figures(other, platform)


# ------------------------------------------------------------------ 3 and 4: what is never read

DEGREE = {"title": "PhD in physics", "kind": "degree", "institution": "ETH Zurich", "start": "2010", "end": "2014",
          "summary": "Summa cum laude, grade 1.0"}  # fmt: skip
POLISH = {"name": "Polish", "code": "pl", "level": "native"}
WORK = SAID["work"][0]  # type: ignore[index]
NEVER_READ: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "name": ({"name": "Ada Example"}, {"name": "Ngozi Adichie-Müller"}),
    "place": (
        {"contact": {"email": "ada@example.org", "location": "Zurich"}},
        {"contact": {"email": "ada@example.org", "location": "Lagos"}},
    ),
    "what the photo shows": (
        {"photo": {"file": "img/a.png", "alt": "A young man in a suit"}},
        {"photo": {"file": "img/b.jpg", "alt": "An old woman in a garden"}},
    ),
    "mother tongue": (
        {"languages": [{**POLISH, "level": "C1"}, *SAID["languages"]]},  # type: ignore[misc]
        {"languages": [*SAID["languages"], POLISH]},  # type: ignore[misc]
    ),
    "degree": ({"education": [DEGREE]}, {"education": SAID["education"]}),
    "university": ({"education": [DEGREE]}, {"education": [{**DEGREE, "institution": "Evening school"}]}),
    "grades": ({"education": [DEGREE]}, {"education": [{**DEGREE, "summary": "Passed."}]}),
    "a certificate": (
        {"education": SAID["education"]},
        {"education": [*SAID["education"], {"title": "Cloud architect", "kind": "course"}]},  # type: ignore[misc]
    ),
    "an employer's fame": ({"work": [WORK]}, {"work": [{**WORK, "organisation": "Google DeepMind"}]}),
    "a client's fame": (
        {"clients": SAID["clients"]},
        {"clients": [{"id": "grocer", "name": "Amazon", "sector": "retail"}]},
    ),
}


@pytest.mark.parametrize("what", NEVER_READ)
def test_what_is_never_read_changes_no_figure(what: str) -> None:
    one, other = NEVER_READ[what]
    same_everywhere(excellent_facts(**one), excellent_facts(**other))


def test_of_a_place_only_the_time_zone_is_read_and_it_earns_the_same_everywhere() -> None:
    offer = SAID["availability"]
    assert isinstance(offer, dict)
    other = {**offer, "time_zone": "Asia/Kolkata"}
    same_everywhere(excellent_facts(availability=offer), excellent_facts(availability=other))


@pytest.mark.parametrize("model", [HostedSeen, AccountSeen, Listed])
def test_popularity_can_not_even_be_kept(model: type[HostedSeen]) -> None:
    words = ("star", "follow", "watch", "fork_count", "forks", "sponsor", "view", "clap", "like")
    assert [name for name in model.model_fields if any(word in name for word in words)] == []


def test_a_project_that_everybody_knows_earns_what_one_that_nobody_knows_earns() -> None:
    known = a_hosted(owned=True, name="ada/shelfcast", description="Used by 40,000 people, 12k stars on GitHub")
    plain = a_hosted(owned=True, name="ada/shelfcast")
    one, other = (
        some_facts(repositories={"shelfcast": a_good_repository()}, hosted={"shelfcast": seen})
        for seen in (known, plain)
    )
    same_everywhere(one, other)


# ------------------------------------------------------------------ 1: private work


def test_a_private_repository_is_worth_what_a_public_one_is() -> None:
    """But for what a platform's own form asks: Toptal's wants samples of code that a stranger can open."""
    public = {"repositories": {"mill": a_good_repository()}}
    one = some_facts(**public, projects=[project_said("mill", code_url="https://github.com/ada/mill")])
    other = some_facts(**public, projects=[project_said("mill", private=True)])
    for platform in platforms():
        first, second = (figures(facts, platform)["checks"] for facts in (one, other))
        assert isinstance(first, dict)
        assert isinstance(second, dict)
        differ = {check for check in first if first[check] != second[check]}
        assert differ <= ({"platform-presence"} if platform == "toptal" else set())


# ------------------------------------------------------------------ 5: no streaks

WEEKS = [TODAY - timedelta(weeks=number) for number in range(26)]


def active(weeks: list[date]) -> int:
    history = a_history(days=weeks)
    check = assess(some_facts(repositories={"mill": a_repository(history=history)}), rubric()).check("active-weeks")
    assert check is not None
    return check.score


@pytest.mark.parametrize("pause", [range(1, 14), range(0, 26, 2), range(13, 26)])
def test_the_same_number_of_weeks_earns_the_same_in_any_order(pause: range) -> None:
    """Thirteen weeks in a row, every second week, or thirteen weeks long ago."""
    assert active([week for number, week in enumerate(WEEKS) if number not in pause]) == active(WEEKS[:13])


def test_a_pause_of_a_year_costs_nothing() -> None:
    early = [week - timedelta(weeks=52) for week in WEEKS[:20]]
    assert active(early) == active(WEEKS[:20]) == active([*early, TODAY])


# ------------------------------------------------------------------ 6: any host, any CI, any language

CI_SYSTEMS = {
    "github": (
        ".github/workflows/ci.yml",
        "on: [push]\njobs:\n  t:\n    runs-on: x\n    steps:\n      - run: pytest\n",
    ),
    "gitlab": (".gitlab-ci.yml", "test:\n  script:\n    - pytest\n"),
    "forgejo": (
        ".forgejo/workflows/ci.yml",
        "on: [push]\njobs:\n  t:\n    runs-on: x\n    steps:\n      - run: pytest\n",
    ),
    "woodpecker": (".woodpecker.yml", "steps:\n  - name: test\n    image: python\n    commands:\n      - pytest\n"),
    "circleci": (".circleci/config.yml", "jobs:\n  test:\n    steps:\n      - run: pytest\n"),
    "jenkins": ("Jenkinsfile", "pipeline {\n  stages {\n    stage('t') { steps { sh 'pytest' } }\n  }\n}\n"),
    "azure": ("azure-pipelines.yml", "steps:\n  - script: pytest\n"),
    "bitbucket": (
        "bitbucket-pipelines.yml",
        "pipelines:\n  default:\n    - step:\n        script:\n          - pytest\n",
    ),
}


@pytest.mark.parametrize("system", CI_SYSTEMS)
def test_every_ci_system_earns_the_same(system: str) -> None:
    from folio.repository.detect import ci

    path, text = CI_SYSTEMS[system]
    seen = ci.detect(tree_of({path: text}))
    assert isinstance(seen, Ci)
    report = assess(some_facts(repositories={"mill": a_repository(ci=seen)}), rubric())
    check = report.check("ci-runs-tests")
    assert check is not None
    assert check.items[0].quality == 1000


HOSTS = ("https://github.com/ada/mill", "https://gitlab.com/ada/mill", "https://codeberg.org/ada/mill",
         "https://git.sr.ht/~ada/mill", "https://code.example.org/ada/mill")  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_every_code_host_earns_the_same(host: str) -> None:
    one, other = (
        person([Piece("projects", project_said("mill", code_url=url), {"git": a_good_repository()})])
        for url in (host, HOSTS[0])
    )
    same_everywhere(one, other)


LANGUAGES = (
    "german",
    "french",
    "spanish",
    "polish",
    "japanese",
    "chinese",
    "russian",
    "italian",
    "portuguese",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_readme_in_any_of_many_languages_is_read(language: str, tmp_path: Any) -> None:
    (case,) = (one for one in cases() if one.name == f"readmes/{language}")
    label = [one for one in judged(case, tmp_path) if one.label.check == "readme-complete"]
    assert [one.state for one in label] == ["earned"]


def test_a_readme_in_a_language_without_words_is_not_known_rather_than_missing() -> None:
    basque = a_good_repository().readme
    assert basque is not None
    unread = basque.model_copy(update={"language": None, "install": None, "usage": None, "results": None})
    check = assess(some_facts(repositories={"mill": a_repository(readme=unread)}), rubric()).check("readme-complete")
    assert check is not None
    assert check.ceiling > check.score


@pytest.mark.parametrize("language", ["Python", "R", "Go", "COBOL", "Zig"])
def test_lines_count_in_every_programming_language(language: str) -> None:
    code = a_repository().code.model_copy(update={"languages": {language: 500}})
    check = assess(some_facts(repositories={"mill": a_repository(code=code)}), rubric()).check("project-substance")
    assert check is not None
    assert check.score == 450


# ------------------------------------------------------------------ 7 and 8

NOTES = [
    {"check": name, "reason": reason, "note": "I know better."}
    for name, reason in (("tests-meaningful", "not-detected"), ("learning-curves-read", "not-applicable-here"))
]


def test_an_annotation_is_printed_and_moves_no_figure() -> None:
    plain, noted = (excellent_facts(annotations=notes) for notes in ([], NOTES))
    same_everywhere(plain, noted)
    assert [one.check for one in assess(noted, rubric()).annotations] == ["tests-meaningful", "learning-curves-read"]


@pytest.mark.parametrize("track", sorted(rubric().catalogue.tracks))
@pytest.mark.parametrize("platform", platforms())
def test_only_the_chosen_role_makes_a_check_not_apply(track: str, platform: str) -> None:
    """An empty person is asked the same as one who has everything."""
    asked = [
        {one.entry.id: one.weight for one in stand(facts, rubric(platform), track=track).checks}
        for facts in (some_facts(), some_facts(projects=[], articles=[]), excellent_facts())
    ]
    assert asked[0] == asked[1] == asked[2]
    without = set(rubric(platform).catalogue.tracks[track].without)
    assert asked[0].keys() == {entry.id for entry in rubric(platform).entries("ml-engineer")} - without


def test_the_rules_are_the_eight_that_are_tested_here() -> None:
    assert len(guards().fairness) == 8
