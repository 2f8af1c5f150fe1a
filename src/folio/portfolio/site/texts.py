"""The person's texts as pages: their pictures, and a title that is not said twice."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from folio.portfolio.prose import Locate
from folio.profile.enclosed import Enclosures


def located(owner: str, enclosed: Enclosures) -> Locate:
    """Finds the pictures of one text, an article's id or a page's file, by the addresses written in it."""

    def locate(address: str) -> str | None:
        content = enclosed.pictures.get((owner, address))
        return None if content is None else _place(address, content)

    return locate


def assets(enclosed: Enclosures) -> tuple[tuple[str, bytes], ...]:
    """The pictures of all texts by their site paths, which are how bodies name them."""
    return tuple(sorted({(_place(address, content), content) for (_, address), content in enclosed.pictures.items()}))


def without_title(body: str, title: str) -> str:
    """The text without a first heading that only repeats the page's title."""
    first, _, rest = body.lstrip().partition("\n")
    return rest if first.startswith("# ") and first[2:].strip() == title else body


def _place(address: str, content: bytes) -> str:
    """A name that tells its content, so that two pictures called `x.svg` don't get into each other's way."""
    file = PurePosixPath(address)
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "picture"
    return f"assets/img/{name}-{hashlib.sha256(content).hexdigest()[:8]}{file.suffix.lower()}"
