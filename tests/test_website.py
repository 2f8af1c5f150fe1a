"""The built website: that it is whole, that nothing leaves it, and that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.site.folder import render_site
from folio.website.build import build_site
from folio.website.folder import materialise
from folio.website.server import watched
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
    assert len(pages_of(site)) == 12
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


def test_what_mkdocs_warns_of_is_a_problem_and_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = [
        Artifact(one.path, one.content.replace(b"work/index.md", b"werk/index.md")) if one.path == "mkdocs.yml" else one
        for one in render_site(LENA)
    ]
    with pytest.raises(FolioError, match=r"the site could not be built: .*werk/index\.md"):
        build_site(broken, folder=tmp_path / "a", out=tmp_path / "b")
    build_site(render_site(LENA), folder=tmp_path / "a", out=tmp_path / "b")
    assert capfd.readouterr() == ("", "")


def test_a_mistake_in_a_persons_own_theme_template_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "own" / "site" / "overrides").mkdir(parents=True)
    (tmp_path / "own" / "site" / "overrides" / "main.html").write_text("{% extends 'base.html' %}{% block x %}")
    with pytest.raises(FolioError, match=r"the site could not be built: .*main\.html:1: Unexpected end"):
        build_site(render_site(LENA, overrides=tmp_path / "own"), folder=tmp_path / "a", out=tmp_path / "b")


def test_watching_a_profile_leaves_out_what_folio_writes_there(tmp_path: Path) -> None:
    for name in (".folio", "out", "articles", "templates"):
        (tmp_path / name).mkdir()
    assert list(watched(tmp_path)) == [
        (tmp_path, False), (tmp_path / "articles", True), (tmp_path / "templates", True),
    ]  # fmt: skip
    assert list(watched(tmp_path / "missing")) == []


PROFILE = """
name: Ada Example
headline: Forecasting for retailers
summary: I build forecasts that shops can act on.
contact: {email: ada@example.org}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An MkDocs project that uses the plugin, with a page of its own."""
    (tmp_path / "person").mkdir()
    (tmp_path / "person" / "profile.yaml").write_text(PROFILE)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "notes.md").write_text("# Notes\n\nMy *own* page.\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: material}\ndocs_dir: pages\nplugins: [{folio: {profile: person}}]\nnot_in_nav: /notes.md\n"
    )
    return tmp_path


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_the_plugin_gives_an_mkdocs_project_the_pages_of_a_profile(project: Path) -> None:
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pages = pages_of(project / "site")
    assert set(pages) == {"", "about/", "contact/", "notes/"}
    assert "Forecasting for retailers" in pages[""].text
    assert "My own page." in pages["notes/"].text


def test_a_project_may_leave_out_all_that_lies_in_its_own_folder(project: Path) -> None:
    with (project / "mkdocs.yml").open("a") as config:
        config.write('exclude_docs: "*"\n')
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert set(pages_of(project / "site")) == {"", "about/", "contact/"}


def test_a_page_of_the_projects_own_goes_before_folios(project: Path) -> None:
    (project / "pages" / "contact").mkdir()
    (project / "pages" / "contact" / "index.md").write_text("# Ring the bell\n")
    assert mkdocs(project, "build", "--strict", "--quiet").returncode == 0
    assert "Ring the bell" in pages_of(project / "site")["contact/"].text


def test_a_mistake_in_the_profile_stops_mkdocs_with_its_place(project: Path) -> None:
    (project / "person" / "profile.yaml").write_text(PROFILE.replace("headline", "headlin"))
    done = mkdocs(project, "build", "--strict", "--quiet")
    assert done.returncode == 1
    assert "profile.yaml:3:1: headlin: no such field" in done.stderr
    assert "Traceback" not in done.stderr


SERVED = """
import signal, sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, "tests")
from render.sample import BARE
from folio.errors import FolioError
from folio.render.site.folder import render_site
from folio.website.server import serve
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in the background
folder = Path(sys.argv[1])
def make():
    headline = (folder / "source" / "profile.yaml").read_text()
    if headline == "wrong":
        raise FolioError("profile.yaml: wrong")
    return render_site(replace(BARE, headline=headline))
serve(make, folder=folder / "pages", watch=[folder / "source"], tell=lambda line: print(line, flush=True), port=int(sys.argv[2]))
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "profile.yaml").write_text("First words")
    return tmp_path / "source" / "profile.yaml"


@pytest.fixture
def served(source: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-c", SERVED, str(source.parents[1]), str(port)],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield process
        process.kill()


def test_serving_shows_a_change_and_outlives_a_mistake(served: subprocess.Popen[str], source: Path) -> None:
    assert served.stdout is not None
    line = served.stdout.readline()
    assert line.startswith("serving on http://127.0.0.1:")
    address = line.split()[2].rstrip(";")

    def page() -> str:
        until = time.monotonic() + 20
        while True:
            try:
                with urllib.request.urlopen(address, timeout=20) as answer:
                    return str(answer.read().decode())
            except OSError:
                assert time.monotonic() < until
                time.sleep(0.05)

    assert "First words" in page()
    source.write_text("wrong")
    assert served.stdout.readline() == "profile.yaml: wrong\n"
    assert "First words" in page()
    source.write_text("Second words")
    until = time.monotonic() + 20
    while "Second words" not in page():
        assert time.monotonic() < until
        time.sleep(0.1)
    served.send_signal(signal.SIGINT)
    assert served.wait(timeout=10) == 0
