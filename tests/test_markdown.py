"""What an outline says of a Markdown text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from folio.markdown import outline, words

TEXT = """\
# Title

Running text with a [link](https://a.example/x) and `code`.

> Quoted words do not count.

- [one](https://b.example)
- [two](https://c.example)

| a | b |
|---|---|
| 1 | 2 |

```python
print("not prose")
```

$$
\\frac{a}{b}
$$

![a chart](img/x.svg)
"""


def test_running_text_is_told_from_code_quotes_tables_and_lists_of_links() -> None:
    found = outline(TEXT)
    assert found.paragraphs == ("Title", "Running text with a link and .")
    assert found.words == ("Title", "Running", "text", "with", "a", "link", "and")


def test_the_parts_of_a_text_are_found() -> None:
    found = outline(TEXT)
    assert found.title == "Title"
    assert found.code == (("python", 'print("not prose")\n'),)
    assert found.images == ("img/x.svg",)
    assert found.links == ("https://a.example/x", "https://b.example", "https://c.example")
    assert (found.tables, len(found.formulas)) == (1, 1)


def test_money_is_not_a_formula() -> None:
    assert outline("From $5 to $6, and $$ is no formula either.").formulas == ()


def test_words_are_counted_in_scripts_without_spaces() -> None:
    assert len(words("机器学习工程师")) == 3
    assert words("don't stop-gap 3") == ["don't", "stop-gap", "3"]


@given(st.text(max_size=300))
def test_every_text_has_an_outline(text: str) -> None:
    assert len(outline(text).words) <= len(text)
