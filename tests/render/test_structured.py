"""What search engines are told: valid by schema.org's vocabulary, complete by Google's lists, and true."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from folio.portfolio.site.model import Portfolio
from folio.portfolio.site.words import site_words
from folio.profile.offer import Price
from folio.render.site import structured
from folio.render.site.images import Shown
from folio.render.site.kinds import PAGES
from folio.render.site.structured.services import price
from render.rich import PRICES, RICH
from render.sample import BARE
from render.schema_org import faults, is_day, things

ROOT = "https://lena.example/portfolio/"
SAMPLE = Path(__file__).parents[1] / "golden" / "site" / "docs"


def page(portfolio: Portfolio, path: str, **values: Any) -> dict[str, Any]:
    head = {"title": f"{path or 'Home'} · {portfolio.name}", "description": "What the page says of itself."}
    words = site_words("en")
    made = structured.for_page(portfolio, path, **head, words=words, photo="assets/portrait.jpg", **values)
    return json.loads(json.dumps(made))  # type: ignore[no-any-return]


@cache
def pages(which: str = "rich") -> dict[str, dict[str, Any]]:
    """The JSON-LD of every page that there can be."""
    portfolio = {"rich": RICH, "german": replace(RICH, prefix="de/", language="de"), "bare": BARE}[which]
    picture = "https://lena.example/portfolio/assets/cards/x.png" if portfolio.site_url else None
    found = {one.path: page(portfolio, one.path) for one in PAGES}
    found |= {f"work/{one.id}/": page(portfolio, f"work/{one.id}/", case=one, image=picture) for one in portfolio.work}
    found |= {
        f"articles/{one.id}/": page(portfolio, f"articles/{one.id}/", essay=one, image=picture)
        for one in portfolio.essays
        if one.body is not None
    }
    return found | {"uses/": page(portfolio, "uses/")}


def the(kind: str, path: str, which: str = "rich") -> dict[str, Any]:
    """The one thing of this class on a page."""
    found = [one for one in things(pages(which)[path]) if one["@type"] == kind and len(one) > 2]
    assert len(found) == 1, [one["@type"] for one in found]
    return found[0]


@pytest.mark.parametrize("which", ["rich", "german", "bare"])
def test_every_page_holds_to_the_vocabulary(which: str) -> None:
    assert {path: faults(document) for path, document in pages(which).items() if faults(document)} == {}
    assert len(pages(which)) >= len(PAGES)


def test_every_page_of_the_sample_profile_holds_to_the_vocabulary() -> None:
    found = 0
    for file in SAMPLE.rglob("index.md.txt"):
        front = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
        if front["structured"] and "@graph" in front["structured"]:
            assert faults(front["structured"]) == [], file
            found += 1
    assert found > 10


def test_the_vocabulary_is_held_strictly() -> None:
    wrong = {"@context": "https://schema.org", "@graph": [
        {"@type": "Persona", "name": "x"},
        {"@type": "Person", "@id": "#a", "headline": "x", "jobTitle": "", "worksFor": "Illy", "birthDate": "yesterday"},
        {"@type": "BlogPosting", "author": {"@id": "#b"}, "wordCount": 1.5, "timeRequired": "7 min", "url": "/a/"},
    ]}  # fmt: skip
    said = " ".join(faults(wrong))
    for what in ("Persona", "Person.headline", "Person.jobTitle", "Person.worksFor", "Person.birthDate",
                 "BlogPosting.author", "BlogPosting.wordCount", "BlogPosting.timeRequired", "BlogPosting.url"):  # fmt: skip
        assert what in said
    assert faults({"@graph": []}) == ["no context"]


def test_every_id_says_the_same_person_on_every_page_and_in_every_language() -> None:
    people = {thing["@id"] for which in ("rich", "german") for document in pages(which).values()
              for thing in things(document) if thing["@type"] == "Person" and "@id" in thing}  # fmt: skip
    assert people == {"https://lena.example/portfolio/#person"}


def test_without_the_sites_address_no_address_within_it_is_made_up() -> None:
    for document in pages("bare").values():
        assert "None" not in json.dumps(document)
        for thing in things(document):
            assert thing.get("@id", "#").startswith("#")
            assert "url" not in thing


# What Google asks for: developers.google.com/search/docs/appearance/structured-data/, the pages profile-page, article,
# faqpage and breadcrumb; "required" there, and of what is recommended all that the site knows.


def test_the_home_page_is_the_profile_of_a_person() -> None:
    home, person = the("ProfilePage", ""), the("Person", "")
    assert home["mainEntity"] == {"@id": person["@id"]}
    assert home["dateModified"] == "2026-11-22"
    assert person["name"] == "Lena Marchetti"
    assert person["image"] == "https://lena.example/portfolio/assets/portrait.jpg"
    assert person["sameAs"] == ["https://github.com/lena-marchetti", "https://www.linkedin.com/in/lena-marchetti"]
    assert (person["jobTitle"], person["hasOccupation"]["name"]) == (RICH.role, RICH.role)
    assert person["knowsLanguage"] == ["Italian", "English", "Slovene"]
    assert person["address"] == {"@type": "PostalAddress", "addressLocality": "Trieste", "addressCountry": "Italy"}
    assert [one["itemOffered"]["name"] for one in person["makesOffer"]] == [one.title for one in RICH.offers]


def test_mail_and_phone_stand_on_the_contact_page_alone() -> None:
    told = {path for path, document in pages().items() if "lena@marchetti.example" in json.dumps(document)}
    assert told == {"contact/"}
    assert the("Person", "contact/")["telephone"] == "+39 040 123456"


def test_an_article_says_who_when_and_how_long() -> None:
    found = the("BlogPosting", "articles/beat-last-tuesday/")
    assert found["headline"] == "Beat last Tuesday first"
    assert found["author"] == {"@id": the("Person", "articles/beat-last-tuesday/")["@id"]}
    assert (found["datePublished"], found["timeRequired"], found["inLanguage"]) == ("2026-09-14", "PT7M", "en")
    assert 80 < found["wordCount"] < 140
    assert found["image"].endswith(".png")
    assert found["about"][0]["url"] == "https://lena.example/portfolio/work/shelfcast/"


def test_an_article_that_came_out_elsewhere_has_its_address_and_publisher_there() -> None:
    found = the("BlogPosting", "articles/what-a-split-costs/")
    assert found["url"] == "https://grocery.example/what-a-split-costs"
    assert "publisher" not in found


def test_questions_have_their_answers_as_plain_text() -> None:
    found = the("FAQPage", "questions/")["mainEntity"]
    assert found == [
        {
            "@type": "Question",
            "name": "Do you work on site?",
            "acceptedAnswer": {"@type": "Answer", "text": "Two mornings a quarter, see services."},
        }
    ]


def test_breadcrumbs_lead_from_home_to_the_page() -> None:
    for path, document in pages().items():
        crumbs = [one for one in things(document) if one["@type"] == "BreadcrumbList"]
        assert len(crumbs) == bool(path)
        for one in crumbs:
            steps = one["itemListElement"]
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            assert all(step["name"] and step["item"] for step in steps)
            assert steps[-1]["item"]["@id"].endswith(path)
    way = the("BreadcrumbList", "work/shelfcast/", "german")["itemListElement"]
    assert [step["item"]["@id"].removeprefix("https://lena.example/portfolio/") for step in way] == [
        "de/",
        "de/work/",
        "de/work/shelfcast/",
    ]


def test_a_project_says_what_it_is_about_and_where_its_code_lies() -> None:
    found = the("SoftwareSourceCode", "work/shelfcast/")
    assert found["codeRepository"] == "https://github.com/lena-marchetti/shelfcast"
    assert found["dateCreated"] == "2025"
    assert is_day(found["dateCreated"])
    assert found["creator"] == {"@id": "https://lena.example/portfolio/#person"}
    assert found["subjectOf"][0]["headline"] == "Beat last Tuesday first"
    assert the("CreativeWork", "work/roster/")["name"].startswith("Roster")


def test_a_project_is_shown_by_its_own_picture_before_its_card() -> None:
    shown = Shown(content=b"", alt="A sheet", width=800, height=400, ending="png", src="assets/img/sheet.png")
    said = page(
        RICH, "work/roster/", case=replace(RICH.work[3], picture=shown, caption="The sheet"), image=f"{ROOT}x.png"
    )
    assert faults(said) == []
    (found,) = (one["image"] for one in said["@graph"] if "image" in one and one["@type"] == "CreativeWork")
    assert found == [
        {"@type": "ImageObject", "url": f"{ROOT}assets/img/sheet.png", "caption": "The sheet"},
        f"{ROOT}x.png",
    ]


def test_the_lists_name_everything_in_order() -> None:
    work = the("ItemList", "work/")["itemListElement"]
    assert [one["url"].rsplit("/", 2)[1] for one in work] == [one.id for one in RICH.work]
    essays = the("ItemList", "articles/")["itemListElement"]
    assert essays[2]["url"] == "https://retail.example/four-minutes"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (PRICES[0], {"@type": "PriceSpecification", "price": 3200, "priceCurrency": "EUR"}),
        (
            PRICES[1],
            {"@type": "PriceSpecification", "minPrice": 24_000, "maxPrice": 38_000, "priceCurrency": "EUR"},
        ),
        (
            PRICES[2],
            {"@type": "UnitPriceSpecification", "price": 1400, "priceCurrency": "EUR", "unitCode": "MON"},
        ),
        (Price(amount=0, up_to=0.5, currency="USD", per="hour"), {"@type": "UnitPriceSpecification", "minPrice": 0,
         "maxPrice": 0.5, "priceCurrency": "USD", "unitCode": "HUR"}),
    ],
)  # fmt: skip
def test_a_price_is_a_number_in_a_currency_for_a_unit(asked: Price, said: dict[str, object]) -> None:
    assert price(asked) == said


def test_a_service_says_what_it_costs_and_leaves_out() -> None:
    first = the("ItemList", "services/")["itemListElement"][0]["item"]
    assert first["offers"]["priceSpecification"]["price"] == 3200
    assert [one["value"] for one in first["offers"]["additionalProperty"]] == ["New models", "Access to personal data"]
    assert first["provider"] == {"@id": "https://lena.example/portfolio/#person"}


def test_what_clients_say_is_quoted_and_never_a_rating() -> None:
    said = [one["item"] for one in the("ItemList", "testimonials/")["itemListElement"]]
    assert [one["creator"]["name"] for one in said] == ["Paola Visintin", "Dario Bortolin"]
    assert [one["dateCreated"] for one in said] == ["2026-07", "2024-12-03"]
    kinds = {thing["@type"] for document in pages().values() for thing in things(document)}
    assert not {"Review", "Rating", "AggregateRating"} & kinds
