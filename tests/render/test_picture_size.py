"""Sizes of drawings."""

from __future__ import annotations

import pytest

from folio.render.site.picture_size import drawing_size


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<?xml version="1.0"?>\n<svg xmlns="x" width="640" height="240.4px">', (640, 240)),
        ("<svg viewBox='0 0 320 200'>", (320, 200)),
        ('<svg viewBox="-5,-5,32.6,20" width="100%" height="100%">', (33, 20)),
        ("<svg>", None),
        ('<svg width="0" height="9">', None),
        ('<svg viewBox="0 0 1.2.3 4">', None),
        ("nothing", None),
    ],
)
def test_a_drawings_size_is_what_it_says(svg: str, size: tuple[int, int] | None) -> None:
    assert drawing_size(svg.encode()) == size
