"""The badge: opt-in, the same bytes each time, readable to everybody, and asking nothing of anybody."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from build import excellent_facts
from folio.errors import InputError
from folio.portfolio.site.compose import compose
from folio.portfolio.site.model import Portfolio
from folio.portfolio.site.words import site_words
from folio.profile.enclosed import Enclosures
from folio.profile.load import load
from folio.readiness.assess import assess
from folio.readiness.rubric import rubric
from folio.render.badge import PATH, badge, width
from folio.render.site.folder import render_site

SVG = "{http://www.w3.org/2000/svg}"


@cache
def portfolio(**publishing: bool) -> Portfolio:
    facts = excellent_facts(publishing={"site_url": "https://ada.example.org", **publishing})
    return compose(facts, assess(facts, rubric()), Enclosures({}, {}))


def drawn(one: Portfolio) -> Any:
    (artifact,) = badge(one, site_words(one.language))
    return etree.fromstring(artifact.content)


def test_no_badge_is_there_unless_the_profile_asks_for_it() -> None:
    for publishing in ({}, {"readiness": True}, {"readiness": True, "readiness_points": True}):
        assert list(badge(portfolio(**publishing), site_words("en"))) == []


def test_a_badge_without_the_level_it_shows_is_a_mistake_told_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("name: Ada\nheadline: Looms\nsummary: Looms.\npublishing: {badge: true}\n")
    with pytest.raises(InputError, match=r"yaml:4:21: publishing\.badge: shows nothing while 'readiness' is off"):
        load(tmp_path)


def test_it_lies_beside_the_pages_and_shows_points_only_where_they_are_published() -> None:
    level, points = portfolio(readiness=True, badge=True), portfolio(readiness=True, readiness_points=True, badge=True)
    assert level.readiness is not None
    assert points.readiness is not None
    number = str(points.readiness.points)
    texts = [drawn(one).findtext(f".//{SVG}text[2]") for one in (level, points)]
    assert texts == [level.readiness.level, f"{level.readiness.level} · {number}"]
    (made,) = [one for one in render_site(level) if one.path == PATH]
    assert made in list(badge(level, site_words("en")))
    assert number not in (drawn(level).findtext(f"{SVG}title") or "").replace("2026", "")


def test_it_has_a_title_that_says_the_whole_and_fetches_nothing() -> None:
    one = portfolio(readiness=True, readiness_points=True, badge=True)
    root = drawn(one)
    title = root.find(f"{SVG}title")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == title.get("id")
    assert title.text.startswith(f"{one.name}: Level ")
    assert "of 100" in title.text
    names = {name.rpartition("}")[2] for each in root.iter() for name in each.attrib}
    assert not names & {"href", "src", "style", "onload"}
    assert {each.tag for each in root.iter()} == {
        f"{SVG}{one}" for one in ("svg", "title", "clipPath", "rect", "g", "text")
    }


@pytest.mark.parametrize("level", ['</title><script>x</script>"&', "準備完了", "A" * 500, "\u202eydaeR\x00", "é" * 30])
def test_any_title_of_a_level_stays_a_text_and_within_its_part(level: str) -> None:
    one = portfolio(readiness=True, badge=True)
    assert one.readiness is not None
    root = drawn(replace(one, readiness=replace(one.readiness, level=level)))
    _, part = root.findall(f".//{SVG}text")
    _, ground = root.findall(f".//{SVG}g/{SVG}rect")
    assert root.find(f".//{SVG}script") is None
    assert "\u202e" not in part.text
    assert float(part.get("x")) + float(part.get("textLength")) < float(root.get("width"))
    assert float(ground.get("x")) + float(ground.get("width")) == float(root.get("width"))


def test_wide_letters_are_given_more_room_than_narrow_ones() -> None:
    assert width("ill") < width("abc") < width("MWM") < width("準備完")
    assert width("e\u0301") == width("e")
