"""What a page of the website is made from: its own file, and the shell that all pages share.

A page's file holds everything that is on that page alone, so that its HTML follows from it, from the shell and from
the generator: that names it among those that are kept, and lets the others be left out of a build.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from folio import kept
from folio.render.artifact import Artifact
from folio.render.site import finish
from folio.version import VERSION

DOCS = "docs/"
LOST = "404.html"
"""The page for what is not there; it has no file, and is made from the shell alone."""
HOME = "docs/index.md"
"""The page that the navigation names: no generator builds a site without it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A site's folder, taken apart."""

    pages: tuple[Artifact, ...]
    """The Markdown files."""
    shell: tuple[Artifact, ...]
    """`mkdocs.yml`, and what goes before the theme's own templates."""
    others: tuple[Artifact, ...]
    """What is in the website as it is in the folder, by its path there."""


def parted(artifacts: Iterable[Artifact]) -> Parts:
    pages, shell, others = [], [], []
    for one in artifacts:
        if not one.path.startswith(DOCS):
            shell.append(one)
        elif one.path.endswith(".md"):
            pages.append(one)
        else:
            others.append(Artifact(one.path.removeprefix(DOCS), one.content))
    return Parts(tuple(pages), tuple(sorted(shell)), tuple(others))


def place(page: Artifact) -> str:
    """Where a page is in the website: "work/x/index.html" for "docs/work/x/index.md"."""
    folder, _, name = page.path.removeprefix(DOCS).rpartition("/")
    below = "" if name == "index.md" else name.removesuffix(".md") + "/"
    return f"{folder}/{below}index.html" if folder else f"{below}index.html"


def keys(parts: Parts, engine: str) -> dict[str, str]:
    """What stands for everything that a page of the website is made from, by its place there."""
    base = hashlib.sha256(repr((VERSION, engine, list(kept.installed()))).encode())
    for source in (Path(finish.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        base.update(_digest(source.name, source.read_bytes()))
    for one in parts.shell:
        base.update(_digest(one.path, one.content))

    def key(path: str, content: bytes) -> str:
        own = base.copy()
        own.update(_digest(path, content))
        return own.hexdigest()

    return {place(page): key(page.path, page.content) for page in parts.pages} | {LOST: key(LOST, b"")}


def _digest(path: str, content: bytes) -> bytes:
    return hashlib.sha256(os.fsencode(path)).digest() + hashlib.sha256(content).digest()


def to_build(parts: Parts, missing: Sequence[str]) -> list[Artifact]:
    """The part of the folder that a generator needs for the pages at the places that are `missing`."""
    wanted = set(missing)
    return [*parts.shell, *(page for page in parts.pages if page.path == HOME or place(page) in wanted)]
