"""The MkDocs plugin: a project's own pages beside those of a profile, by MkDocs' own commands."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from render.pages import PageRead
from test_website import files_of, pages_of

PROFILE = """
name: Ada Example
headline: Forecasting for retailers
summary: I build forecasts that shops can act on.
contact: {email: ada@example.org}
work:
  - {id: shop, organisation: Shop, role: Engineer, start: 2020-01, highlights: [Counted everything twice.]}
"""
CONFIG = """
site_name: x
theme: {name: material, custom_dir: own}
docs_dir: pages
plugins: [{folio: {profile: person, documents: false}}]
validation: {links: {anchors: warn}}
extra: {mine: kept}
"""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An MkDocs project that uses the plugin, with a page and a template of its own."""
    for name in ("person", "pages", "own/partials"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "person" / "profile.yaml").write_text(PROFILE)
    (tmp_path / "pages" / "notes.md").write_text(
        "---\ntitle: Notes of mine\n---\n\n# Notes\n\nMy *own* page.\n\n| a | b |\n|---|---|\n| c | d |\n\n"
        "[About](about/index.md#experience)\n"
    )
    (tmp_path / "own" / "partials" / "footer.html").write_text("<footer>Own foot, {{ config.extra.mine }}</footer>")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    return tmp_path


def build(project: Path) -> dict[str, PageRead]:
    """The pages that `mkdocs build --strict` makes; Abort where it warns of anything."""
    config = load_config(str(project / "mkdocs.yml"), strict=True)
    mkdocs_build.build(config)
    return pages_of(project / "site")


def test_a_project_gets_the_pages_of_a_profile_beside_its_own_and_in_its_own_templates(project: Path) -> None:
    pages = build(project)
    assert {"", "about/", "contact/", "notes/", "resume/"} <= set(pages)
    assert "Forecasting for retailers" in pages[""].text
    assert "My own page." in pages["notes/"].text
    assert "td" in [tag for tag, _ in pages["notes/"].elements]
    assert all("Own foot, kept" in page.text for page in pages.values())
    styles = [one for page in pages.values() for one in page.addresses if one.endswith(".css")]
    assert len(styles) == len(pages)
    assert "assets/folio.css" in files_of(project / "site")
    assert not (project / "site" / "resume.pdf").exists()


def test_a_link_to_a_place_that_a_page_does_not_have_is_told(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    with (project / "pages" / "notes.md").open("a") as notes:
        notes.write("\n[Nowhere](about/index.md#nowhere)\n")
    with pytest.raises(Abort):
        build(project)
    assert "#nowhere" in caplog.text
    assert "#experience" not in caplog.text


def test_the_resume_lies_beside_the_pages_that_link_it(project: Path) -> None:
    (project / "mkdocs.yml").write_text(CONFIG.replace(", documents: false", ""))
    pages = build(project)
    assert (project / "site" / "resume.pdf").read_bytes().startswith(b"%PDF-")
    assert "../resume.pdf" in pages["about/"].addresses + pages["resume/"].addresses


def test_a_page_of_the_projects_own_goes_before_folios_unless_it_is_left_out(project: Path) -> None:
    (project / "pages" / "contact").mkdir()
    (project / "pages" / "contact" / "index.md").write_text("# Ring the bell\n")
    assert "Ring the bell" in build(project)["contact/"].text
    with (project / "mkdocs.yml").open("a") as config:
        config.write('exclude_docs: "*"\n')
    pages = build(project)
    assert "Ring the bell" not in pages["contact/"].text
    assert "notes/" not in pages


def test_a_mistake_in_the_profile_stops_mkdocs_with_its_place(project: Path) -> None:
    (project / "person" / "profile.yaml").write_text(PROFILE.replace("headline", "headlin"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project, env=ENVIRONMENT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "profile.yaml:3:1: headlin: no such field" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_shows_a_changed_profile_and_a_changed_template(project: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    (project / "person" / "templates" / "site").mkdir(parents=True)
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", address],
        cwd=project, env=ENVIRONMENT, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip

        def wait_for(words: str) -> str:
            until = time.monotonic() + 40
            while True:
                try:
                    with urllib.request.urlopen(f"http://{address}/", timeout=20) as answer:
                        page = str(answer.read().decode())
                    if words in page:
                        return page
                except OSError:
                    pass
                assert time.monotonic() < until
                time.sleep(0.1)

        try:
            page = wait_for("Forecasting for retailers")
            assert "Content-Security-Policy" not in page
            assert "livereload" in page
            (project / "person" / "profile.yaml").write_text(PROFILE.replace("retailers", "grocers"))
            wait_for("Forecasting for grocers")
            (project / "person" / "templates" / "site" / "index.md.j2").write_text(
                '<title>T</title><meta name="description" content="d"><div>My own home</div>'
            )
            wait_for("My own home")
        finally:
            process.send_signal(signal.SIGKILL)
