"""What is seen of an article that is a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from folio.evidence.access import Access, Subject
from folio.evidence.model import ArticleSeen
from folio.evidence.sources import articles

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
    seen = articles.observe(Subject("article:a", "a.md"), an_access(folder)).seen
    assert isinstance(seen, ArticleSeen)
    return seen


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
    observation = articles.observe(Subject("article:a", "none.md"), an_access(tmp_path))
    assert (observation.seen, observation.problem) == (None, "none.md: no such file or directory")
    assert observation.fingerprint == ""


def test_the_fingerprint_follows_the_text(tmp_path: Path) -> None:
    subject, access = Subject("article:a", "a.md"), an_access(tmp_path)
    prints = set()
    for text in ("one", "two", "one"):
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        prints.add(articles.fingerprint(subject, access))
    assert len(prints) == 2
