"""Sections of the person's own in a document: a reader keeps them apart from those before and after them."""

from __future__ import annotations

from functools import cache
from importlib import import_module

import pytest

from documents.people import TODAY, person
from folio.ats.check import judged
from folio.ats.fields import fields
from folio.ats.lines import Line, Reading, plain_lines
from folio.ats.parser.fields import ParsedEntry, ParsedGroup
from folio.ats.parser.parse import parse
from folio.ats.reading import EXTRACTORS
from folio.ats.report import ExtractorReport
from folio.evidence.model import Evidence
from folio.facts import derive
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume
from folio.profile.appearance import Appearance
from folio.profile.enclosed import Enclosures
from folio.profile.more import MoreSection
from folio.profile.person import Language
from folio.profile.record import Article
from folio.render.resume import print_resume
from folio.render.sheet import print_now

MORE = [
    {"title": "Fell rescue", "entries": [
        {"title": "NILM", "summary": "A radio that finds walkers.\n\nIn use since May."},
        {"title": "Driver", "organisation": "Team Wharfedale", "start": "2021-09", "highlights": ["Forty nights.", "Six dogs."]},
    ]},
    {"title": "Awards", "entries": [{"title": "1. Preis der Jury", "organisation": "Yorkshire Fair", "end": "2023-06"}]},
    {"title": "Publications", "entries": [{"title": "On bread", "organisation": "Bakers", "end": "2020"}]},
    {"title": "Interests", "entries": [{"title": "Bread", "summary": "rye, mostly"}, {"title": "Chess"}]},
]  # fmt: skip
FLUENT = {"name": "Norwegian", "code": "nb", "fluency": "professional working proficiency, spoken (Oslo)"}


@cache
def resume(theme: str) -> Resume:
    who = person("english")
    said = {
        "more": tuple(map(MoreSection.model_validate, MORE)),
        "languages": (*(who.languages or ())[:1], Language.model_validate(FLUENT)),
        "articles": (Article(id="a", title="On vans", url="https://a.example/", publication="Vans"),),
        "resume": Appearance(theme=theme),
    }
    return compose_resume(derive(who.model_copy(update=said), Evidence(), today=TODAY), Enclosures({}, {}))


@cache
def reports(theme: str) -> tuple[ExtractorReport, ...]:
    sheet = print_now(print_resume(resume(theme)))
    readings = (
        Reading(one.name, getattr(import_module(f"folio.ats.extractors.{one.door}"), one.function)(sheet.content))
        for one in EXTRACTORS
        if one.is_there and one.name != "pdftotext -layout"
    )
    return tuple(judged(one, resume(theme), len(sheet.left_out)) for one in readings)


@pytest.mark.parametrize("theme", ["compact", "modern"])
def test_an_automatic_reader_gets_every_string_and_field(theme: str) -> None:
    assert len(reports(theme)) >= 3
    for one in reports(theme):
        assert (one.extractor, one.lost, one.misplaced) == (one.extractor, (), ())
        assert (one.extractor, [(each.field, each.read) for each in one.not_found]) == (one.extractor, [])


TEXT = """\
Ada
LANGUAGES
English (native), Welsh (fluent, spoken)
FELL RESCUE
Driver · Team Wharfedale · 2021
PROJECTS
NILM
Author · 2020
A radio that finds walkers.
AWARDS
First prize · Yorkshire Fair · 2019
"""


def test_headings_in_capitals_are_told_from_names_in_capitals_where_there_is_no_type() -> None:
    found = parse(plain_lines([TEXT]), "en")
    assert found.groups["languages"] == (
        ParsedGroup("English", ("native",)),
        ParsedGroup("Welsh", ("fluent, spoken",)),
    )
    assert found.entries["projects"] == (ParsedEntry("NILM", "Author", "2020", summary="A radio that finds walkers."),)
    assert found.texts["fell rescue"] == "FELL RESCUE Driver · Team Wharfedale · 2021"
    assert found.texts["awards"] == "AWARDS First prize · Yorkshire Fair · 2019"


def test_where_type_is_known_a_heading_is_what_looks_like_the_others() -> None:
    heads = ("EDUCATION", "TSV", "FELL RESCUE", "TEAM")
    types = {"EDUCATION": 10.0, "FELL RESCUE": 10.0, "TSV": 12.0, "TEAM": 10.0}
    lines = [
        Line("Ada", size=20, bold=True),
        *(Line(text, size=types[text], bold=text != "TEAM") for text in heads),
        Line("A sentence below it.", size=9.0, bold=False),
    ]
    found = parse(lines, "en")
    assert set(found.texts) == {"education", "fell rescue"}
    assert found.texts["fell rescue"] == "FELL RESCUE TEAM A sentence below it."


def test_scripts_without_capitals_are_told_by_the_words_that_are_common_for_it() -> None:
    found = parse(plain_lines(["高橋\n語学\n日本語 (母語)\n受賞歴\n最優秀賞 · 研究会 · 2023年"]), "ja")
    assert found.groups["languages"] == (ParsedGroup("日本語", ("母語",)),)
    assert found.texts["受賞歴"] == "受賞歴最優秀賞 · 研究会 · 2023年"


def test_an_own_section_that_ran_into_the_one_before_is_not_found() -> None:
    wanted = resume("compact")
    swallowed = "Ada\nSUMMARY\nFell rescue Driver Team Wharfedale Sept 2021 – present Forty nights. Six dogs.\n"
    verdicts = {one.name: one.verdict for one in fields(wanted, parse(plain_lines([swallowed]), "en"))}
    assert verdicts["Fell rescue, Driver"] == "mixed"
    assert verdicts["Awards, 1. Preis der Jury"] == "lost"
