"""The résumé as a value: which sections it has, in which order, in whose words, and what is never in it."""

from __future__ import annotations

from build import a_repository, some_facts
from folio.facts import Facts
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume
from folio.profile.enclosed import Enclosures

NOTHING = Enclosures({}, {})
SITE = {"site_url": "https://ada.example"}


def composed(facts: Facts, target: str | None = None) -> Resume:
    if target is None:
        return compose_resume(facts, NOTHING)
    return compose_resume(facts, NOTHING, facts.profile.target(target))


def some(**said: object) -> Facts:
    return some_facts(**{"articles": [], "projects": [], **said})  # type: ignore[arg-type]


def test_a_section_with_nothing_to_say_is_not_there() -> None:
    assert [one.name for one in composed(some()).sections] == ["summary"]


def test_the_persons_order_comes_first_and_what_they_hide_is_gone() -> None:
    look = {"order": ["languages", "experience"], "hide": ["summary"]}
    facts = some(
        languages=[{"name": "Welsh", "code": "cy", "level": "native"}],
        work=[{"id": "w", "organisation": "Loom", "role": "Engineer", "start": "2020"}],
        skills=[{"name": "Rust"}],
        resume=look,
    )
    found = composed(facts)
    assert [one.name for one in found.sections] == ["languages", "experience", "skills"]
    assert found.ordered


def test_headings_dates_and_prices_are_in_the_words_of_the_locale() -> None:
    facts = some(
        work=[{"id": "w", "organisation": "Loom", "role": "Engineer", "start": "2020-03"}],
        rates={"price": {"amount": 95, "currency": "EUR", "per": "hour"}},
        resume={"locale": "de"},
    )
    found = composed(facts)
    assert [one.title for one in found.sections] == ["Profil", "Berufserfahrung", "Verfügbarkeit"]
    assert found.sections[1].entries[0].period == "März 2020 – heute"
    assert "95" in found.sections[2].groups[0].items[0].text
    assert found.language == "de"


def test_a_skill_leads_to_the_page_that_shows_it_only_where_folio_saw_it_and_there_is_a_site() -> None:
    project = {"id": "shop", "title": "Shop", "summary": "A shop.", "repository": "shop.bundle"}
    said = {
        "projects": [project],
        "skills": [{"name": "Python", "evidence": ["project:shop"]}, {"name": "Rust"}],
    }
    seen = {"shop": a_repository()}
    skills = composed(some(**said, repositories=seen, publishing=SITE)).section("skills")
    assert skills is not None
    assert [(one.text, one.href) for one in skills.groups[0].items] == [
        ("Python", "https://ada.example/work/shop/"),
        ("Rust", None),
    ]
    assert skills.note is not None
    for facts in (some(**said, repositories=seen), some(**said, publishing=SITE)):
        plain = composed(facts).section("skills")
        assert plain is not None
        assert plain.note is None
        assert [one.href for one in plain.groups[0].items] == [None, None]


def test_a_client_under_an_nda_appears_by_the_other_name_alone() -> None:
    facts = some(
        clients=[{"id": "bank", "name": "Nordbanken", "sector": "banking", "nda": True, "shown_as": "a Nordic bank"}],
        contracts=[{"id": "c", "client": "bank", "role": "Engineer", "deliverable": "Rates", "start": "2024"}],
        projects=[{"id": "p", "title": "Rates", "summary": "Rates.", "client": "bank", "featured": True}],
    )
    found = composed(facts)
    assert "Nordbanken" not in repr(found)
    assert b"Nordbanken" not in found.source
    assert [one.organisation for part in found.sections for one in part.entries] == ["a Nordic bank"] * 2


def test_a_reference_is_named_only_with_consent() -> None:
    def note(consent: str) -> str | None:
        facts = some(
            clients=[{"id": "loom", "name": "Loom", "sector": "cloth"}],
            references=[
                {"id": "bea", "name": "Bea Weaver", "role": "Owner", "organisation": "Loom", "date": "2024", "text": "Good.",
                 "consent": consent}
            ],
            contracts=[{"id": "c", "client": "loom", "role": "E", "deliverable": "D", "start": "2024",
                        "proof": {"reference": "bea"}}],
        )  # fmt: skip
        return composed(facts).sections[1].entries[0].note

    assert note("public") == "reference: Bea Weaver"
    assert note("on-request") == "reference on request"
    assert note("none") is None


def test_pinned_entries_are_first_and_keep_all_they_say() -> None:
    jobs = [
        {"id": "c", "client": "loom", "role": role, "deliverable": "D", "start": start, "end": start, "result": "R"}
        | {"id": role.lower()}
        for role, start in (("Newer", "2025"), ("Older", "2020"))
    ]
    facts = some(
        clients=[{"id": "loom", "name": "Loom", "sector": "cloth"}],
        contracts=jobs,
        targets=[{"id": "t", "name": "T", "pin": ["contract:older"]}],
    )
    found = composed(facts, "t").sections[1].entries
    assert [(one.title, one.pinned) for one in found] == [("Older", True), ("Newer", False)]
    assert [one.title for one in composed(facts).sections[1].entries] == ["Newer", "Older"]


def test_results_are_bullets_with_the_number_and_what_it_is_held_against() -> None:
    outcome = {"what": "Waste", "value": "31", "unit": "% less", "baseline": "last year"}
    work = {
        "id": "w",
        "organisation": "L",
        "role": "E",
        "start": "2020",
        "highlights": ["*Wove*."],
        "outcomes": [outcome],
    }
    (entry,) = composed(some(work=[work])).sections[1].entries
    assert [one.text for one in entry.bullets] == ["Wove.", "Waste: 31 % less (last year)"]
    assert "<em>Wove</em>" in entry.bullets[0].html


def test_languages_have_the_names_of_the_locale_where_that_is_another_than_the_profiles() -> None:
    spoken = [{"name": "German (mine)", "code": "de", "level": "native"}]

    def label(**said: object) -> str:
        part = composed(some(languages=spoken, **said)).section("languages")
        assert part is not None
        return part.groups[0].label

    assert label() == "German (mine)"
    assert label(resume={"locale": "de"}) == "Deutsch"
    assert label(resume={"locale": "en-US"}) == "German (mine)"


def test_what_came_of_a_project_is_in_points_where_it_is_said_in_points_or_in_a_line() -> None:
    said = {
        "a": {"outcome": "- Half the waste\n- No empty shelf"},
        "b": {"outcome": "A quarter less bread thrown away."},
        "c": {"outcome": "A long story. " * 20},
        "d": {"outcome": "Less waste.", "outcomes": [{"what": "Waste", "value": "-25", "unit": "%"}]},
    }
    projects = [
        {"id": name, "title": name, "summary": "It is.", "featured": True, **more} for name, more in said.items()
    ]
    section = composed(some(projects=projects)).section("projects")
    assert section is not None
    shown = {one.title: [bullet.text for bullet in one.bullets] for one in section.entries}
    assert shown["a"] == ["Half the waste", "No empty shelf"]
    assert shown["b"] == ["A quarter less bread thrown away."]
    assert shown["c"] == []
    assert len(shown["d"]) == 1
    assert shown["d"] != ["Less waste."]
