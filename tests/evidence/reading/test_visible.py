"""What HTML in a text hides is no part of it."""

from __future__ import annotations

import pytest

from folio.evidence.reading.visible import visible

HIDING = (
    "<div style='display: none'>{}</div>",
    '<div style="color: red; visibility:hidden">\n{}\n</div>',
    "<p hidden>{}</p>",
    '<span aria-hidden="true">{}</span>',
    "<span style='font-size:0'>{}</span>",
    "<section hidden><section>{}</section>{}</section>",
    "<DIV HIDDEN>{}",
    "<div hidden>\n\n{}\n\n```python\nx\n```\n\n{}\n\n</div>",
)
SHOWING = (
    "<div style='display: block'>{}</div>",
    "<span style='font-size:0.8em'>{}</span>",
    '<a class="hidden-link" title="hidden">{}</a>',
    "`<p hidden>` {}",
    "```html\n<div hidden>\n```\n\n{}",
    "<input hidden> {}",
    "<div hidden></div> {}",
    "a < b, hidden or not: {}",
)


@pytest.mark.parametrize("element", HIDING)
def test_what_an_element_hides_is_left_out_and_lines_stay_where_they_are(element: str) -> None:
    text = f"Before.\n\n{element.format('an essay', 'an essay')}"
    assert "essay" not in visible(text)
    assert visible(text).startswith("Before.")
    assert visible(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("element", SHOWING)
def test_what_people_see_stays(element: str) -> None:
    text = f"Before.\n\n{element.format('an essay')}\n\nAfter."
    assert "an essay" in visible(text)
    assert visible(text).endswith("After.")


@pytest.mark.parametrize("hostile", ["<div hidden" * 20_000, "<p hidden>" * 20_000, "<a '" * 50_000, "`" * 200_000])
def test_a_hostile_text_takes_no_longer_than_its_length(hostile: str) -> None:
    assert len(visible(f"hidden {hostile}")) <= len(hostile) + 7
