"""JSON Resume there and back: what comes out is what came in, and what was changed in between."""

from __future__ import annotations

import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folio.document import parse
from folio.profile.exchange.formats import by_name, told
from folio.profile.exchange.json_resume.reading import read
from folio.profile.exchange.json_resume.writing import to_json_resume, write
from folio.profile.exchange.matching import NAME
from folio.profile.model import Profile
from folio.schema import validate
from interchange import bare, exported, imported

HERE = Path(__file__).parent
EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "40"))
GENERATIONS = ("before_basics", "first_generation", "version_1", "draft")


def document(name: str) -> Any:
    return json.loads((HERE / "json_resume" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def of_generation(name: str) -> Profile:
    with tempfile.TemporaryDirectory() as folder:
        return imported(document(name), Path(folder))


TEXT = st.text(max_size=12) | st.sampled_from(
    ["", "no", "1.0", "<<", "~", "- a", "a: b", "{{x}}", "\x07\x85\u202e", "😀", "A\nB", "Present", "json", "x " * 220]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda one: st.lists(one, max_size=2) | st.dictionaries(TEXT, one, max_size=2),
    max_leaves=4,
)
STRINGS = {
    "date": st.sampled_from(["2014-05-06", "1999-12-31"]),
    "email": st.sampled_from(["a@b.example", "nobody", "A B <a@b.example>"]),
    "uri": st.sampled_from(
        [
            "https://a.example/b",
            "mailto:x@y.example",
            "urn:a:b",
            "https://github.com/Ada",
            "https://www.linkedin.com/in/ada",
        ]
    ),
}
DAY = st.sampled_from(["2014", "2014-05", "2014-05-06", "1000-19-39", "2013-00", "2999-12-31"])
LIKELY = st.sampled_from(
    ["GitHub", "Calendar", "contract", "talk", "B2", "English", "Skills", "Awards", "BSc, Physics"]
)


def allowed(schema: Any) -> st.SearchStrategy[Any]:
    """What a JSON Schema allows, as far as that of JSON Resume goes."""
    if "$ref" in schema:
        return DAY
    if schema["type"] == "string":
        return STRINGS.get(schema.get("format"), TEXT | LIKELY)
    if schema["type"] == "array":
        return st.lists(allowed(schema["items"]), max_size=3)
    known = {name: allowed(one) for name, one in schema["properties"].items()}
    found = st.fixed_dictionaries({}, optional=known)
    if schema["additionalProperties"] is False:
        return found
    others = st.dictionaries(TEXT.filter(lambda key: key not in known), JSON, max_size=2)
    return st.builds(lambda one, other: other | one, found, others)


SCHEMA = json.loads((HERE / "schema" / "json-resume-1.0.0.json").read_text(encoding="utf-8"))


@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(allowed(SCHEMA))
def test_whatever_the_schema_allows_comes_back_as_it_was(before: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert bare(exported(imported(before, Path(folder))), before) == before


@pytest.mark.parametrize("name", GENERATIONS)
def test_a_document_of_each_generation_comes_back_as_it_was(name: str) -> None:
    assert bare(exported(of_generation(name)), document(name)) == document(name)
    assert told(document(name)) == by_name("json-resume")


def changed(profile: Profile, section: str, change: Any) -> Any:
    """The export after an edit of one section of a profile of a document."""
    return exported(profile.model_copy(update={section: tuple(change(list(getattr(profile, section) or ())))}))


def test_of_an_ordinary_document_little_is_kept() -> None:
    kept = {one.at for one in of_generation("version_1").extra["json-resume"]}
    assert kept == {
        "/basics/image",
        "/education/kth-msc-engineering-physics/url",
        "/education/kth-msc-engineering-physics/score",
        "/education/kth-msc-engineering-physics/courses",
        "/skills/pipelines/level",
        "/projects/frost/type",
        "/meta/canonical",
        "/meta/lastModified",
    }


def test_a_document_of_the_first_generation_stays_one() -> None:
    profile = of_generation("first_generation")
    keys = {one.at: one.key for one in profile.extra["json-resume"] if one.key}
    assert keys["/work/*/name"] == "company"
    new = (profile.work or ())[0].model_copy(
        update={"id": "next", "organisation": "Next", "url": "http://next.example"}
    )
    work = changed(profile, "work", lambda every: [new, *every])["work"]
    assert [one["company"] for one in work] == ["Next", "Fonal Bt.", "Malom Kft.", "Pék Zoli"]
    assert work[0]["website"] == "http://next.example"


def test_an_edit_is_in_the_export_and_all_else_as_it_was() -> None:
    before, profile = document("first_generation"), of_generation("first_generation")
    back = changed(profile, "work", lambda every: [every[0].model_copy(update={"role": "Head"}), *every[1:]])
    before["work"][0]["position"] = "Head"
    assert bare(back, before) == before


def test_what_stood_under_another_name_goes_with_the_edit() -> None:
    profile = of_generation("first_generation")
    back = changed(profile, "work", lambda every: [every[0].model_copy(update={"organisation": "Fonal"}), *every[1:]])
    assert back["work"][0]["company"] == "Fonal"
    assert "name" not in back["work"][0]


def test_an_entry_that_is_removed_is_gone_and_the_others_stay() -> None:
    before, profile = document("first_generation"), of_generation("first_generation")
    back = changed(profile, "work", lambda every: every[1:])
    assert bare(back["work"], before["work"][1:]) == before["work"][1:]


def test_entries_in_another_order_are_exported_in_that_order() -> None:
    before, profile = document("first_generation"), of_generation("first_generation")
    back = changed(profile, "work", lambda every: every[::-1])
    assert bare(back["work"], [None] * 3)[0]["company"] == "Malom Kft."
    skills = changed(profile, "skills", lambda every: every[::-1])["skills"]
    assert [(one["name"], one.get("level")) for one in skills] == [("SEO", None), ("Web", "Master")]
    assert bare(back["awards"], before["awards"]) == before["awards"]


def test_an_entry_joins_those_that_folio_has_no_place_for() -> None:
    profile = of_generation("first_generation")
    who = {"id": "bo", "name": "Bo", "role": "Owner", "organisation": "Shop", "date": "2024", "consent": "public"}
    new = (
        type(profile)
        .model_validate({"name": "x", "headline": "x", "summary": "x", "references": [{**who, "text": "Good."}]})
        .references
    )
    assert [one["name"] for one in exported(profile.model_copy(update={"references": new}))["references"]] == [
        "Réka Varga",
        "Bo",
    ]


def test_somebody_who_moves_leaves_their_street_behind() -> None:
    profile = of_generation("first_generation")
    assert exported(profile)["basics"]["location"]["address"] == "Fő utca 1"
    moved = profile.model_copy(update={"contact": profile.contact.model_copy(update={"location": "Graz, AT"})})
    assert exported(moved)["basics"]["location"] == {"city": "Graz", "countryCode": "AT"}


def test_what_a_profile_has_no_section_for_becomes_one_of_the_persons_own() -> None:
    sections = {one.title: one.entries for one in of_generation("first_generation").more or ()}
    assert list(sections) == ["Further experience", "Volunteering", "Awards", "Further publications", "Interests"]
    assert [(one.title, one.organisation) for one in sections["Further experience"]] == [("Sales", "Pék Zoli")]
    (tutor,) = sections["Volunteering"]
    assert (tutor.title, tutor.organisation, tutor.url) == ("Tutor", "Tanoda", "http://tanoda.example")
    assert [one.text for one in tutor.highlights] == ["Twelve pupils"]
    (award,) = sections["Awards"]
    assert (award.title, award.organisation, str(award.end)) == ("Best Shop", "Web Day", "2012-11-01")
    assert [(one.title, one.summary) for one in sections["Interests"]] == [
        ("Wildlife", "storks, otters"),
        ("Rowing", "eights"),
    ]


def test_levels_in_words_and_certificates_are_taken() -> None:
    spoken = {one.name: (one.level, one.fluency) for one in of_generation("first_generation").languages or ()}
    assert spoken == {"Hungarian": ("native", None), "English": (None, "Fluent")}
    (course,) = (one for one in of_generation("version_1").education or () if one.kind == "course")
    assert (course.title, course.institution, course.summary) == (
        "Cloud Architect",
        "A Cloud",
        "<https://cloud.example/c/1>",
    )


def test_references_without_a_role_and_a_day_are_kept_and_said_so() -> None:
    taken = read(document("first_generation"))
    assert "references" not in taken.data
    assert any("are kept and not shown (1)" in note for note in taken.notes)


WHOLE = """
name: Ada
headline: Forecasts
summary: I forecast.
contact: {phone: "+49 30 1", location: Berlin}
resume: {hide: [summary, more]}
education:
  - {title: "Degree, Physics", summary: It was long.}
  - {title: Course, kind: course, institution: School, end: 2020-01-02}
clients: [{id: bank, name: Secretbank, sector: x, nda: true, shown_as: a bank}]
contracts:
  - {id: one, client: bank, role: Modeller, deliverable: A model, start: 2021, engagement: hourly}
projects:
  - {id: own-id, title: Shown, summary: A thing, problem: It failed., outcome: "- One\\n- Two", approach: Slowly.}
languages: [{name: English, code: en, level: C1, fluency: Very good}]
references:
  - {id: bo, name: Bo, role: Owner, organisation: Shop, date: 2024, text: Good., consent: on-request}
rates: {price: {amount: 4711, currency: EUR, per: hour}, public: false}
more:
  - title: Patents
    entries: [{title: A patent, tags: [law]}]
  - title: Awards
    entries: [{title: A cup, start: 2019, end: 2020, highlights: [Loud]}]
services: [{id: s, title: Advice}]
"""


def ada() -> Profile:
    return validate(Profile, parse(WHOLE.encode(), name="profile.yaml"))


def test_the_export_for_oneself_holds_what_documents_hide() -> None:
    found = write(ada()).document
    assert isinstance(found, dict)
    assert (found["basics"]["phone"], found["basics"]["summary"]) == ("+49 30 1", "I forecast.")
    assert found["meta"]["folio"]["rates"]["price"]["amount"] == 4711
    assert found["awards"][0]["title"] == "A cup"
    assert found["certificates"][0] == {NAME: "course", "name": "Course", "issuer": "School", "date": "2020-01-02"}
    assert "Secretbank" not in json.dumps(found)
    shown = json.loads(to_json_resume(ada()))
    assert "phone" not in shown["basics"]
    assert not {"awards", "volunteer"} & set(shown)
    assert "4711" not in json.dumps(shown)


def test_what_an_export_has_no_place_for_is_listed() -> None:
    assert sorted(str(one).partition(":")[0] for one in write(ada()).left) == [
        "clients[0].sector",
        "more[0].entries[0].tags",
        "projects[0].approach",
        "projects[0].problem",
        "references[0]",
        "services[0].id",
        "services[0].title",
    ]


def test_an_export_comes_in_again_as_the_same_profile(tmp_path: Path) -> None:
    before, back = ada(), imported(exported(ada()), tmp_path)
    assert back.extra == {}
    same = ("name", "headline", "summary", "contact", "education", "languages", "rates", "privacy", "resume")
    assert {name: getattr(back, name) for name in same} == {name: getattr(before, name) for name in same}
    assert [one.title for one in back.more or ()] == ["Patents", "Awards"]
    assert (back.more or ())[1] == (before.more or ())[1]
    assert [(one.id, one.outcome) for one in back.projects or ()] == [("own-id", "- One\n- Two")]
    assert [(one.role, one.engagement) for one in back.contracts or ()] == [("Modeller", "hourly")]


def test_the_document_of_a_profile_is_as_the_schema_has_it() -> None:
    valid = jsonschema_rs.validator_for(SCHEMA)
    assert [str(one) for one in valid.iter_errors(exported(ada()))] == []


def test_somebody_is_known_from_a_draft_that_had_no_basics() -> None:
    who = of_generation("before_basics")
    assert (who.name, who.contact.email, who.contact.phone) == ("Jon Vale", "jon@vale.example", "555 0199")
    assert (who.contact.location, who.links.github, who.links.website) == ("Leeds", "jonvale", "http://jon.example")
    flat = {"name": "Jon", "bio": "I sail.", "phoneNumber": "1", "work": [], "education": []}
    taken = read(flat).data
    assert (taken["name"], taken["summary"], taken["contact"]) == ("Jon", "I sail.", {"phone": "1"})


def test_what_is_kept_has_its_kinds_of_value_again() -> None:
    kept = {one.at: one for one in of_generation("draft").extra["json-resume"]}
    assert json.loads(kept["/work/harbour/x-team"].was["json"]) == {"size": 4, "remote": True, "note": None}
    assert kept["/meta/theme"].was == "even"
