"""The whole chain on the sample: what it writes, that it is the same every time, and what it leaves alone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_profile"
TODAY = "2026-11-22"


def build(profile: Path, out: Path, state: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    words = ("build", str(profile), "--out", str(out), "--state", str(state), "--today", TODAY, "--offline")
    return subprocess.run(
        [sys.executable, "-m", "folio", *words],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        check=False,
        timeout=300,
    )


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("built")
    done = build(SAMPLE, folder / "out", folder / "state")
    assert done.returncode == 0, done.stderr
    return folder, done


def test_everything_is_written(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    files = digests(built[0] / "out")
    assert {"resume.pdf", "readiness/report.json", "readiness/report.md", "readiness/index.html"} <= set(files)
    assert {"site/index.html", "site/resume.pdf", "site/404.html", "site/work/shelfcast/index.html"} <= set(files)
    assert sum(name.startswith("pitch/") for name in files) == 2


def test_the_command_says_the_score_three_steps_and_where_the_files_are(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    said = built[1].stdout
    assert "earned" in said
    assert "not known" in said
    assert "not there" in said
    assert [line.strip()[:2] for line in said.splitlines() if line.strip()[:2] in ("1.", "2.", "3.", "4.")] == [
        "1.",
        "2.",
        "3.",
    ]
    assert "readiness/index.html" in said


def test_nothing_of_the_report_reaches_the_site(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    report = json.loads((built[0] / "out" / "readiness" / "report.json").read_text(encoding="utf-8"))
    site = built[0] / "out" / "site"
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in (".html", ".xml", ".json")]
    assert pages
    for text in pages:
        assert "readiness" not in text.lower()
        assert report["note"] not in text


def test_the_sample_states_no_score() -> None:
    text = (SAMPLE / "profile.yaml").read_text(encoding="utf-8").lower()
    assert "points" not in text
    assert "readiness: true" not in text


def test_the_same_input_gives_the_same_bytes_anywhere(
    built: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """Another folder, locale, time zone and hash seed; nothing kept from before."""
    elsewhere = tmp_path / "an other place"
    shutil.copytree(SAMPLE, elsewhere / "lena", ignore=shutil.ignore_patterns(".folio"))
    done = build(
        elsewhere / "lena",
        elsewhere / "out",
        elsewhere / "state",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="tr_TR.UTF-8",
        PYTHONHASHSEED="4321",
    )
    assert done.returncode == 0, done.stderr
    assert digests(elsewhere / "out") == digests(built[0] / "out")


def test_a_second_build_with_what_was_kept_gives_the_same_bytes(
    built: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = build(SAMPLE, tmp_path / "out", built[0] / "state")
    assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "out") == digests(built[0] / "out")


def test_a_profile_with_mistakes_leaves_the_last_output_untouched(
    built: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(built[0] / "out", out)
    (tmp_path / "profile.yaml").write_text("name: Ada\nheadlin: x\ntrack: knight\n", encoding="utf-8")
    done = build(tmp_path, out, tmp_path / "state")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 5
    assert digests(out) == digests(built[0] / "out")


def test_a_document_that_cannot_be_fitted_is_longer_and_says_what_to_shorten(tmp_path: Path) -> None:
    entry = "  - {{id: w{0}, organisation: Mill {0}, role: Weaver, start: {0}, summary: '{1}'}}"
    work = "\n".join(entry.format(year, "We wove a great deal of cloth. " * 30) for year in range(2000, 2020))
    (tmp_path / "profile.yaml").write_text(f"name: Ada\nheadline: x\nsummary: y\nwork:\n{work}\n", encoding="utf-8")
    done = build(tmp_path, tmp_path / "out", tmp_path / "state")
    assert done.returncode == 0
    assert "resume.pdf: takes 4 pages, more than 2 pages; shorten the longest entries" in done.stderr
    assert (tmp_path / "out" / "resume.pdf").read_bytes().startswith(b"%PDF")


def test_every_target_gets_a_resume_and_the_letter_that_it_has(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    made = {str(one.relative_to(built[0] / "out")) for one in (built[0] / "out" / "target").rglob("*.pdf")}
    assert made == {"target/alto-adriatico/resume.pdf", "target/alto-adriatico/letter.pdf", "target/malt/resume.pdf"}
