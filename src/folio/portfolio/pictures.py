"""The person's photo and the pictures of projects, re-encoded: no camera data, no hidden content, and no larger than
they are shown."""

from __future__ import annotations

import io
import warnings

from folio.errors import FolioError
from folio.portfolio.parts import Picture
from folio.profile.enclosed import Enclosures
from folio.profile.model import Profile
from folio.profile.record import Project

LARGEST = 960
"""Pixels of a photo's longer side: twice what any page shows."""
WIDEST = 1400
"""The same for a screenshot, whose letters have to stay legible over the whole width of a sheet."""
MAX_PIXELS = 40_000_000


def photo(profile: Profile, enclosed: Enclosures) -> Picture | None:
    """The profile's photo as a JPEG; None when there is none. Raises FolioError when it can't be read."""
    if profile.photo is None or enclosed.photo is None:
        return None
    return _again(enclosed.photo, profile.photo.file, profile.photo.alt, largest=LARGEST, kind="photo")


def of_project(project: Project, enclosed: Enclosures) -> Picture | None:
    """The project's picture: an SVG as it is, a PNG as PNG, anything else as JPEG; None when there is none.

    Raises FolioError when it can't be read.
    """
    content = enclosed.projects.get(project.id)
    if project.picture is None or content is None:
        return None
    file, alt = project.picture.file, project.picture.alt
    if b"<svg" in content[:2000]:
        return Picture(content, alt, 0, 0, "svg")
    form = "PNG" if content.startswith(b"\x89PNG") else "JPEG"
    return _again(content, file, alt, largest=WIDEST, kind="picture", form=form)


def _again(content: bytes, file: str, alt: str, *, largest: int, kind: str, form: str = "JPEG") -> Picture:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise FolioError(f"{file}: {image.width} x {image.height} pixels; make it smaller")
                upright = ImageOps.exif_transpose(image)
                if upright.has_transparency_data:
                    upright = upright.convert("RGBA")
                    upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
                upright = upright.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning) as error:
        raise FolioError(f"{file}: not a PNG, JPEG or WebP {kind} ({type(error).__name__})") from None
    upright.thumbnail((largest, largest))
    written = io.BytesIO()
    upright.save(written, form, quality=88, optimize=True)
    return Picture(written.getvalue(), alt, upright.width, upright.height, "jpg" if form == "JPEG" else "png")
