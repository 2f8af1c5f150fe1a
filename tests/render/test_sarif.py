"""SARIF: valid, true to the report, and quiet about what nobody could look at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from build import a_good_repository, a_repository, places, some_facts
from folio.readiness.assess import assess
from folio.readiness.report import Report, UnreadSeen
from folio.readiness.rubric import rubric
from folio.render.repository_places import Spot, spot
from folio.render.sarif import FINGERPRINT, sarif
from folio.repository.model import Place
from folio.repository.redaction import redacted
from folio.version import VERSION
from render.reports import PEOPLE, PLATFORMS, a_report, hostile

SCHEMA = Path(__file__).parent / "schema" / "sarif-2.1.0-rtm.5.json"
PRINTED = re.compile(r"^(?!/|[A-Za-z][\w+.-]*:)(?:[\w.~/!$&'()*+,;=@:-]|%[0-9A-F]{2})+$")
"""A relative reference."""


@cache
def validator() -> Any:
    """The official schema, but for one pattern in it that is no regular expression everywhere; folio says no language."""
    schema = json.loads(SCHEMA.read_text())
    for one in ("run", "toolComponent"):
        del schema["definitions"][one]["properties"]["language"]["pattern"]
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def run(report: Report) -> dict[str, Any]:
    log = json.loads(sarif(report))
    assert [f"{error.instance_path}: {error.message}" for error in validator().iter_errors(log)] == []
    [one] = log["runs"]
    return one  # type: ignore[no-any-return]


def results(report: Report, rule: str = "") -> list[dict[str, Any]]:
    return [one for one in run(report)["results"] if not rule or one["ruleId"] == rule]


def place(result: dict[str, Any]) -> tuple[str, str, int]:
    [location] = result["locations"]
    found = location["physicalLocation"]
    return found["artifactLocation"]["uriBaseId"], found["artifactLocation"]["uri"], found["region"]["startLine"]


def texts(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from texts(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, name)
    elif isinstance(value, str) and name == "text":
        yield value


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("person", PEOPLE)
def test_it_is_valid_and_says_by_what_it_was_made(person: str, platform: str) -> None:
    report = a_report(person, platform)
    found = run(report)
    driver = found["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("folio", VERSION)
    assert found["automationDetails"]["id"] == f"folio/{platform}/{report.track}/2026-11-22"
    assert found["properties"]["rubricDigest"] == report.rubric.digest
    assert found["properties"]["asOf"] == report.platform.as_of


@pytest.mark.parametrize("person", PEOPLE)
def test_it_keeps_to_what_code_hosts_take(person: str) -> None:
    found = run(a_report(person))
    rules = found["tool"]["driver"]["rules"]
    assert len({one["id"] for one in rules}) == len(rules) < 100
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert len(rule["name"]) <= 255
        assert rule["defaultConfiguration"]["level"] in ("note", "error")
        assert rule.get("helpUri", "https://").startswith("https://")
    for one in found["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        base, uri, line = place(one)
        assert base in found["originalUriBaseIds"]
        assert PRINTED.match(uri)
        assert line > 0
    assert all(len(one) <= 1024 for one in texts(found))


def test_a_repository_that_lacks_something_is_told_what_and_what_to_do() -> None:
    found = results(a_report("mixed"), "ci-runs-tests")
    [one] = [each for each in found if place(each)[0] == "churn"]
    check = a_report("mixed").check("ci-runs-tests")
    assert check is not None
    assert "Churn: not found: continuous integration" in one["message"]["text"]
    assert one["message"]["text"].endswith(f"Next: {check.next}.")
    assert one["level"] == "note"
    assert place(one) == ("churn", "README.md", 1)


def test_what_a_part_was_found_at_is_where_the_rest_is_missing() -> None:
    bare = a_repository(dependencies=a_good_repository().dependencies.model_copy(update={"locks": ()}))
    report = assess(some_facts(repositories={"till": bare}), rubric("toptal"))
    [one] = results(report, "dependencies-declared-locked")
    assert place(one) == ("till", "pyproject.toml", 1)


def test_what_would_raise_nothing_is_no_result() -> None:
    report = a_report("excellent")
    full = {check.id for check in report.checks if check.ceiling == 1000}
    assert full
    assert not full & {one["ruleId"] for one in run(report)["results"]}


def test_secrets_are_errors_each_at_its_place() -> None:
    found = results(a_report("leaking"), "no-committed-secrets")
    assert [place(one) for one in found] == [
        ("shelfcast", "src/AWS%20key.py", 7),
        ("shelfcast", "src/private%20key.py", 7),
    ]
    assert {one["level"] for one in found} == {"error"}
    assert len({one["partialFingerprints"][FINGERPRINT] for one in found}) == 2


def test_what_nobody_could_look_at_is_no_result_but_a_notification() -> None:
    report = a_report("mixed")
    found = run(report)
    assert "gone" not in {place(one)[0] for one in found["results"]}
    told = [one["message"]["text"] for one in found["invocations"][0]["toolExecutionNotifications"]]
    assert [one for one in told if one.startswith("Not known, Gone: its repository was not read")]


def test_a_subject_that_could_hold_everything_once_read_lacks_nothing_that_is_known() -> None:
    report = a_report("mixed")
    check = report.check("monitoring-present")
    assert check is not None
    unread = UnreadSeen(subject="project:churn", name="Churn", why="app.py was not read", todo="")
    partly = UnreadSeen(subject="project:churn", name="Churn", why="app.py was not read", todo="", best=400)
    lower = replace(check, ceiling=900)
    for extra, count in ((unread, 0), (partly, 1)):
        changed = replace(lower, unread=(*check.unread, extra))
        checks = tuple(changed if each.id == check.id else each for each in report.checks)
        there = [each for each in results(replace(report, checks=checks), check.id) if place(each)[0] == "churn"]
        assert len(there) == count


def test_fingerprints_stay_while_a_finding_stays_and_tell_findings_apart() -> None:
    report = a_report("mixed")
    found = results(report)
    prints = [one["partialFingerprints"][FINGERPRINT] for one in found]
    assert len(set(prints)) == len(prints) > 5
    reworded = replace(
        report,
        today=report.today.replace(day=1),
        checks=tuple(
            replace(one, items=tuple(replace(item, says=f"{item.says}, moved", places=()) for item in one.items))
            for one in report.checks
        ),
    )
    assert [one["partialFingerprints"][FINGERPRINT] for one in results(reworded)] == prints


def test_no_text_becomes_a_link_or_a_place_to_fill_in_and_no_path_leads_out() -> None:
    report = hostile(a_report("leaking"))
    checks = tuple(
        replace(one, items=tuple(replace(item, source="commit c0ffee", places=PATHS) for item in one.items))
        for one in report.checks
    )
    found = run(replace(report, checks=checks))
    for text in texts(found):
        assert "](" not in text
        assert not re.search(r"(?<!\{)\{(?!\{)", text.replace("{{", ""))
        assert not re.search(r"[\x00-\x1f\u202e]", text)
    uris = {place(one)[1] for one in found["results"]}
    assert "a%20b%3A7/%C3%BC%23%3F.py" in uris
    assert uris <= {"a%20b%3A7/%C3%BC%23%3F.py", "README.md"}


PATHS = ("/etc/passwd:1", "../../other/file.py:3", "..\\x:2", "a b:7/ü#?.py:12")


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("src/a.py:12", Spot("src/a.py", 12)),
        ("LICENSE", Spot("LICENSE", 1)),
        ("notes/x.ipynb, cell 4, line 2", Spot("notes/x.ipynb", 1)),
        ("h:1a2b3c4d:12", Spot("h:1a2b3c4d", 12)),
        ("a:0", Spot("a:0", 1)),
        ("/etc/passwd:1", None),
        ("a/../../b:1", None),
        ("", None),
    ],
)
def test_places_are_read_back_as_they_were_printed(printed: str, found: Spot | None) -> None:
    assert spot(printed) == found


@pytest.mark.parametrize(
    "one", [Place(name="x", path="a b.py", line=3), Place(name="x", path="n.ipynb", line=3, cell=2)]
)
def test_every_place_that_a_report_prints_can_be_read_back(one: Place) -> None:
    found = spot(str(one))
    assert found is not None
    assert found.path == one.path


def test_redacted_paths_stay_hashes() -> None:
    hidden = redacted(a_repository(secrets=places("AWS key")))
    report = assess(some_facts(repositories={"till": hidden}), rubric("toptal"))
    [one] = results(report, "no-committed-secrets")
    assert re.fullmatch(r"h%3A[0-9a-f]{8}", place(one)[1])
    assert "src/" not in sarif(report)
