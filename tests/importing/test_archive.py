"""LinkedIn's archive: which of its files are opened, where each row stands, and what no archive may do."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from folio.errors import FolioError, InputError
from folio.importing import archive
from folio.importing.files import open_document
from folio.importing.tables import table

PROFILE = '\ufeffFirst Name,Last Name,Headline\r\nMira,Okafor,"Forecasts,\nevery night"\r\n'
SKILLS = "Name\nPython\n\nSQL\n"
SECRET = 'Notes:\n"who you know"\n\nFirst Name\nSomebody\n'


def packed(path: Path, files: dict[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(FolioError) as error:
        archive.opened(path)
    assert "\n" not in str(error.value)
    assert path.name in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("prefix", ["", "Basic_LinkedInDataExport_11-22-2026/", "a\\b\\"])
def test_an_archive_is_read_whatever_folder_its_files_are_in(prefix: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"{prefix}Profile.csv": PROFILE, f"{prefix}Skills.csv": SKILLS}
    found = open_document(packed(tmp_path / "x.zip", files | {f"{prefix}Connections.csv": SECRET}))
    assert found.data == {
        "Profile": [{"First Name": "Mira", "Last Name": "Okafor", "Headline": "Forecasts,\nevery night"}],
        "Skills": [{"Name": "Python"}, {"Name": "SQL"}],
    }
    assert str(found.where("Skills[1].Name")).endswith("Skills.csv:4:1")
    assert str(found.where("Profile")).endswith("Profile.csv:2:1")
    assert str(found.where("nothing")) == f"{tmp_path / 'x.zip'}:1:1"


def test_a_folder_of_the_files_is_read_alike(tmp_path: Path) -> None:
    inner = tmp_path / "Complete"
    inner.mkdir()
    (inner / "Profile.csv").write_text(PROFILE, encoding="utf-8")
    (inner / "Volunteer Experiences.csv").write_text("Role\nMentor\n", encoding="utf-8")
    (inner / "messages.csv").write_bytes(b"\xff\xff")
    (tmp_path / "Skills.csv").symlink_to("/etc/hostname")
    found = open_document(tmp_path)
    assert set(found.data) == {"Profile", "Volunteering"}


def test_private_files_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = zipfile.ZipFile.open

    def seen(self: zipfile.ZipFile, name: zipfile.ZipInfo, *rest: str) -> object:
        opened.append(name.filename)
        return real(self, name, *rest)  # type: ignore[call-overload]

    files: dict[str, str | bytes] = {"Profile.csv": PROFILE}
    for private in ("Connections", "messages", "Ad_Targeting", "Registration", "Jobs/Job Applications", "Rich_Media"):
        files[f"{private}.csv"] = SECRET
    path = packed(tmp_path / "x.zip", files)
    monkeypatch.setattr(zipfile.ZipFile, "open", seen)
    archive.opened(path)
    assert opened == ["Profile.csv"]


def test_names_that_lead_elsewhere_are_not_read_and_nothing_is_written(tmp_path: Path) -> None:
    names = (
        "../../Profile.csv",
        "/../Skills.csv",
        "..\\Education.csv",
        "__MACOSX/._Positions.csv",
        "__MACOSX/Honors.csv",
    )
    path = packed(tmp_path / "x.zip", dict.fromkeys(names, SKILLS))
    assert "holds none of the files of LinkedIn's export" in refused(path)
    assert [one.name for one in tmp_path.iterdir()] == ["x.zip"]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    assert "too large" in refused(packed(tmp_path / "ratio.zip", {"Profile.csv": b"a" * 3_000_000}))
    assert "too large" in refused(packed(tmp_path / "large.zip", {"Profile.csv": b"a" * (archive.LARGEST_FILE + 1)}))
    path = packed(tmp_path / "lies.zip", {"Profile.csv": b"a" * 9_000_000})
    content = bytearray(path.read_bytes())
    for at in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[at : at + 4] = struct.pack("<L", 100)  # says that it holds 100 bytes
    path.write_bytes(content)
    assert "broken" in refused(path) or "too large" in refused(path)


def test_an_archive_of_100000_files_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", {"Profile.csv": PROFILE})
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<L", archive.LONGEST_DIRECTORY + 1)
    path.write_bytes(content)
    assert "lists more files" in refused(path)


def test_many_small_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 5)
    assert "over 5 files" in refused(packed(tmp_path / "x.zip", {f"{at}.csv": "" for at in range(6)}))


def test_what_is_locked_broken_or_something_else_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", {"Profile.csv": PROFILE})
    content = bytearray(path.read_bytes())
    for at in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1
    path.write_bytes(content)
    assert "locked with a password" in refused(path)
    path.write_bytes(content[:40])
    assert "broken" in refused(path)
    path.write_bytes(b"PK\x03\x04")
    assert "broken" in refused(path)
    assert "holds none" in refused(packed(path, {"word/document.xml": "<w/>"}))
    path.unlink()
    assert "check the path" in refused(path)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'Name\nPy"thon\n"a"b\n', "Skills.csv:3:1: no CSV"),
        (b'Name\n"never closed\n', "Skills.csv:2:1: no CSV"),
        (b'Name\n"' + b"a" * 200_000 + b'"\n', "no CSV: field larger"),
        (b"Name\nM\xfcller\n", "Skills.csv:2:2: not UTF-8 (byte 0xfc)"),
        (b"\xff\xfeN", "not UTF-8"),
        (b"Name\n" + b"x\n" * 6000, "larger than a table"),
        (b"Name" + b",x" * 200, "larger than a table"),
    ],
)
def test_a_broken_table_is_told_with_its_place(content: bytes, why: str) -> None:
    with pytest.raises(InputError) as error:
        table(content, "Skills.csv")
    assert why in str(error.value)


def test_tables_are_read_as_linkedin_writes_them() -> None:
    assert table(SECRET.encode(), "x.csv").rows == [{"First Name": "Somebody"}]
    assert table("Name\nMüller\n".encode("utf-16"), "x.csv").rows == [{"Name": "Müller"}]
    assert table(b"A,A,\n1,2,3,4\n", "x.csv").rows == [{"A": "1", "A 2": "2", "column 3": "3", "column 4": "4"}]
    assert table(b"", "x.csv").rows == table(b"No conversations found", "x.csv").rows == []


def test_all_that_is_read_together_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 60)
    assert "over 60 bytes" in refused(packed(tmp_path / "x.zip", {"Profile.csv": PROFILE, "Skills.csv": SKILLS}))
    buffer = io.BytesIO(b"not an archive")
    (tmp_path / "y.zip").write_bytes(buffer.getvalue())
    assert "broken" in refused(tmp_path / "y.zip")
