"""Paths of a private repository as hashes: what was found stays, and no name of a folder or file does.

`src/secret/plan.py:12` becomes `h:1a2b3c4d:12`, the same each time, so that two findings in one file still show so.
A hash hides a name from whoever reads a report; it is no secret from somebody who guesses the whole path.
"""

from __future__ import annotations

import re
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

from folio.frozen import Frozen
from folio.repository.model import Ci, Place, Readme, RepositorySeen

T = TypeVar("T", bound=Frozen)

PATHS = frozenset({"path", "example", "example_file", "changelog", "files", "manifests", "locks", "runners"})
"""Fields that hold paths, in every record below `RepositorySeen`."""
INSIDE = re.compile(r"/(?:-/)?(?:blob|tree|raw|blame|edit|actions|workflows)/.*", re.S)
"""What follows a repository's own address where a link leads into it."""
MARK = "h:"


def redacted(seen: RepositorySeen) -> RepositorySeen:
    """The same repository without the names of its files; what is hashed already stays as it is."""
    salt = min(seen.history.roots, default=seen.commit)
    return _record(seen, salt)


def is_redacted(path: str) -> bool:
    """Whether a path is such a hash."""
    return path.rsplit("-", 1)[-1].startswith(MARK)


def _hashed(path: str, salt: str) -> str:
    if is_redacted(path):
        return path
    hashed = MARK + sha256(f"{salt}\0{path}".encode()).hexdigest()[:8]
    return f"readme-{hashed}" if path.rsplit("/", 1)[-1].lower().startswith("readme") else hashed


def _record(record: T, salt: str) -> T:
    changed = {name: _value(getattr(record, name), salt, path=name in PATHS) for name in type(record).model_fields}
    if isinstance(record, Readme):
        changed["links"] = tuple(sorted({INSIDE.sub("", link) for link in record.links}))
        changed["demo"] = None if record.demo is None else _elsewhere(record.demo, salt)
    if isinstance(record, Ci):
        steps = (name for name in changed if isinstance(changed[name], tuple))
        changed |= {name: tuple(map(partial(_step, salt=salt), changed[name])) for name in steps}
    return record.model_copy(update=changed)


def _value(value: Any, salt: str, *, path: bool) -> Any:
    if isinstance(value, Frozen):
        return _record(value, salt)
    if isinstance(value, tuple):
        return tuple(_value(one, salt, path=path) for one in value)
    return _hashed(value, salt) if path and isinstance(value, str) else value


def _step(step: Any, salt: str) -> Any:
    """A command names files and targets: of it only the tool stays."""
    if not isinstance(step, Place) or is_redacted(step.name):
        return step
    tool = step.name.split()[0] if step.name.split() else ""
    return step.model_copy(update={"name": tool if re.fullmatch(r"[\w-]+", tool) else _hashed(step.name, salt)})


def _elsewhere(place: str, salt: str) -> str:
    address, _, line = place.rpartition(":")
    if place.startswith(("http://", "https://")):
        return INSIDE.sub("", place)
    return f"{_hashed(address, salt)}:{line}" if line.isdigit() else _hashed(place, salt)
