"""Makes the fingerprint of a repository, wherever it is."""

from __future__ import annotations

from pathlib import Path

from folio.repository.entries import listed
from folio.repository.git.opening import opened
from folio.repository.origin import shingles
from folio.repository.origin.fingerprints import Fingerprint, What, fingerprint_of
from folio.repository.tree import Tree


def fingerprint_at(
    location: str,
    *,
    base: Path,
    scratch: Path,
    name: str,
    kind: What,
    licence: str = "",
    below: str = "",
    offline: bool = False,
    timeout: float = 300.0,
) -> Fingerprint:
    """The fingerprint of the repository at `location`, or of its folder `below`; raises RepositoryUnreadable.

    The address is part of it, and a path of this machine is not.
    """
    with opened(location, base=base, scratch=scratch, timeout=timeout, offline=offline) as repository:
        tree = Tree(listed(repository), repository.stream, {shingles.DETECTOR: shingles.scan})
        address = location if "://" in location else ""
        return fingerprint_of(tree, repository, name=name, kind=kind, licence=licence, address=address, below=below)
