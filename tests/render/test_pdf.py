"""The door to WeasyPrint and the process it runs in: standards, reproducible bytes, and nothing from outside."""

from __future__ import annotations

import hashlib
import io
import itertools
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

import folio
from folio.errors import FolioError
from folio.render.fonts import used_fonts
from folio.render.paper import Printing, bare, printable
from folio.render.pdf import pdf
from folio.render.press import getting_ready, rendering
from render.printed import jobs, printed, structure

DOCUMENTS = ("resume", "pitch")
SOURCE = str(Path(folio.__file__).parents[1])
TESTS = str(Path(__file__).parents[1])


FONT = "fonts/ibm-plex-sans/IBMPlexSans-Regular.ttf"
FONTS = used_fonts(f"asset:/{FONT}")
FACE = f"<style>@font-face {{ font-family: F; src: url('asset:/{FONT}') }} body {{ font-family: F }}</style>"


def small(body: str = "<p>Words</p>", *, head: str = FACE) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><title>Small</title>{head}</head><body>{body}</body></html>'


def python(code: str, **variables: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((SOURCE, TESTS)), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


# What every PDF is.


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("version", [0, 1, 2])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_pdf_keeps_both_standards(name: str, version: int, profile: str) -> None:
    report = page.validate_pdf_bytes(printed(name, version), profile=profile)
    assert [(found.rule_id, found.message) for found in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("name", DOCUMENTS)
def test_weasyprint_has_nothing_to_complain_about(name: str) -> None:
    job = jobs()[name]
    for version in job.versions:
        assert pdf(version, assets=job.assets).warnings == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_pdf_says_what_it_is(name: str) -> None:
    with pikepdf.open(io.BytesIO(printed(name))) as file:
        assert str(file.Root.Lang) == "en"
        assert bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.docinfo["/Title"])
        assert str(file.docinfo["/Author"]) == "Lena Marchetti"
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
            assert metadata["dc:title"] == str(file.docinfo["/Title"])
        assert not {"/CreationDate", "/ModDate"} & set(file.docinfo)
        assert "/EmbeddedFiles" not in file.Root.get("/Names", {})
        assert "/Outlines" in file.Root


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    with pikepdf.open(io.BytesIO(printed(name))) as file:
        levels = [int(kind[1]) for kind, _ in structure(file) if kind in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels.count(1) == 1
    assert levels[0] == 1 or name == "pitch"
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_says_where_it_goes(name: str) -> None:
    with pikepdf.open(io.BytesIO(printed(name))) as file:
        links = [note for sheet in file.pages for note in sheet.obj.get("/Annots", []) if note.Subtype == "/Link"]
        assert len(links) > 4
        assert all(str(link.get("/Contents", "")).strip() for link in links)
        assert all(str(link.A.URI).startswith(("https://", "mailto:", "tel:")) for link in links)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_only_embedded_fonts_of_folio_are_used(name: str) -> None:
    with pikepdf.open(io.BytesIO(printed(name))) as file:
        fonts = [
            each
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
        assert len(fonts) >= 3
        assert all("/FontFile2" in font and "+Folio-" in str(font.FontName) for font in fonts)
        mapped = [
            each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Type0"
        ]
        assert all("/ToUnicode" in font for font in mapped)
    assert any("Bold" in str(font.FontName) for font in fonts)


@pytest.mark.parametrize(("name", "most"), [("resume", 60_000), ("pitch", 30_000)])
def test_a_pdf_is_small(name: str, most: int) -> None:
    assert len(printed(name)) < most


# The same bytes everywhere.

HASHES = "import hashlib\nfrom render.printed import printed\nprint(*(hashlib.sha256(printed(n)).hexdigest() for n in ('resume', 'pitch')))"


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
        {"FONTCONFIG_FILE": os.devnull, "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": "1"},
    ],
)
def test_the_bytes_do_not_depend_on_the_machine(variables: dict[str, str]) -> None:
    assert python(HASHES, **variables).split() == [hashlib.sha256(printed(name)).hexdigest() for name in DOCUMENTS]


def test_the_quick_import_changes_no_byte_and_leaves_nothing_behind() -> None:
    plain = python(f"import warnings; warnings.simplefilter('ignore')\nimport weasyprint\n{HASHES}")
    quick = python(
        f"import ctypes.util, resource, sys\nfind = ctypes.util.find_library\n{HASHES}\n"
        "assert ctypes.util.find_library is find\n"
        "assert not any(type(module).__name__ == '_Later' for module in sys.modules.values())\n"
        "import fontTools.subset; fontTools.subset.Options(hinting=False)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime)\n"
    )
    first, children = quick.split("\n")
    assert first == plain
    if sys.platform == "linux":
        assert float(children) == 0


def test_what_the_import_put_off_still_works() -> None:
    from folio.render.quick_import import quick_import

    code = (
        "import sys\nfrom folio.render.quick_import import quick_import\n"
        "with quick_import():\n    from fontTools import subset\n    from fontTools.varLib.instancer import instantiateVariableFont\n"
        "print('fontTools.subset' in sys.modules, subset.Options(hinting=False).hinting, 'fontTools.subset' in sys.modules)"
    )
    assert python(code) == "False False True"
    with quick_import():
        pass


def test_a_missing_library_is_one_line_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import cffi.api\nfrom folio.errors import FolioError\nfrom folio.render.pdf import pdf\n"
        "def none(self, name, flags=0): raise OSError(f\"cannot load library '{name}'\")\n"
        "cffi.api.FFI.dlopen = none\n"
        "try: pdf('<p>', assets={})\nexcept FolioError as error: print(error)"
    )
    said = python(code)
    assert "\n" not in said
    assert said.startswith("PDFs need the Pango library")
    if sys.platform == "linux":
        assert "apt install libpango-1.0-0" in said


# Nothing from outside.


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="/etc/hostname">',
        '<img src="asset:/../secret">',
        '<img src="data:image/svg+xml,<svg/>">',
        '<a rel="attachment" href="file:///etc/passwd">passwd</a>',
        '<object data="file:///etc/passwd"></object>',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<style>@import "file:///etc/passwd";</style>',
        "<style>@font-face { font-family: F; src: url(file:///etc/passwd) } body { font-family: F }</style>",
        '<p style="background: url(http://127.0.0.1:9/x.png)">x</p>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd" width="9" height="9"/></svg>',
    ],
)
def test_nothing_is_read_or_fetched(hostile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def no_network(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    with pytest.raises(FolioError, match=r"asks for '|attaches a file"):
        pdf(small(hostile), assets=FONTS)


def test_an_attachment_of_an_asset_is_refused_too() -> None:
    with pytest.raises(FolioError, match="attaches a file"):
        pdf(
            small(head=f'{FACE}<link rel="attachment" href="asset:/known.txt">'),
            assets={**FONTS, "known.txt": b"words"},
        )


def test_a_document_without_title_or_language_is_refused() -> None:
    with pytest.raises(FolioError, match="no title or no language"):
        pdf("<p>Words</p>", assets={})


def test_a_glyph_that_no_typeface_has_is_reported() -> None:
    assert pdf(small("<p>¾ → Ωж</p>"), assets=FONTS).warnings == ()
    assert "日 本" in pdf(small("<p>日本</p>"), assets=FONTS).warnings[0]


# Printing beside the site build.


def a_job(path: str = "small.pdf", *versions: str, most_pages: int = 1) -> Printing:
    return Printing(path, versions or (small(),), FONTS, most_pages, "shorten 'Words'")


LONG = small("<p>Words</p>" * 200)


def test_results_come_in_the_order_of_the_jobs() -> None:
    with rendering([a_job("b.pdf"), a_job("a.pdf")]) as pending:
        results = pending.results()
    assert [result.path for result in results] == ["b.pdf", "a.pdf"]
    assert all(result.content.startswith(b"%PDF-1.7") for result in results)
    assert "weasyprint" not in python(
        "import sys\nfrom render.test_pdf import a_job\nfrom folio.render.press import rendering\n"
        "for name in [n for n in sys.modules if n.startswith('weasyprint')]: del sys.modules[name]\n"
        "with rendering([a_job()]) as pending: pending.results()\n"
        "print(*sorted(sys.modules))"
    )


def test_the_first_version_that_fits_is_printed() -> None:
    with rendering([a_job("x.pdf", LONG, small())]) as pending:
        (result,) = pending.results()
    assert result.content == pdf(small(), assets=FONTS).content


def test_every_document_that_fails_is_named_with_what_to_do() -> None:
    refused = replace(a_job("pitch/acme.pdf"), versions=(small('<img src="file:///etc/passwd">'),))
    with rendering([a_job(), a_job("resume.pdf", LONG), refused]) as pending, pytest.raises(FolioError) as caught:
        pending.results()
    first, second = str(caught.value).split("\n")
    assert first.startswith("resume.pdf: takes ")
    assert first.endswith("more than 1 page; shorten 'Words'")
    assert second.startswith("pitch/acme.pdf: asks for 'file:///etc/passwd'")


def test_a_child_that_dies_names_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = replace(a_job("resume.pdf"), versions=(3,))  # type: ignore[arg-type]
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
            (early,) = pending.results()
    with rendering([a_job()]) as pending:
        assert pending.results() == (early,)


def test_no_child_gets_ready_where_the_cache_may_make_it_needless(tmp_path: Path) -> None:
    with rendering([a_job()], cache=tmp_path) as pending:
        pending.results()
    with getting_ready(cache=tmp_path) as ready:
        assert ready is None


def test_a_child_without_work_goes_quietly() -> None:
    with getting_ready(cache=None) as ready:
        assert ready is not None
    assert ready._process.poll() is not None
    assert not ready._folder.exists()


def test_an_unchanged_document_comes_from_the_cache_without_a_child(tmp_path: Path) -> None:
    with rendering([a_job()], cache=tmp_path / "pdf") as pending:
        assert pending._child is not None
        before = pending.results()
    with rendering([a_job()], cache=tmp_path / "pdf") as pending:
        assert pending._child is None
        assert pending.results() == before
    assert [path.suffix for path in (tmp_path / "pdf").iterdir()] == [".pdf"]
    with rendering([a_job("small.pdf", small("<p>Other</p>"))], cache=tmp_path / "pdf") as pending:
        assert pending._child is not None


def test_a_torn_file_in_the_cache_is_printed_again(tmp_path: Path) -> None:
    with rendering([a_job()], cache=tmp_path) as pending:
        before = pending.results()
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:500])
    with rendering([a_job()], cache=tmp_path) as pending:
        assert pending.results() == before


# Text for paper.


def test_what_would_not_print_is_left_out() -> None:
    assert printable("hy\u00adphen&shy;at&#173;ed\x00 \x0btext\n\tstays") == "hyphenated text\n\tstays"


def test_a_word_that_no_line_could_hold_is_cut_but_not_an_address_or_a_japanese_paragraph() -> None:
    address = f'<a title="a > b" href="https://a.example/{"x" * 900}">there</a>'
    japanese = "日本語" * 300
    assert printable(f"<p>{'W' * 900} {address} {japanese}</p>") == f"<p>{'W' * 400}… {address} {japanese}</p>"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.github.com/x/", "github.com/x"),
        ("http://a.example/b?c=1", "a.example/b?c=1"),
        ("mailto:a@b.example", "a@b.example"),
    ],
)
def test_an_address_is_shown_as_people_write_it(url: str, shown: str) -> None:
    assert bare(url) == shown
