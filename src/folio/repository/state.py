"""Whether a repository is as it was when it was read, told without reading it again."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from folio.repository.git.bounds import Deadline, RepositoryUnreadable
from folio.repository.git.location import located
from folio.repository.git.references import references, shallow

if TYPE_CHECKING:
    from folio.repository.git.network import Network
    from folio.repository.origin.fingerprints import Fingerprint

DETECTOR_VERSION = 9
"""Goes up with every change of what a detector finds, so that stored observations are made again."""

OF_FOLDER = re.compile(r"(?P<state>[0-9a-f]{64}) (?P<latest>[\d-]*)(?: (?P<today>[\d-]+))?")


def fingerprint(
    location: str,
    *,
    base: Path,
    own: frozenset[str],
    today: date,
    before: str = "",
    offline: bool = True,
    network: Network | None = None,
    sources: tuple[Fingerprint, ...] = (),
    timeout: float = 20.0,
) -> str:
    """Changes when reading would give something else; empty when that can't be told without reading.

    A local repository is told by its references, a bundle by its bytes; an address is asked, unless `offline`. An
    earlier fingerprint, `before`, saves starting git where the references are as they were.
    """
    parts = [str(DETECTOR_VERSION), _digest(sources), *sorted(own)]
    try:
        found = located(location, base=base)
        if found.bundle is not None:
            with found.bundle.open("rb") as stream:
                return _hashed(hashlib.file_digest(stream, "sha256").hexdigest(), parts)
        if found.git_dir is not None:
            return _of_folder(found.git_dir, parts, today, before, Deadline.after(timeout))
        if found.address is not None and not offline:
            from folio.repository.git.network import Network
            from folio.repository.git.remote import Remote

            asked = Remote(found.address, network or Network(), Deadline.after(timeout)).advertised()
            return _hashed(repr(asked), parts)
    except (RepositoryUnreadable, OSError):
        pass
    return ""


def _of_folder(git_dir: Path, parts: list[str], today: date, before: str, deadline: Deadline) -> str:
    """A hash, the latest day among the references, and today where that is later: it does not count yet."""
    read = references(git_dir)
    if read and (known := OF_FOLDER.fullmatch(before)) and known["state"] == _hashed(repr(read), parts):
        as_of = known["today"]
        if as_of == str(today) if as_of else known["latest"] <= str(today):
            return before
    from folio.repository.git.opening import repository_at

    repository = repository_at(git_dir, deadline)
    state = repr(read or (repository.commit, repository.branch, repository.refs, *shallow(git_dir)))
    latest = max((day for *_, day in repository.refs), default="")
    days = [latest, str(today)] if latest > str(today) else [latest]
    return " ".join([_hashed(state, parts), *days])


def _digest(sources: tuple[Fingerprint, ...]) -> str:
    if not sources:
        return ""
    from folio.repository.origin.fingerprints import digest

    return digest(sources)


def _hashed(state: str, parts: list[str]) -> str:
    version, *others = parts
    return hashlib.sha256("\0".join([version, state, *others]).encode()).hexdigest()
