"""One picture in the sizes and forms that browsers choose from.

Qualities were chosen by structural similarity at 400, 800 and 1,600 pixels, and by reading the letters of screenshots:
AVIF keeps its full colour resolution, which coloured text needs and which costs 3 % of the bytes. Drawn pictures are
encoded at libaom's speed 8: speed 6 saves 6 % and takes four times as long, speed 9 needs half as much again. Photos
lose 3 % at speed 9, which takes a quarter of the time.
"""

from __future__ import annotations

import importlib.util
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from folio.errors import FolioError
from folio.portfolio.pictures import opened, plain

if TYPE_CHECKING:
    from PIL import Image

RECIPE = 1
"""Goes up with every change here that changes bytes: names and caches go by it."""

CLOSE = 1.2
"""A picture less than so much wider than a width is written as it is instead."""
FRAMES = 600
MOVING_WIDTH = 800
MOVING_PIXELS = 40_000_000
"""Of all frames together, as they are kept in memory; a longer animation is written smaller."""
DECODED_PIXELS = 500_000_000
"""Of all frames together, as they are read."""

PHOTO = {"avif": {"quality": 65, "speed": 9}, "webp": {"quality": 80}, "jpg": {"quality": 82, "progressive": True}}
DRAWN = {"avif": {"quality": 72}, "webp": {"quality": 88}, "jpg": {"quality": 90, "subsampling": 0}}
"""Screenshots, charts: whatever was not a JPEG."""
COMMON: dict[str, dict[str, object]] = {
    "avif": {"speed": 8, "subsampling": "4:4:4", "max_threads": 1},  # pictures are what is done side by side
    "webp": {"method": 4},
    "jpg": {"optimize": True},
    "png": {"compress_level": 6},
}
FORMS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}


@dataclass(frozen=True, slots=True)
class Variant:
    """The picture in one form and size."""

    ending: str
    """avif, webp, jpg or png."""
    width: int
    height: int
    content: bytes
    moving: bool = False


def variants(content: bytes, file: str, widths: Sequence[int]) -> tuple[Variant, ...]:
    """The picture in every width that it fills, never enlarged: AVIF and WebP where they are smaller, and PNG or JPEG.

    An animation comes as its first frame in all of these, and once more moving. Raises FolioError, which names `file`,
    for what can't be read or is too much.
    """
    forms = ("PNG", "JPEG", "WEBP", "GIF", *(("AVIF",) if _has_avif() else ()))
    with opened(content, file, kind="picture", forms=forms) as image:
        photo = image.format in ("JPEG", "MPO")
        # A second picture in a JPEG is another view of it and no frame.
        moving = (_moving(image, file),) if not photo and getattr(image, "n_frames", 1) > 1 else ()
        image.seek(0)
        whole = plain(image)
    sized = [_sized(whole, width) for width in _fitting(whole.width, widths)]
    fallback = _smallest_set(sized, ("jpg",) if photo else ("png", "jpg"), photo)
    sets = [fallback]
    for ending in ("webp", "avif") if _has_avif() else ("webp",):
        better = [_encoded(one, ending, photo, best=sets[-1][at]) for at, one in enumerate(sized)]
        if _weight(better) < _weight(sets[-1]):
            sets.append(better)
    return (*moving, *(one for group in reversed(sets) for one in group))


def encoder() -> str:
    """What the bytes of a variant depend on besides its source; asking costs no import of the encoders."""
    import PIL

    return f"{RECIPE} {PIL.__version__} {_has_avif()}"


def _has_avif() -> bool:
    return importlib.util.find_spec("PIL._avif") is not None


def _fitting(width: int, widths: Sequence[int]) -> list[int]:
    """Those of `widths` that are clearly smaller than the picture, and its own where it is not larger than the last."""
    smaller = [one for one in sorted(widths) if one * CLOSE < width]
    return smaller if width > max(widths) and max(widths) in smaller else [*smaller, width]


def _sized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    from PIL import Image as Images

    return image.resize((width, max(1, round(image.height * width / image.width))), Images.Resampling.LANCZOS)


def _smallest_set(sized: Sequence[Image.Image], endings: Sequence[str], photo: bool) -> list[Variant]:
    return min(([_encoded(one, ending, photo) for one in sized] for ending in endings), key=_weight)


def _weight(group: Sequence[Variant]) -> int:
    return sum(len(one.content) for one in group)


def _encoded(image: Image.Image, ending: str, photo: bool, best: Variant | None = None) -> Variant:
    options = COMMON[ending] | (PHOTO if photo else DRAWN).get(ending, {})
    content = _saved(image, FORMS[ending], **options)
    if ending == "webp" and best and best.ending == "png" and len(best.content) < 2.5 * len(content):
        content = min(content, _saved(image, "WEBP", lossless=True, method=4, quality=60), key=len)
    return Variant(ending, image.width, image.height, content)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def _moving(image: Image.Image, file: str) -> Variant:
    """The animation as WebP: at a fraction of a GIF's size, and known to every browser that knows AVIF."""
    number = getattr(image, "n_frames", 1)
    pixels = number * image.width * image.height
    if number > FRAMES or pixels > DECODED_PIXELS:
        raise FolioError(f"{file}: {number} frames of {image.width} x {image.height} pixels; make it shorter")
    most = math.isqrt(MOVING_PIXELS * image.width // (number * image.height))
    width = max(1, min(image.width, MOVING_WIDTH, most))
    repeats = image.info.get("loop", 1)
    frames, durations = [], []
    for frame in _frames(image, number):
        frames.append(_sized(plain(frame), width))
        durations.append(max(20, round(frame.info.get("duration", 0)) or 100))
    content = _saved(
        frames[0],
        "WEBP",
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=repeats,
        quality=75,
        method=3,
    )
    return Variant("webp", frames[0].width, frames[0].height, content, moving=True)


def _frames(image: Image.Image, number: int) -> Iterator[Image.Image]:
    for at in range(number):
        image.seek(at)
        yield image
