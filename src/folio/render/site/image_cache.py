"""The cache of pictures' variants: a file for each picture, named by all that its variants are made from.

A file is a line of JSON, which says what the variants are and how to know them again, and then their bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
from collections.abc import Collection, Sequence
from pathlib import Path

from folio.durable.whole import sweep, write_whole
from folio.render.site.variants import Variant, encoder

ENDING = ".picture"
SPARE = 60
"""How many pictures are kept that the last site did not show; the oldest leave first."""

log = logging.getLogger("folio")


def key(content: bytes, widths: Sequence[int]) -> str:
    """What names a picture in the cache."""
    return hashlib.sha256(f"{encoder()} {tuple(widths)} ".encode() + content).hexdigest()


def recall(cache: Path | None, name: str) -> tuple[Variant, ...] | None:
    """The variants as an earlier run kept them; None when there are none, or they are not whole."""
    if cache is None:
        return None
    try:
        about, _, rest = (cache / f"{name}{ENDING}").read_bytes().partition(b"\n")
        said = json.loads(about)
        if said["sha256"] != hashlib.sha256(rest).hexdigest():
            return None
        found, start = [], 0
        for ending, width, height, moving, size in said["variants"]:
            found.append(Variant(ending, width, height, rest[start : start + size], moving))
            start += size
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return tuple(found) or None


def remember(cache: Path | None, name: str, variants: Sequence[Variant]) -> None:
    """Keeps variants, whole or not at all; a cache that can't be written means that they are made again."""
    if cache is None:
        return
    rest = b"".join(one.content for one in variants)
    rows = [[one.ending, one.width, one.height, one.moving, len(one.content)] for one in variants]
    about = json.dumps({"sha256": hashlib.sha256(rest).hexdigest(), "variants": rows})
    try:
        cache.mkdir(parents=True, exist_ok=True)
        write_whole(cache / f"{name}{ENDING}", about.encode() + b"\n" + rest)
    except OSError as error:
        log.info("a picture is not kept in the cache (%s)", error)


def tidy(cache: Path | None, used: Collection[str]) -> None:
    """Lets go of the oldest pictures that a site no longer shows, and of what killed runs left."""
    if cache is None:
        return
    sweep(cache)
    with contextlib.suppress(OSError):
        others = [path for path in cache.glob(f"*{ENDING}") if path.stem not in used]
        for old in sorted(others, key=lambda path: path.stat().st_mtime_ns)[:-SPARE]:
            old.unlink(missing_ok=True)
