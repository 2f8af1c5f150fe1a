"""`folio check --ats` as a person runs it: what it prints, and with which status it ends."""

from __future__ import annotations

import io
import json
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from documents.people import FOLDER, composed, printed
from folio.ats.check import check, judged
from folio.ats.leftout import left_out
from folio.ats.lines import Reading, plain_lines
from folio.ats.reading import EXTRACTORS
from folio.ats.report import AtsReport
from folio.cli import main
from folio.cli.check_text import show
from folio.portfolio.resume.model import Entry, Section

BROKEN = Path(__file__).parent / "themes"
PYPDF = tuple(one for one in EXTRACTORS if one.name == "pypdf")


@pytest.fixture
def me(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(FOLDER / "english.yaml", tmp_path / "profile.yaml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [])
    return tmp_path


@dataclass(frozen=True)
class Done:
    """What a command printed, and its status."""

    status: int
    out: str
    err: str


def folio(*words: str) -> Done:
    """`folio check` in this process; only the extractors have their own."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        sys.argv = ["folio", "check", *words, "--today", "2026-11-22"]
        main()
    texts = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return Done(int(ended.value.code or 0), *texts)


def test_of_the_plain_theme_nothing_is_lost_and_strict_agrees(me: Path) -> None:
    done = folio("--ats", "--strict", "--theme", "plain")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("resume.pdf, theme plain\n")
    assert "63 of 63" in done.out
    assert done.out.endswith("Automatic readers get everything.\n")


def test_a_theme_with_floating_dates_is_refused_under_strict_and_told_by_name(me: Path) -> None:
    shutil.copytree(BROKEN, me / "templates")
    done = folio("--ats", "--strict", "--theme", "floating", "--format", "json")
    assert done.status == 1
    report = json.loads(done.out)
    assert report["whole"] is False
    for one in report["documents"][0]["extractors"]:
        if one["extractor"] in ("pypdf", "pdfminer", "pdfium"):
            misread = {each["field"].rpartition(": ")[2] for each in one["not_found"]}
            assert one["misplaced"], one["extractor"]
            assert "period" in misread, one["extractor"]
    done = folio("--ats", "--theme", "floating")
    assert done.status == 0
    assert "Work Experience, " in done.out
    assert "--theme plain" in done.out


def test_wrong_input_is_status_2_and_says_what_to_do(me: Path, tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_text("hello")
    cases = {
        (): "say what to check",
        ("--ats", "--theme", "nosuch"): "there is no resume theme 'nosuch'",
        ("--ats", "--pdf", "text.pdf"): "this is no PDF",
        ("--ats", "--pdf", "missing.pdf"): "missing.pdf",
        ("--ats", "--theme", "all", "--pdf", "text.pdf"): "a PDF has one theme",
        ("--ats", "--target", "nosuch"): "there is no target 'nosuch'",
    }
    for words, says in cases.items():
        done = folio(*words)
        assert done.status == 2, words
        assert says in done.err
        assert "Traceback" not in done.err


def test_a_pdf_that_lies_there_is_read_and_what_was_left_out_of_it_is_not_asked_for() -> None:
    resume = composed("long", "plain", pages=3)
    sheet = printed("long", "plain", pages=3)
    assert sheet.left_out
    report = check(sheet.content, resume, PYPDF, name="some.pdf")
    assert report.left_out == len(sheet.left_out)
    assert report.is_whole


def test_a_pdf_of_somebody_else_has_next_to_nothing_in_it() -> None:
    (one,) = check(printed("minimal", "plain").content, composed("english"), PYPDF, name="some.pdf").extractors
    assert one.verbatim < 5
    assert {each.field: each.verdict for each in one.not_found}["name"] == "lost"


def test_left_out_is_what_is_gone_from_all_readings_in_the_order_of_its_ranks() -> None:
    resume = composed("long")
    bullets = {one.rank: one.text for part in resume.sections for entry in part.entries for one in entry.bullets}
    whole = "\n".join(text for text in bullets.values())
    rest = whole.replace(bullets[max(0, min(rank for rank in bullets if rank is not None))], "")
    assert left_out(resume, ()) == 0
    assert left_out(resume, (Reading("a", plain_lines([whole])), Reading("b", problem="broken"))) <= left_out(
        resume, (Reading("a", plain_lines([rest])),)
    )


def test_words_that_are_said_elsewhere_are_no_title_and_a_title_of_one_word_is() -> None:
    resume = composed("long")
    titles = {one.rank: one.title for part in resume.sections for one in part.entries if one.rank is not None}
    first, second = titles[0], titles[1]
    apart = " and ".join(first.split())
    assert left_out(resume, (Reading("a", plain_lines([apart, second])),)) == 1
    assert left_out(resume, (Reading("a", plain_lines([first, second])),)) == 0
    shown = Section("projects", "Projects", entries=(Entry("Ferryman", rank=0),))
    alone = replace(resume, sections=(shown,))
    assert left_out(alone, (Reading("a", plain_lines(["Ferryman"])),)) == 0
    assert left_out(alone, (Reading("a", plain_lines(["Saltmarsh"])),)) == 1


def test_an_extractor_that_fails_is_a_loss() -> None:
    one = judged(Reading("pypdf", problem="it can't be read"), composed("minimal"), 0)
    assert (one.is_whole, one.strings) == (False, 0)


def test_what_a_document_holds_is_printed_as_text_and_obeyed_by_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    resume = replace(composed("minimal"), name="Jo \x1b[2J Tern", headline="::error::x")
    report = check(printed("minimal", "plain").content, resume, PYPDF, name="\x1b]0;x.pdf")
    show(AtsReport(documents=(report,)))
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_hebrew_is_compared_in_the_order_of_reading() -> None:
    there = tuple(one for one in EXTRACTORS if one.is_there)
    report = check(printed("hebrew", "plain").content, composed("hebrew", "plain"), there, name="x.pdf", out=0)
    orders = {one.extractor: one.order for one in report.extractors}
    assert orders["pdftotext"] == "as it is read"
    assert orders["pdfminer"] == "letters from left to right"
    assert report.is_whole
