"""The report's files: they say what the report says, and the page needs nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from build import a_good_repository, a_repository, an_article, excellent_facts, some_facts
from folio.facts import Facts
from folio.readiness.assess import assess
from folio.readiness.report import Report
from folio.readiness.rubric import rubric
from folio.render.report import render_report
from folio.render.report_view import sentence, tenths
from folio.render.report_view.page import view

PEOPLE: dict[str, Facts] = {
    "nobody": some_facts(),
    "mixed": some_facts(
        repositories={"shelfcast": a_good_repository(), "churn": a_repository(), "gone": "no <b>folder</b>"},
        texts={"a": an_article(), "b": "elsewhere", "c": an_article(words=3)},
        left_out={"c": "short-article"},
        name="Ada *Example* <script>",
    ),
    "excellent": excellent_facts(),
}


def a_report(person: str) -> Report:
    return assess(PEOPLE[person], rubric("toptal"))


def files(person: str) -> dict[str, str]:
    return {one.path: one.content.decode() for one in render_report(a_report(person))}


class Page(HTMLParser):
    """What a browser would load, and what it would show."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.labels: list[str] = []
        self.tags: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []
        self.loads += [value or "" for name, value in attrs if name in ("src", "srcset") or tag == "link"]
        self.labels += [found.get("aria-label") or ""] if found.get("role") == "img" else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("person", PEOPLE)
def test_there_are_three_files_and_one_truth(person: str) -> None:
    written = files(person)
    assert sorted(written) == ["index.html", "report.json", "report.md"]
    assert written["report.json"] == a_report(person).to_json()
    assert sentence(a_report(person)) in written["report.md"]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_page_is_well_formed_and_loads_nothing(person: str) -> None:
    text = files(person)["index.html"]
    page = Page(text)
    assert page.loads == []
    assert "script" not in page.tags
    assert set(re.findall(r"url\(.*?\)", text)) <= {"url(#hatch)"}
    assert "@import" not in text
    assert len(page.ids) == len(set(page.ids))
    assert page.tags.count("h1") == 1


@pytest.mark.parametrize("person", PEOPLE)
def test_links_lead_somewhere(person: str) -> None:
    page = Page(files(person)["index.html"])
    inside = [link for link in page.links if link.startswith("#")]
    assert inside
    assert {link[1:] for link in inside} <= set(page.ids)
    assert all(link.startswith(("#", "https://")) for link in page.links)


def test_every_bar_can_be_heard() -> None:
    page = Page(files("mixed")["index.html"])
    assert len(page.labels) > 50
    assert all(page.labels)


def test_what_a_person_wrote_is_text_and_never_markup() -> None:
    written = files("mixed")
    assert "<script>" not in written["index.html"]
    assert "Ada *Example* &lt;script&gt;" in written["index.html"]
    assert "no &lt;b&gt;folder" in written["index.html"]
    assert r"Ada \*Example\* \<script\>" in written["report.md"]
    assert "&lt;" not in written["report.md"]
    assert "&#39;" not in written["report.md"]


def test_the_page_shows_what_matters_first() -> None:
    text = files("mixed")["index.html"]
    order = [
        "of 100 points earned",
        "Do next",
        "Find out",
        "What Ready takes",
        "Where the points are",
        "Not counted",
    ]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert text.count('<li class="card">') == 3


def test_the_page_says_what_it_can_not_see() -> None:
    text = files("mixed")["index.html"]
    assert "does not predict" in text
    assert "the timed algorithm test" in text
    assert rubric("toptal").digest[:12] in text


def test_bars_are_as_long_as_the_figures() -> None:
    report = a_report("mixed")
    widths = {segment.kind: segment.width for segment in view(report).bar.segments}
    assert sum(widths.values()) == 1_000_000
    assert widths["unknown"] == report.totals.unknown


@pytest.mark.parametrize(("millionths", "printed"), [(0, "0.0"), (31_400, "3.1"), (999, "0.0"), (10_000, "1.0")])
def test_single_gains_have_one_decimal_and_are_never_rounded_up(millionths: int, printed: str) -> None:
    assert tenths(millionths) == printed


def test_the_markdown_keeps_to_itself() -> None:
    text = files("mixed")["report.md"]
    assert re.search(r"^# Readiness of ", text)
    assert "\n\n\n" not in text
