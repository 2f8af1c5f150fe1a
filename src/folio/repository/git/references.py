"""What a repository's references say, read from its files: enough to tell without git that nothing changed."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

KINDS = ("refs/heads", "refs/tags")
MAX_FILES = 20_000
MAX_FILE = 4096
MAX_PACKED = 32 << 20


class _OnlyGitKnows(Exception):
    pass


def references(git_dir: Path) -> tuple[str, ...] | None:
    """HEAD, every branch and tag with what it points at, and where history is cut off; None where only git can tell.

    What a reference points at never changes itself, so that the same references mean the same history, down to where
    a shallow clone ends. Whether they are packed makes no difference.
    """
    try:
        shared = _shared(git_dir)
        for folder in (git_dir, shared):
            sys.audit("folio.read", str(folder))  # what is looked for in it and is not there yet
        if (shared / "reftable").exists():
            return None
        head = _text(git_dir / "HEAD")
        found = dict(_packed(shared / "packed-refs")) | dict(_loose(shared))
        cut = _cut_off(shared)
    except (OSError, ValueError, _OnlyGitKnows):
        return None
    if not all(map(_is_told, (head, *found.values()))):
        return None
    return (f"HEAD {head}", *(f"{name} {target}" for name, target in sorted(found.items())), *cut)


def shallow(git_dir: Path) -> tuple[str, ...]:
    """The commits whose parents a shallow clone left out, as `references` has them; none of a whole one."""
    try:
        return _cut_off(_shared(git_dir))
    except (OSError, ValueError, _OnlyGitKnows):
        return ()


def _is_told(target: str) -> bool:
    """Whether it is an object, or leads to a reference that is read."""
    return not target.startswith("ref:") or target[4:].strip().startswith(KINDS)


def _shared(git_dir: Path) -> Path:
    """The folder of the references, which is another one for a linked work tree."""
    return git_dir / _text(git_dir / "commondir") if (git_dir / "commondir").exists() else git_dir


def _cut_off(shared: Path) -> tuple[str, ...]:
    file = shared / "shallow"
    if not os.path.lexists(file):
        return ()
    return tuple(f"shallow {commit}" for commit in sorted(_text(file, limit=MAX_PACKED).splitlines()))


def _packed(file: Path) -> Iterator[tuple[str, str]]:
    if not os.path.lexists(file):
        return
    for line in _text(file, limit=MAX_PACKED).splitlines():
        target, _, name = line.partition(" ")
        if name.startswith(KINDS):
            yield name, target


def _loose(shared: Path) -> Iterator[tuple[str, str]]:
    count = 0
    for kind in KINDS:
        for where, folders, files in os.walk(shared / kind):
            if any(os.path.islink(os.path.join(where, one)) for one in folders):
                raise _OnlyGitKnows
            for name in files:
                count += 1
                if count > MAX_FILES:
                    raise _OnlyGitKnows
                if not name.endswith(".lock"):
                    file = Path(where, name)
                    yield file.relative_to(shared).as_posix(), _text(file)


def _text(file: Path, *, limit: int = MAX_FILE) -> str:
    """What a small, ordinary file says; nobody vouches for what else lies in a repository."""
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or about.st_size > limit:
            raise _OnlyGitKnows
        return stream.read(limit).decode("utf-8", "surrogateescape").strip()
