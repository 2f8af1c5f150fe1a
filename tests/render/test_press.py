"""Printing beside the site build, in a process of its own, and not at all where nothing changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from folio.errors import FolioError
from folio.render.kept import key, recall, remember
from folio.render.paper import Printing
from folio.render.press import getting_ready, rendering
from folio.render.sheet import Sheet, print_now
from render.test_pdf import FONTS, python, small

PARTS = "".join(f'<p data-rank="{rank}">Part {rank}</p>' for rank in range(40))


def a_job(path: str = "small.pdf", html: str | None = None) -> Printing:
    return Printing(path, html or small(), FONTS, most_pages=1, steps=(), too_long="shorten 'Words'")


def long_job(path: str = "long.pdf") -> Printing:
    """Too long for its page, until some of its forty parts are left out."""
    ranks = tuple(f"Part {rank}" for rank in range(40))
    return replace(a_job(path, small(f"{PARTS}{'<p>Words</p>' * 20}")), droppable=ranks, spare=40)


def test_a_child_prints_what_this_process_would_and_says_the_same_of_it(caplog: pytest.LogCaptureFixture) -> None:
    hopeless = a_job("much.pdf", small("<p>Words</p>" * 200))
    jobs = [a_job("b.pdf"), a_job("a.pdf"), long_job(), hopeless]
    with caplog.at_level(logging.WARNING, "folio"), rendering(jobs) as pending:
        sheets = pending.sheets()
        assert [one.path for one in pending.results()] == ["b.pdf", "a.pdf", "long.pdf", "much.pdf"]
    assert sheets == tuple(map(print_now, jobs))
    assert sheets[0].content.startswith(b"%PDF-1.7")
    assert (sheets[2].pages, sheets[2].left_out[-1]) == (1, "Part 0")
    assert "Part 39" not in sheets[2].left_out
    assert sheets[3].warnings == (f"takes {sheets[3].pages} pages, more than 1 page; shorten 'Words'",)
    assert "much.pdf: takes " in caplog.text


def test_weasyprint_stays_out_of_the_process_that_asks() -> None:
    code = (
        "import sys\nfrom folio.render.paper import Printing\nfrom folio.render.press import rendering\n"
        "html = '<html lang=en><head><title>T</title></head><body>Words'\n"
        "with rendering([Printing('a.pdf', html)]) as pending: pending.results()\n"
        "print(*sorted(sys.modules))"
    )
    loaded = python(code).split()
    assert "folio.render.press" in loaded
    assert not {"weasyprint", "fontTools", "pydyf", "pydantic"} & set(loaded)


def test_every_document_that_fails_is_named_with_what_to_do() -> None:
    stolen = a_job("pitch/acme.pdf", small('<img src="file:///etc/passwd">'))
    nameless = a_job("resume.pdf", "<p>Words")
    with rendering([a_job(), stolen, nameless]) as pending, pytest.raises(FolioError) as caught:
        pending.results()
    first, second = str(caught.value).split("\n")
    assert first.startswith("pitch/acme.pdf: asks for 'file:///etc/passwd'")
    assert second.startswith("resume.pdf: has no title or no language")


def test_a_child_that_dies_names_the_document() -> None:
    broken = replace(a_job("resume.pdf"), html=3)  # type: ignore[arg-type]
    with (
        rendering([a_job(), broken]) as pending,
        pytest.raises(FolioError, match=r"resume\.pdf: could not be printed: "),
    ):
        pending.results()


def test_a_crash_of_the_interpreter_on_its_way_out_costs_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = "import atexit, os, signal\natexit.register(os.kill, os.getpid(), signal.SIGSEGV)\n"
    (tmp_path / "sitecustomize.py").write_text(crash, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with rendering([a_job()]) as pending:
        assert pending.results()[0].content.startswith(b"%PDF-")


def test_leaving_early_leaves_no_child_and_no_file() -> None:
    with pytest.raises(KeyboardInterrupt), rendering([a_job()]) as pending:
        child = pending._child
        raise KeyboardInterrupt
    assert child is not None
    assert child._process.poll() is not None
    assert not child._folder.exists()


def test_a_child_can_be_ready_before_its_work_is_known(tmp_path: Path) -> None:
    with getting_ready(cache=tmp_path / "pdf") as ready:
        assert ready is not None
        with rendering([a_job()], cache=tmp_path / "pdf", ready=ready) as pending:
            assert pending._child is ready
            assert pending.sheets() == (print_now(a_job()),)
    with getting_ready(cache=tmp_path / "pdf") as needless:
        assert needless is None


def test_a_child_without_work_goes_quietly() -> None:
    with getting_ready(cache=None) as ready:
        assert ready is not None
    assert ready._process.poll() is not None
    assert not ready._folder.exists()


# The cache.


def test_an_unchanged_document_comes_from_the_cache_without_a_child(tmp_path: Path) -> None:
    cache = tmp_path / "pdf"
    with rendering([a_job(), long_job()], cache=cache) as pending:
        assert pending._child is not None
        before = pending.sheets()
    assert before[1].left_out
    with rendering([long_job(), a_job()], cache=cache) as pending:
        assert pending._child is None
        assert pending.sheets() == (before[1], before[0])
    assert [file.suffix for file in cache.iterdir()] == [".sheet"] * 2


@pytest.mark.parametrize(
    "change",
    [
        lambda job: replace(job, html=job.html + " "),
        lambda job: replace(job, most_pages=2),
        lambda job: replace(job, spare=1),
        lambda job: replace(job, steps=(":root{}",)),
        lambda job: replace(job, source=b"{}"),
        lambda job: replace(job, droppable=(*job.droppable, "More")),
        lambda job: replace(job, assets={**job.assets, "photo.jpg": b"1"}),
        lambda job: replace(job, assets={f"{name}x": content for name, content in job.assets.items()}),
    ],
)
def test_whatever_a_pdf_is_made_from_names_it(change: Callable[[Printing], Printing]) -> None:
    assert key(change(long_job())) != key(long_job())


def test_its_path_and_what_is_said_when_it_is_too_long_do_not() -> None:
    assert key(replace(long_job(), path="x.pdf", too_long="cut it")) == key(long_job())


SHEET = Sheet(b"%PDF-1.7 and so on\n%%EOF", 2, ("Part 1", "Part 0"))


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    assert recall(tmp_path / "pdf", long_job()) is None
    remember(tmp_path / "pdf", long_job(), SHEET)
    assert recall(tmp_path / "pdf", long_job()) == SHEET


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[:-7],
        lambda whole: whole[:20],
        lambda whole: b"",
        lambda whole: whole.replace(b"and", b"end"),
        lambda whole: whole.partition(b"\n")[2],
        lambda whole: b"[]\n" + whole.partition(b"\n")[2],
        lambda whole: b"\xff\x00" + whole,
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    remember(tmp_path, long_job(), SHEET)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert recall(tmp_path, long_job()) is None
    remember(tmp_path, long_job(), SHEET)
    assert recall(tmp_path, long_job()) == SHEET


@pytest.mark.parametrize("sheet", [replace(SHEET, warnings=("pale",)), replace(SHEET, problem="broken")])
def test_what_there_is_to_say_something_about_is_printed_anew_each_time(tmp_path: Path, sheet: Sheet) -> None:
    remember(tmp_path, long_job(), sheet)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_can_not_be_written_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "pdf").write_text("a file")
    remember(tmp_path / "pdf", long_job(), SHEET)
    assert recall(tmp_path / "pdf", long_job()) is None


def test_the_oldest_leave_a_full_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.render.kept.MOST", 2)
    jobs = [a_job(html=small(str(number))) for number in range(4)]
    for job in jobs:
        remember(tmp_path, job, SHEET)
    assert [recall(tmp_path, job) is None for job in jobs] == [True, True, False, False]


def test_finding_a_document_in_the_cache_loads_nothing_slow(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom folio.render.paper import Printing\n"
        "from folio.render.press import rendering\n"
        f"with rendering([], cache=Path({str(tmp_path)!r})) as pending: pending.results()\n"
        "from folio.render.kept import key\nkey(Printing('a.pdf', ''))\n"
        "print(*sorted(sys.modules))"
    )
    assert not {"weasyprint", "fontTools", "importlib.metadata", "jinja2", "pydantic"} & set(python(code).split())
