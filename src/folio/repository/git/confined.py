"""Whether a stranger's repository is the stranger's: in their own folder, or where everybody may read it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from folio.repository.git.address import address_of
from folio.repository.git.bounds import RepositoryUnreadable
from folio.repository.git.location import CONTROL, located

PARTS = ("HEAD", "config", "objects", "objects/info", "objects/pack", "packed-refs", "refs", "shallow")
ELSEWHERE = ("commondir", "objects/info/alternates", "objects/info/http-alternates")
"""Files by which a repository takes what it holds from another one."""


def refuse_outside(location: str, base: Path) -> None:
    """Raises RepositoryUnreadable for a location that is neither in the folder `base` nor an https address.

    An ssh address would be read with the keys of whoever runs folio. Of a path outside, nothing is looked at.
    """
    if CONTROL.search(location):
        return  # `located` says what is wrong with it
    if (address := address_of(location)) is not None:
        if address.scheme != "https":
            raise RepositoryUnreadable("an ssh address is not read for somebody else; write its https address")
        return
    whole = Path(os.path.realpath(base))
    if location.startswith("~") or not _within(whole / location, whole):
        raise RepositoryUnreadable("a path out of the profile's folder is not read for somebody else; write an address")
    git_dir = located(location, base=base).git_dir
    if git_dir is None:
        return
    borrows = any(os.path.lexists(git_dir / one) for one in ELSEWHERE)
    if borrows or not all(_within(one, whole) for one in _parts(git_dir)):
        raise RepositoryUnreadable("it takes what it holds from outside of the profile's folder; copy it whole")


def _parts(git_dir: Path) -> Iterator[Path]:
    yield from (git_dir, *(git_dir / part for part in PARTS))
    for part in ("objects", "objects/pack"):
        try:
            yield from (Path(one) for one in os.scandir(git_dir / part))
        except OSError:
            continue


def _within(path: Path, whole: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(whole)
