"""Sections of the person's own: where they stand, how compact they are, for whom, and what is never in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build import a_profile, some_facts
from folio.errors import InputError
from folio.facts import Facts
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume, Section
from folio.portfolio.site.record import own
from folio.portfolio.source import letter_source
from folio.profile.enclosed import Enclosures
from folio.profile.load import load, load_each
from folio.profile.tailor import tailored, the_target

AWARDS = {
    "title": "Awards",
    "entries": [
        {"title": "Thesis prize", "organisation": "University of Sheffield", "end": "2017-07-14"},
        {"title": "Best paper", "organisation": "Workshop", "end": "2023-06", "url": "https://workshop.example/"},
    ],
}
VOLUNTEERING = {
    "title": "Volunteering",
    "entries": [
        {"title": "Marshal", "organisation": "Fell race", "start": "2016", "end": "2019"},
        {"title": "Mentor", "organisation": "Code Club", "start": "2021-09", "highlights": ["Wrote *eight* lessons."]},
    ],
}
INTERESTS = {
    "title": "Interests",
    "entries": [{"title": "Fell running", "summary": "eleven *long* races"}, {"title": "Chess"}],
}
LANGUAGES = [{"name": "Welsh", "code": "cy", "level": "native"}]
NOW = {"hours_per_week": 20, "start": "2026-12-01", "time_zone": "Europe/London", "as_of": "2026-11-20"}


def some(*more: dict[str, Any], **said: object) -> Facts:
    return some_facts(**{"articles": [], "projects": [], "more": list(more), **said})  # type: ignore[arg-type]


def resume(*more: dict[str, Any], **said: object) -> Resume:
    return compose_resume(some(*more, **said), Enclosures({}, {}))


def section(*entries: dict[str, Any]) -> Section:
    return resume({"title": "Own", "entries": list(entries)}).sections[-1]


def test_they_stand_together_under_their_own_titles_before_the_availability() -> None:
    found = resume(AWARDS, VOLUNTEERING, INTERESTS, languages=LANGUAGES, availability=NOW)
    assert [one.title for one in found.sections] == [
        "Summary", "Languages", "Awards", "Volunteering", "Interests", "Availability",
    ]  # fmt: skip


def test_the_persons_order_and_what_they_hide_mean_all_of_them() -> None:
    first = resume(AWARDS, INTERESTS, resume={"order": ["more", "summary"]})
    assert [one.title for one in first.sections] == ["Awards", "Interests", "Summary"]
    assert [one.title for one in resume(AWARDS, INTERESTS, resume={"hide": ["more"]}).sections] == ["Summary"]


def test_a_section_without_entries_is_not_there() -> None:
    assert len(resume({"title": "Awards", "entries": []}).sections) == 1


def test_the_latest_is_first_where_every_entry_has_a_date_and_else_the_order_is_the_persons() -> None:
    awards, volunteering = resume(AWARDS, VOLUNTEERING).sections[1:]
    assert [(one.title, one.period, one.href) for one in awards.entries] == [
        ("Best paper", "Jun 2023", "https://workshop.example/"),
        ("Thesis prize", "14 Jul 2017", None),
    ]
    assert [(one.title, one.period) for one in volunteering.entries] == [
        ("Mentor", "Sept 2021 – present"),
        ("Marshal", "2016 – 2019"),
    ]
    some_dated = section({"title": "Old", "end": "2001"}, {"title": "Undated", "organisation": "X"})
    assert [(one.title, one.period) for one in some_dated.entries] == [("Old", "2001"), ("Undated", None)]


def test_a_name_with_a_few_words_is_a_line_and_short_names_alone_share_one() -> None:
    found = resume(INTERESTS).sections[-1]
    assert (found.prose, found.entries) == (
        "<p><strong>Fell running</strong>: eleven <em>long</em> races</p>\n<p>Chess</p>",
        (),
    )
    assert section({"title": "Chess"}, {"title": "A & B", "url": "https://b.example/?a&b"}).prose == (
        '<p>Chess, <a href="https://b.example/?a&amp;b">A &amp; B</a></p>'
    )
    assert section({"title": "Bread", "highlights": ["rye", "a **wood** oven"]}).prose == (
        "<p><strong>Bread</strong>: rye, a <strong>wood</strong> oven</p>"
    )
    long = "On the arrival of vans at night and of bread in the morning, 2019"
    assert section({"title": long}, {"title": "Chess"}).prose == f"<p>{long}</p>\n<p>Chess</p>"


@pytest.mark.parametrize(
    "more",
    [
        {"organisation": "Club"},
        {"end": "2020"},
        {"start": "2020"},
        {"summary": "One.\n\nTwo."},
        {"summary": "- one\n- two"},
        {"summary": "word " * 60},
        {"summary": "A word.", "highlights": ["Another."]},
        {"highlights": ["A whole sentence, and a long one, of what came of it."]},
    ],
)
def test_one_entry_that_says_more_makes_entries_of_all(more: dict[str, Any]) -> None:
    found = section({"title": "Chess"}, {"title": "Go", **more})
    assert found.prose is None
    assert {one.title for one in found.entries} == {"Chess", "Go"}


def test_later_entries_go_before_bullets_of_work_that_weigh_as_much_and_one_of_each_stays() -> None:
    work = [{"id": "w", "organisation": "Loom", "role": "Engineer", "start": "2020", "highlights": ["A.", "B."]}]
    weighty = {"title": "Judge", "organisation": "Fair", "end": "2010",
               "highlights": [{"text": "C.", "priority": 5}, {"text": "D.", "priority": 4}]}  # fmt: skip
    club = {"title": "Club", "entries": [*VOLUNTEERING["entries"], weighty]}
    found = resume(AWARDS, club, work=work)
    assert found.droppable == ("Awards: Thesis prize", "Club: Marshal", "Engineer: B.", "Club: Judge")
    assert found.spare == 0
    many = {"title": "Awards", "entries": [{"title": f"A{n}", "end": str(2010 + n)} for n in range(5)]}
    assert (resume(many).droppable[:2], resume(many).spare) == (("Awards: A0", "Awards: A1"), 2)


def test_a_target_chooses_by_tags_and_fills_in_what_it_calls_things() -> None:
    said = [
        {"title": "Talks at schools", "entries": [{"title": "Why {{x}}", "summary": "About {{x}}.", "tags": ["schools"]}]},
        {"title": "Awards", "entries": [
            {"title": "For all"},
            {"title": "For data", "tags": ["data"], "highlights": ["On {{x}}.", {"text": "Hid.", "tags": ["schools"]}]},
        ]},
    ]  # fmt: skip
    target = {"id": "t", "name": "T", "tags": ["data"], "variables": {"x": "models"}}
    whole = a_profile(more=said, targets=[target], variables={"x": "forecasts"})
    found = tailored(whole, the_target(whole, "t")).more or ()
    assert [[one.title for one in each.entries] for each in found] == [[], ["For all", "For data"]]
    assert [one.text for one in found[1].entries[1].highlights] == ["On models."]
    everybody = tailored(whole).more or ()
    assert everybody[0].entries[0].summary == "About forecasts."
    assert tailored(a_profile(variables={"x": "y"})).more is None


def test_a_letter_carries_nothing_of_them() -> None:
    assert b"Best paper" in compose_resume(some(AWARDS), Enclosures({}, {})).source
    assert b"Best paper" not in letter_source(some(AWARDS))


def test_the_site_says_the_same_as_the_resume() -> None:
    found = own(some(AWARDS, VOLUNTEERING, INTERESTS))
    assert [one.title for one in found] == ["Awards", "Volunteering", "Interests"]
    assert [(one.title, one.organisation, one.period, one.href) for one in found[0].entries] == [
        ("Best paper", "Workshop", "Jun 2023", "https://workshop.example/"),
        ("Thesis prize", "University of Sheffield", "14 Jul 2017", None),
    ]
    assert found[1].entries[0].bullets == ("Wrote <em>eight</em> lessons.",)
    assert (found[2].lines, found[2].entries) == (resume(INTERESTS).sections[-1].prose, ())


def test_what_is_wrong_in_them_is_said_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(
        "name: Ada\nheadline: Engines\nsummary: I build engines.\n"
        "clients: [{id: bank, name: Helvetica Bank, sector: banking, nda: yes, shown_as: a Swiss bank}]\n"
        "targets: [{id: t, name: T, tags: [data, dota]}]\n"
        "more:\n"
        "  - title: Awards\n"
        "    entries:\n"
        "      - {title: Prize of helvetica bank, start: 2020, end: 2019, tags: [data]}\n"
    )
    with pytest.raises(InputError) as caught:
        load(tmp_path / "profile.yaml")
    assert [str(one).split(":", 1)[1] for one in caught.value.problems] == [
        "5:41: targets[0].tags[1]: no entry has the tag 'dota'; did you mean 'data'",
        "9:17: more[0].entries[0].title: holds the name of clients[0], who is under NDA; write 'a Swiss bank' instead",
        "9:60: more[0].entries[0].end: 2019 is before the start, 2020; correct one of them",
    ]


def test_they_are_said_in_every_language_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(
        "name: Ada\nheadline: Engines\nsummary: I build engines.\nlanguage: en\nsite: {locales: [de]}\n"
        "languages: [{name: Welsh, code: cy, fluency: {en: fluent, de: fließend}}]\n"
        "more:\n"
        "  - title: {en: Awards, de: Preise}\n"
        "    entries:\n"
        "      - {title: {en: Prize, de: Preis}, end: 2020, highlights: [{en: For a loom., de: Für einen Webstuhl.}]}\n"
    )
    german = load_each(tmp_path / "profile.yaml")["de"]
    assert german.more is not None
    assert (german.more[0].title, german.more[0].entries[0].title) == ("Preise", "Preis")
    assert german.more[0].entries[0].highlights[0].text == "Für einen Webstuhl."
    assert (german.languages or ())[0].how_well == "fließend"
