"""The tables of faults in docs/explanation/evidence.md are what was tried, and every row of them is a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence import test_github_faults as github
from evidence import test_link_faults as links

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "explanation" / "evidence.md").read_text(encoding="utf-8")
OTHERS = re.compile(r"^\| ([^|]+) \| [^|]+ \| `([\w/]+\.py)::(\w+)` \|$", re.MULTILINE)
SHORTENED = {"within 0.3 s": "within 20 s", "within 2 s": "within 10 s"}
"""What tests can't wait for."""


def table(title: str) -> dict[str, str]:
    """The rows of two columns below a heading."""
    section = DOCUMENT.partition(f"\n### {title}\n")[2].partition("\n### ")[0]
    return dict(re.findall(r"^\| ([^|*-][^|]*) \| ([^|]+) \|$", section, re.MULTILINE)[1:])


def as_told(words: str) -> str:
    told = words.format(url="URL", host="HOST", port="PORT").strip()
    for short, real in SHORTENED.items():
        told = told.replace(short, real)
    return told


def test_the_table_for_github_is_what_was_tried() -> None:
    assert table("GitHub's") == {name: as_told(words) for name, (_, words) in github.FAULTS.items()}


def test_the_table_for_links_is_what_was_tried() -> None:
    assert table("On the way to an address") == {one.name: as_told(one.words) for one in links.FAULTS}


@pytest.mark.parametrize(("fault", "file", "test"), OTHERS.findall(DOCUMENT))
def test_every_other_fault_is_a_test(fault: str, file: str, test: str) -> None:
    text = (ROOT / "tests" / file).read_text(encoding="utf-8")
    assert f"def {test}(" in text, fault


def test_there_are_at_least_twenty_five() -> None:
    assert len(github.FAULTS) + len(links.FAULTS) + len(OTHERS.findall(DOCUMENT)) >= 25
