"""A profile as JSON Resume and back: what goes out is what is shown, and what comes in holds."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.people import PEOPLE, composed
from folio.document import dump, parse
from folio.errors import InputError
from folio.evidence.model import Evidence
from folio.facts import derive
from folio.importing.profile_text import profile_text
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.source import letter_source
from folio.profile.enclosed import Enclosures, enclosures
from folio.profile.exchange import dates, languages
from folio.profile.exchange.formats import by_name
from folio.profile.exchange.json_resume.reading import read as from_json_resume
from folio.profile.exchange.json_resume.writing import to_json_resume
from folio.profile.exchange.slugs import Ids, slug
from folio.profile.load import load
from folio.profile.model import Profile
from folio.render.forms.text import text
from folio.resources import root
from folio.schema import validate
from interchange import bare, exported, imported

TODAY = date(2026, 11, 22)
SCHEMA = jsonschema_rs.validator_for(
    json.loads((Path(__file__).parent / "schema" / "json-resume-1.0.0.json").read_text(encoding="utf-8"))
)


def profile_of(yaml: str) -> Profile:
    return validate(Profile, parse(yaml.encode(), name="profile.yaml"))


def loaded(document: dict[str, Any], folder: Path) -> Profile:
    """What comes of a document, written and loaded with every check that `folio validate` makes."""
    text = profile_text(from_json_resume(document), "x.json", by_name("json-resume"))
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def as_text(profile: Profile, enclosed: Enclosures | None = None) -> str:
    facts = derive(profile, Evidence(), today=TODAY)
    return text(compose_resume(facts, enclosed or Enclosures({}, {})), "resume.txt").content.decode()


@cache
def lena() -> tuple[Profile, Enclosures]:
    profile = load(root("sample_profile"))
    return profile, enclosures(profile, root("sample_profile"))


@cache
def lenas_source() -> dict[str, Any]:
    profile, enclosed = lena()
    return json.loads(compose_resume(derive(profile, Evidence(), today=TODAY), enclosed).source)


PRIVATE = """
name: Ada
headline: Forecasts
summary: I forecast.
track: data-scientist
contact: {email: secret@ada.example, phone: "+49 30 secret", location: Secret street, reply_within: secret}
links: {other: [{label: Blog, url: "https://ada.example/blog"}]}
identities: [secret@commits.example]
github: secret
feeds: ["https://secret.example/feed"]
photo: {file: secret.jpg, alt: secret}
focus: {specialisms: [secret], audience: secret, goal: {what: secret}}
foundations: {cloud: ["https://secret.example/cloud"]}
skills:
  - {name: Python, group: Code, evidence: ["https://secret.example/x"], tags: [secret]}
languages: [{name: English, code: en, level: C1, evidence: "https://secret.example/c1"}]
education: [{title: Degree, tags: [secret]}]
clients:
  - {id: secret-bank, name: Secretbank, sector: secret, nda: true, shown_as: a bank in the north}
  - {id: unshown, name: Secret Unshown, sector: secret}
work:
  - id: secret-work
    organisation: Own
    role: Engineer
    start: 2020
    highlights: [{text: Did it, tags: [secret]}]
    outcomes: [{what: Errors, value: "3", baseline: "5", measured: secret}]
    skills: [secret]
    tags: [secret]
contracts:
  - id: secret-bank-risk
    client: secret-bank
    role: Modeller
    deliverable: A model
    start: 2021
    end: 2022
    engagement: hourly
    proof: {reference: secret-person, document: secret, sha256: "%(hash)s"}
    tags: [secret]
  - {id: other, client: secret-bank, role: Adviser, deliverable: Advice, start: 2023, proof: {reference: willing}}
projects:
  - id: shown
    title: Shown
    summary: A thing
    repository: secret/path
    client: secret-bank
    featured: true
    problem: secret
    constraints: secret
    approach: secret
    outcome: "secret, in more than a line or two: secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret secret"
    my_part: secret
    live: {description: secret, proof: {link: "https://secret.example/proof"}}
    picture: {file: secret.png, alt: secret}
    tags: [secret]
  - {id: secret-project, title: Secret project, summary: secret, client: unshown}
talks: [{id: secret-talk, title: A talk, event: A place, date: 2024, tags: [secret]}]
references:
  - {id: secret-person, name: Secret Person, role: secret, organisation: secret, date: 2024, text: secret, consent: on-request}
  - {id: willing, name: Bo Willing, role: Owner, organisation: Shop, date: 2024, text: Good., consent: public, email: secret@bo.example, link: "https://secret.example/bo"}
  - {id: unnamed, name: Secret Other, role: secret, organisation: secret, date: 2024, text: secret, consent: public}
services: [{id: secret, title: secret}]
rates: {price: {amount: 4711, currency: EUR, per: hour}, note: secret, public: false}
availability: {hours_per_week: 20, start: 2026-12, time_zone: Europe/Rome, as_of: 2026-11, note: secret}
more: [{title: Awards, entries: [{title: A prize, tags: [secret]}]}, {title: Patents, entries: [{title: A patent, highlights: [{text: Wide, tags: [secret]}]}]}]
pitches: [{id: secret, client: secret, date: 2026, headline: secret, problem: secret, offer: secret, next_step: secret}]
platforms: [{id: malt, url: "https://secret.example/malt"}]
resume: {hide: [education], photo: true}
targets: [{id: secret, name: secret, letter: {body: secret}, variables: {who: secret}}]
variables: {what: secret}
rehearsals: [{kind: take-home, date: 2026, note: secret}]
study_log: [{date: 2026, topic: secret, hours: 1, learned: secret}]
privacy: {email: false, phone: false, location: false}
""" % {"hash": "0" * 64}  # noqa: UP031 - braces are YAML's here


def test_what_goes_out_holds_nothing_that_the_resume_does_not_show() -> None:
    said = to_json_resume(profile_of(PRIVATE)).decode()
    assert "secret" not in said.casefold()
    assert "4711" not in said
    assert "Degree" not in said  # education is hidden
    for shown in (
        "Ada",
        "Python",
        "a bank in the north",
        "A model",
        "Shown",
        "Bo Willing",
        "Europe/Rome",
        "A prize",
        "A patent",
    ):
        assert shown in said


def test_a_letter_carries_nothing_of_the_resume() -> None:
    carried = json.loads(letter_source(derive(profile_of(PRIVATE), Evidence(), today=TODAY)))
    assert set(carried) == {"$schema", "basics", "meta"}
    assert set(carried["meta"]["folio"]) == {"version", "language"}


def test_a_name_under_nda_is_replaced_wherever_it_stands() -> None:
    profile = profile_of(PRIVATE).model_copy(update={"headline": "Risk at Secretbank"})
    assert json.loads(to_json_resume(profile))["basics"]["label"] == "Risk at a bank in the north"


def test_what_goes_out_is_json_resume_1_0_0() -> None:
    assert [str(error) for error in SCHEMA.iter_errors(lenas_source())] == []
    assert [str(error) for error in SCHEMA.iter_errors(json.loads(to_json_resume(profile_of(PRIVATE))))] == []


def test_the_same_profile_gives_the_same_bytes() -> None:
    assert to_json_resume(profile_of(PRIVATE)) == to_json_resume(profile_of(PRIVATE))


def test_another_tool_finds_contracts_and_talks_among_the_projects() -> None:
    kinds = [one.get("type") for one in lenas_source()["projects"]]
    assert (kinds.count(None), kinds.count("contract"), kinds.count("talk")) == (3, 5, 2)
    work = lenas_source()["work"][0]
    assert (
        work["highlights"][-1]
        == "Left over at the close, three shops: 31 % less (four-week means, same quarter a year before)"
    )


def test_what_folio_wrote_comes_back_as_it_was_with_nothing_kept(tmp_path: Path) -> None:
    back = imported(lenas_source(), tmp_path)
    assert back.extra == {}
    assert exported(back) == lenas_source()


def test_the_sample_comes_back_with_the_same_resume(tmp_path: Path) -> None:
    back = as_text(loaded(lenas_source(), tmp_path))
    before = as_text(*lena())
    # Who gives a reference on request is not in the document, so that it can't be said again.
    assert before.count("reference on request") == 1
    assert back == before.replace("reference on request\n", "")


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_comes_back_with_the_same_resume(name: str, tmp_path: Path) -> None:
    before = composed(name)
    source = json.loads(before.source)
    assert [str(error) for error in SCHEMA.iter_errors(source)] == []
    back = loaded(source, tmp_path)
    nowhere = [one["name"] for one in source.get("publications", []) if "url" not in one]
    if nowhere:
        kept = (tmp_path / "profile.yaml").read_text(encoding="utf-8")
        assert all(json.dumps(one) in kept for one in nowhere)
    else:
        assert as_text(back) == text(before, "resume.txt").content.decode()
    assert to_json_resume(back) == to_json_resume(load_again(back, tmp_path))


def load_again(profile: Profile, folder: Path) -> Profile:
    """A profile that went out and came in once more."""
    return loaded(json.loads(to_json_resume(profile)), folder)


def test_of_the_private_profile_the_shown_part_comes_back(tmp_path: Path) -> None:
    before = profile_of(PRIVATE).model_copy(update={"github": None, "education": None})
    back = loaded(json.loads(to_json_resume(before)), tmp_path)
    assert as_text(back) == as_text(before).replace("reference on request\n", "")
    assert [(one.name, one.nda) for one in back.clients] == [("a bank in the north", False)]


FOREIGN = {
    "basics": {
        "name": "Richard Hendriks",
        "label": "Programmer",
        "email": "nobody",
        "phone": "(912) 555-4321",
        "website": "richard.example",
        "image": "https://richard.example/me.png",
        "location": {"address": "2712 Broadway St", "city": "San Francisco", "countryCode": "US"},
        "profiles": [
            {"network": "GitHub", "username": "Dinesh", "url": "https://github.com/Richard"},
            {"network": "LinkedIn", "url": "https://linkedin.example/in/richard"},
            {"network": "Mastodon", "username": "richard", "url": "https://social.example/@richard"},
            {"network": "Skype", "username": "only.a.name"},
        ],
    },
    "work": [
        {
            "company": "Pied Piper",
            "position": "CEO",
            "startDate": "Dec 2013",
            "endDate": "Present",
            "highlights": ["Won"],
        },
        {
            "name": "Hooli",
            "position": "Engineer",
            "startDate": "2010-05-01",
            "endDate": "2009-01-01",
            "team": "Nucleus",
        },
        {"name": "Without a start", "position": "Engineer"},
    ],
    "volunteer": [{"organization": "CoderDojo"}],
    "education": [
        {"institution": "Stanford", "area": "Computing", "studyType": "BSc", "startDate": "2006", "score": "4.0"}
    ],
    "certificates": [{"name": "Kubernetes", "issuer": "CNCF", "date": "2021-11"}],
    "skills": [{"name": "Web", "level": "Master", "keywords": ["HTML", "CSS"]}, {"name": "Compression"}],
    "languages": [
        {"language": "English", "fluency": "Native speaker"},
        {"language": "Deutsch", "fluency": "B2 (upper intermediate)"},
        {"language": "Klingon", "fluency": "C1"},
        {"language": "Spanish", "fluency": "Fluent"},
    ],
    "projects": [
        {
            "name": "Middle-out",
            "description": "Compresses.",
            "url": "https://github.com/pp/mo",
            "entity": "Hooli",
            "keywords": ["Go"],
        },
        {"name": "Hosted", "url": "https://hosted.example", "highlights": ["First", "Second"]},
    ],
    "publications": [{"name": "On compression", "releaseDate": "2014", "url": "https://paper.example"}],
    "references": [{"name": "Erlich", "reference": "Great."}],
    "meta": {"version": "v1.0.0"},
}


def test_a_document_of_another_tool_is_taken_as_far_as_it_can_be_told(tmp_path: Path) -> None:
    taken = from_json_resume(FOREIGN)
    me = loaded(FOREIGN, tmp_path)
    assert (me.name, me.headline, me.links.website) == ("Richard Hendriks", "Programmer", "https://richard.example")
    assert (me.links.github, me.links.linkedin) == ("richard", "https://linkedin.example/in/richard")
    assert [(one.label, one.url) for one in me.links.other] == [("Mastodon", "https://social.example/@richard")]
    assert me.contact.location == "San Francisco, US"
    assert [(one.organisation, str(one.start), one.end) for one in me.work or ()] == [
        ("Pied Piper", "2013-12", None),
        ("Hooli", "2010-05-01", None),
    ]
    assert [(one.title, one.kind) for one in me.education or ()] == [
        ("BSc, Computing", "degree"),
        ("Kubernetes", "course"),
    ]
    assert [(one.name, one.group) for one in me.skills or ()] == [
        ("HTML", "Web"),
        ("CSS", "Web"),
        ("Compression", "Skills"),
    ]
    assert [(one.code, one.level) for one in me.languages or ()] == [
        ("en", "native"),
        ("de", "B2"),
        ("tlh", "C1"),
        ("es", None),
    ]
    assert [one.title for one in me.more or ()] == ["Further experience", "Volunteering"]
    middle_out, hosted = me.projects or ()
    assert (middle_out.code_url, middle_out.live, middle_out.skills) == ("https://github.com/pp/mo", None, ("Go",))
    assert hosted.live
    assert hosted.live.url == "https://hosted.example"
    assert hosted.outcome == "- First\n- Second"
    assert [one.title for one in me.articles or ()] == ["On compression"]
    assert (me.privacy.phone, me.contact.email) == (False, None)
    assert sorted(one.path for one in taken.left) == [
        "basics.email",
        "basics.image",
        "basics.location.address",
        "basics.profiles[3]",
        "education[0].score",
        "references[0]",
        "skills[0].level",
        "work[1].endDate",
        "work[1].team",
    ]
    assert any("'phone: true'" in note for note in taken.notes)


def test_a_document_without_anything_becomes_an_example_to_fill_in(tmp_path: Path) -> None:
    assert loaded({"basics": {}}, tmp_path).name == "Your Name"
    assert [note.split()[0] for note in from_json_resume({"basics": {}}).notes] == ["'name'", "'headline'", "'summary'"]


def test_a_document_of_a_later_folio_is_taken_as_one_of_another_tool(tmp_path: Path) -> None:
    later = {"basics": {"name": "Ada"}, "meta": {"folio": {"version": 99, "rates": {}}}}
    assert [one.path for one in from_json_resume(later).left] == ["meta.folio"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2014", "2014"),
        ("2014-06", "2014-06"),
        ("2014-6-9", "2014-06-09"),
        ("2014-06-29T10:00:00Z", "2014-06-29"),
        ("2014-00", "2014"),
        ("2014-02-31", "2014-02"),
        ("06/2014", "2014-06"),
        ("June 2014", "2014-06"),
        ("15 Mar 2014", "2014-03-15"),
        ("March 15th, 2014", "2014-03-15"),
        ("summer of 69", "None"),
        ("0000", "None"),
        ("99999", "None"),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_given(said: str, meant: str) -> None:
    assert str(dates.found(said)) == meant


@pytest.mark.parametrize(
    ("fluency", "level"),
    [
        ("Native or bilingual proficiency", "native"),
        ("Muttersprache", "native"),
        ("c1", "C1"),
        ("Fluent", None),
        ("AC12", None),
    ],
)
def test_a_level_is_taken_where_the_words_tell_it(fluency: str, level: str | None) -> None:
    assert languages.level(fluency) == level


@pytest.mark.parametrize(
    ("name", "code"), [("English", "en"), ("Deutsch", "de"), ("日本語", "ja"), ("Slowenisch", "sl"), ("Blargh", "und")]
)
def test_a_language_is_known_by_its_names(name: str, code: str) -> None:
    assert languages.code(name, "de") == code


def test_ids_are_made_from_names_and_given_once() -> None:
    ids = Ids()
    assert [ids.new("Zürich & Söhne"), ids.new("Zuerich Soehne"), ids.new("髙橋", "client")] == [
        "zuerich-soehne",
        "zuerich-soehne-2",
        "client",
    ]
    assert len(slug("word " * 50)) <= 64


NAMES = (
    "basics name label email phone url summary location city profiles network username work position startDate endDate "
    "highlights education studyType area institution skills keywords languages language fluency projects description "
    "entity roles type publications publisher releaseDate references reference certificates x-folio meta folio version "
    "outcomes priorities id live code what value kind role organisation date rates availability resume site strange"
)
KEYS = st.sampled_from(NAMES.split())
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30)
    | st.sampled_from(["2014-05", "https://a.example/b", "contract", "talk", "GitHub", "C1", "{{x}}", "no: 'yes'\n# x", "- a", "null", "~", "&a", "*a", "<<", "\u202e\x07x"])
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=30
)
SECTIONS = (
    "basics",
    "bio",
    "name",
    "location",
    "profiles",
    "work",
    "projects",
    "skills",
    "languages",
    "education",
    "publications",
    "references",
    "meta",
)
DOCUMENTS = st.fixed_dictionaries({}, optional=dict.fromkeys(SECTIONS, VALUES))


@settings(deadline=None, max_examples=30)
@given(DOCUMENTS)
def test_whatever_is_in_a_document_the_profile_made_from_it_is_valid(document: dict[str, Any]) -> None:
    yaml = profile_text(from_json_resume(document), "x\n.json", by_name("json-resume"))
    try:
        validate(Profile, parse(yaml.encode(), name="profile.yaml"))
    except InputError as error:
        pytest.fail(f"{error}\n{yaml}")


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(DOCUMENTS)
def test_nothing_is_dropped_whatever_is_in_a_document(document: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        back = exported(imported(document, Path(folder)))
    assert bare(back, document) == document


SCALARS = st.text(max_size=60) | st.integers(-99, 99) | st.booleans()


@settings(deadline=None, max_examples=30)
@given(
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=9), inner, max_size=4),
    )
)
def test_what_is_dumped_is_read_back(data: Any) -> None:
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(one) for name, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)

    if "<<" not in json.dumps(data):
        assert parse(dump({"x": data}).encode(), name="x").data == {"x": plain(data)}
