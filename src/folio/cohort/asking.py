"""An order as plain data: everything that the rows of a run depend on, by its names on the command line."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from folio.cohort.order import Order
from folio.options import ALL
from folio.readiness.rubric import platforms
from folio.version import VERSION


def asking(order: Order, chunk: int) -> dict[str, Any]:
    """How many workers there are, and where, changes nothing in the rows, and is not in it; nor is any token."""
    options = order.asked.options
    return {
        "folio": VERSION,
        "sources": [_stamped(one) for one in order.sources],
        "--platform": [one for one in options.platforms if _shipped(one)],
        "--rubric": [f"{one} ({_digest(one)})" for one in options.platforms if not _shipped(one)],
        "--today": options.today.isoformat(),
        "--chunk": chunk,
        "--stored": order.asked.stored,
        "--offline": options.offline,
        "--refresh": options.refresh,
        "--max-age": options.max_age,
        "--allow-private": options.allow_private,
        "--redact-paths": options.redact,
        "--set": list(options.overrides),
        "--state": _place(options.state),
        "--render": _place(order.asked.render),
        "--fingerprints": _place(options.fingerprints),
        "--authority": _place(options.authority),
        "GITHUB_API_URL": options.github_api,
    }


def anywhere(platform: str) -> str:
    """A platform's id, or the path of a rubric that means the same in every folder."""
    return platform if _shipped(platform) else os.path.abspath(platform)


def _shipped(platform: str) -> bool:
    return platform == ALL or platform in platforms()


def _stamped(word: str) -> list[Any]:
    """A source by its path, and a file among them by its size and age too: a plan says where in it each record is."""
    path = Path(os.path.abspath(os.path.expanduser(word)))
    if not path.exists():
        return [word]
    about = path.stat()
    return [str(path), about.st_size, about.st_mtime_ns] if path.is_file() else [str(path)]


def _digest(rubric: str) -> str:
    return hashlib.sha256(Path(rubric).read_bytes()).hexdigest()[:12]


def _place(path: Path | None) -> str | None:
    return None if path is None else str(path.absolute())
