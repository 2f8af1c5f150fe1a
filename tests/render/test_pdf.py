"""The door to WeasyPrint: standards, reproducible bytes, and nothing from outside."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import subprocess
import sys
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

import folio
from folio.errors import FolioError
from folio.render.fonts import used_fonts
from folio.render.paper import Printing, bare, printable
from folio.render.pdf import pdf
from folio.render.resume import print_resume
from folio.render.sheet import print_now
from render.printed import jobs, printed, resume, sheet
from render.standards import findings

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


# What every PDF is; `standards` says the rest.


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_pdf_keeps_both_standards(name: str) -> None:
    assert findings(printed(name)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_weasyprint_has_nothing_to_complain_about(name: str) -> None:
    assert (sheet(name).warnings, sheet(name).problem) == ((), None)


@pytest.mark.parametrize(("name", "most"), [("resume", 64_000), ("pitch", 40_000)])
def test_a_pdf_is_small(name: str, most: int) -> None:
    assert len(printed(name)) < most


@cache
def short_job() -> Printing:
    """A résumé of one page."""
    return print_resume(replace(resume(), sections=resume().sections[:3]))


def test_a_page_takes_30_kb_at_most_without_its_source() -> None:
    made = print_now(replace(short_job(), source=b""))
    assert made.pages == 1
    assert len(made.content) <= 30 * 1024


def test_only_typefaces_of_folio_are_in_it() -> None:
    with pikepdf.open(io.BytesIO(printed("resume"))) as file:
        fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one]
        assert len(fonts) >= 3
        assert all("+Folio-" in str(font.FontName) for font in fonts)
        assert any("Bold" in str(font.FontName) for font in fonts)


def test_a_document_keeps_to_its_pages() -> None:
    assert sheet("resume").pages == jobs()["resume"].most_pages == 2


# What is attached.


def test_the_source_is_attached_as_it_was() -> None:
    with pikepdf.open(io.BytesIO(printed("resume"))) as file:
        (name,) = file.attachments
        attached = file.attachments[name].obj
        assert name == "resume.json"
        assert file.attachments[name].get_file().read_bytes() == jobs()["resume"].source
        assert attached.AFRelationship == "/Source"
        assert attached.EF.F.Subtype == "/application/json"
        assert str(attached.EF.F.Params.ModDate).startswith("D:2000")
        assert [one.objgen for one in file.Root.AF] == [attached.objgen]


def test_a_document_without_source_attaches_nothing() -> None:
    with pikepdf.open(io.BytesIO(pdf(small(), assets=FONTS).content)) as file:
        assert not file.attachments
        assert "/AF" not in file.Root


def test_a_stream_that_ends_in_a_carriage_return_is_told_from_the_end_of_its_line() -> None:
    sources = (b'"%s"' % (b"a" * number) for number in range(256))
    source = next(one for one in sources if zlib.compress(one, 9).endswith(b"\r"))
    content = pdf(
        small(head=f'{FACE}<meta name="author" content="A">', body="<h1>One</h1>"), assets=FONTS, source=source
    ).content
    assert content.count(b"\r\r\nendstream") == 1
    assert findings(content) == []


# The same bytes everywhere.

PRINT = (
    "import hashlib, pickle\nfrom pathlib import Path\nfrom folio.render.sheet import print_now\n"
    "print(hashlib.sha256(print_now(pickle.loads(Path({job!r}).read_bytes())).content).hexdigest())\n"
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A script that prints a page with its source attached, and what it prints here."""
    file = tmp_path_factory.mktemp("job") / "job"
    file.write_bytes(pickle.dumps(short_job()))
    return PRINT.format(job=str(file)), hashlib.sha256(print_now(short_job()).content).hexdigest()


@pytest.mark.parametrize(
    "variables",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
        {"FONTCONFIG_FILE": os.devnull, "HOME": "/nonexistent", "SOURCE_DATE_EPOCH": "1"},
    ],
)
def test_the_bytes_do_not_depend_on_the_machine(variables: dict[str, str], kept: tuple[str, str]) -> None:
    script, here = kept
    assert python(script, **variables) == here


def test_the_bytes_do_not_depend_on_what_was_printed_before() -> None:
    first = print_now(short_job()).content
    print_now(jobs()["pitch"])
    assert print_now(short_job()).content == first


def test_the_quick_import_changes_no_byte_and_leaves_nothing_behind(kept: tuple[str, str]) -> None:
    script, here = kept
    assert python(f"import warnings; warnings.simplefilter('ignore')\nimport weasyprint\n{script}") == here
    quick = python(
        f"import ctypes.util, resource, sys\nfind = ctypes.util.find_library\n{script}\n"
        "assert ctypes.util.find_library is find\n"
        "assert not any(type(module).__name__ == '_Later' for module in sys.modules.values())\n"
        "import fontTools.subset; fontTools.subset.Options(hinting=False)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime)\n"
    )
    first, children = quick.split()
    assert first == here
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
