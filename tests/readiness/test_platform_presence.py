"""The check on platforms' own fields: what the profile holds, what only the platform knows, and what nobody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from build import TODAY, a_link, everything_said, some_facts
from folio.evidence.adopt import adopted
from folio.evidence.level import Level
from folio.evidence.model import Evidence
from folio.facts import Facts
from folio.facts.links import LinkFacts
from folio.profile.offer import PlatformPresence
from folio.readiness.assess import stand
from folio.readiness.check import CHECKS, Item
from folio.readiness.fields import ONLY_THERE, SECTIONS, fields_held, sections_missing
from folio.readiness.rubric import platforms, rubric
from folio.readiness.score import Scored

CHECK = "platform-presence"
CATALOGUE = rubric().catalogue


def facts_of(**said: Any) -> Facts:
    return some_facts(**{**everything_said(), "photo": {"file": "me.jpg", "alt": "Me"}, **said})


def on(platform: str, facts: Facts) -> Scored:
    return stand(facts, rubric(platform)).by_id[CHECK]


def held(scored: Scored) -> set[str]:
    return {part for item in scored.items for part in item.found.parts or ()}


def test_the_vocabulary_is_what_the_profile_holds_and_what_only_the_platform_knows() -> None:
    known = [*fields_held(some_facts().profile, TODAY), *ONLY_THERE]
    assert sorted(known) == sorted(one.id for one in CATALOGUE.fields)
    assert len(known) == len(set(known))


def test_every_field_names_where_it_comes_from_and_what_to_do() -> None:
    for field in CATALOGUE.fields:
        assert field.sources
        assert set(field.sources) <= set(CATALOGUE.sources)
        assert field.next[0].isupper()
        assert not field.next.endswith(".")
        assert 0 < field.minutes[0] <= field.minutes[1]


@pytest.mark.parametrize("platform", platforms())
def test_a_platforms_fields_are_the_parts_of_the_check_in_equal_shares(platform: str) -> None:
    chosen = rubric(platform)
    entries = {entry.id: entry for entry in chosen.checks}
    assert (CHECK in entries) == bool(chosen.platform.fields)
    if CHECK in entries:
        parts = entries[CHECK].parts
        assert tuple(part.id for part in parts) == chosen.platform.fields
        assert sum(part.milli for part in parts) == 1000
        assert max(part.milli for part in parts) - min(part.milli for part in parts) <= 1
        assert all(part.next and part.minutes for part in parts)


def test_a_complete_profile_meets_upworks_gate_before_there_is_an_account() -> None:
    scored = on("upwork", facts_of(platforms=[]))
    assert (scored.score, scored.ceiling) == (1000, 1000)
    assert {item.level for item in scored.items} == {Level.OBSERVED}


def test_of_a_photo_that_the_profile_does_not_name_nobody_knows() -> None:
    scored = on("upwork", facts_of(photo=None, platforms=[]))
    assert (scored.score, scored.ceiling) == (800, 1000)
    assert "photo" not in held(scored)
    assert [one.todo for one in scored.unread if one.subject == "profile"] == [
        "name a photo under 'photo', with what it shows"
    ]


def test_links_that_are_there_and_empty_were_read() -> None:
    assert fields_held(some_facts(links={}).profile, TODAY)["linkedin"] is False
    assert fields_held(some_facts().profile, TODAY)["linkedin"] is None


def test_an_account_that_folio_lists_is_no_section_of_links() -> None:
    listed = adopted(some_facts(github="ada").profile, Evidence())
    assert listed.links.github == "ada"
    assert fields_held(listed, TODAY)["linkedin"] is None


def test_a_section_that_is_left_out_leaves_its_fields_open_and_an_empty_one_does_not() -> None:
    unsaid = on("upwork", facts_of(skills=None))
    assert (unsaid.score, unsaid.ceiling) == (800, 1000)
    assert "'skills'" in unsaid.unread[0].why
    empty = on("upwork", facts_of(skills=[]))
    assert (empty.score, empty.ceiling) == (800, 800)


def test_what_only_the_platform_knows_is_open_until_the_profile_speaks_of_platforms() -> None:
    rest: dict[str, Any] = {"skills": skilled(), "summary": long_summary()}
    silent, nowhere = on("malt", facts_of(**rest)), on("malt", facts_of(**rest, platforms=[]))
    assert silent.score == nowhere.score < 1000
    assert silent.ceiling == 1000
    assert nowhere.ceiling == nowhere.score
    unsaid = on("malt", facts_of(**rest, platforms=[{"id": "malt"}]))
    assert (unsaid.score, unsaid.ceiling) == (silent.score, 1000)
    (why,) = {one.why for one in unsaid.unread if one.subject == "platform:malt"}
    assert why.endswith("the profile does not say what you have filled in there")


def skilled() -> list[dict[str, object]]:
    return [{"name": f"Skill {number}"} for number in range(7)]


def long_summary() -> str:
    return "I build forecasts that shops can act on. " * 6


def test_what_is_done_there_is_the_persons_word_and_counts_on_that_platform_alone() -> None:
    done = facts_of(
        skills=skilled(), summary=long_summary(), platforms=[{"id": "malt", "done": ["charter"]}], focus=None
    )
    scored = on("malt", done)
    assert scored.score == 1000
    assert scored.score_from(Level.ATTESTED) < 1000
    assert {item.subject for item in scored.items} == {"profile", "platform:malt"}
    assert all(item.subject == "profile" for item in on("contra", done).items)


def answering(facts: Facts, platform: str, **seen: object) -> Facts:
    url = f"https://{platform}.example/ada"
    page = LinkFacts(url, a_link(final_url=url, **seen), None, TODAY)
    return replace(facts, pages={**facts.pages, f"platform:{platform}": page})


def test_a_public_page_that_answers_verifies_what_it_can_show_and_not_what_was_signed() -> None:
    said = facts_of(skills=skilled(), summary=long_summary(), platforms=[{"id": "malt", "done": ["charter"]}])
    scored = on("malt", answering(said, "malt"))
    assert scored.score == 1000
    verified = scored.score_from(Level.VERIFIED)
    assert 800 < verified < 1000
    parked = on("malt", answering(said, "malt", placeholder="parked"))
    assert parked.score_from(Level.VERIFIED) == 0


def test_availability_that_nobody_confirmed_lately_is_not_there() -> None:
    offer = everything_said()["availability"]
    assert isinstance(offer, dict)
    stale = facts_of(availability={**offer, "as_of": "2026-06-01"})
    assert fields_held(stale.profile, date(2026, 11, 22))["availability"] is False
    assert fields_held(stale.profile, date(2026, 6, 20))["availability"] is True
    assert fields_held(stale.profile, date(2026, 11, 22))["hours"] is True


def test_code_may_lie_at_a_host_or_with_a_project() -> None:
    def code(**said: Any) -> bool | None:
        return fields_held(some_facts(**said).profile, TODAY)["code-samples"]

    project = {"id": "shop", "title": "Shop", "summary": "Sells."}
    assert code(links={"github": "ada"}) is True
    assert code(projects=[{**project, "repository": "https://code.example/ada/shop"}]) is True
    assert code(projects=[{**project, "repository": "repositories/shop"}], links={}) is False
    assert code(projects=[{**project, "repository": "repositories/shop"}]) is None
    assert code() is None


def test_the_function_knows_nothing_of_platforms() -> None:
    items = [one for one in CHECKS[CHECK].function(facts_of(platforms=[])) if isinstance(one, Item)]
    (item,) = items
    assert item.subject == "profile"
    assert {"photo", "service", "linkedin"} <= set(item.found.parts or ())


def test_an_empty_profile_leaves_sections_open_and_names_them() -> None:
    facts = some_facts()
    assert sections_missing(facts.profile) == SECTIONS
    scored = on("contra", facts)
    assert scored.score < scored.ceiling == 1000
    assert scored.unread[0].why.endswith("'languages', 'platforms'")


def test_a_misspelt_field_that_is_done_is_refused() -> None:
    with pytest.raises(ValidationError):
        PlatformPresence.model_validate({"id": "malt", "done": ["chartre"]})


def test_a_check_without_weight_still_says_how_it_stands() -> None:
    scored = on("toptal", facts_of())
    assert scored.weight == 0
    assert 0 < scored.score <= 1000
    assert (scored.earned, scored.unknown, scored.missing) == (0, 0, 0)
