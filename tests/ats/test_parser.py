"""The parser on texts as other tools leave them: it reads tidy ones, and loses what their order and marks don't tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.ats.lines import Line, plain_lines
from folio.ats.parser.fields import Parsed, ParsedEntry, ParsedGroup
from folio.ats.parser.parse import parse

TEXTS = Path(__file__).parent / "texts"


def read(name: str) -> Parsed:
    return parse(plain_lines([(TEXTS / name).read_text(encoding="utf-8")]), "en")


def experience(*lines: str, locale: str = "en") -> tuple[ParsedEntry, ...]:
    return parse(plain_lines(["\n".join(("Ada", "EXPERIENCE", *lines))]), locale).entries["experience"]


def test_a_tidy_text_is_read_whole() -> None:
    found = read("tidy.txt")
    assert (found.name, found.headline) == ("Ada Brandt", "Structural engineer for timber halls")
    assert (found.email, found.phone) == ("ada@brandt.example", "+44 1632 960 011")
    assert (found.links, found.location) == (("brandt.example",), "Hull, United Kingdom")
    assert found.summary.endswith("with firms of two to two hundred people.")
    first, second = found.entries["experience"]
    assert first == ParsedEntry(
        "Senior Engineer",
        "Ostler & Keane",
        "Jan 2020 – present",
        "Hull",
        bullets=(
            "Designed eleven halls, the widest of them 48 metres, and brought all of them in under the steel that had "
            "been planned.",
            "Trained four graduates.",
        ),
    )
    assert (second.organisation, second.period) == ("Mill Lane Structures Ltd.", "Sep 2014 – Dec 2019")
    assert found.entries["education"] == (
        ParsedEntry("MEng Civil Engineering", "University of Bradford", "2010 – 2014"),
    )
    assert found.groups["skills"][0] == ParsedGroup("Design", ("Glulam", "CLT", "Eurocode 5"))
    assert found.groups["languages"] == (ParsedGroup("English", ("native",)), ParsedGroup("Dutch", ("B1",)))


def test_dates_that_come_after_all_bullets_are_lost() -> None:
    """As RenderCV's default theme is extracted: the column of dates is read last."""
    jobs = read("date_column_last.txt").entries["experience"]
    assert [one.period for one in jobs if one.title == "Ostler & Keane, Hull"] == [""]
    assert all(one.title != "Engineer" for one in jobs)


def test_a_firm_that_runs_into_its_town_is_read_as_one_thing() -> None:
    assert experience("Engineer", "Mill Lane Structures, York", "2014 – 2019")[0].organisation == (
        "Mill Lane Structures, York"
    )


def test_labels_that_nothing_parts_from_their_list_are_lost() -> None:
    assert read("date_column_last.txt").groups["skills"][0] == ParsedGroup("", ("Design Glulam", "CLT", "Eurocode 5"))


def test_a_heading_that_is_letter_spaced_or_unknown_is_no_heading() -> None:
    found = parse(plain_lines(["Ada Brandt\nE X P E R I E N C E\nEngineer\n2014 – 2019\nWHAT I DID\nMore"]), "en")
    assert found.entries == {}


@pytest.mark.parametrize("sign", ["•", "•\n", "‣ ", "* ", "- "])
def test_bullets_of_many_kinds_are_bullets_but_a_dash_is_none(sign: str) -> None:
    found = experience("Engineer", "Mill Lane", "2014 – 2019", f"{sign}Checked frames.".replace("•C", "• C"))
    assert (found[0].bullets == ("Checked frames.",)) == (sign != "- ")


def test_what_stands_side_by_side_is_taken_apart() -> None:
    (job,) = experience("Engineer                     Jan 2014 – present", "Mill Lane                            York")
    assert (job.title, job.organisation, job.period) == ("Engineer", "Mill Lane", "Jan 2014 – present")
    (job,) = experience("Engineer · Mill Lane · Jan 2014 – Mar 2015 · York")
    assert job == ParsedEntry("Engineer", "Mill Lane", "Jan 2014 – Mar 2015", "York")


def test_entries_begin_where_the_type_of_the_first_line_comes_again() -> None:
    lines = [
        Line("Ada"),
        Line("EDUCATION"),
        Line("MEng Civil Engineering", bold=True, size=11),
        Line("University of Bradford", bold=False, size=10),
        Line("A-levels", bold=True, size=11),
        Line("Hull College", bold=False, size=10),
    ]
    found = parse(lines, "en").entries["education"]
    assert [(one.title, one.organisation) for one in found] == [
        ("MEng Civil Engineering", "University of Bradford"),
        ("A-levels", "Hull College"),
    ]


def test_page_numbers_and_the_name_beside_them_are_no_content() -> None:
    pages = [
        "Ada Brandt\nEXPERIENCE\nEngineer\nMill Lane\n2014 – 2019\n• Checked the\n1 / 2",
        "frames.\nAda Brandt\n2 / 2",
    ]
    lines = plain_lines(pages)
    assert [one.bullets for one in parse(lines, "en").entries["experience"]] == [("Checked the frames.",)]


def test_nothing_and_nonsense_are_read_as_nothing() -> None:
    assert parse((), "en") == Parsed()
    noise = plain_lines(["\n".join(["•", "", "1.", "|", "· ·", "EXPERIENCE", "•", "2020", "–", "SKILLS", ":", ","])])
    assert parse(noise, "ja").email == ""


def test_german_headings_months_and_quotes_are_known() -> None:
    text = "Jörg\nBERUFSERFAHRUNG\nLeiter\nWerk Weißwasser\nMärz 2018 – heute\n• Geleitet.\nAUSBILDUNG\nDiplom\nHochschule\n2011"
    found = parse(plain_lines([text]), "de")
    assert found.entries["experience"][0].period == "März 2018 – heute"
    assert found.entries["education"] == (ParsedEntry("Diplom", "Hochschule", "2011"),)
