"""`folio site` and an unchanged `folio build`: what is made, and what is left as it is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROFILE = """\
name: Ada Brandt
headline: Data engineer
summary: Moves numbers.
contact: {email: ada@brandt.example}
projects:
  - {id: shop, title: A shop, summary: What to order., problem: Too much was thrown away.}
"""
RUN = """
import os, sys
left = os._exit
def leave(status):
    print("\\n".join(sorted(sys.modules)), file=sys.stderr, flush=True)
    left(status)
os._exit = leave
from folio.cli import main
try:
    main()
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr, flush=True)
"""
DAY = ("--today", "2026-11-22")


@pytest.fixture
def person(tmp_path: Path) -> Path:
    folder = tmp_path / "ada"
    folder.mkdir()
    (folder / "profile.yaml").write_text(PROFILE)
    settle()
    return folder


def settle() -> None:
    """A file written while a run may have read it is not relied on."""
    time.sleep(0.1)


def folio(folder: Path, *words: str) -> tuple[int, str, frozenset[str]]:
    """The status, what was said, and the modules that the process had loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    return done.returncode, done.stdout + (done.stderr if done.returncode else ""), frozenset(done.stderr.split())


def content(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_an_unchanged_site_is_left_as_it_is_and_a_changed_one_is_made_anew(person: Path) -> None:
    words = ("site", "ada", "-o", "public", *DAY, "--no-downloads")
    above = person.parent
    status, said, loaded = folio(above, *words)
    assert (status, said.startswith(f"public{os.sep} (")) == (0, True), said
    assert "mkdocs" in loaded
    made = content(above / "public")
    assert b"Too much was thrown away." in made["work/shop/index.html"]
    assert "resume.pdf" not in made
    before = (above / "public").stat().st_ino

    status, again, loaded = folio(above, *words)
    assert (status, again) == (0, said)
    assert not loaded & {"mkdocs", "pydantic", "click", "jinja2"}
    assert (above / "public").stat().st_ino == before

    (above / "public" / "index.html").write_text("damaged")
    assert folio(above, *words)[:2] == (0, said)
    assert content(above / "public") == made

    (person / "profile.yaml").write_text(PROFILE.replace("thrown away", "left over"))
    settle()
    assert folio(above, *words)[0] == 0
    assert b"Too much was left over." in (above / "public" / "work" / "shop" / "index.html").read_bytes()

    (person / "templates" / "site").mkdir(parents=True)
    (person / "templates" / "site" / "index.md.j2").write_text(
        '<title>T</title><meta name="description" content="d"><div>My own home</div>'
    )
    settle()
    assert folio(above, *words)[0] == 0
    assert b"My own home" in (above / "public" / "index.html").read_bytes()


def test_a_folder_that_is_no_site_of_folios_is_not_touched(person: Path) -> None:
    (person / "mine").mkdir()
    (person / "mine" / "thesis.txt").write_text("precious")
    status, said, _ = folio(person, "site", "-o", "mine", *DAY, "--no-downloads")
    assert status == 2
    assert "mine: holds files that are no site of folio's" in said
    assert content(person / "mine") == {"thesis.txt": b"precious"}


def test_a_build_is_left_as_it_is_only_where_all_it_is_made_from_is_the_same(person: Path) -> None:
    words = ("build", ".", "--offline", "-o", "../out", "-q", *DAY)
    out = person.parent / "out"
    first = folio(person, *words)
    assert first[0] == 0, first[1]
    settle()
    assert folio(person, *words)[:2] == first[:2]  # the first run makes `.folio`, which is beside the profile
    made, before = content(out), out.stat().st_ino
    settle()
    second = folio(person, *words)
    assert second[:2] == first[:2]
    assert (out.stat().st_ino, content(out)) == (before, made)
    assert "folio.observing" in second[2], "what the profile names is looked at all the same"
    assert not second[2] & {"folio.build", "mkdocs", "weasyprint"}

    (out / "resume.pdf").unlink()
    assert folio(person, *words)[0] == 0
    assert content(out) == made
