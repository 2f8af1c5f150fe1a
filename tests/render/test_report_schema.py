"""The report's schema describes the report as it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from folio.render.overview import scores
from render.reports import PEOPLE, PLATFORMS, a_full_report, hostile

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "src" / "folio" / "schemas" / "report.schema.json"

Change = Callable[[dict[str, Any]], object]


@cache
def validator() -> Any:
    return jsonschema_rs.validator_for(json.loads(SCHEMA.read_text()), validate_formats=True)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("person", PEOPLE)
def test_real_reports_are_as_described(person: str, platform: str) -> None:
    for report in (a_full_report(person, platform), hostile(a_full_report(person, platform))):
        found = json.loads(report.to_json())
        assert [f"{error.instance_path}: {error.message}" for error in validator().iter_errors(found)] == []
        assert set(found) == set(json.loads(SCHEMA.read_text())["properties"]), "no field is left undescribed"


def test_each_of_several_reports_is_as_described() -> None:
    for one in json.loads(scores([a_full_report("mixed", platform) for platform in PLATFORMS]))["reports"]:
        validator().validate(one)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda report: report.pop("points"),
        lambda report: report.update(today="yesterday"),
        lambda report: report.update(schema_version=2),
        lambda report: report["totals"].update(earned="many"),
        lambda report: report["checks"][0].update(aggregate="mean"),
        lambda report: report["claims"][0].update(support="sworn"),
        lambda report: report["rules"]["gates"][0].pop("level"),
    ],
)
def test_what_is_no_report_is_told(spoil: Change) -> None:
    report = json.loads(a_full_report().to_json())
    assert validator().is_valid(report)
    spoil(report)
    assert not validator().is_valid(report)


def test_it_can_be_referred_to_and_explains_its_fields() -> None:
    schema = json.loads(SCHEMA.read_text())
    assert schema["$id"] == "urn:folio:readiness-report:1"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["description"]
    assert all(one["description"] for one in schema["$defs"].values())
    assert "percent" in schema["$defs"]["ConfidenceSeen"]["properties"]["coverage"]["description"].lower()
