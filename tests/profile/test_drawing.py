"""Pictures of projects: plain drawings and photographs from the profile's folder, and nothing that acts or fetches."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from folio.errors import FolioError
from folio.portfolio.pictures import WIDEST, of_project
from folio.profile.drawing import MOST, reaches_out
from folio.profile.enclosed import Enclosures, enclosures
from folio.profile.load import load
from folio.profile.model import Profile
from folio.profile.record import Picture, Project

XML = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def svg(inside: str, before: str = "") -> bytes:
    return f"{before}{OPEN}{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="3" height="4" fill="#123456"/><text x="1">A &amp; B</text>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><rect style="fill:url( \'#a\' )"/>',
        '<defs><path id="g" d="M0 0h1"/></defs><g id="text"><use xlink:href="#g"/><use href="#g"/></g>',
        "<style>text { fill: red; clip-path: url(#a) }</style>",
    ],
)
def test_a_plain_drawing_is_shown_as_plotting_tools_write_it(inside: str) -> None:
    assert reaches_out(svg(inside)) is None
    assert reaches_out(svg(inside, XML)) is None


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (svg("<script>alert(1)</script>"), "with <script>"),
        (svg("<foreignObject/>"), "with <foreignObject>"),
        (svg('<image href="data:image/png;base64,AA=="/>'), "with <image>"),
        (svg('<g onload="x()"/>'), "with onload"),
        (svg('<use href="other.svg#a"/>'), "outside"),
        (svg('<use xlink:href="http://x.example/a.svg#b"/>'), "outside"),
        (svg('<rect fill="url(http://x.example/#a)"/>'), "outside"),
        (svg('<rect style="fill: URL( &quot;file:///etc/passwd&quot; )"/>'), "outside"),
        (svg("<style>@import 'x.css';</style>"), "asks for a file"),
        (svg("<style>rect { fill: url(//x.example/a) }</style>"), "asks for a file"),
        (svg("&a;", '<!DOCTYPE svg [<!ENTITY a "b">]>'), "declares entities"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><rect/></g><use href="#a"/>'), "repeats"),
        (svg("<g/>" * (MOST + 1)), "elements"),
        (svg("<g>"), "can't be read"),
        (b"<html><svg/></html>", "does not begin with <svg>"),
    ],
)
def test_what_acts_or_asks_for_something_is_refused(content: bytes, why: str) -> None:
    assert why in str(reaches_out(content))


def profile(file: str) -> Profile:
    shown = Picture(file=file, alt="Bars")
    return Profile(
        name="A", headline="B", summary="C", projects=(Project(id="p", title="P", summary="S", picture=shown),)
    )


def image(form: str, mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, form)
    return out.getvalue()


def held(content: bytes) -> tuple[Project, Enclosures]:
    (project,) = profile("a").projects or ()
    return project, Enclosures({}, {}, projects={"p": content})


def test_a_project_without_a_picture_has_none() -> None:
    assert of_project(Project(id="p", title="P", summary="S"), Enclosures({}, {})) is None


@pytest.mark.parametrize(("form", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "jpg")])
def test_a_screenshot_is_written_anew(form: str, ending: str) -> None:
    picture = of_project(*held(image(form)))
    assert picture is not None
    assert (picture.ending, picture.alt, picture.width, picture.height) == (ending, "Bars", 40, 20)


def test_what_is_transparent_is_white_and_what_is_large_is_made_smaller() -> None:
    picture = of_project(*held(image("PNG", "RGBA", (3 * WIDEST, 30))))
    assert picture is not None
    with Image.open(io.BytesIO(picture.content)) as shown:
        assert (shown.mode, shown.width, shown.getpixel((5, 5))) == ("RGB", WIDEST, (255, 255, 255))


def test_a_broken_picture_is_told_by_its_file() -> None:
    with pytest.raises(FolioError, match="a: not a PNG, JPEG or WebP picture"):
        of_project(*held(b"\x89PNG\r\n\x1a\nbroken"))


def test_it_is_read_from_the_profiles_folder_and_from_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg("<rect/>"))
    (tmp_path / "bad.svg").write_bytes(svg("<script/>"))
    (tmp_path / "me").mkdir()
    (tmp_path / "me" / "link.svg").symlink_to(tmp_path / "a.svg")
    assert enclosures(profile("a.svg"), tmp_path).projects == {"p": svg("<rect/>")}
    for folder, file, why in (
        (tmp_path, "bad.svg", "an SVG with <script>"),
        (tmp_path, "gone.svg", "no such file"),
        (tmp_path / "me", "../a.svg", "not a path inside the profile's folder"),
        (tmp_path / "me", "link.svg", "symbolic links"),
    ):
        with pytest.raises(FolioError, match=f"{file}: .*{why}"):
            enclosures(profile(file), folder)


def test_the_samples_pictures_are_plain_drawings() -> None:
    from folio.resources import root

    held = enclosures(load(root("sample_profile")), root("sample_profile")).projects
    assert set(held) == {"shelfcast", "route-pings"}
