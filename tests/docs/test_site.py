"""The documentation is a site: every page is in its menu, every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from folio.document import parse_foreign

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


@cache
def menu() -> list[str]:
    """The pages that the menu names."""
    config: Any = parse_foreign((ROOT / "docs.yml").read_text(encoding="utf-8"), name="docs.yml")[0].data
    return list(_pages(config["nav"]))


def _pages(entries: Any) -> Any:
    for entry in entries:
        for value in entry.values():
            yield from _pages(value) if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("docs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", "docs.yml", "-d", str(out)],
        check=False, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return out


def test_every_page_is_in_the_menu_once() -> None:
    pages = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    assert sorted(menu()) == pages


def test_every_link_of_the_documentation_and_the_readme_leads_somewhere() -> None:
    for page in (*DOCS.rglob("*.md"), *ROOT.glob("*.md")):
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)", text):
            if not re.match(r"[a-z]+:", target):
                assert (page.parent / target).exists(), f"{page}: {target}"


def test_the_site_asks_no_other_host_for_anything(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        found = re.findall(r"<(?:script|img|link|iframe)\b[^>]*?(?:src|href)=\"(https?://[^\"]+)", html)
        assert [one for one in found if 'rel="canonical"' not in one] == [], page


def test_every_page_is_built_and_none_is_empty(site: Path) -> None:
    for page in menu():
        name = page.removesuffix(".md").removesuffix("index")
        html = (site / name / "index.html").read_text(encoding="utf-8")
        assert len(re.sub(r"<[^>]+>", "", html.partition("<article")[2])) > 300, page
