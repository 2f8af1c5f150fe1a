"""The report's page: it says what the report says, needs nothing else, and takes no text for markup."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from folio.readiness.report import Report, SourceNamed
from folio.readiness.rubric import rubric
from folio.render.report import render_report
from folio.render.report_view import sentence, tenths
from folio.render.report_view.page import view
from render.reports import HOSTILE, PEOPLE, a_claim, a_full_report, a_report, an_annotation, each_text, hostile, runs


def files(report: Report) -> dict[str, str]:
    return {one.path: one.content.decode() for one in render_report(report)}


def html(report: Report, *points: int, **course: object) -> str:
    written = render_report(report, past=runs(report, *points, **course))  # type: ignore[arg-type]
    return next(one.content.decode() for one in written if one.path == "index.html")


class Page(HTMLParser):
    """What a browser would load, and what it would show."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})
    LOADING = frozenset({"src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.labels: list[str] = []
        self.tags: list[tuple[str, ...]] = []
        self.said = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, *found))
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" else []
        self.loads += [value or "" for name, value in attrs if name in self.LOADING or tag == "link"]
        self.labels += [found.get("aria-label") or ""] if found.get("role") == "img" else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said += data


@pytest.mark.parametrize("person", PEOPLE)
def test_there_are_three_files_and_one_truth(person: str) -> None:
    written = files(a_report(person))
    assert sorted(written) == ["index.html", "report.json", "report.md"]
    assert written["report.json"] == a_report(person).to_json()
    assert sentence(a_report(person)) in written["report.md"]
    assert sentence(a_report(person)) in written["index.html"]


@pytest.mark.parametrize("person", PEOPLE)
def test_the_page_is_well_formed_and_loads_nothing(person: str) -> None:
    text = html(a_full_report(person), 20, 40)
    page = Page(text)
    assert page.loads == []
    assert not {"script", "iframe", "object", "link"} & {tag for tag, *_ in page.tags}
    assert not [one for one in page.tags if "style" in one[1:]], "the policy would not let it apply"
    assert set(re.findall(r"url\(.*?\)", text)) <= {"url(#hatch)"}
    assert "@import" not in text
    assert len(page.ids) == len(set(page.ids))
    assert [tag for tag, *_ in page.tags].count("h1") == 1


def test_the_policy_lets_a_browser_apply_this_style_sheet_and_nothing_else() -> None:
    text = files(a_report())["index.html"]
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [policy] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', text)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_the_policy_follows_a_style_sheet_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "report.css").write_text("body { color: red }\n")
    page = next(one for one in render_report(a_report(), overrides=tmp_path) if one.path == "index.html")
    digest = b64encode(sha256(b"body { color: red }\n").digest()).decode()
    assert f"'sha256-{digest}'" in page.content.decode()


@pytest.mark.parametrize("person", PEOPLE)
def test_links_lead_somewhere(person: str) -> None:
    page = Page(html(a_full_report(person), 20, 40))
    inside = [link for link in page.links if link.startswith("#")]
    assert inside
    assert {link[1:] for link in inside} <= set(page.ids)
    assert all(link.startswith(("#", "https://")) for link in page.links)


def test_every_bar_can_be_heard() -> None:
    page = Page(files(a_report())["index.html"])
    assert len(page.labels) > 50
    assert all(page.labels)


@pytest.mark.parametrize("person", PEOPLE)
def test_no_text_of_anybody_adds_an_element_or_an_attribute(person: str) -> None:
    report = each_text(a_full_report(person), lambda text: text and f"{text} and more")
    attacked = Page(html(hostile(a_full_report(person)), 20, 40))
    assert attacked.tags == Page(html(report, 20, 40)).tags
    assert not [link for link in attacked.links if not link.startswith(("#", "https://"))]
    assert "<script>alert(1)</script>" in attacked.said, "it is there to be read"
    assert "\x1b" not in attacked.said
    assert "\u202e" not in attacked.said


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", "x"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    report = a_report()
    checks = tuple(replace(one, sources=(SourceNamed(name="A source", url=url),)) for one in report.checks)
    page = Page(files(replace(report, checks=checks))["index.html"])
    assert not [link for link in page.links if not link.startswith("#")]
    assert "After: A source." in page.said


def test_the_top_says_where_one_is_how_far_to_trust_it_and_what_next() -> None:
    text = files(a_report())["index.html"]
    top = Page(text[: text.index("<nav")] + "</main></body></html>").said
    report = a_report()
    for words in (
        f"{report.points.earned}of 100 points earned",
        report.level.title,
        f"Confidence is {report.confidence.word}",
        report.actions[0].todo,
        next(one.title for one in report.conditions if one.state != "met"),
    ):
        assert words in top


def test_the_page_shows_what_matters_first() -> None:
    text = html(a_full_report(), 20, 40)
    order = [
        "of 100 points earned",
        'id="next"',
        'id="find-out"',
        'id="takes"',
        'id="course"',
        'id="points"',
        'id="checks"',
        'id="claims"',
        'id="notes"',
        'id="not-counted"',
        'id="unseen"',
    ]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert text.count('<li class="card">') == 3


def test_what_is_in_the_way_comes_before_what_is_met() -> None:
    first, *rest = a_report().conditions
    gate = next(one for one in rest if one.kind == "gate")
    others = (replace(one, state="met") for one in rest if one != gate)
    report = replace(a_report(), conditions=(replace(first, state="open"), *others, replace(gate, state="not met")))
    wanted = view(report).wishes
    assert [one.state for one in wanted[:3]] == ["not met", "not known yet", "met"]
    assert wanted[0].title == gate.title
    assert wanted[0].meaning[1:] in files(report)["index.html"]


def test_what_nothing_supports_comes_first_and_what_is_supported_last() -> None:
    page = view(a_full_report())
    assert [one.support for one in page.claims_lacking] == ["nothing yet", "only named"]
    assert [one.says for one in page.claims_supported] == ["Python"]
    text = files(a_full_report())["index.html"]
    said = Page("<div>" + text[text.index('<h2 id="claims"') : text.index('<h2 id="notes"')] + "</div>").said
    assert said.index("Kubernetes") < said.index("Error 9 %") < said.index("Shelfcast: 2,400 lines")


def test_a_profile_in_which_everything_is_supported_is_told_so() -> None:
    report = replace(a_report(), claims=(a_claim(support="observed"),))
    assert "Everything that the profile says is supported." in Page(files(report)["index.html"]).said
    assert 'id="claims"' not in files(replace(report, claims=()))["index.html"], "no section without claims"


def test_a_note_is_printed_beside_its_check_and_in_a_list_and_changes_no_figure() -> None:
    report = replace(a_report(), annotations=(an_annotation(),))
    text = files(report)["index.html"]
    assert text.count("The dashboard runs at the client&#39;s.") == 2
    assert "it is there, and folio does not see it" in text
    assert view(report).points == view(a_report()).points
    assert "with a note of yours" in text


def test_the_page_says_what_it_can_not_see_and_how_sure_its_checklist_is() -> None:
    said = " ".join(Page(files(a_report())["index.html"]).said.split())
    report = a_report()
    assert "does not predict" in said
    assert "the timed algorithm test" in said
    assert rubric("toptal").digest[:12] in said
    assert f"As of: {report.platform.as_of}. {report.platform.basis}." in said
    assert all(one in said for one in report.platform.uncertain)


def test_bars_are_as_long_as_the_figures() -> None:
    report = a_report()
    page = view(report)
    widths = {segment.kind: segment.width for segment in page.bar.segments}
    assert sum(widths.values()) == 1_000_000
    assert widths["unknown"] == report.totals.unknown
    for category, shown in zip(report.categories, page.categories, strict=True):
        assert sum(one.width for one in shown.bar.segments) == category.weight * 1000
        earned = sum(one.width for one in shown.bar.segments if one.kind not in ("unknown", "missing"))
        assert earned == category.split.earned


def test_the_same_report_gives_the_same_bytes() -> None:
    report = a_full_report()
    assert render_report(report, past=runs(report, 20, 40)) == render_report(report, past=runs(report, 20, 40))


@pytest.mark.parametrize(("millionths", "printed"), [(0, "0.0"), (31_400, "3.1"), (999, "0.0"), (10_000, "1.0")])
def test_single_gains_have_one_decimal_and_are_never_rounded_up(millionths: int, printed: str) -> None:
    assert tenths(millionths) == printed


def test_the_hostile_text_is_as_hostile_as_it_should_be() -> None:
    assert all(one in HOSTILE for one in ("<script>", "onclick='", "javascript:", "\n::error", "\x1b", "@somebody"))
