"""The report as Markdown: the same content, and no text of anybody's is markup, a mention or a reference."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from folio.readiness.report import Report
from folio.render.markdown_text import code, escaped
from folio.render.plain import plain
from folio.render.report import render_report
from render.reports import PEOPLE, a_full_report, a_report, each_text, hostile, runs

READ = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CALLS = re.compile(r"(?<!\w)@\w|#\d|\bGH-\d", re.IGNORECASE)
"""What GitHub makes a mention or a reference of, in text."""


def markdown(report: Report) -> str:
    return next(
        one.content.decode() for one in render_report(report, past=runs(report, 20, 40)) if one.path == "report.md"
    )


@cache
def attacked(person: str) -> str:
    """The report of somebody whose every text attacks."""
    return markdown(hostile(a_full_report(person)))


def shape(text: str) -> list[str]:
    """The elements of a document, texts left aside."""
    found = []
    for token in READ.parse(text):
        found.append(token.type)
        found += [one.type for one in token.children or () if one.type != "text"]
    return found


def words(text: str) -> str:
    """What is read, code left aside."""
    inner = [one for token in READ.parse(text) for one in token.children or ()]
    return "\n".join(one.content for one in inner if one.type == "text")


@pytest.mark.parametrize("person", PEOPLE)
def test_no_text_of_anybody_becomes_markup(person: str) -> None:
    report = each_text(a_full_report(person), lambda text: text and f"{text} and more")
    text = attacked(person)
    assert shape(text) == shape(markdown(report))
    assert not {"html_inline", "html_block", "image", "link_open"} & set(shape(text))
    assert "<script>alert(1)</script>" in words(text), "it is there to be read"


@pytest.mark.parametrize("person", PEOPLE)
def test_nobody_is_called_and_nothing_referred_to(person: str) -> None:
    said = words(attacked(person))
    assert "somebody" in said
    assert not CALLS.search(said)


def test_everything_that_the_page_has_is_there() -> None:
    text = markdown(a_full_report())
    order = [
        "# Readiness of ",
        "Since 2026-11-15: ",
        "## Do next",
        "## Find out",
        "## What Ready takes",
        "## Over time",
        "## Where the points are",
        "### Fundamentals",
        "> You say it is there, and folio does not see it (Churn): The dashboard runs",
        "## What you say, and what supports it",
        "- nothing yet: Kubernetes",
        "## Your notes on results",
        "## Not counted",
        "## What can't be seen from here",
    ]
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)
    assert "\n\n\n" not in text


def test_what_a_person_wrote_is_text_and_never_markup() -> None:
    text = markdown(a_report())
    assert r"Ada \*Example\* \<script\>" in text
    assert "&lt;" not in text
    assert "&#39;" not in text


def test_places_are_code_and_plain_names_need_no_escapes() -> None:
    assert "`README.md:1`" in markdown(a_report("excellent"))
    assert escaped("src/own_code.py - a snake_case name, 3.5 % of #channel") == (
        "src/own_code.py - a snake_case name, 3.5 % of #channel"
    )
    assert escaped("_emphasis_") == r"\_emphasis\_"


@example("__0__")
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_reads_as_itself(text: str) -> None:
    said = plain(text)
    for line in (escaped(said), f"- {escaped(said)}", f"**x** {escaped(said)}"):
        read = words(line).replace("\u2060", "")
        assert read.endswith(said.replace("\u2060", "")), line
        assert not CALLS.search(words(str(escaped(said))))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30))
def test_any_place_reads_as_itself(text: str) -> None:
    said = plain(text)
    if said:
        [token] = [
            one for token in READ.parse(f"x {code(said)}") for one in token.children or () if one.type == "code_inline"
        ]
        assert token.content == said
