"""`folio serve`: what a browser gets, and how soon it learns of a change."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from folio.errors import FolioError
from folio.website import shown, watching
from folio.website.server import serve
from folio.website.shown import Made, Shown
from folio.website.watching import snapshot, watched

ROOT = Path(__file__).parents[1]
SITE = {
    "index.html": b"<html><body><h1>Home</h1></body></html>",
    "work/x/index.html": b"<p>no end",
    "404.html": b"<body>Lost</body>",
    "assets/f.woff2": b"wOF2",
    "assets/folio.css": b"a{}",
    "feed.xml": b"<rss/>",
}


def test_a_browser_gets_pages_files_and_the_page_for_what_is_not_there() -> None:
    site = Shown()
    site.show(Made(SITE))
    home = site.answer("/")
    assert (home.status, dict(home.headers)["Content-Type"]) == (200, "text/html; charset=utf-8")
    script = b'<script src="/.folio/reload.js" data-version="1"></script>'
    assert home.content == b"<html><body><h1>Home</h1>" + script + b"</body></html>"
    assert site.answer("/work/x/?y=1").content == b"<p>no end" + script
    assert site.answer("/work/x") == (301, (("Location", "/work/x/"),), b"")
    assert (site.answer("/nothing").status, site.answer("/nothing").content[:10]) == (404, b"<body>Lost")
    kinds = {path: dict(site.answer(f"/{path}").headers)["Content-Type"] for path in list(SITE)[3:]}
    assert list(kinds.values()) == ["font/woff2", "text/css; charset=utf-8", "application/xml; charset=utf-8"]
    assert b"location.reload" in site.answer("/.folio/reload.js").content


@pytest.mark.parametrize("path", ["/../profile.yaml", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/\0", "/.folio/"])
def test_nothing_but_the_site_can_be_had(path: str) -> None:
    site = Shown()
    site.show(Made(SITE))
    assert site.answer(path).status == 404


def test_a_site_that_will_lie_below_a_path_is_shown_there() -> None:
    site = Shown()
    site.show(Made(SITE, "/portfolio/"))
    assert site.answer("/portfolio/").content == site.answer("/").content
    assert site.answer("/portfolio/assets/folio.css").content == b"a{}"


def test_what_takes_long_is_made_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def pdf() -> bytes:
        asked.append(1)
        if len(asked) > 1:
            raise FolioError("resume.pdf: a word is too long")
        return b"%PDF-"

    site = Shown()
    site.show(Made({**SITE, "resume.pdf": pdf}))
    assert asked == []
    answer = site.answer("/resume.pdf")
    assert (answer.content, dict(answer.headers)["Content-Type"]) == (b"%PDF-", "application/pdf")
    assert (site.answer("/resume.pdf").status, site.answer("/resume.pdf").content) == (
        500, b"resume.pdf: a word is too long",
    )  # fmt: skip


def changes(site: Shown, known: str = "") -> dict[str, str | None]:
    found: dict[str, str | None] = json.loads(site.answer(f"/.folio/changes?{urllib.request.quote(known)}").content)
    return found


def test_a_browser_learns_of_a_new_site_and_of_a_problem_and_that_it_is_mended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = Shown()
    site.show(Made(SITE))
    now = changes(site)
    assert (now["version"], now["problem"]) == ("1", None)
    later = threading.Timer(0.05, site.problem, ["profile.yaml:3:1: wrong"])
    later.start()
    now = changes(site, str(now["known"]))
    assert (now["version"], now["problem"]) == ("1", "profile.yaml:3:1: wrong")
    site.show(Made(SITE))
    now = changes(site, str(now["known"]))
    assert (now["version"], now["problem"]) == ("1", None), "the same site is no reason to load it again"
    site.show(Made({**SITE, "index.html": b"new"}))
    assert changes(site, str(now["known"]))["version"] == "2"
    monkeypatch.setattr(shown, "LONGEST_WAIT", 0.01)
    assert changes(site, str(changes(site)["known"]))["version"] == "2", "nothing new is an answer, too"


def test_what_is_watched_are_the_persons_files_and_not_what_folio_writes_there(tmp_path: Path) -> None:
    for name in (".folio", "out", "articles", "templates/site", "shop/.git"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(ROOT)
    assert list(watched(tmp_path)) == [
        (tmp_path, False), (tmp_path / "articles", True), (tmp_path / "templates", True),
    ]  # fmt: skip
    before = snapshot([tmp_path])
    for name in (".folio/evidence", "out/index.html", "shop/code.py"):
        (tmp_path / name).write_text("x")
    assert snapshot([tmp_path]) == before
    seen = {before}
    for name in ("profile.yaml", "articles/a.md", "templates/site/index.md.j2"):
        (tmp_path / name).write_text("x")
        seen.add(snapshot([tmp_path]))
    (tmp_path / "profile.yaml").unlink()
    assert len(seen | {snapshot([tmp_path])}) == 5
    assert snapshot([tmp_path / "missing"]) == ()


def test_a_folder_with_too_many_files_is_watched_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MOST", 3)
    for number in range(5):
        (tmp_path / str(number)).write_text("x")
    assert len(snapshot([tmp_path])) == 3


def test_a_port_that_is_taken_is_a_problem_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(FolioError, match=rf"127.0.0.1:{port} can't be served on: .*choose another --port"):
            serve(lambda: pytest.fail("made"), watch=[], tell=pytest.fail, port=port)


PROFILE = """
name: Ada Example
headline: First words
summary: I build forecasts that shops can act on.
contact: {email: ada@example.org}
publishing: {site_url: "https://ada.example/folio"}
projects:
  - id: shop
    title: A shop
    summary: What to order.
    problem: The old problem.
"""


@pytest.fixture
def person(tmp_path: Path) -> Path:
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "profile.yaml").write_text(PROFILE)
    return tmp_path / "ada"


@pytest.fixture(params=["mkdocs", "zensical"])
def served(person: Path, request: pytest.FixtureRequest) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", str(person), "--offline", "--port", str(port), "--engine", request.param]
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from folio.cli import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:  # fmt: skip
        assert process.stderr is not None
        line = process.stderr.readline()
        assert line == f"serving on http://127.0.0.1:{port}/folio/; stop with Ctrl+C\n", line + process.stderr.read()
        yield process, line.split()[2].rstrip(";")
        process.kill()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def wait_for(words: str, address: str) -> None:
    until = time.monotonic() + 30
    while words not in read(address):
        assert time.monotonic() < until, words
        time.sleep(0.05)


def test_serving_shows_each_kind_of_change_and_outlives_a_mistake(
    served: tuple[subprocess.Popen[str], str], person: Path
) -> None:
    process, address = served
    assert process.stderr is not None
    assert "First words" in read(address)
    assert "Content-Security-Policy" in read(address)
    (person / "profile.yaml").write_text(PROFILE.replace("headline", "headlin"))
    assert "profile.yaml:3:1: headlin" in process.stderr.readline()
    assert "First words" in read(address)
    (person / "profile.yaml").write_text(PROFILE.replace("old problem", "new problem"))
    wait_for("new problem", f"{address}work/shop/")
    (person / "templates" / "site").mkdir(parents=True)
    (person / "templates" / "site" / "case.md.j2").write_text(
        '<title>{{ case.title }}</title><meta name="description" content="d"><div>My own case</div>'
    )
    wait_for("My own case", f"{address}work/shop/")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        read(f"{address}nothing/")
    stranger = urllib.request.Request(address, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="403"), urllib.request.urlopen(stranger, timeout=20):
        pytest.fail("a name of somebody else's was taken for this machine's")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
