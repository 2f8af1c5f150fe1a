"""Files that a profile encloses are read from its folder and from nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build import a_profile
from folio.errors import FolioError
from folio.profile.enclosed import enclosures, picture
from folio.profile.manuscript import EnclosedError, manuscript, read_enclosed
from folio.profile.record import Article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "me"
    (inside / "articles").mkdir(parents=True)
    (inside / "articles" / "a.md").write_text("---\ntitle: T\ntags: [x]\n---\nBody\n", encoding="utf-8")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (inside / "link").symlink_to(tmp_path / "secret")
    (inside / "door").symlink_to(tmp_path)
    os.mkfifo(inside / "pipe")
    return inside


def test_a_file_inside_is_read(folder: Path) -> None:
    assert read_enclosed(folder, "articles/a.md").startswith(b"---")


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/passwd", "link", "door/secret", "pipe", "articles", "none", "a\0b", "..\\secret", ""]
)
def test_nothing_outside_and_nothing_special_is_opened(folder: Path, path: str) -> None:
    with pytest.raises(EnclosedError):
        read_enclosed(folder, path)


def test_a_file_over_the_limit_is_refused_with_its_size(folder: Path) -> None:
    with pytest.raises(EnclosedError, match="at most 3 are read"):
        read_enclosed(folder, "articles/a.md", limit=3)


def test_front_matter_is_told_from_the_text(folder: Path) -> None:
    text = manuscript(folder, Article(id="a", file="articles/a.md"))
    assert text is not None
    assert (text.title, text.tags, text.body) == ("T", ("x",), "Body\n")


def test_broken_front_matter_names_its_line(folder: Path) -> None:
    (folder / "b.md").write_text("---\ntitle: T\ntitle: U\n---\nBody\n", encoding="utf-8")
    with pytest.raises(EnclosedError, match="line 3: 'title' is given twice"):
        manuscript(folder, Article(id="b", file="b.md"))


@pytest.mark.parametrize(
    ("content", "fine"),
    [
        (b"\x89PNG\r\n\x1a\n....", True),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>", True),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", False),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", False),
        (b"<html><body>", False),
    ],
)
def test_a_picture_is_known_by_what_it_holds(folder: Path, content: bytes, fine: bool) -> None:
    (folder / "p.svg").write_bytes(content)
    if fine:
        assert picture(folder, "p.svg") == content
    else:
        with pytest.raises(EnclosedError):
            picture(folder, "p.svg")


def test_every_brief_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "here.txt").write_text("Python")
    targets = [{"id": f"t{number}", "kind": "client", "name": "Acme", "brief": brief}
               for number, brief in enumerate(("here.txt", "gone.txt", "sub", "gone.txt"))]  # fmt: skip
    (folder / "sub").mkdir(exist_ok=True)
    with pytest.raises(FolioError) as caught:
        enclosures(a_profile(targets=targets), folder)
    assert str(caught.value).splitlines() == ["gone.txt: no such file or directory", "sub: not a regular file"]
