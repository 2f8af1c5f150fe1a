"""FRESH documents, as HackMyResume and FluentCV write them, as profiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.foreign import lost, marked, profile_of
from folio.document import dump
from folio.profile.exchange.formats import by_name, told
from folio.profile.exchange.fresh.reading import read
from folio.profile.exchange.taken import Taken
from folio.profile.load import load
from folio.profile.placeholders import HEADLINE

TIM = {
    "name": "Tim Osei",
    "meta": {"format": "FRESH@0.6.0", "version": "0.1.0"},
    "info": {"label": "Data engineer", "brief": "I move data <strong>on time</strong>.", "quote": "No data, no talk."},
    "disposition": {"travel": 25, "remote": True, "commitment": ["contract"]},
    "contact": {
        "website": "tim-osei.example",
        "email": "tim@tim-osei.example",
        "phone": "+233 20 000 0000",
        "other": [{"label": "Work", "category": "phone", "value": "+233 20 111 1111"}],
    },
    "location": {"address": "12 Ring Road", "city": "Accra", "code": "GA-001", "country": "GH"},
    "social": [
        {"network": "GitHub", "user": "timosei", "url": "https://github.com/TimOsei"},
        {"network": "Mastodon", "user": "@tim", "url": "https://social.example/@tim"},
        {"network": "Skype", "user": "tim.osei"},
    ],
    "employment": {
        "summary": "Ten years of pipelines.",
        "history": [
            {
                "employer": "Cocoa Board",
                "position": "Data engineer",
                "url": "https://cocoa.example",
                "start": "2019-03",
                "end": "current",
                "location": "Accra",
                "summary": "Pipelines for prices.",
                "highlights": ["Cut a nightly run from 50 to 4 minutes."],
                "keywords": ["SQL", "Airflow"],
            },
            {"employer": "Radio Accra", "position": "Intern", "summary": "No year is said."},
            {"summary": "Nobody knows where."},
        ],
    },
    "education": {
        "level": "degree",
        "history": [
            {
                "institution": "Ashesi",
                "studyType": "BSc",
                "area": "Computing",
                "start": "2010-09",
                "end": "2009-06",
                "grade": "3.5",
                "curriculum": ["Databases", "Statistics"],
            }
        ],
    },
    "service": {"history": [{"category": "volunteer", "organization": "Code Club", "position": "Mentor", "start": "2016"}]},
    "skills": {
        "sets": [{"name": "Data", "level": "advanced", "skills": ["SQL", "Python"]}],
        "list": [{"name": "Python", "years": 8}, {"name": "Go", "level": "beginner"}],
    },
    "projects": [
        {
            "title": "Price feed",
            "category": "FOSS",
            "description": "Prices of cocoa, every hour.",
            "summary": "I wrote all of it.",
            "role": "Author",
            "repo": "https://github.com/timosei/prices",
            "url": "https://prices.example",
            "start": "2021",
            "highlights": ["Runs since 2021."],
            "keywords": ["Python"],
        }
    ],
    "writing": [
        {"title": "On lateness", "url": "https://tim-osei.example/late", "date": "2022-05", "publisher": {"name": "Late"}},
        {"title": "A thesis", "publisher": "Ashesi", "date": "2012"},
    ],
    "speaking": [
        {"title": "Pipelines", "event": "PyCon Africa", "date": "2023-10-05"},
        {"title": "Lightning talk", "event": "A meetup"},
    ],
    "recognition": [{"title": "Best tool", "from": "Cocoa Board", "date": "2021-06", "summary": "For the feed."}],
    "governance": [{"role": "Treasurer", "organization": "PyLadies Accra", "start": "2018", "end": "2020"}],
    "samples": [{"title": "A dashboard", "url": "https://dash.example", "date": "2020"}],
    "reading": [{"title": "A book", "author": ["A. Writer", "B. Writer"]}],
    "interests": [{"name": "Chess", "summary": "Weekly.", "keywords": ["Sicilian"]}],
    "affiliation": {"history": [{"organization": "ACM", "role": "Member", "start": "2015"}]},
    "extracurricular": [{"title": "Choir", "activity": "Singing", "location": "Accra"}],
    "languages": [
        {"language": "English", "level": "native"},
        {"language": "French", "level": "B1"},
        {"language": "Twi", "level": "fluent"},
        {"language": "Ga"},
    ],
    "references": [{"name": "Efua Mensah", "role": "Head", "private": True, "contact": [{"value": "efua@cocoa.example"}]}],
    "testimonials": [{"name": "Kofi Boateng", "quote": "Tim delivers."}],
}  # fmt: skip


@cache
def tim() -> Taken:
    return read(TIM)


def test_a_document_is_told_by_its_name_or_by_what_only_fresh_has() -> None:
    fresh = by_name("fresh")
    assert told(TIM) == fresh
    assert fresh.is_one({"employment": {"history": []}})
    assert not fresh.is_one({"basics": {}, "employment": {"history": []}})
    assert not fresh.is_one({"meta": "FRESH", "employment": []})


def test_everything_that_a_profile_has_a_place_for_is_taken(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(dump(tim().data), encoding="utf-8")
    profile = load(tmp_path)
    assert (profile.name, profile.headline) == ("Tim Osei", "Data engineer")
    assert profile.summary == "I move data **on time**."
    assert profile.contact.location == "Accra, GH"
    assert (profile.links.website, profile.links.github) == ("https://tim-osei.example", "timosei")
    assert [one.label for one in profile.links.other] == ["Mastodon"]
    assert profile.work is not None
    assert profile.projects is not None
    assert profile.education is not None
    assert [(one.organisation, str(one.start), one.end) for one in profile.work] == [("Cocoa Board", "2019-03", None)]
    assert profile.work[0].skills == ("SQL", "Airflow")
    project = profile.projects[0]
    assert (project.summary, project.my_part) == ("Prices of cocoa, every hour.", "I wrote all of it.")
    assert project.code_url == "https://github.com/timosei/prices"
    assert project.live
    assert profile.education[0].title == "BSc, Computing"
    assert [(one.name, one.group) for one in profile.skills or ()] == [
        ("SQL", "Data"),
        ("Python", "Data"),
        ("Go", "Skills"),
    ]
    assert [one.title for one in profile.articles or ()] == ["On lateness"]
    assert [one.event for one in profile.talks or ()] == ["PyCon Africa"]


def test_levels_of_languages_are_not_made_up() -> None:
    said = {one["name"]: (one.get("level"), one.get("fluency")) for one in tim().data["languages"]}
    assert said == {"English": ("native", None), "French": ("B1", None), "Twi": (None, "fluent")}


def test_what_lacks_a_day_a_role_or_an_address_is_in_a_section_of_its_own() -> None:
    more = {one["title"]: [entry["title"] for entry in one["entries"]] for one in tim().data["more"]}
    assert more["Experience"] == ["Intern"]
    assert more["Writing"] == ["A thesis"]
    assert more["Speaking"] == ["Lightning talk"]
    assert more["Languages"] == ["Ga"]
    assert more["Memberships"] == ["Member"]
    assert more["Governance"] == ["Treasurer"]
    assert tim().data["education"][0]["start"] == "2010-09"
    assert "end" not in tim().data["education"][0]


def test_whoever_did_not_agree_is_not_named_in_the_profile() -> None:
    assert "Efua" not in dump(tim().data)
    assert "Kofi" not in dump(tim().data)
    assert {one.path for one in tim().left} >= {"references[0]", "testimonials[0]", "location.address", "social[2]"}


def test_nothing_of_a_document_is_lost() -> None:
    assert lost(TIM, tim()) == ["current"]  # which is what no end says


def test_an_empty_document_becomes_an_example_to_fill_in() -> None:
    taken = read({"meta": {"format": "FRESH@0.1.0"}})
    assert profile_of(taken).headline == HEADLINE
    assert len(taken.notes) == 3


KEYS = st.sampled_from([*TIM, *{key for one in TIM.values() if isinstance(one, dict) for key in one}, "sets", "list",
    "history", "title", "name", "position", "employer", "url", "start", "end", "date", "publisher", "keywords",
    "highlights", "summary", "skills", "language", "level", "event", "organization"])  # fmt: skip


@settings(deadline=None, max_examples=12)
@given(st.dictionaries(KEYS, marked(KEYS), max_size=6))
def test_whatever_is_in_a_document_the_profile_holds_and_nothing_is_lost(document: dict[str, Any]) -> None:
    taken = read(document)
    profile_of(taken)
    assert lost(document, taken) == []
