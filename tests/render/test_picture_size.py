"""Sizes of pictures, against pictures that Pillow writes."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from folio.render.site.picture_size import picture_size


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True, "exif": b"Exif\x00\x00" + bytes(500)}),
        ("WEBP", {"quality": 80}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"quality": 80, "exif": b"Exif\x00\x00" + bytes(50)}),
    ],
)
def test_a_pictures_size_is_what_was_saved(kind: str, options: dict[str, object]) -> None:
    content = io.BytesIO()
    Image.new("RGB", (317, 1023), "red").save(content, kind, **options)
    assert picture_size(content.getvalue()) == (317, 1023)


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<?xml version="1.0"?>\n<svg xmlns="x" width="640" height="240.4px">', (640, 240)),
        ("<svg viewBox='0 0 320 200'>", (320, 200)),
        ('<svg viewBox="-5,-5,32.6,20" width="100%" height="100%">', (33, 20)),
        ("<svg>", None),
        ('<svg width="0" height="9">', None),
        ('<svg viewBox="0 0 1.2.3 4">', None),
    ],
)
def test_an_svgs_size_is_what_it_says(svg: str, size: tuple[int, int] | None) -> None:
    assert picture_size(svg.encode()) == size


@pytest.mark.parametrize(
    "content",
    [
        b"", b"nothing", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00" * 9,
        b"\xff\xd8" + b"\xff\xc0\x00", b"RIFF0000WEBP", b"RIFF0000WEBPVP8X",
    ],
)  # fmt: skip
def test_a_broken_picture_has_no_size(content: bytes) -> None:
    assert picture_size(content) is None
