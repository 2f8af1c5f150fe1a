"""The reference pages: made from the data, complete, and nothing in them that is not there."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from folio.readiness.rubric import platforms, rubric
from folio.readiness.rubric.guards import guards

ROOT = Path(__file__).parents[2]
CATALOGUE = rubric().catalogue


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readiness_docs", ROOT / "tools" / "readiness_docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # pydantic looks its annotations up there
    spec.loader.exec_module(module)
    return module


TOOL = tool()
ITEMS = TOOL.criteria()
PAGES = TOOL.pages()
ARTICLES = set(TOOL.ARTICLES)


@pytest.mark.parametrize("name", ["catalogue.md", "criteria.md"])
def test_a_page_is_what_its_data_makes(name: str) -> None:
    told = f"docs/reference/{name} is out of date; run tools/readiness_docs.py"
    assert (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == PAGES[name], told


def test_there_are_87_items_and_none_twice() -> None:
    assert len(ITEMS) == 87
    assert len({item.asks for item in ITEMS}) == 87
    assert Counter(item.article for item in ITEMS) == {"becoming": 34, "traits": 13, "reach": 18, "everyday": 22}


def test_every_item_is_answered_by_something_that_there_is() -> None:
    checks = {entry.id for entry in CATALOGUE.checks}
    for item in ITEMS:
        assert item.checks or item.guards or item.platforms or item.fairness or item.principle, item.asks
        assert set(item.checks) <= checks, item.asks
        assert set(item.guards) <= set(guards().guards), item.asks
        assert set(item.platforms) <= set(platforms()), item.asks
        assert set(item.fairness) <= set(guards().fairness), item.asks


def test_a_check_names_exactly_the_articles_that_ask_for_it() -> None:
    for entry in CATALOGUE.checks:
        asked = {item.article for item in ITEMS if entry.id in item.checks}
        assert set(entry.sources) & ARTICLES == asked, entry.id


def test_what_no_article_asks_for_comes_from_a_platform_or_from_engineering() -> None:
    named = {check for item in ITEMS for check in item.checks}
    elsewhere = [entry for entry in CATALOGUE.checks if entry.id not in named]
    assert [entry.id for entry in elsewhere] == [
        "configuration-by-environment",
        "demo-media",
        "no-committed-secrets",
        "articles-linked-to-work",
        "dependencies-declared-locked",
        "licence-present",
        "service-offer",
        "platform-presence",
    ]
    for entry in elsewhere:
        assert entry.sources
        assert all(CATALOGUE.sources[name].url for name in entry.sources)


def test_every_source_is_of_use() -> None:
    used = {name for entry in CATALOGUE.checks for name in entry.sources}
    used |= {name for field in CATALOGUE.fields for name in field.sources}
    assert used == set(CATALOGUE.sources)


@pytest.mark.parametrize("name", ["catalogue.md", "criteria.md"])
def test_every_link_inside_the_pages_leads_somewhere(name: str) -> None:
    text = PAGES
    for page, anchor in re.findall(r"\]\(((?:[a-z]+\.md)?)(?:#([a-z0-9-]+))?\)", text[name]):
        target = page or name
        assert (ROOT / "docs" / "reference" / target).is_file(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", text[target], re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}, anchor


def test_every_row_of_a_table_has_the_cells_of_its_head() -> None:
    for text in PAGES.values():
        for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_the_catalogue_has_every_check_platform_role_level_and_guard() -> None:
    page = PAGES["catalogue.md"]
    for entry in CATALOGUE.checks:
        assert f"\n#### {entry.id}\n" in page
    for name in platforms():
        assert f"`--platform {name}`" in page
    for name in (*CATALOGUE.tracks, *guards().guards):
        assert f"| `{name}` |" in page or f"`{name}`" in page
    assert all(rule in page for rule in guards().fairness.values())
