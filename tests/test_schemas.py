"""The JSON Schemas take what folio takes, in the form editors see it, and refuse what it refuses."""

from __future__ import annotations

import datetime
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from click.testing import CliRunner

from folio import schemas
from folio.cli.root import group
from folio.cli.schema import schema as command
from fuzz.editor import faults, seen, validator
from personas.people import personas

ROOT = Path(__file__).parents[1]
PROFILES = [ROOT / "sample_profile" / "profile.yaml", *sorted((ROOT / "tests/documents/people").glob("*.yaml"))]
LEAST = "name: Ada\nheadline: Engines\nsummary: A text.\n"


def test_the_kept_schemas_are_what_the_records_give() -> None:
    spec = importlib.util.spec_from_file_location("schemas_tool", ROOT / "tools" / "schemas.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    try:
        spec.loader.exec_module(tool)
        assert [name for name in schemas.NAMES if schemas.text(name) != tool.made(name)] == [], (
            "run tools/reference_docs.py"
        )
    finally:
        sys.path[:] = path


@pytest.mark.parametrize("name", schemas.NAMES)
def test_each_is_a_schema_of_its_draft_and_has_a_name(name: str) -> None:
    schema = json.loads(schemas.text(name))
    assert jsonschema_rs.meta.is_valid(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("urn:folio:")
    assert schema["title"]


@pytest.mark.parametrize("name", ["profile", "rubric"])
def test_every_field_and_record_says_what_it_is_for(name: str) -> None:
    fields = list(described(json.loads(schemas.text(name))))
    assert len(fields) > 60
    assert [path for path, one in fields if not one.get("description") or not one.get("title")] == []


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record of a schema and every field of one, by name."""
    for name, one in {"": schema, **schema["$defs"]}.items():
        yield name, one
        for field, inner in one.get("properties", {}).items():
            yield f"{name}.{field}", inner


def test_records_take_no_other_fields() -> None:
    for name in ("profile", "rubric"):
        schema = json.loads(schemas.text(name))
        assert all(one["additionalProperties"] is False for _, one in described(schema) if "properties" in one)


@pytest.mark.parametrize("name", ["profile", "rubric"])
def test_every_example_is_one(name: str) -> None:
    schema = json.loads(schemas.text(name))
    fields = dict(described(schema))
    fields[""] = {}
    one_by_one = jsonschema_rs.validator_for({**schema, "properties": fields, "required": [], "anyOf": [True]})
    examples = [(path, example) for path, one in fields.items() for example in one.get("examples", ())]
    assert len(examples) > 15
    assert [each for each in examples if not one_by_one.is_valid(dict([each]))] == []
    assert not one_by_one.is_valid({"Profile.no-such-field": 1})


@pytest.mark.parametrize("file", PROFILES, ids=lambda file: file.stem)
def test_real_profiles_are_valid_in_old_yaml_and_in_new(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert faults(seen(text)) == []
    assert faults(as_json(yaml.safe_load(text))) == []


def as_json(value: Any) -> Any:
    """What YAML 1.1 makes of a document, as a validator of JSON gets it."""
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def test_personas_are_valid() -> None:
    for persona in personas():
        assert faults(json.loads(json.dumps(persona.said, default=str))) == [], persona.name


def test_every_example_in_a_new_profile_is_valid(tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["init", str(tmp_path), "--yes", "--name", "Ada", "--email", "ada@work.example"])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "profile.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.folio/profile.schema.json\n")
    assert faults(seen(text)) == []
    shown = seen("\n".join(re.sub(r"^# (?!yaml-l)", "", line) for line in text.splitlines()))
    assert len(shown) > 20
    assert faults(shown) == []


@pytest.mark.parametrize(
    "more",
    [
        "contact: {phone: 0351210000, location: 42}",
        "work: [{id: 2024, organisation: 42, role: true, start: 2024, end: 2024-03, highlights: [Faster., 1.5]}]",
        "talks: [{id: x, title: 1984, event: 7, date: 2024-03-15}]",
        "talks: [{id: x, title: X, event: Y, date: '2024'}]",
        "study_log: [{date: 2024-1-5, topic: SQL, hours: '4.5', learned: joins}]",
        "resume: {pages: 2, photo: yes, locale: de}",
        "resume: {pages: '2', photo: 'on', hide: null}",
        "privacy: {email: true, phone: False, location: 'no', photo: 1}",
        "availability: {hours_per_week: 24, start: 2026-12, time_zone: UTC, as_of: 2026}",
        "github: ada",
        "github: {user: ada, most: 4}",
        "site: {locales: [de], imprint: {en: A text, de: Ein Text}, questions: [{question: {en: Q, de: F}, answer: A}]}",
        "skills: [{name: {en: Statistics, de: Statistik}, group: Data}]",
        "languages: [{name: Norwegian, code: no, level: C1}, {name: Latin, code: la, fluency: rusty}]",
        "work: [{id: x, organisation: X, role: R, start: 2024, highlights: [{en: a, de: b}, {text: {en: a}, tags: [x]}]}]",
        "photo:",
        "feeds: []",
        "extra: {json-resume: [{at: /basics/x, was: {a: [1, {json: '2'}]}}]}",
    ],
)
def test_what_folio_takes_is_valid(more: str) -> None:
    assert faults(seen(LEAST + more)) == []


@pytest.mark.parametrize(
    ("more", "at"),
    [
        ("headlin: x", ""),
        ("headline2: x\ntrack: wizard", "track"),
        ("privacy: {email: maybe}", "privacy/email"),
        ("talks: [{id: x, title: X, event: Y}]", "talks/0"),
        ("talks: [{id: x, title: X, event: Y, date: May 2024}]", "talks/0/date"),
        ("talks: [{id: X y, title: X, event: Y, date: 2024}]", "talks/0/id"),
        ("talks: {id: x}", "talks"),
        ("articles: [{id: x}]", "articles/0"),
        ("articles: [{id: x, url: you.example}]", "articles/0/url"),
        ("resume: {pages: 200}", "resume/pages"),
        ("resume: {accent: red}", "resume/accent"),
        ("contact: {email: ada}", "contact/email"),
        ("clients: [{id: x, name: X, sector: y, nda: true}]", "clients/0"),
        ("services: [{id: x, title: X, price: {amount: 1, currency: euro}}]", "services/0/price"),
        ("contact: {location: ' '}", "contact/location"),
        ("contact: {location: {english: x}}", "contact/location"),
        ("contact: {phone: {en: 1}}", "contact/phone"),
        ("languages: [{name: X, code: xx}]", "languages/0"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(more: str, at: str) -> None:
    found = {"/".join(map(str, one.instance_path)) for one in validator().iter_errors(seen(LEAST + more))}
    assert at in found


def test_a_rubric_of_ones_own_is_valid_as_the_documentation_writes_it() -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "docs").rglob("*rubric*.md")]
    examples = [one for text in texts for one in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    whole = [one for one in examples if one.startswith(("extends:", "id:"))]
    assert len(whole) >= 2
    for one in whole:
        assert faults(seen(one), "rubric") == []
        assert faults(seen(one.replace("categories:", "categoris:")), "rubric") != []
    assert faults(seen("id: x\ntitle: X\n"), "rubric") != [], "neither in whole nor a change"
    assert faults(seen("extends: toptal\nchecks: {no-such-check: {weight: 1}}\n"), "rubric") != []


def test_platforms_that_ship_are_rubrics() -> None:
    files = sorted((ROOT / "src/folio/readiness/rubric/platforms").glob("*.yaml"))
    assert len(files) == 8
    for file in files:
        assert faults(seen(file.read_text(encoding="utf-8")), "rubric") == [], file.stem


def test_the_command_prints_a_schema_or_writes_it(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(command, []).output == schemas.text("profile")
    assert run(command, ["rubric"]).output == schemas.text("rubric")
    file = tmp_path / "report.json"
    assert run(command, ["report", "-o", str(file)]).exit_code == 0
    assert file.read_text(encoding="utf-8") == schemas.text("report")
    assert run(command, ["resume"]).exit_code == 2
