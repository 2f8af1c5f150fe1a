"""The person's photo and the pictures of projects, re-encoded: no camera data, no hidden content, and no larger than
they are shown."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from folio.errors import FolioError
from folio.portfolio.parts import Picture
from folio.profile.enclosed import Enclosures
from folio.profile.model import Profile
from folio.profile.record import Project

if TYPE_CHECKING:
    from PIL import Image

LARGEST = 960
"""Pixels of a photo's longer side: twice what any page shows."""
WIDEST = 1400
"""The same for a screenshot, whose letters have to stay legible over the whole width of a sheet."""
MAX_PIXELS = 40_000_000
MAX_SIDE = 16_000
"""Pixels; WebP can hold no more."""
FORMS = ("PNG", "JPEG", "WEBP")


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
    if is_drawing(content):
        return Picture(content, alt, 0, 0, "svg", file)
    form = "PNG" if content.startswith(b"\x89PNG") else "JPEG"
    return _again(content, file, alt, largest=WIDEST, kind="picture", form=form)


def as_given(project: Project, enclosed: Enclosures) -> Picture | None:
    """The project's picture as its file is, for the site, which writes it anew in several sizes itself."""
    content = enclosed.projects.get(project.id)
    if project.picture is None or content is None:
        return None
    return Picture(content, project.picture.alt, 0, 0, "svg" if is_drawing(content) else "", project.picture.file)


def is_drawing(content: bytes) -> bool:
    """Whether it is an SVG."""
    return b"<svg" in content[:2000]


@contextmanager
def opened(content: bytes, file: str, *, kind: str, forms: tuple[str, ...] = FORMS) -> Iterator[Image.Image]:
    """The picture with no pixel decoded yet, and whatever goes wrong inside as a FolioError that names the file."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint's import has half pictures taken for whole ones
    # For the whole process: putting filters back is not safe where several threads do it.
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    names = " or ".join((", ".join(forms[:-1]), forms[-1])).replace("WEBP", "WebP")
    try:
        with Image.open(io.BytesIO(content), formats=forms) as image:
            if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
                raise FolioError(f"{file}: {image.width} x {image.height} pixels; make it smaller")
            yield image
    except (
        UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError, Warning
    ) as error:  # fmt: skip
        raise FolioError(f"{file}: not a {names} {kind} ({type(error).__name__})") from None


def plain(image: Image.Image) -> Image.Image:
    """What a viewer sees of it on white: upright, in sRGB, 8 bits a channel, opaque, and nothing but its pixels."""
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile")
    shown = ImageOps.exif_transpose(image)
    if shown.mode.startswith("I"):  # 16 bits of grey, which convert() would cut off above 255
        shown = shown.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if shown.has_transparency_data:
        shown = shown.convert("RGBA")
        shown = Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown)
    if shown.mode != "CMYK":
        shown = shown.convert("RGB")
    shown = (_in_srgb(shown, profile) if profile else shown).convert("RGB")
    shown.info = {}  # whatever is in there would be written again
    return shown


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as its profile means them; as they are where that can't be told."""
    from PIL import ImageCms

    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(meant):
            return image
        return ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _again(content: bytes, file: str, alt: str, *, largest: int, kind: str, form: str = "JPEG") -> Picture:
    with opened(content, file, kind=kind) as image:
        upright = plain(image)
    upright.thumbnail((largest, largest))
    written = io.BytesIO()
    upright.save(written, form, quality=88, optimize=True)
    ending = "jpg" if form == "JPEG" else "png"
    return Picture(written.getvalue(), alt, upright.width, upright.height, ending, file)
