"""The site as a folder of pages: what is written, what is left out, and that nobody's text gets out of hand."""

from __future__ import annotations

import io
import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from markupsafe import Markup
from PIL import Image

from folio.errors import InputError
from folio.portfolio.parts import Picture, Reference
from folio.portfolio.prose import prose
from folio.portfolio.site.model import Portfolio
from folio.render.artifact import Artifact
from folio.render.site.folder import render_site
from folio.render.site.kinds import PAGES
from render.pages import PageRead, dead_links
from render.sample import BARE, LENA

DOCUMENTS = {"resume.pdf": "Résumé (PDF)"}
HOSTILE = (
    "</h1><script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7*7 }} {% include 'x' %} `x`{ onclick=a } "
    "{: onclick=alert(3) } [x](javascript:alert) \"quoted\" 'single' & &amp; &#60;b&#62; <!-- --> ]]> \u2028 \U0001f600 "
    'title: x --- \x7f src="work/"\n\n```\nfenced\n```\n\n~~~\nfenced too\n~~~\n\n--8<-- "mkdocs.yml"\n\n---\n'
    "# heading\n\n    code\n\n[TOC]\n</div></div></main><div>"
)
NOT_TEXT = {"id", "kind", "href", "path", "url", "code_url", "live_url", "canonical", "key", "language", "site_url"}


def pages_of(artifacts: tuple[Artifact, ...]) -> dict[str, tuple[dict[str, Any], str]]:
    """Front matter and body by site path."""
    found = {}
    for one in artifacts:
        if one.path.endswith("index.md"):
            _, front, body = one.content.decode().split("---\n", 2)
            found[one.path.removeprefix("docs/").removesuffix("index.md")] = (yaml.safe_load(front), body.strip())
    assert found
    return found


def hostile(value: Any, name: str = "") -> Any:
    """`value` with every text that a person wrote made hostile; `Html` is what the sanitiser makes of it."""
    if isinstance(value, Markup):
        return prose(f"{value} {HOSTILE}")
    if isinstance(value, str):
        return value if name in NOT_TEXT else f"{value} {HOSTILE}"
    if isinstance(value, tuple) and name != "assets":
        return tuple(hostile(one, name) for one in value)
    if is_dataclass(value) and not isinstance(value, Picture):
        return replace(
            value, **{field.name: hostile(getattr(value, field.name), field.name) for field in fields(value)}
        )
    return value


@pytest.fixture(scope="module")
def site() -> tuple[Artifact, ...]:
    return render_site(LENA, documents=DOCUMENTS)


def config_of(artifacts: tuple[Artifact, ...]) -> dict[str, Any]:
    return yaml.safe_load(next(one.content for one in artifacts if one.path == "mkdocs.yml"))


def test_the_folder_has_a_page_for_everything_there_is_to_say(site: tuple[Artifact, ...]) -> None:
    assert set(pages_of(site)) == {
        "", "about/", "articles/", "articles/beat-last-tuesday/", "articles/what-a-split-costs/", "contact/", "services/",
        "work/", "work/pricetag/", "work/roster/", "work/shelfcast/", "work/tinytree/",
    }  # fmt: skip


def test_artifacts_are_sorted_and_no_two_share_a_path(site: tuple[Artifact, ...]) -> None:
    paths = [one.path for one in site]
    assert paths == sorted(set(paths))


def test_the_same_portfolio_gives_the_same_bytes(site: tuple[Artifact, ...]) -> None:
    assert render_site(LENA, documents=DOCUMENTS) == site


def test_the_navigation_is_the_list_of_pages_in_its_order(site: tuple[Artifact, ...]) -> None:
    nav = [dict(one) for one in config_of(site)["nav"]]
    assert nav == [{page.label: f"{page.path}index.md"} for page in PAGES]


@pytest.mark.parametrize("portfolio", [LENA, BARE], ids=["rich", "bare"])
def test_every_page_has_one_first_heading_a_title_and_a_description(portfolio: Portfolio) -> None:
    for path, (meta, body) in pages_of(render_site(portfolio)).items():
        assert [tag for tag, _ in PageRead(body).headings].count("h1") == 1, path
        assert meta["title"], path
        assert meta["description"], path


def test_titles_and_descriptions_are_not_shared(site: tuple[Artifact, ...]) -> None:
    pages = pages_of(site)
    assert len({meta["title"] for meta, _ in pages.values()}) == len(pages)
    assert len({meta["description"] for meta, _ in pages.values()}) == len(pages)


@pytest.mark.parametrize("portfolio", [LENA, BARE], ids=["rich", "bare"])
def test_no_heading_is_empty(portfolio: Portfolio) -> None:
    for path, (_, body) in pages_of(render_site(portfolio)).items():
        for tag, words in PageRead(body).headings:
            assert words.strip(), f"{path}: an empty {tag}"


def test_somebody_who_has_only_begun_gets_the_pages_with_something_to_say() -> None:
    site = render_site(BARE)
    assert set(pages_of(site)) == {"", "about/", "contact/"}
    assert [list(one) for one in config_of(site)["nav"]] == [["Home"], ["About"], ["Contact"]]
    home = pages_of(site)[""][1]
    for heading in ("Selected work", "What you can hire me for", "What clients say", "Written down"):
        assert heading not in home


@pytest.mark.parametrize("portfolio", [LENA, BARE], ids=["rich", "bare"])
def test_every_link_within_the_site_leads_somewhere(portfolio: Portfolio) -> None:
    site = render_site(portfolio, documents=DOCUMENTS)
    pages = {path: PageRead(body) for path, (_, body) in pages_of(site).items()}
    files = {one.path.removeprefix("docs/") for one in site if one.path.startswith("docs/")}
    assert dead_links(pages, files | set(DOCUMENTS)) == []


def test_a_link_in_prose_is_made_relative_to_its_page() -> None:
    essay = replace(
        LENA.essays[0],
        body=Markup(
            '<p><a href="work/shelfcast/" title="src=&quot;work/&quot;">x</a> src="work/" <a href="#x">y</a></p>'
        ),
    )
    body = pages_of(render_site(replace(LENA, essays=(essay,))))["articles/beat-last-tuesday/"][1]
    assert '<a href="../../work/shelfcast/" title="src=&quot;work/&quot;">x</a> src="work/" <a href="#x">y</a>' in body


def test_markdown_passes_every_page_through_as_it_is(site: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(site).items():
        assert markdown.markdown(body, extensions=["toc", "tables", "fenced_code"]) == body, path


def test_hostile_text_stays_text_on_every_page() -> None:
    portfolio = hostile(LENA)
    pages = pages_of(render_site(portfolio, documents={"resume.pdf": HOSTILE.replace("\n", " ")}))
    assert len(pages) == 12
    for path, (meta, body) in pages.items():
        assert markdown.markdown(body, extensions=["toc", "tables", "fenced_code"]) == body, path
        page = PageRead(body)
        tags = {tag for tag, _ in page.elements}
        assert not tags & {"script", "style", "iframe", "form", "object", "embed"}, path
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on")], f"{path}: {tag} {attributes}"
        assert "alert(1)" in page.text, path
        assert "{{ 7*7 }}" in page.text, path
        assert not [one for one in page.addresses if one.startswith("javascript")], path
        assert set(meta) == {"title", "description", "layout", "path", "section", "kind", "canonical", "structured"}
        assert meta["layout"] == "folio"


def test_hostile_text_changes_no_setting_of_the_generator() -> None:
    plain, attacked = config_of(render_site(LENA)), config_of(render_site(hostile(LENA)))
    assert attacked.pop("extra")["folio"]["name"].startswith("Lena Marchetti </h1><script>")
    plain.pop("extra")
    for key in ("site_name", "site_description"):
        assert attacked.pop(key).startswith(plain.pop(key))
    assert attacked == plain


def test_front_matter_says_the_same_to_every_yaml_reader() -> None:
    name = 'Ω "x": é \u2028\u0085\x7f \U0001f600 \\ --- # {a: b} !!python/name:os.system'
    meta = pages_of(render_site(replace(LENA, name=name)))["contact/"][0]
    assert meta["title"] == " ".join(f"Contact · {name}".split())


def test_the_home_page_tells_machines_who_it_is_about(site: tuple[Artifact, ...]) -> None:
    about = pages_of(site)[""][0]["structured"]
    assert (about["@type"], about["mainEntity"]["@type"]) == ("ProfilePage", "Person")
    assert about["mainEntity"]["sameAs"] == [
        "https://github.com/lena-marchetti",
        "https://www.linkedin.com/in/lena-marchetti",
    ]
    json.dumps(about)


def test_an_article_published_elsewhere_first_names_that_page_as_the_original(site: tuple[Artifact, ...]) -> None:
    pages = pages_of(site)
    assert pages["articles/what-a-split-costs/"][0]["canonical"] == "https://grocery.example/what-a-split-costs"
    own = pages["articles/beat-last-tuesday/"][0]["canonical"]
    assert own == "https://lena.example/portfolio/articles/beat-last-tuesday/"


def test_every_evidence_badge_opens_its_source_and_carries_the_day(site: tuple[Artifact, ...]) -> None:
    page = PageRead(pages_of(site)["work/shelfcast/"][1])
    badges = LENA.work[0].badges
    assert {badge.href for badge in badges} <= set(page.addresses)
    assert [attrs["datetime"] for tag, attrs in page.elements if tag == "time"].count("2026-11-22") == len(badges)


def test_the_sitemap_lists_every_page_on_the_day_of_the_portfolio(site: tuple[Artifact, ...]) -> None:
    text = next(one.content.decode() for one in site if one.path == "docs/sitemap.xml")
    assert text.count("<loc>https://lena.example/portfolio/") == len(pages_of(site))
    assert text.count("<lastmod>2026-11-22</lastmod>") == len(pages_of(site))


def test_a_site_without_an_address_has_no_sitemap_and_no_canonical_links() -> None:
    site = render_site(replace(LENA, site_url=None))
    assert not [one for one in site if one.path in ("docs/sitemap.xml", "docs/robots.txt")]
    assert pages_of(site)[""][0]["canonical"] is None


def test_a_portrait_is_put_beside_the_pages_with_its_size() -> None:
    content = io.BytesIO()
    Image.new("RGB", (320, 400), "teal").save(content, "JPEG")
    site = render_site(replace(LENA, photo=Picture(content.getvalue(), "Lena in a bakery", 320, 400)))
    assert any(re.fullmatch(r"docs/assets/img/portrait-[0-9a-f]{8}-320\.jpg", one.path) for one in site)
    for path in ("", "about/"):
        images = [attrs for tag, attrs in PageRead(pages_of(site)[path][1]).elements if tag == "img"]
        assert [(one["alt"], one["width"], one["height"]) for one in images] == [("Lena in a bakery", "320", "400")]


def test_a_picture_in_an_article_says_how_large_it_is(site: tuple[Artifact, ...]) -> None:
    images = [
        attrs for tag, attrs in PageRead(pages_of(site)["articles/beat-last-tuesday/"][1]).elements if tag == "img"
    ]
    assert [(one["width"], one["height"]) for one in images] == [("640", "240")]
    assert re.fullmatch(r"\.\./\.\./assets/img/backtest-[0-9a-f]{8}\.svg", images[0]["src"])


def test_a_reference_without_an_address_is_shown_as_text() -> None:
    offer = replace(LENA.offers[0], proof=(Reference("a talk nobody filmed", None, None),))
    body = pages_of(render_site(replace(LENA, offers=(offer,))))["services/"][1]
    assert "Done before: a talk nobody filmed" in body


def test_the_persons_own_template_and_style_go_before_folios(tmp_path: Path) -> None:
    own = tmp_path / "site"
    (own / "assets").mkdir(parents=True)
    (own / "contact.md.j2").write_text(
        '<title>Write!</title>\n<meta name="description" content="To me.">\n<h1>Write to {{ portfolio.name }}</h1>\n'
    )
    (own / "assets" / "folio.css").write_text("body { color: red }")
    (own / "assets" / "more.css").write_text("")
    site = render_site(LENA, overrides=tmp_path)
    assert pages_of(site)["contact/"][1] == "<h1>Write to Lena Marchetti</h1>"
    assert Artifact.of("docs/assets/folio.css", "body { color: red }") in site
    assert Artifact.of("docs/assets/more.css", "") in site


def test_a_page_that_renders_to_nothing_is_not_written_and_not_in_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "about.md.j2").write_text("{% if false %}x{% endif %}\n")
    site = render_site(LENA, overrides=tmp_path)
    assert "about/" not in pages_of(site)
    assert {"About": "about/index.md"} not in config_of(site)["nav"]


def test_a_page_without_a_title_is_refused_with_its_template(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "about.md.j2").write_text("<h1>Me</h1>\n")
    with pytest.raises(
        InputError, match=r"templates/site/about\.md\.j2:1:1: the page has no title; begin it with <title>"
    ):
        render_site(LENA, overrides=tmp_path)
