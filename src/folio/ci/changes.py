"""Which pages of the site are new, other than before, or gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from folio.render.artifact import Artifact

DOCS, INDEX = "docs/", "index.md"


@dataclass(frozen=True, slots=True)
class Pages:
    """Site paths of pages, sorted; `/` is the home page."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def pages_of(folder: Iterable[Artifact]) -> dict[str, str]:
    """What stands for the text of each page of a site's folder, by its path on the site."""
    return {
        f"/{one.path.removeprefix(DOCS).removesuffix(INDEX)}": hashlib.sha256(one.content).hexdigest()
        for one in folder
        if one.path.startswith(DOCS) and one.path.endswith(f"/{INDEX}")
    }


def on_disk(folder: Path) -> dict[str, str]:
    """The same of a site's folder where `build` has put it."""
    files = (folder / DOCS).rglob(INDEX)
    return pages_of(Artifact(one.relative_to(folder).as_posix(), one.read_bytes()) for one in files)


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> Pages:
    """What is different between two sites."""
    return Pages(
        tuple(sorted(now.keys() - before.keys())),
        tuple(sorted(path for path in now.keys() & before.keys() if now[path] != before[path])),
        tuple(sorted(before.keys() - now.keys())),
    )
