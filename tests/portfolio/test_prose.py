"""What Markdown of the person's becomes, and what never comes out of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.portfolio.prose import phrase, plain, prose

HOSTILE = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](javascript:alert(1))",
    '<img src=x onerror="alert(1)">',
    "x\n{: onclick=alert(1) }",
    "`x`{ onmouseover=alert(1) }",
    '--8<-- "mkdocs.yml"',
    "[x]: javascript:alert(1)\n\n[x]",
    "$\\href{javascript:alert(1)}{x}$",
    "```html\n</code></pre><script>alert(1)</script>\n```",
    "<style>body{display:none}</style>",
    '<iframe src="https://evil.example"></iframe>',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts(text: str) -> None:
    html = str(prose(text, pictures=lambda address: address))
    tags = re.findall(r"<[^>]*>", html)
    assert not any(
        re.search(r"<\s*(script|style|iframe|object|form)|\son\w+\s*=|javascript:|data:", tag) for tag in tags
    )


def test_the_page_has_one_first_heading_so_prose_has_none() -> None:
    assert prose("# One\n\n## Two\n") == "<h2>One</h2>\n<h2>Two</h2>"


def test_code_is_highlighted_and_can_be_reached_by_keyboard() -> None:
    assert '<pre tabindex="0"><code><span class="k">def</span>' in prose("```python\ndef f(): ...\n```")


def test_code_in_no_known_language_is_shown_as_it_is() -> None:
    assert "<code>a &lt; b\n</code>" in prose("```nonsense\na < b\n```")


def test_a_formula_becomes_mathml() -> None:
    assert "<mfrac>" in prose("$$\n\\frac{a}{b}\n$$")


def test_a_formula_on_lines_of_its_own_can_be_scrolled_by_keys() -> None:
    assert '<div class="math block" tabindex="0">\n<math ' in prose("$$\na = b\n$$")


def test_the_first_column_names_the_rows_where_it_has_no_heading_itself() -> None:
    html = prose("| | a |\n|---|---|\n| x | 1 |\n| y | 2 |")
    assert "<td></td>\n<th>a</th>" in html
    assert '<th scope="row">x</th>\n<td>1</td>' in html
    assert "scope" not in prose("| k | a |\n|---|---|\n| x | 1 |")


def test_a_broken_formula_is_shown_as_it_was_written() -> None:
    assert "<code>\\frac{</code>" in prose("$\\frac{$")


def test_pictures_are_shown_where_they_are_known_and_named_where_not() -> None:
    known = prose("![A chart](img/x.svg)", pictures=lambda address: f"articles/a/{address[4:]}")
    assert known == '<p><img src="articles/a/x.svg" alt="A chart" loading="lazy" decoding="async"></p>'
    assert prose("![A chart](img/x.svg)") == "<p>A chart</p>"


def test_a_phrase_is_inline() -> None:
    assert phrase("Cut *waste*\nby <b>") == "Cut <em>waste</em> by &lt;b&gt;"


def test_plain_words_are_cut_at_a_words_end() -> None:
    assert plain("I build **demand** forecasts, for grocers.") == "I build demand forecasts, for grocers."
    assert plain("I build demand forecasts.", 16) == "I build demand…"


@given(st.text(max_size=200))
def test_whatever_is_written_no_script_comes_out(text: str) -> None:
    assert "<script" not in prose(text + "<script>").lower()
