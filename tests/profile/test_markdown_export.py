"""A profile as one Markdown document: all that was said, nothing that is others', and no text that reaches beyond its place."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from folio.document import parse
from folio.profile.exchange.markdown.safe import line, plain, within
from folio.profile.exchange.markdown.writing import write
from folio.profile.exchange.taken import Written
from folio.profile.load import load
from folio.profile.model import Profile
from folio.resources import root
from folio.schema import validate

PARSER = MarkdownIt("commonmark", {"html": True})

PRIVATE = r"""
name: "Ana *Star* <b>"
headline: "# 1. Not a heading [x](y)"
summary: |-
  Hello <script>alert(1)</script> and <https://fine.example>.

  # Not a heading
  Title
  =====
  [x]: javascript:alert(1)
  [go](javascript:alert(1)) [fine](https://fine.example)

  ```
  <kept> # as it is
contact: {email: ana@star.example, phone: "+1 555", location: Rome}
privacy: {location: false}
clients:
  - {id: bank, name: Bank of Secrets, sector: banking, nda: true, shown_as: a bank}
contracts:
  - {id: one, client: bank, role: Engineer, deliverable: "A model for Bank of Secrets", start: 2020}
work:
  - {id: w, organisation: Self, role: Owner, start: 2020, highlights: ["# big", {text: "<img src=x>", priority: 3}]}
references:
  - {id: r, name: Quiet Person, role: Head, organisation: X, date: 2020, text: Good., consent: on-request}
  - {id: s, name: Loud Person, role: Head, organisation: X, date: 2020, text: Good., consent: public, email: l@x.example}
rates: {price: {amount: 90, currency: EUR, per: hour}, public: false}
languages: [{name: Italian, code: it, level: native}, {name: Ga, code: gaa, fluency: fluent}]
skills: [{name: SQL, group: Data}, {name: Python}]
more:
  - {title: Awards, entries: [{title: A prize, organisation: A jury, end: 2021, summary: For _it_.}]}
resume: {theme: classic}
"""


@cache
def ana() -> Written:
    return write(validate(Profile, parse(PRIVATE.encode(), name="profile.yaml")))


@cache
def sample() -> Written:
    return write(load(root("sample_profile")))


def document(written: Written) -> str:
    assert isinstance(written.document, str)
    return written.document


def headings(text: str) -> list[str]:
    tokens = PARSER.parse(text)
    return [tokens[at + 1].content for at, one in enumerate(tokens) if one.type == "heading_open"]


def test_the_whole_profile_is_in_it_in_readable_sections() -> None:
    text, profile = document(sample()), load(root("sample_profile"))
    found = headings(text)
    for section in ("Contact", "Focus", "Skills", "Work", "Contracts", "Projects", "Articles", "Education", "Services"):
        assert section in found
    for project in profile.projects or ():
        assert project.title in found
        assert " ".join(str(project.problem).split()) in " ".join(text.split())
    for work in profile.work or ():
        assert f"{work.role}, {work.organisation}" in found
    assert "since 2023-09" in text
    assert "(before: none" in text
    assert not re.search(r"[{}]'|: (?:None|True|False)\n", text)


def test_texts_stay_within_their_places() -> None:
    text = document(ana())
    assert headings(text) == [
        r"Ana \*Star\* \<b>", "Contact", "Skills", "Work", "Owner, Self", "Contracts", "Engineer, a bank", "Languages",
        "References", "Loud Person, Head, X", "Awards", "A prize, A jury", "Rates", "Clients", "a bank, banking",
    ]  # fmt: skip
    html = PARSER.render(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert 'href="javascript' not in html
    assert '<a href="https://fine.example">' in html
    assert "&lt;kept&gt; # as it is" in html


def test_it_is_for_the_person_and_what_is_others_stays_out_and_is_told() -> None:
    text = document(ana())
    for others in ("Bank of Secrets", "Quiet Person", "l@x.example"):
        assert others not in text
    for own in ("+1 555", "Rome", "Amount: 90"):
        assert own in text
    assert "A model for a bank" in text
    assert "ana@star.example" in text
    told = {one.path for one in ana().left}
    assert told >= {"references[0]", "resume", "privacy", "work[0].id"}


def test_the_same_profile_gives_the_same_text() -> None:
    assert document(write(load(root("sample_profile")))) == document(sample())


@pytest.mark.parametrize("text", ["- a", "+ a", "1. a", "1) a", "# a", "> a", "---", "===", "~~~", "*a*", "_a_", "a_b_c",
    "`a`", "[a](b)", "![a](b)", "<b>", "a & b &amp; c", "\\", "a\nb", "$x$", "<https://a.example>", "***", "12", "C# & C++"])  # fmt: skip
def test_a_plain_text_is_shown_as_it_is(text: str) -> None:
    (token,) = [one for one in PARSER.parse(line(text)) if one.type == "inline"]
    assert "".join(child.content for child in token.children or ()) == " ".join(text.split())
    assert PARSER.parse(line(text))[0].type == "paragraph_open"
    assert all(child.type in ("text", "text_special") for child in token.children or ())


def test_plain_texts_keep_what_needs_no_escape() -> None:
    assert plain("snake_case, 33.2 % (C++), 5 > 3") == "snake_case, 33.2 % (C++), 5 > 3"


@pytest.mark.parametrize(
    "text", ["# " + " " * 19_000 + "x", "](" + " " * 19_000, "- " * 9_000 + "x", "<" * 19_000, "`" * 19_000]
)
def test_a_long_hostile_line_is_escaped_without_searching_it_over_and_over(text: str) -> None:
    assert len(within(text)) < 3 * len(text)


@settings(deadline=None, max_examples=60)
@given(st.text("#<>`~-=[]()!/ab:\n \\*_&;javscript", max_size=60))
def test_no_markdown_of_a_field_reaches_beyond_it(text: str) -> None:
    tokens = PARSER.parse(f"{within(text)}\n\n# After\n")
    assert [one.type for one in tokens[-3:]] == ["heading_open", "inline", "heading_close"]
    assert sum(one.type == "heading_open" for one in tokens) == 1
    html = PARSER.render(within(text))
    assert not re.search(r"<(?:script|img|a href=.javascript)", html)
    assert not any(one.type == "html_block" for one in tokens)
