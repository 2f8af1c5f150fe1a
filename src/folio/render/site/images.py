"""Pictures as pages show them: each in several widths and forms, from which a browser loads the one that it needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from folio.portfolio.parts import Picture
from folio.portfolio.pictures import is_drawing
from folio.render.artifact import Artifact
from folio.render.site import image_cache
from folio.render.site.picture_size import drawing_size
from folio.render.site.variants import RECIPE, Variant, variants

FOLDER = "assets/img"
WIDTHS = (400, 800, 1600)
"""Pixels: a card or a phone, a column or a sharp phone, a column on a sharp screen."""
PORTRAIT = (240, 480, 720)
"""The same for the photo, which no page shows wider than 21rem."""
MOVING = "(prefers-reduced-motion: no-preference)"
MIMES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Source:
    """The picture in one form, as `<source>` names it."""

    mime: str
    srcset: str
    media: str = ""


@dataclass(frozen=True, slots=True)
class Shown(Picture):
    """A picture and where it lies in the site; all addresses are site paths. Of a picture in several sizes, `content`,
    `width` and `height` are those of the largest that every browser can show."""

    src: str = ""
    srcset: str = ""
    sources: tuple[Source, ...] = ()
    """The forms that a browser may choose instead, the best first."""
    artifacts: tuple[Artifact, ...] = ()


def responsive(
    content: bytes, *, alt: str, name: str, cache: Path | None, widths: Sequence[int] = WIDTHS, file: str = ""
) -> Shown:
    """The picture in up to three widths as AVIF, WebP and JPEG or PNG; an SVG as it is.

    Its files are named after `name` and what is in it, so that they can be kept for ever. Errors name `file`.
    """
    digest = hashlib.sha256(f"{RECIPE} {tuple(widths)} ".encode() + content).hexdigest()[:8]
    stem = f"{FOLDER}/{_slug(name)}-{digest}"
    if is_drawing(content):
        width, height = drawing_size(content) or (0, 0)
        path = f"{stem}.svg"
        return Shown(content, alt, width, height, "svg", file, path, artifacts=(Artifact(path, content),))
    key = image_cache.key(content, widths)
    made = image_cache.recall(cache, key)
    if made is None:
        made = variants(content, file or name, widths)
        image_cache.remember(cache, key, made)
    return _shown(made, stem, alt, file)


def _shown(made: Sequence[Variant], stem: str, alt: str, file: str) -> Shown:
    def path(one: Variant) -> str:
        return f"{stem}-{one.width}{'-moving' if one.moving else ''}.{one.ending}"

    def srcset(group: Iterable[Variant]) -> str:
        return ", ".join(f"{path(one)} {one.width}w" for one in group)

    largest = made[-1]
    sources = [Source(MIMES[one.ending], srcset([one]), MOVING) for one in made if one.moving]
    still = [one for one in made if not one.moving]
    forms = {
        ending: [one for one in still if one.ending == ending] for ending in dict.fromkeys(one.ending for one in still)
    }
    sources += [Source(MIMES[ending], srcset(group)) for ending, group in forms.items() if ending != largest.ending]
    return Shown(
        content=largest.content,
        alt=alt,
        width=largest.width,
        height=largest.height,
        ending=largest.ending,
        file=file,
        src=path(largest),
        srcset=srcset(forms[largest.ending]) if len(forms[largest.ending]) > 1 else "",
        sources=tuple(sources),
        artifacts=tuple(Artifact(path(one), one.content) for one in made),
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].rstrip("-") or "picture"
