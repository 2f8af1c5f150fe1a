"""Code that is somebody else's: known templates and tutorials, by what files share with their fingerprints.

Calibrated with the Flask Mega-Tutorial's own repository: of three learners' code 32 to 57 % is in it, of nine other
projects' code at most 2 % in each other's. Source: rubric, guards `template` and `tutorial-clone`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from folio.repository.model import KnownSource, Sample
from folio.repository.origin.fingerprints import Fingerprint, specific
from folio.repository.origin.shingles import contained, samples
from folio.repository.tree import Tree

MOSTLY = 500
"""Thousandths of a file from which on it is the source's: who changed less has not made it their own."""
ENOUGH = 8
"""Shared hashes, about 130 tokens, that are no chance. Where a source is known to be used, FEW are enough."""
FEW = 3
SAME_FILES = 3
"""Identical files that show that a source is used, whatever they hold."""
LOWEST = 400


@dataclass(frozen=True, slots=True)
class Origins:
    """The known sources that are used, and the files that are one of theirs."""

    sources: tuple[KnownSource, ...]
    files: dict[str, KnownSource]


def detect(tree: Tree, fingerprints: Iterable[Fingerprint]) -> Origins:
    """What is known of where the code comes from, with every file by the source that it is most like."""
    found = samples(tree)
    whole = frozenset().union(*found.values())
    blobs = {path: blob for path in tree.own if (blob := specific(tree, path))}
    sources: list[KnownSource] = []
    best: dict[str, tuple[int, KnownSource]] = {}
    for one in fingerprints:
        source = KnownSource(name=one.name, kind=one.kind, share=contained(whole, one.sample))
        files = {path: 1001 for path, blob in blobs.items() if blob in one.blobs}
        used = len(files) >= SAME_FILES
        if len(whole & one.sample) >= ENOUGH or used:
            few = {path: share for path, sample in found.items() if (share := _share(sample, one, FEW)) >= MOSTLY}
            used = used or any(_share(found[path], one, ENOUGH) for path in few)
            files = few | files
        if used or (source.share >= 200 and len(whole & one.sample) >= ENOUGH):
            sources.append(source)
            for path, share in files.items():
                if path not in best or share > best[path][0]:
                    best[path] = share, source
    return Origins(tuple(sources), {path: best[path][1] for path in sorted(best)})


def _share(sample: frozenset[int], one: Fingerprint, least: int) -> int:
    """How much of a file's sample is in the source, in thousandths; nothing when it could be chance."""
    return contained(sample, one.sample) if len(sample & one.sample) >= least else 0


def sample(tree: Tree) -> Sample:
    """What the repository's own code is made of."""
    whole = sorted(frozenset().union(*samples(tree).values()))
    return Sample(size=len(whole), lowest=tuple(whole[:LOWEST]))
