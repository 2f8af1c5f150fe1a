"""`folio import`: a profile from a PDF of folio's, and one clear line for whatever else somebody sends."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from documents.people import composed, printed
from folio.attachment import LARGEST, LARGEST_PDF, attached_resume
from folio.document import MAX_BYTES, read
from folio.errors import FolioError
from folio.importing import import_profile
from folio.known import loaded

PERSON = "english"


@cache
def made() -> bytes:
    return printed(PERSON, "classic").content


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "resume.pdf"
    file.write_bytes(made())
    return file


def with_attachment(content: bytes, **fields: object) -> bytes:
    """A PDF of one page with an attached `resume.json`, whose stream is `content` as it is."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    stream = pdf.make_stream(content, **fields)  # type: ignore[arg-type]
    file = pikepdf.Dictionary(
        Type=pikepdf.Name.Filespec, F="resume.json", UF="resume.json", EF=pikepdf.Dictionary(F=stream)
    )
    names = pikepdf.Array([pikepdf.String("resume.json"), pdf.make_indirect(file)])
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def test_a_pdf_carries_its_source_and_gives_it_back(pdf: Path) -> None:
    assert attached_resume(pdf) == composed(PERSON, "classic").source


def test_a_profile_made_from_a_pdf_is_valid_and_says_the_same(pdf: Path, tmp_path: Path) -> None:
    done = import_profile(pdf, tmp_path / "new" / "me")
    back = loaded(tmp_path / "new" / "me")
    assert done.path.read_text(encoding="utf-8").startswith("# Made by 'folio import' from \"resume.pdf\".")
    assert (back.name, back.headline) == (composed(PERSON).name, composed(PERSON).headline)
    assert list(read(done.path).data or {})[:3] == ["name", "headline", "summary"]


def test_the_command_says_what_was_taken_and_what_was_not(tmp_path: Path) -> None:
    document = {"basics": {"name": "Ada\x1b[2J"}, "mood": [{"today": "fine"}]}
    (tmp_path / "cv.json").write_text(json.dumps(document), encoding="utf-8")
    words = [sys.executable, "-m", "folio", "import", "cv.json", "me"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert "taken: name\n" in done.stdout
    assert "look over: no track is said" in done.stdout
    assert "cv.json:1:46: mood: has no place in a profile" in done.stdout
    assert "json-resume:" in (tmp_path / "me" / "profile.yaml").read_text(encoding="utf-8")
    assert "\x1b" not in done.stdout
    assert "folio validate me" in done.stderr
    again = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert "there already" in again.stderr


def test_nothing_is_overwritten_and_no_link_is_followed(pdf: Path, tmp_path: Path) -> None:
    me = tmp_path / "me"
    me.mkdir()
    (me / "profile.yaml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FolioError, match="there already"):
        import_profile(pdf, me)
    assert not (tmp_path / "elsewhere").exists()


def test_a_theme_and_languages_that_are_not_here_are_left_out_and_said(tmp_path: Path) -> None:
    look = {"theme": "of-her-own", "locale": "qq", "paper": "letter"}
    meta = {"folio": {"version": 1, "language": "xx", "resume": look}}
    (tmp_path / "cv.json").write_text(json.dumps({"basics": {"name": "Ada"}, "meta": meta}), encoding="utf-8")
    done = import_profile(tmp_path / "cv.json", tmp_path / "me")
    assert [one.path for one in done.taken.left] == ["resume.theme", "resume.locale", "language"]
    assert loaded(tmp_path / "me").resume.paper == "letter"


def test_half_a_character_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "cv.json").write_text('{"basics": {"name": "Ada \\ud800", "\\udfff": "x"}}', encoding="utf-8")
    import_profile(tmp_path / "cv.json", tmp_path / "me")
    assert loaded(tmp_path / "me").name == "Ada ?"


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def without() -> bytes:
    out = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


def bomb() -> bytes:
    """40 kB that unpack to 40 MB."""
    return with_attachment(zlib.compress(b" " * 40_000_000, 9), Filter=pikepdf.Name.FlateDecode)


def twice_packed() -> bytes:
    packed = zlib.compress(zlib.compress(b"{}"))
    return with_attachment(packed, Filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))


def in_circles() -> bytes:
    """A tree of names that is its own child."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    tree = pdf.make_indirect(pikepdf.Dictionary())
    tree.Kids = pikepdf.Array([tree] * 40)
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=tree)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (without, "has no resume.json attached"),
        (encrypted, "is encrypted"),
        (lambda: made()[: len(made()) // 2], "damaged PDF"),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged PDF"),
        (bomb, f"over {LARGEST:,} bytes"),
        (lambda: with_attachment(b" " * (LARGEST + 1)), f"over {LARGEST:,} bytes"),
        (twice_packed, "packed in a way"),
        (in_circles, "has no resume.json attached"),
        (lambda: with_attachment(zlib.compress(b"{}")[:-6], Filter=pikepdf.Name.FlateDecode), "JSON"),
        (lambda: b'{"basics": ' + b"[" * 100_000, "nested too deeply"),
        (lambda: b'{"work": []}', "of no format that folio knows"),
        (lambda: b"<html>", "strange.pdf:1:7: no XML"),
        (lambda: b"", "the document is empty"),
        (lambda: b"\x7fELF\0\0", "neither text nor a PDF nor an archive"),
        (lambda: b"name: [Ada", r"strange.pdf:1:7: \[ is never closed"),
        (lambda: b"cv:\n  name: Ada\n  name: Eva", r"strange.pdf:3:3: 'name' is given twice \(first on line 2\)"),
        (lambda: b'{"basics": {},\n "work": [],\n "work": []}', r"pdf:3:2: 'work' is given twice \(first on line 2\)"),
        (lambda: b"- Ada", "holds no fields"),
        (lambda: b"name: Ada\n---\nname: Eva", "holds 2 documents"),
        (lambda: b'{"basics": {}, "x": ' + b"9" * 5000 + b"}", "number of over 4,300 digits"),
        (lambda: b'{"basics": {"name": NaN}}', "no JSON: it holds NaN"),
        (lambda: b"{" + b" " * MAX_BYTES, f"over {MAX_BYTES:,} bytes"),
        (lambda: b'{"basics": {"name": "\xff"}}', "strange.pdf:1:22: not UTF-8"),
    ],
)
def test_any_other_file_is_told_in_one_line(make: Callable[[], bytes], said: str, tmp_path: Path) -> None:
    file = tmp_path / "strange.pdf"
    file.write_bytes(make())
    with pytest.raises(FolioError, match=said) as caught:
        import_profile(file, tmp_path / "me")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "me").exists()


def test_a_pdf_larger_than_any_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(LARGEST_PDF + 1)
    with pytest.raises(FolioError, match="over 50 MB"):
        import_profile(file, tmp_path / "me")


def test_a_one_page_pdf_stays_small_with_its_source() -> None:
    sheet = printed("minimal", "classic")
    assert sheet.pages == 1
    assert len(sheet.content) <= 30_000
