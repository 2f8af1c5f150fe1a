"""The built website: that it is whole, that nothing leaves it, and that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.site.folder import render_site
from folio.render.site.verbatim import EXTENSION, MARK, verbatim
from folio.website import finished
from folio.website.build import Engine, build_site, website
from folio.website.finished import recall, remember
from folio.website.folder import materialise
from render.pages import PageRead, dead_links
from render.sample import BARE, LENA

DOCUMENTS = {"resume.pdf": "Résumé (PDF)"}
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build_site(render_site(LENA, documents=DOCUMENTS), folder=folder / "pages", out=folder / "site")
    return folder / "site"


def files_of(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found
    return found


def pages_of(folder: Path) -> dict[str, PageRead]:
    return {
        path.removesuffix("index.html"): PageRead(content.decode())
        for path, content in files_of(folder).items()
        if path.endswith("index.html")
    }


def test_every_page_is_built_and_a_page_for_what_is_not_there(site: Path) -> None:
    written = {one.path for one in render_site(LENA, documents=DOCUMENTS) if one.path.endswith(".md")}
    assert {f"docs/{path}index.md" for path in pages_of(site)} == written
    assert len(written) > 12
    assert "There is nothing at this address." in (site / "404.html").read_text()


@pytest.mark.parametrize("portfolio", [LENA, BARE], ids=["rich", "bare"])
def test_every_link_of_the_built_site_leads_somewhere_at_any_place(portfolio: object, tmp_path: Path) -> None:
    build_site(render_site(portfolio, documents=DOCUMENTS), folder=tmp_path / "a", out=tmp_path / "b")  # type: ignore[arg-type]
    assert dead_links(pages_of(tmp_path / "b"), [*files_of(tmp_path / "b"), *DOCUMENTS]) == []


def test_the_page_for_what_is_not_there_links_from_the_sites_address(site: Path) -> None:
    page = PageRead((site / "404.html").read_text())
    within = [one for one in page.addresses if ":" not in one and not one.startswith("#")]
    assert within
    assert not [one for one in within if not one.startswith("/portfolio/")]


def test_nothing_a_page_loads_lies_on_another_host(site: Path) -> None:
    for path, page in pages_of(site).items():
        loaded = [
            attributes.get("src") or attributes.get("href") or ""
            for tag, attributes in page.elements
            if tag in ("script", "img", "source", "iframe")
            or (tag == "link" and attributes.get("rel") in ("stylesheet", "preload", "icon", "preconnect"))
        ]
        assert loaded, path
        assert not [one for one in loaded if "//" in one], path
    css = (site / "assets" / "folio.css").read_text()
    assert "url(http" not in css.replace('url("', "url(")


def test_no_part_of_the_themes_own_looks_is_carried_along(site: Path) -> None:
    assert not [path for path in files_of(site) if path.startswith(("assets/javascripts", "assets/stylesheets"))]
    for page in pages_of(site).values():
        classes = [attributes.get("class") or "" for _, attributes in page.elements]
        assert not [one for one in classes if "md-toggle" in one or "md-overlay" in one or "md-dialog" in one]


def test_every_page_has_its_title_description_language_and_one_first_heading(site: Path) -> None:
    for path, page in pages_of(site).items():
        names = [attributes.get("name") for tag, attributes in page.elements if tag == "meta"]
        assert names.count("description") == 1, path
        assert ("html", "en") in [(tag, attributes.get("lang")) for tag, attributes in page.elements], path
        assert [tag for tag, _ in page.headings].count("h1") == 1, path
        assert len(page.ids) == len(set(page.ids)), path


def test_a_language_the_theme_has_no_words_for_is_fine(tmp_path: Path) -> None:
    build_site(render_site(replace(BARE, language="rm")), folder=tmp_path / "a", out=tmp_path / "b")
    assert '<html lang="rm"' in (tmp_path / "b" / "index.html").read_text()


SCRIPT = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, "tests")
from render.sample import LENA
from folio.render.site.folder import render_site
from folio.website.build import build_site
folder = Path(sys.argv[1])
build_site(render_site(LENA, documents={"resume.pdf": "Résumé (PDF)"}), folder=folder / "pages", out=folder / "site")
"""


def test_the_same_portfolio_gives_the_same_bytes_anywhere_and_at_any_time(site: Path, tmp_path: Path) -> None:
    elsewhere = {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "de_DE.UTF-8",
        "SOURCE_DATE_EPOCH": "86400",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, str(tmp_path / "another place")],
        cwd=ROOT, env={**os.environ, **elsewhere}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    here, there = files_of(site), files_of(tmp_path / "another place" / "site")
    assert {path: hashlib.sha256(content).hexdigest() for path, content in here.items()} == {
        path: hashlib.sha256(content).hexdigest() for path, content in there.items()
    }


def test_building_again_touches_only_what_changed(tmp_path: Path) -> None:
    first = (Artifact.of("a/one.md", "1"), Artifact.of("b/two.md", "2"), Artifact.of("three.md", "3"))
    materialise(first, tmp_path)
    os.utime(tmp_path / "a" / "one.md", (0, 0))
    materialise((first[0], Artifact.of("three.md", "new")), tmp_path)
    assert files_of(tmp_path) == {"a/one.md": b"1", "three.md": b"new"}
    assert (tmp_path / "a" / "one.md").stat().st_mtime == 0
    assert not (tmp_path / "b").exists()


def test_what_an_engine_warns_of_is_a_problem_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = [
        Artifact(one.path, one.content.replace(b'"index.md"', b'"werk/index.md"')) if one.path == "mkdocs.yml" else one
        for one in render_site(LENA)
    ]
    with pytest.raises(FolioError, match=r"the site could not be built: .*werk/index\.md"):
        website(broken)
    website(render_site(BARE))
    website(render_site(BARE), engine="zensical")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_mistake_in_a_persons_own_theme_template_is_a_problem_with_its_place(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "site" / "overrides").mkdir(parents=True)
    (tmp_path / "site" / "overrides" / "main.html").write_text("{% extends 'base.html' %}{% block x %}")
    with pytest.raises(FolioError, match=r"the site could not be built: .*[Uu]nexpected end") as caught:
        website(render_site(BARE, overrides=tmp_path), engine=engine)
    assert "templates/site/overrides/main.html:1" in str(caught.value)
    assert "/tmp" not in str(caught.value)


@cache
def built_by(engine: Engine) -> dict[str, bytes]:
    return {one.path: one.content for one in website(render_site(LENA, documents=DOCUMENTS), engine=engine)}


def as_read(page: bytes, path: str) -> object:
    """What a browser makes of a page: the elements with their attributes, addresses resolved, and the text."""
    read = PageRead(page.decode())
    base = f"https://lena.example/portfolio/{path}"
    resolved = [
        (tag, {name: urljoin(base, value) if name in ("href", "src", "data-root", "data-index") and value else value
               for name, value in attributes.items()})
        for tag, attributes in read.elements
    ]  # fmt: skip
    linked = [
        json.loads(one) for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.decode())
    ]
    text = re.sub(r"\{.*?\}(?=\s*\n)", "", read.text) if linked else read.text
    return resolved, linked, text.split()


def test_both_engines_make_the_same_pages_of_the_same_folder() -> None:
    ours, theirs = built_by("mkdocs"), built_by("zensical")
    assert ours.keys() == theirs.keys()
    for path, content in ours.items():
        if path.endswith(".html"):
            assert as_read(content, path) == as_read(theirs[path], path), path
        else:
            assert content == theirs[path]


def test_an_engine_that_is_not_installed_is_a_problem_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zensical", None)
    with pytest.raises(FolioError, match=r"pip install 'folio-ready\[zensical\]'"):
        website(render_site(BARE), engine="zensical")


SHELL = tuple(one for one in render_site(BARE) if not one.path.endswith(".md"))
WORDS = ("one", "two", "*three*", "`four`", "<p>five</p>")
Site = Mapping[str, str]


def folder_of(pages: Site, frame: str, look: str) -> tuple[Artifact, ...]:
    """A site's folder: pages by name, something that all of them show, and a file that none does."""
    shell = [
        Artifact(one.path, one.content + f"<!-- {frame} -->".encode()) if one.path == "overrides/partials/footer.html"
        else Artifact(one.path, look.encode()) if one.path == "docs/assets/folio.css" else one
        for one in SHELL
    ]  # fmt: skip
    head = 'layout: "folio"\nlocale: "en"\npath: "{}"\n'
    made = [
        Artifact.of(
            f"docs/{name}index.md", f"---\n{head.format(name)}title: {json.dumps(text)}\n---\n\n{verbatim(text)}\n"
        )
        for name, text in {"": "home", **pages}.items()
    ]
    return tuple(sorted([*shell, *made]))


names = st.sampled_from(["a/", "b/", "a/c/", "work/x/"])
states = st.tuples(
    st.dictionaries(names, st.sampled_from(WORDS), max_size=3), st.sampled_from("xy"), st.sampled_from("kl")
)


@settings(max_examples=5, deadline=None)
@given(st.lists(states, min_size=2, max_size=3))
def test_whatever_was_edited_the_site_is_the_one_that_is_built_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[Site, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    for state in history:
        artifacts = folder_of(*state)
        build_site(artifacts, folder=folder / "pages", out=folder / "site", cache=folder / "cache")
        whole = website(artifacts)
        assert files_of(folder / "site") == {one.path: one.content for one in whole}
        assert files_of(folder / "pages") == {one.path: one.content for one in artifacts}
    assert {state[0].get("a/") for state in history}


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_only_pages_that_changed_are_built(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []
    module = importlib.import_module(f"folio.website.with_{engine}")
    build = module.build

    def noted(folder: Path, out: Path) -> None:
        built.extend(sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.md")))
        build(folder, out)

    monkeypatch.setattr(module, "build", noted)
    first = website(folder_of({"a/": "one", "b/": "two"}, "x", "k"), engine=engine, cache=tmp_path / "c")
    assert built == ["docs/a/index.md", "docs/b/index.md", "docs/index.md"]
    built.clear()
    again = website(folder_of({"a/": "one", "b/": "two"}, "x", "k"), engine=engine, cache=tmp_path / "c")
    assert (again, built) == (first, [])
    website(folder_of({"a/": "one", "b/": "new"}, "x", "other look"), engine=engine, cache=tmp_path / "c")
    assert built == ["docs/b/index.md", "docs/index.md"]
    built.clear()
    website(folder_of({"a/": "one", "b/": "two"}, "another frame", "k"), engine=engine, cache=tmp_path / "c")
    assert built == ["docs/a/index.md", "docs/b/index.md", "docs/index.md"]


def test_a_kept_page_that_is_not_whole_is_not_there(tmp_path: Path) -> None:
    remember(tmp_path / "c", {"k": b"page", "l": b"other"}, ["k", "l"])
    assert recall(tmp_path / "c", ["k", "l", "m"]) == {"k": b"page", "l": b"other"}
    for content in (b"", (tmp_path / "c" / "k").read_bytes()[:-1], b"page"):
        (tmp_path / "c" / "k").write_bytes(content)
        assert recall(tmp_path / "c", ["k", "l"]) == {"l": b"other"}
    assert recall(tmp_path / "nowhere", ["k"]) == recall(None, ["k"]) == {}


def test_kept_pages_are_the_persons_alone_and_no_more_than_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finished, "MOST", 2)
    for number, key in enumerate("abcd"):
        remember(tmp_path / "c", {key: b"page"}, [key, "a"])
        os.utime(tmp_path / "c" / key, (number, number))
    remember(tmp_path / "c", {"e": b"page"}, ["e", "a"])
    assert sorted(files_of(tmp_path / "c")) == ["a", "c", "d", "e"]
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "c" / "e").stat().st_mode) == 0o600


def test_where_no_page_can_be_kept_the_site_is_built_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file where the folder would be")
    assert website(folder_of({}, "x", "k"), cache=tmp_path / "c") == website(folder_of({}, "x", "k"))


def test_a_link_in_a_folder_of_folios_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "one.md").write_text("theirs")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "a").symlink_to(tmp_path / "theirs")
    (tmp_path / "ours" / "b.md").symlink_to(tmp_path / "theirs" / "one.md")
    materialise((Artifact.of("a/one.md", "1"), Artifact.of("b.md", "2")), tmp_path / "ours")
    assert files_of(tmp_path / "theirs") == {"one.md": b"theirs"}
    assert files_of(tmp_path / "ours") == {"a/one.md": b"1", "b.md": b"2"}
    (tmp_path / "linked").symlink_to(tmp_path / "theirs")
    with pytest.raises(FolioError, match="is a link"):
        materialise((), tmp_path / "linked")


def test_a_file_may_take_the_place_of_a_folder_and_a_folder_that_of_a_file(tmp_path: Path) -> None:
    for artifacts in ([Artifact.of("a/b", "1")], [Artifact.of("a", "2")], [Artifact.of("a/b", "3")]):
        materialise(artifacts, tmp_path)
        assert files_of(tmp_path) == {one.path: one.content for one in artifacts}


HTML = '<div class="page">\n\n# no heading\n\n```\nno\tcode\n```\n\n<p>*as* &amp; it is</p>\n\n</div>'


def test_markdown_passes_a_page_on_that_is_html_already() -> None:
    assert markdown([EXTENSION], f"\n{MARK}\n{HTML}\n") == HTML
    assert markdown([EXTENSION, "fenced_code", "toc"], f"{MARK}\n{HTML}") == HTML


def test_any_other_page_is_markdown_as_ever() -> None:
    for text in ("# Yes\n\n*it* is", f"# Yes\n\n{MARK}\n\n*it* is", "", HTML):
        assert markdown([EXTENSION, "fenced_code"], text) == markdown(["fenced_code"], text)


def test_without_the_extension_a_page_is_the_same_but_for_a_comment() -> None:
    (page,) = (one for one in render_site(BARE) if one.path == "docs/contact/index.md")
    text = page.content.decode().split("---\n\n", 1)[1]
    assert markdown([], text) == f"{MARK}\n{markdown([EXTENSION], text)}"


def markdown(extensions: list[str], text: str) -> str:
    converter = importlib.import_module("markdown").Markdown(extensions=extensions)
    return [str(converter.convert(text)) for _ in range(2)][-1]  # twice: one converter may be used for many pages
