"""The built site as machines read it: its links, what it tells of its pages, and its microformats."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import mf2py
import pytest

from folio.linkcheck.offline import check
from folio.portfolio.prose import prose
from folio.portfolio.site.model import Answer
from folio.render.site.folder import render_site
from folio.website.build import website
from render.rich import RICH
from render.schema_org import faults

HOSTILE = "</script><script>alert('1')</script><!--"
ROOT = "https://lena.example/portfolio/"
GERMAN = replace(RICH, language="de", prefix="de/", headline="Maschinelles Lernen für kleine Lebensmittelläden")


@cache
def site() -> dict[str, bytes]:
    """Every file of the rich sample's site, in two languages."""
    asked = replace(RICH, questions=(*RICH.questions, Answer(HOSTILE, prose("No."))))
    return {one.path: one.content for one in website(render_site(asked, GERMAN))}


def page(path: str) -> str:
    return site()[f"{path}index.html"].decode()


def test_every_address_of_the_sample_leads_somewhere() -> None:
    found = check(site()).report()
    assert found.faults == ()
    assert found.pages > 25
    assert found.addresses > 1000


def test_every_page_tells_its_things_by_schema_org() -> None:
    told = 0
    for name, content in site().items():
        if name.endswith("index.html"):
            (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content.decode(), re.DOTALL)
            assert faults(json.loads(said)) == [], name
            told += 1
    assert told > 25


@pytest.mark.parametrize(
    "path", ["", "work/", "work/shelfcast/", "articles/beat-last-tuesday/", "services/", "de/work/"]
)
def test_a_shared_link_shows_a_card(path: str) -> None:
    said = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)"', page(path)))
    assert said["og:image"] == f"{ROOT}assets/cards/{path}card.png"
    assert site()[said["og:image"].removeprefix(ROOT)].startswith(b"\x89PNG")
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert "Lena Marchetti" in said["og:image:alt"]
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:url"] == f"{ROOT}{path}"


@pytest.mark.parametrize(("path", "prefix"), [("", ""), ("work/shelfcast/", ""), ("de/articles/", "de/")])
def test_a_page_names_the_feeds_of_its_language(path: str, prefix: str) -> None:
    found = re.findall(r'<link rel="alternate" type="([^"]*)" title="[^"]*" href="([^"]*)"', page(path))
    assert found == [
        ("application/rss+xml", f"{ROOT}{prefix}feed.xml"),
        ("application/feed+json", f"{ROOT}{prefix}feed.json"),
    ]


def test_the_generators_own_sitemap_is_not_in_the_way() -> None:
    assert site()["sitemap.xml"].count(b"<loc>") == sum(
        name.endswith("index.html") and b'rel="canonical" href="https://lena' in content
        for name, content in site().items()
    )
    assert b"lastmod" in site()["sitemap.xml"]
    assert "sitemap.xml.gz" not in site()


# Microformats: microformats.org/wiki/h-card, h-resume, h-entry, h-feed, h-cite and rel-me.


@cache
def microformats(path: str) -> dict[str, Any]:
    return mf2py.parse(doc=page(path), url=ROOT + path)  # type: ignore[no-any-return]


def every(path: str, kind: str) -> list[dict[str, Any]]:
    """The things of a kind on a page, those within others too."""

    def within(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [one for each in value for one in within(each)]
        if not isinstance(value, dict):
            return []
        own = [value] if kind in value.get("type", ()) else []
        return own + [one for each in value.values() for one in within(each)]

    return within(microformats(path)["items"])


@pytest.mark.parametrize("path", ["", "about/", "contact/", "work/shelfcast/", "de/"])
def test_a_page_says_who_it_is_by(path: str) -> None:
    cards = [one["properties"] for one in every(path, "h-card")]
    named = [one for one in cards if one.get("name") == ["Lena Marchetti"]]
    assert named
    assert any(ROOT in one.get("url", ()) for one in named)
    assert any("mailto:lena@marchetti.example" in one.get("email", ()) for one in named)


def test_the_persons_other_addresses_are_theirs_and_a_calendar_is_not() -> None:
    me = microformats("contact/")["rels"]["me"]
    assert {"https://github.com/lena-marchetti", "https://www.linkedin.com/in/lena-marchetti"} <= set(me)
    assert not any("cal.example" in one for one in me)


def test_the_resume_is_one() -> None:
    (found,) = every("resume/", "h-resume")
    said = found["properties"]
    assert {"summary", "contact", "experience", "education", "skill"} <= said.keys()
    assert len(said["experience"]) >= len(RICH.experience)
    assert all(one["properties"]["name"] for one in said["experience"])


def test_the_articles_are_a_feed_of_entries() -> None:
    (feed,) = every("articles/", "h-feed")
    entries = [one["properties"] for one in feed["children"] if "h-entry" in one["type"]]
    assert [one["name"][0] for one in entries] == [one.title for one in RICH.essays]
    assert [one["published"][0][:10] for one in entries] == [str(one.day) for one in RICH.essays]
    assert entries[0]["url"][0] == f"{ROOT}articles/beat-last-tuesday/"
    assert set(entries[0]["category"]) == {"forecasting", "baselines"}


def test_an_article_is_an_entry_with_its_text() -> None:
    (entry,) = every("articles/beat-last-tuesday/", "h-entry")
    said = entry["properties"]
    assert said["name"] == ["Beat last Tuesday first"]
    assert said["published"][0].startswith("2026-09-14")
    assert "The first forecast I ever sold" in said["content"][0]["value"]
    assert set(said["category"]) == {"forecasting", "baselines"}


def test_a_testimonial_is_a_quotation_of_somebody() -> None:
    said = [one["properties"] for one in every("testimonials/", "h-cite")]
    assert [one["author"][0]["properties"]["name"][0] for one in said] == ["Paola Visintin", "Dario Bortolin"]
    assert all(one["content"] for one in said)


def test_what_a_text_has_of_a_script_stays_text() -> None:
    assert "<script>alert" not in page("questions/")
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page("questions/"), re.DOTALL)
    asked = [
        one["name"]
        for thing in json.loads(said)["@graph"]
        if thing["@type"] == "FAQPage"
        for one in thing["mainEntity"]
    ]
    assert asked[-1] == HOSTILE
