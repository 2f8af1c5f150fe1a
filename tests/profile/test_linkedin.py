"""LinkedIn's data export as a profile."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from documents.foreign import lost, marked, profile_of
from folio.document import dump
from folio.importing import archive
from folio.importing.opened import Opened
from folio.profile.exchange import dates
from folio.profile.exchange.linkedin import is_one
from folio.profile.exchange.linkedin.reading import read
from folio.profile.exchange.taken import Taken
from folio.profile.load import load
from folio.profile.placeholders import NAME

FILES = {
    "Profile.csv": '\ufeffFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,'
    'Geo Location,Twitter Handles,Websites,Instant Messengers\n'
    'Mira,Okafor,,12 Street,"Mar 4, 1990","ML engineer, forecasting","I build &amp; run forecasts.\n• every night\n'
    '• on one machine",Software,1010,"Vienna, Austria",[miraok],"[PERSONAL:https://mira.example,'
    'COMPANY:https://okafor.example,OTHER:nonsense]",\n',
    "Positions.csv": 'Company Name,Title,Description,Location,Started On,Finished On\n'
    'Grocer,Data scientist,"Forecasts. \n• Cut waste by 12 %\n• Wrote tests",Vienna,Jan 2020,\n'
    'Mühle,Analystin,• Eins. • Zwei.,Wien,Okt. 2016,Dez. 2019\n'
    'Backwards,Dev,,,Jan 2015,Jan 2012\n'
    'Old,,,,2015,2016\n,,,,,\nNoDate,Dev,"Before\n- a\n- b\nafter",,,\n',
    "Education.csv": 'School Name,Start Date,End Date,Notes,Degree Name,Activities\nTU,2010,2015,,"MSc, Computing",Chess\n',
    "Skills.csv": "Name\nPython\nSQL\nPython\n",
    "Languages.csv": "Name,Proficiency\nGerman,Full professional proficiency\nIgbo,Native or bilingual proficiency\n"
    "Deutsch,Muttersprache oder zweisprachig\nFrench,\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\n"
    "Shelf,Forecast for shelves,https://github.com/miraok/shelf,Feb 2021,Nov 2022\nPage,,https://page.example,,\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "CKA,https://c.example/1,CNCF,Mar 2022,Mar 2025,CKA-1\n",
    "Publications.csv": 'Name,Published On,Description,Publisher,Url\n'
    'On shelves,"Aug 1, 2023",A paper,Journal,https://j.example/1\nNo address,2020,,X,\n',
    "Honors.csv": "Title,Description,Issued On\nPrize,For shelves,May 2022\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\n"
    "Water,Guardian,Environment,Feb 2016,Jun 2019,Cleanups\n",
    "Recommendations_Received.csv": 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n'
    'Ada,Byron,Grocer,Head,"She, of all, delivers.","07/21/21, 12:11 PM",VISIBLE\n'
    'Hid,Den,X,Y,Z,"07/21/21, 12:11 PM",HIDDEN\nNo,Role,,,Good.,"07/21/21, 12:11 PM",VISIBLE\n',
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nold@mira.example,Yes,No,\nmira@mira.example,Yes,Yes,\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+43 1 000,Mobile\n,+43 2 000,Home\n",
    "Patents.csv": "Title,Description,Patent Number,Url,Issue Date\nShelf device,How,AT1,https://p.example,2020\n",
    "Courses.csv": "Name,Number\nStatistics,101\n",
    "Organizations.csv": "Name,Position,Description,Started On,Finished On\nPyLadies,Chair,Talks,Jan 2019,\n",
    "Test Scores.csv": "Name,Description,Score,Tested On\nTOEFL,,118,Jan 2012\n",
    "Connections.csv": 'Notes:\n"x"\n\nFirst Name,Last Name\nSecret,Friend\n',
}  # fmt: skip


@cache
def mira() -> tuple[Opened, Taken]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Basic_LinkedInDataExport_11-22-2026.zip"
        with zipfile.ZipFile(path, "w") as made:
            for name, content in FILES.items():
                made.writestr(name, content)
        found = archive.opened(path)
    return found, read(found.data)


def test_an_export_is_told_by_its_tables() -> None:
    assert is_one(mira()[0].data)
    assert is_one({"Positions": []})
    assert not is_one({"Skills": {}, "Profile": "x"})
    assert not is_one({"Profile": [], "cv": {}})
    assert not is_one({})


def test_everything_that_a_profile_has_a_place_for_is_taken(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(dump(mira()[1].data), encoding="utf-8")
    profile = load(tmp_path)
    assert (profile.name, profile.headline) == ("Mira Okafor", "ML engineer, forecasting")
    assert profile.summary == "I build & run forecasts.\n\n- every night\n- on one machine"
    assert (profile.contact.email, profile.contact.location) == ("mira@mira.example", "Vienna, Austria")
    assert profile.links.website == "https://mira.example"
    assert {one.label: one.url for one in profile.links.other} == {
        "Company": "https://okafor.example",
        "Twitter": "https://twitter.com/miraok",
    }
    assert [one.name for one in profile.skills or ()] == ["Python", "SQL"]
    work = {one.organisation: one for one in profile.work or ()}
    assert (work["Grocer"].summary, [one.text for one in work["Grocer"].highlights]) == (
        "Forecasts.",
        ["Cut waste by 12 %", "Wrote tests"],
    )
    assert [one.text for one in work["Mühle"].highlights] == ["Eins.", "Zwei."]
    assert (str(work["Mühle"].start), str(work["Mühle"].end)) == ("2016-10", "2019-12")
    assert work["Backwards"].end is None
    assert [(one.title, str(one.end)) for one in profile.education or ()] == [("MSc, Computing", "2015")]
    assert [(one.code_url, bool(one.live)) for one in profile.projects or ()] == [
        ("https://github.com/miraok/shelf", False),
        (None, True),
    ]
    assert [str(one.date) for one in profile.articles or ()] == ["2023-08-01"]


def test_linkedins_words_for_levels_are_kept_and_only_native_is_told_from_them() -> None:
    said = {one["name"]: (one["code"], one.get("level")) for one in mira()[1].data["languages"]}
    assert said == {"German": ("de", None), "Igbo": ("ig", "native"), "Deutsch": ("de", "native")}
    assert mira()[1].data["languages"][0]["fluency"] == "Full professional proficiency"


def test_recommendations_are_taken_without_consent_and_the_person_is_told_to_ask(tmp_path: Path) -> None:
    profile = profile_of(mira()[1])
    assert [(one.name, one.consent, str(one.date)) for one in profile.references or ()] == [
        ("Ada Byron", "none", "2021-07-21")
    ]
    assert any("ask who wrote one" in note for note in mira()[1].notes)
    assert {one.path for one in mira()[1].left} >= {"Recommendations_Received[1]", "Recommendations_Received[2]"}


def test_a_certificate_says_its_licence_and_the_day_it_was_got() -> None:
    entries = {one["title"]: entry for one in mira()[1].data["more"] for entry in one["entries"]}
    assert entries["Certifications"]["summary"] == "Licence CKA-1"
    assert entries["Certifications"]["start"] == "2022-03"
    table = {"Profile": [], "Certifications": [{"Name": "PDE", "Authority": "Google", "Started On": "May 2023"}]}
    assert read(table).data["more"][0]["entries"] == [{"title": "PDE", "organisation": "Google", "end": "2023-05"}]


def test_what_a_profile_has_no_section_for_has_one_of_its_own() -> None:
    more = {one["title"]: [entry["title"] for entry in one["entries"]] for one in mira()[1].data["more"]}
    assert more == {
        "Languages": ["French"],
        "Experience": ["Old", "Dev"],
        "Further publications": ["No address"],
        "Certifications": ["CKA"],
        "Courses": ["Statistics"],
        "Patents": ["Shelf device"],
        "Honors and awards": ["Prize"],
        "Test scores": ["TOEFL"],
        "Organizations": ["Chair"],
        "Volunteering": ["Guardian"],
    }
    kept = next(one for one in mira()[1].data["more"] if one["title"] == "Experience")["entries"][1]
    assert kept["summary"] == "Before\n\n- a\n- b\n\nafter"  # what stands in an order stays in it


def test_private_things_stay_out_of_the_profile_and_the_number_is_not_shown() -> None:
    found, taken = mira()
    shown = dump(taken.data)
    for private in ("1990", "12 Street", "1010", "Secret", "old@mira.example", "+43 2 000"):
        assert private not in shown
    assert "Secret" not in str(found.data)
    assert not profile_of(taken).privacy.phone
    assert any("phone number" in note for note in taken.notes)


def test_nothing_of_the_tables_is_lost() -> None:
    found, taken = mira()
    in_other_words = {"VISIBLE", "Yes", "No", "07/21/21, 12:11 PM", "Aug 1, 2023"}
    rows = {
        name: [{key: one for key, one in row.items() if "On" not in key} for row in rows]
        for name, rows in found.data.items()
    }
    assert {one for one in lost(rows, taken) if "nonsense" not in one} <= in_other_words


@pytest.mark.parametrize("row", [{}, {"First Name": "", "Headline": " "}])
def test_an_empty_export_becomes_an_example_to_fill_in(row: dict[str, str]) -> None:
    taken = read({"Profile": [row]})
    assert profile_of(taken).name == NAME


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("janv. 2020", "2020-01"),
        ("marzo de 2021", "2021-03"),
        ("15 de marzo de 2021", "2021-03-15"),
        ("2022年3月", "2022-03"),
        ("янв. 2020", "2020-01"),
        ("März 2020", "2020-03"),
        ("3. března 2020", "2020-03-03"),
        ("listopad 2020", None),  # November in Polish, October in Croatian
        ("lis 2020", None),
        ("soon 2020", None),
    ],
)
def test_months_are_known_in_many_languages_where_their_name_is_one_month(said: str, meant: str | None) -> None:
    found = dates.found(said)
    assert (str(found) if found else None) == meant


TABLES = st.sampled_from([name.removesuffix(".csv") for name in FILES])
COLUMNS = st.sampled_from(
    sorted({column.strip("\ufeff") for one in FILES.values() for column in one.split("\n")[0].split(",")})
)


@settings(deadline=None, max_examples=12)
@given(
    st.dictionaries(TABLES, st.lists(st.dictionaries(COLUMNS, marked(COLUMNS, 4), max_size=6), max_size=3), max_size=6)
)
@example({"PhoneNumbers": [{"Extension": "mark 100000000"}]})
@example({"Profile": [{"Geo Location": "mark 100000000"}, {}]})
@example({"Email Addresses": [{"Primary": "mark 100000000"}]})
def test_whatever_is_in_the_tables_the_profile_holds_and_nothing_is_lost(document: dict[str, Any]) -> None:
    taken = read(document)
    profile_of(taken)
    assert lost(document, taken) == []
