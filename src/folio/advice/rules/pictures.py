"""Pictures that are shown larger than they are."""

from __future__ import annotations

from collections.abc import Iterator

from folio.advice.seen import Seen
from folio.document import KeyPath
from folio.errors import FolioError, Problem
from folio.portfolio.pictures import is_drawing, opened

FACE, SCREEN = 320, 640
"""Pixels of the shorter side of a photo (38 mm at 210 dots an inch), and of the width of a project's picture."""


def small_picture(seen: Seen) -> Iterator[Problem]:
    """A photo or a project's picture has so few pixels that it will be blurred."""
    enclosed = next(iter(seen.enclosed.values()), None)
    if enclosed is None:
        return
    if enclosed.photo and not is_drawing(enclosed.photo):
        yield from _unless(seen, ("photo", "file"), enclosed.photo, FACE, both=True)
    for number, project in enumerate(seen.profile.projects or ()):
        content = enclosed.projects.get(project.id)
        if content and not is_drawing(content):
            yield from _unless(seen, ("projects", number, "picture", "file"), content, SCREEN, both=False)


def _unless(seen: Seen, path: KeyPath, content: bytes, least: int, *, both: bool) -> Iterator[Problem]:
    try:
        with opened(content, "", kind="picture") as image:
            size = image.size
    except FolioError:
        return  # is an error, and told as one
    if (min(size) if both else size[0]) < least:
        room = f"{least} x {least}" if both else f"{least} pixels in width"
        yield seen.problem(path, f"only {size[0]} x {size[1]} pixels", f"use one of at least {room}")
