"""The site as a folder of pages: what is written, what is left out, and that nobody's text gets out of hand."""

from __future__ import annotations

import io
import json
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from markupsafe import Markup
from PIL import Image

import folio
from folio.errors import InputError
from folio.portfolio.parts import Picture, Reference
from folio.portfolio.prose import prose
from folio.portfolio.site.model import Look, Portfolio
from folio.portfolio.site.words import site_words
from folio.render.artifact import Artifact
from folio.render.site.folder import render_site
from folio.render.site.kinds import PAGES
from folio.resources import root
from render.pages import PageRead, dead_links
from render.sample import BARE, FULL, LENA

DOCUMENTS = {"resume.pdf": "Résumé (PDF)"}
HOSTILE = (
    "</h1><script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7*7 }} {% include 'x' %} `x`{ onclick=a } "
    "{: onclick=alert(3) } [x](javascript:alert) \"quoted\" 'single' & &amp; &#60;b&#62; <!-- --> ]]> \u2028 \U0001f600 "
    'title: x --- \x7f src="work/"\n\n```\nfenced\n```\n\n~~~\nfenced too\n~~~\n\n--8<-- "mkdocs.yml"\n\n---\n'
    "# heading\n\n    code\n\n[TOC]\n</div></div></main><div>"
)
NOT_TEXT = {
    "id", "kind", "href", "path", "url", "code_url", "live_url", "canonical", "key", "language", "site_url", "action",
    "prefix",
}  # fmt: skip

BY_KEY = {
    "problem", "constraints", "approach", "outcome", "my_part", "email", "phone", "website", "location",
    "write_to_me", "call_me", "book_a_call", "visit_my_website", "find_me_on",
}  # fmt: skip
"""Words that are asked for by a name that is worked out: of passages, ways to get in touch, and the button."""


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
    if is_dataclass(value) and not isinstance(value, Picture | Look):
        return replace(
            value, **{field.name: hostile(getattr(value, field.name), field.name) for field in fields(value)}
        )
    return value


@cache
def attacked() -> tuple[Artifact, ...]:
    return render_site(hostile(FULL), documents={"resume.pdf": HOSTILE.replace("\n", " ")})


@cache
def full() -> tuple[Artifact, ...]:
    return render_site(FULL, documents=DOCUMENTS)


@cache
def bare() -> tuple[Artifact, ...]:
    return render_site(BARE)


@pytest.fixture
def site() -> tuple[Artifact, ...]:
    return full()


@pytest.fixture(params=[full, bare], ids=["full", "bare"])
def either(request: pytest.FixtureRequest) -> tuple[Artifact, ...]:
    return request.param()


def page_of(portfolio: Portfolio, path: str) -> PageRead:
    """One page of a site that has no address, which makes the least besides."""
    return PageRead(pages_of(render_site(replace(portfolio, site_url=None)))[path][1])


def config_of(artifacts: tuple[Artifact, ...]) -> dict[str, Any]:
    return yaml.safe_load(next(one.content for one in artifacts if one.path == "mkdocs.yml"))


def test_the_folder_has_a_page_for_everything_there_is_to_say(site: tuple[Artifact, ...]) -> None:
    assert set(pages_of(site)) == {
        "", "about/", "articles/", "articles/beat-last-tuesday/", "articles/what-a-split-costs/", "contact/", "imprint/",
        "now/", "privacy/", "questions/", "resume/", "services/", "testimonials/", "uses/", "work/", "work/pricetag/",
        "work/roster/", "work/shelfcast/", "work/tinytree/",
    }  # fmt: skip


def test_artifacts_are_sorted_and_no_two_share_a_path(site: tuple[Artifact, ...]) -> None:
    paths = [one.path for one in site]
    assert paths == sorted(set(paths))


def test_the_same_portfolio_gives_the_same_bytes(site: tuple[Artifact, ...]) -> None:
    assert render_site(FULL, documents=DOCUMENTS) == site


def test_the_navigation_stays_short_and_the_foot_has_the_rest(site: tuple[Artifact, ...]) -> None:
    frame = config_of(site)["extra"]["folio"]["languages"]["en"]
    menu = ["", "work/", "services/", "articles/", "about/", "resume/", "contact/"]
    assert [one["path"] for one in frame["navigation"]] == [*menu, "uses/"]
    assert [one["path"] for one in frame["footer"]] == ["testimonials/", "questions/", "now/", "imprint/", "privacy/"]


def test_every_page_has_one_first_heading_a_title_and_a_description(either: tuple[Artifact, ...]) -> None:
    for path, (meta, body) in pages_of(either).items():
        assert [tag for tag, _ in PageRead(body).headings].count("h1") == 1, path
        assert meta["title"], path
        assert meta["description"], path


def test_titles_and_descriptions_are_not_shared(site: tuple[Artifact, ...]) -> None:
    pages = pages_of(site)
    assert len({meta["title"] for meta, _ in pages.values()}) == len(pages)
    assert len({meta["description"] for meta, _ in pages.values()}) == len(pages)


def test_no_heading_is_empty(either: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(either).items():
        for tag, words in PageRead(body).headings:
            assert words.strip(), f"{path}: an empty {tag}"


def test_headings_go_down_by_one_level_at_a_time(either: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(either).items():
        levels = [int(tag[1]) for tag, _ in PageRead(body).headings]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{path}: {levels}"


def test_no_id_stands_twice_on_a_page(either: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(either).items():
        ids = PageRead(body).ids
        assert len(set(ids)) == len(ids), path


def test_nothing_on_a_page_needs_more_than_a_strict_policy_allows(either: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(either).items():
        for tag, attributes in PageRead(body).elements:
            assert tag not in ("script", "style", "iframe", "object"), path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], f"{path}: {tag}"


def test_every_control_has_a_name(site: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(site).items():
        page = PageRead(body)
        labelled = {attributes["for"] for tag, attributes in page.elements if tag == "label" and "for" in attributes}
        for tag, attributes in page.elements:
            if tag in ("input", "textarea"):
                assert attributes["id"] in labelled, f"{path}: {attributes}"
        assert body.count("<select") == len(re.findall(r"<label[^>]*><span>[^<]+</span>\s*<select", body)), path


def test_somebody_who_has_only_begun_gets_the_pages_with_something_to_say() -> None:
    assert set(pages_of(bare())) == {"", "contact/"}
    home = pages_of(bare())[""][1]
    words = site_words("en")
    assert words["invitation"] not in home, "the opening is not said twice"
    for key in ("selected_work", "to_hire", "what_clients_say", "written", "asked"):
        assert words[key] not in home


def test_every_link_within_the_site_leads_somewhere(either: tuple[Artifact, ...]) -> None:
    pages = {path: PageRead(body) for path, (_, body) in pages_of(either).items()}
    files = {one.path.removeprefix("docs/") for one in either if one.path.startswith("docs/")}
    assert dead_links(pages, files | set(DOCUMENTS)) == []


def test_a_link_in_prose_is_made_relative_to_its_page() -> None:
    essay = replace(
        LENA.essays[0],
        body=Markup(
            '<p><a href="work/shelfcast/" title="src=&quot;work/&quot;">x</a> src="work/" <a href="#x">y</a></p>'
        ),
    )
    body = pages_of(render_site(replace(LENA, essays=(essay,), site_url=None)))["articles/beat-last-tuesday/"][1]
    assert '<a href="../../work/shelfcast/" title="src=&quot;work/&quot;">x</a> src="work/" <a href="#x">y</a>' in body


def test_markdown_passes_every_page_through_as_it_is(site: tuple[Artifact, ...]) -> None:
    for path, (_, body) in pages_of(site).items():
        assert markdown.markdown(body, extensions=["toc", "tables", "fenced_code"]) == body, path


def test_hostile_text_stays_text_on_every_page() -> None:
    pages = pages_of(attacked())
    assert len(pages) == len(pages_of(full()))
    for path, (meta, body) in pages.items():
        assert markdown.markdown(body, extensions=["toc", "tables", "fenced_code"]) == body, path
        page = PageRead(body)
        tags = {tag for tag, _ in page.elements}
        assert not tags & {"script", "style", "iframe", "object", "embed"}, path
        assert "form" not in tags or path in ("contact/", "work/", "articles/"), path
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on")], f"{path}: {tag} {attributes}"
        assert "alert(1)" in page.text, path
        assert "{{ 7*7 }}" in page.text or path in ("imprint/", "privacy/", "uses/"), path
        assert not [one for one in page.addresses if one.startswith("javascript")], path
        assert meta["layout"] == "folio"


def test_what_a_list_is_filtered_by_survives_hostile_words() -> None:
    for tag, attributes in PageRead(pages_of(attacked())["work/"][1]).elements:
        if "data-of" in attributes:
            assert tag == "article"
            assert set(json.loads(attributes["data-of"] or "")) == {"skill", "sector", "year"}


def test_hostile_text_changes_no_setting_of_the_generator() -> None:
    plain, changed = config_of(full()), config_of(attacked())
    assert changed.pop("extra")["folio"]["languages"]["en"]["name"].startswith("Lena Marchetti </h1><script>")
    plain.pop("extra")
    assert [[*one.values()] for one in changed.pop("nav")] == [[*one.values()] for one in plain.pop("nav")]
    for key in ("site_name", "site_description"):
        assert changed.pop(key).startswith(plain.pop(key))
    assert changed == plain


def test_front_matter_says_the_same_to_every_yaml_reader() -> None:
    name = 'Ω "x": é \u2028\u0085\x7f \U0001f600 \\ --- # {a: b} !!python/name:os.system'
    meta = pages_of(render_site(replace(BARE, name=name)))["contact/"][0]
    assert meta["title"] == " ".join(f"Contact · {name}".split())


def test_an_article_published_elsewhere_first_names_that_page_as_the_original(site: tuple[Artifact, ...]) -> None:
    pages = pages_of(site)
    assert pages["articles/what-a-split-costs/"][0]["canonical"] == "https://grocery.example/what-a-split-costs"
    own = pages["articles/beat-last-tuesday/"][0]["canonical"]
    assert own == "https://lena.example/portfolio/articles/beat-last-tuesday/"


def test_every_evidence_badge_opens_its_source_and_says_the_day(site: tuple[Artifact, ...]) -> None:
    page = PageRead(pages_of(site)["work/shelfcast/"][1])
    badges = LENA.work[0].badges
    assert {badge.href for badge in badges} <= set(page.addresses)
    assert [attrs["datetime"] for tag, attrs in page.elements if tag == "time"].count("2026-11-22") == len(badges)
    assert page.text.count("Seen on 2026-11-22") == len(badges)


def test_a_site_without_an_address_has_no_sitemap_and_no_canonical_links() -> None:
    site = bare()
    assert not [one for one in site if one.path in ("docs/sitemap.xml", "docs/robots.txt")]
    assert pages_of(site)[""][0]["canonical"] is None


def test_a_portrait_is_put_beside_the_pages_with_its_size() -> None:
    content = io.BytesIO()
    Image.new("RGB", (320, 400), "teal").save(content, "JPEG")
    site = render_site(replace(LENA, photo=Picture(content.getvalue(), "Lena in a bakery", 320, 400), site_url=None))
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
    assert "Done before: a talk nobody filmed" in page_of(replace(BARE, offers=(offer,)), "services/").text


def choices(page: PageRead) -> list[str | None]:
    return [attributes["name"] for tag, attributes in page.elements if tag == "select"]


def test_work_is_filtered_by_what_there_is_more_than_one_of() -> None:
    assert choices(PageRead(pages_of(full())["work/"][1])) == ["skill", "sector", "year"]
    assert choices(page_of(replace(BARE, work=LENA.work), "work/")) == ["skill"]
    assert choices(page_of(replace(BARE, work=FULL.work[:3]), "work/")) == []


def test_a_filter_is_hidden_until_the_script_shows_it() -> None:
    forms = [attributes for tag, attributes in PageRead(pages_of(full())["work/"][1]).elements if tag == "form"]
    assert len(forms) == 1
    assert "hidden" in forms[0]


def test_every_project_says_what_it_is_filtered_by() -> None:
    page = PageRead(pages_of(full())["work/"][1])
    told = [json.loads(attributes["data-of"] or "") for _, attributes in page.elements if "data-of" in attributes]
    assert [one["sector"] for one in told] == [[case.sector] for case in FULL.work]
    assert [one["year"] for one in told] == [list(case.years) for case in FULL.work]


def test_articles_are_filtered_by_topic_and_those_elsewhere_are_marked() -> None:
    page = PageRead(pages_of(full())["articles/"][1])
    assert choices(page) == ["topic"]
    away = [attributes for _, attributes in page.elements if attributes.get("class") == "away"]
    assert [one["aria-label"] for one in away] == ["Opens another site"] * 2


def test_a_form_posts_to_the_service_and_nothing_else_does() -> None:
    page = PageRead(pages_of(full())["contact/"][1])
    form = next(attributes for tag, attributes in page.elements if tag == "form")
    assert (form["action"], form["method"]) == ("https://forms.example/f/abc", "post")
    fields_of = {attributes["name"]: attributes for tag, attributes in page.elements if tag in ("input", "textarea")}
    assert [name for name, one in fields_of.items() if "required" in one] == ["name", "email", "message"]
    assert fields_of["_gotcha"]["tabindex"] == "-1"
    assert not [tag for tag, _ in PageRead(pages_of(bare())["contact/"][1]).elements if tag == "form"]


def test_home_has_the_sections_that_were_asked_for_in_their_order() -> None:
    page = page_of(replace(FULL, home=("articles", "work")), "")
    words = site_words("en")
    assert [said for tag, said in page.headings if tag == "h2"] == [
        words["written"],
        words["selected_work"],
        words["invitation"],
    ]


def test_a_hidden_page_is_linked_from_nowhere() -> None:
    site = render_site(replace(FULL, hidden=frozenset({"work", "articles", "services"}), site_url=None))
    for path, (_, body) in pages_of(site).items():
        found = [one for one in PageRead(body).addresses if re.search(r"(^|/)(work|articles|services)/", one)]
        assert not [one for one in found if ":" not in one], path


def test_a_case_study_leads_to_the_one_before_and_the_one_after() -> None:
    page = PageRead(pages_of(full())["work/pricetag/"][1])
    found = {attributes["rel"]: attributes["href"] for _, attributes in page.elements if attributes.get("rel")}
    assert found == {"prev": "../../work/shelfcast/", "next": "../../work/tinytree/"}


def test_a_skill_without_evidence_is_shown_as_stated() -> None:
    about = PageRead(pages_of(full())["about/"][1])
    assert about.text.count("Stated") == 2
    ticks = [attributes for _, attributes in about.elements if attributes.get("role") == "img"]
    assert len(ticks) == sum(skill.proven for group in LENA.skills for skill in group.skills)


def templates() -> dict[str, str]:
    """The templates of pages and of their frame, without comments."""
    folder = root("templates") / "site"
    files = [*folder.rglob("*.j2"), *(folder / "overrides").rglob("*.html")]
    return {file.relative_to(folder).as_posix(): re.sub(r"{#.*?#}", "", file.read_text(), flags=re.S) for file in files}


def test_no_template_holds_words_of_its_own() -> None:
    """Every text of folio's is a key of the words, so that it can be translated."""
    for name, text in templates().items():
        html = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S)
        read_aloud = re.findall(r'\s(?:aria-label|title|alt|placeholder)="([^"]*)"', html)
        shown = re.sub(r"<(script|svg)\b.*?</\1>|<[^>]*>", " ", html, flags=re.S)
        assert not re.findall(r"[A-Za-z]{2,}", " ".join([shown, *read_aloud])), name


def test_every_word_is_used() -> None:
    """A word that no template asks for would be translated for nothing."""
    sources = Path(folio.__file__).parent.rglob("*.py")
    code = "\n".join(file.read_text() for file in sources)
    asked = set(re.findall(r"words\.(\w+)", "\n".join(templates().values()))) - {"get", "locale"}
    assert asked <= set(site_words("en"))
    unused = set(site_words("en")) - asked - {page.name for page in PAGES} - BY_KEY
    by_kind = ("badge_", "stat_")
    assert not [key for key in unused if not key.startswith(by_kind) and not re.search(rf'["\'.]{key}\b', code)]


def test_the_persons_own_template_and_style_go_before_folios(tmp_path: Path) -> None:
    own = tmp_path / "site"
    (own / "assets").mkdir(parents=True)
    (own / "contact.md.j2").write_text(
        '<title>Write!</title>\n<meta name="description" content="To me.">\n<h1>Write to {{ portfolio.name }}</h1>\n'
    )
    (own / "assets" / "folio.css").write_text("body { color: red }")
    (own / "assets" / "more.css").write_text("")
    site = render_site(BARE, overrides=tmp_path)
    assert pages_of(site)["contact/"][1].endswith("\n<h1>Write to Lena Marchetti</h1>")
    assert Artifact.of("docs/assets/folio.css", "body { color: red }") in site
    assert Artifact.of("docs/assets/more.css", "") in site


def test_a_page_that_renders_to_nothing_is_not_written_and_not_in_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "contact.md.j2").write_text("{% if false %}x{% endif %}\n")
    site = render_site(BARE, overrides=tmp_path)
    assert "contact/" not in pages_of(site)
    frame = config_of(site)["extra"]["folio"]["languages"]["en"]
    assert [one["path"] for one in frame["navigation"]] == [""]


def test_a_page_without_a_title_is_refused_with_its_template(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "contact.md.j2").write_text("<h1>Me</h1>\n")
    with pytest.raises(
        InputError, match=r"templates/site/contact\.md\.j2:1:1: the page has no title; begin it with <title>"
    ):
        render_site(BARE, overrides=tmp_path)


def test_sections_of_the_persons_own_stand_on_the_pages_about_them_with_headings_to_link_to() -> None:
    pages = pages_of(full())
    for path in ("about/", "resume/"):
        page = PageRead(pages[path][1])
        headings = {attributes.get("id") for tag, attributes in page.elements if tag == "h2"}
        assert headings >= {"more-1", "more-2"}, path
        for text in ("Awards", "Best applied paper", "Forecasting Days", "For small shops.", "Rowing: in the lagoon"):
            assert text in page.text, f"{path}: {text}"
        assert "https://days.example/2024" in page.addresses
    index = json.loads(next(one.content for one in full() if one.path == "docs/search.json"))
    assert "Forecasting Days" in next(one["text"] for one in index if one["path"] == "about/")


def test_somebody_with_nothing_but_a_section_of_their_own_has_a_page_about_them() -> None:
    assert "about/" not in pages_of(bare())
    assert "Rowing" in page_of(replace(BARE, more=FULL.more), "about/").text
