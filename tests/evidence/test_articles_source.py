"""What is seen of an article that is a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import ArticleSeen, Observation
from folio.evidence.sources import articles
from folio.repository.documents.formulas import formulas

TEXT = """\
---
title: Why seasons are hard to beat
date: 2026-05-03
canonical: https://ada.example/seasons
---
## A heading

It took 4.5 s and cost 23 % less, for €40 a month, at [the loom](https://github.com/ada/loom).

```python
one = 1
two = 2
three = 3
four = 4
five = 5
```

$$
\\frac{a}{b}
$$

![A chart](img/chart.svg)
"""


def look(folder: Path, text: str) -> ArticleSeen:
    (folder / "a.md").write_text(text, encoding="utf-8")
    seen = observed(folder).seen
    assert isinstance(seen, ArticleSeen)
    return seen


def observed(folder: Path, file: str = "a.md", *, before: Observation | None = None) -> Observation:
    [one] = articles.observe([Task(Subject("article:a", file), before)], an_access(folder))
    return one


def an_access(folder: Path) -> Access:
    return Access(base=folder, today=date(2026, 11, 22), offline=True, scratch=folder)


def test_the_parts_of_an_article_are_seen(tmp_path: Path) -> None:
    seen = look(tmp_path, TEXT)
    assert (seen.title, seen.day) == ("Why seasons are hard to beat", date(2026, 5, 3))
    assert seen.canonical == "https://ada.example/seasons"
    assert (seen.code_blocks, seen.figures, seen.formulas, seen.numbers_with_units) == (1, 1, 1, 3)
    assert seen.links == ("https://github.com/ada/loom",)


def test_the_text_itself_is_not_kept(tmp_path: Path) -> None:
    assert "cost" not in look(tmp_path, TEXT).model_dump_json()


def test_reformatted_text_has_the_same_shingles(tmp_path: Path) -> None:
    one = look(tmp_path, "One two three four five six seven eight.\n")
    other = look(tmp_path, "One   two *three* four\nfive six, SEVEN eight!\n")
    assert one.shingles
    assert one.shingles == other.shingles


def test_a_missing_file_is_a_problem_and_not_an_error(tmp_path: Path) -> None:
    observation = observed(tmp_path, "none.md")
    assert (observation.seen, observation.problem) == (None, "none.md: no such file or directory")
    assert observation.fingerprint == ""


def test_a_file_that_is_as_it_was_is_not_measured_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one", encoding="utf-8")
    before = observed(tmp_path)
    assert observed(tmp_path, before=before) is before
    (tmp_path / "a.md").write_text("two", encoding="utf-8")
    assert observed(tmp_path, before=before).fingerprint != before.fingerprint


def test_a_file_that_is_back_is_no_longer_missed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one", encoding="utf-8")
    before = observed(tmp_path)
    assert observed(tmp_path, before=before.model_copy(update={"missed": "no such file"})) == before


def test_formulas_are_known_by_the_digests_that_repositories_use(tmp_path: Path) -> None:
    seen = look(tmp_path, TEXT + "\n\\begin{align}\n\\frac{a}{b}\n\\end{align}\n\n$$\nx + y\n$$\n")
    assert seen.derivations == tuple(formulas("```math\n\\frac{a}{b}\n```"))
    assert seen.formulas == 2


def test_a_section_on_what_failed_is_measured_and_not_kept(tmp_path: Path) -> None:
    text = "# Seasons\n\nHello.\n\n## What did not work\n\n" + "An LSTM lost 3 % of it. " * 30 + "\n\n## More\n\nSo.\n"
    [one] = look(tmp_path, text).failures
    assert (str(one), one.words, one.numbers) == ("a.md:5", 180, 30)
    assert "LSTM" not in look(tmp_path, text).model_dump_json()


def test_a_title_that_speaks_of_failure_makes_the_whole_article_one(tmp_path: Path) -> None:
    text = "---\ntitle: A post-mortem\n---\nIt was late.\n\n## Monday\n\nThe queue was full at 9:30.\n"
    [one] = look(tmp_path, text).failures
    assert (one.line, one.words) == (1, 10)


def test_the_language_is_told_where_folio_has_words_for_it(tmp_path: Path) -> None:
    assert look(tmp_path, "# 季节\n\n这是一个预测商店销量的小工具，每天都在使用。\n").language == "zh"
    assert look(tmp_path, "# मौसम\n\nयह एक दुकान के लिए छोटा उपकरण है।\n").language is None
