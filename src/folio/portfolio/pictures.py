"""The person's photo, re-encoded: no camera data, no hidden content, and no larger than it is shown."""

from __future__ import annotations

import io
import warnings

from folio.errors import FolioError
from folio.portfolio.model import Picture
from folio.profile.enclosed import Enclosures
from folio.profile.model import Profile

LARGEST = 960
"""Pixels of the longer side: twice what any page shows."""
MAX_PIXELS = 40_000_000


def photo(profile: Profile, enclosed: Enclosures) -> Picture | None:
    """The profile's photo as a JPEG; None when there is none. Raises FolioError when it can't be read."""
    if profile.photo is None or enclosed.photo is None:
        return None
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(enclosed.photo), formats=("PNG", "JPEG", "WEBP")) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise FolioError(f"{profile.photo.file}: {image.width} x {image.height} pixels; make it smaller")
                upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning) as error:
        raise FolioError(f"{profile.photo.file}: not a PNG, JPEG or WebP photo ({type(error).__name__})") from None
    upright.thumbnail((LARGEST, LARGEST))
    content = io.BytesIO()
    upright.save(content, "JPEG", quality=88, optimize=True)
    return Picture(content.getvalue(), profile.photo.alt, upright.width, upright.height)
