"""Where a repository's code comes from, unless it comes from the person themselves."""

from __future__ import annotations

from collections.abc import Iterable

from folio.repository.detect import originality
from folio.repository.detect.originality import Origins
from folio.repository.git.repository import Repository
from folio.repository.origin.fingerprints import Fingerprint, known
from folio.repository.tree import Tree


def origins_of(repository: Repository, tree: Tree, sources: Iterable[Fingerprint], own: frozenset[str]) -> Origins:
    """The known sources that are used, those that ship with folio among them.

    Whoever began a template or tutorial, by the commit that both histories begin with, uses their own.
    """
    fingerprints = known(sources)
    found = originality.detect(tree, fingerprints)
    if not found.sources:
        return found
    begun = _begun(repository, own)
    others = [one for one in fingerprints if one.roots.isdisjoint(begun)]
    return found if len(others) == len(fingerprints) else originality.detect(tree, others)


def _begun(repository: Repository, own: frozenset[str]) -> frozenset[str]:
    """The first commits of the history that are by the person."""
    output = repository.run(
        "log", "--max-parents=0", "--format=%H %aE", "--no-show-signature", "--end-of-options", repository.commit
    )
    rows = (line.split(" ", 1) for line in output.decode("utf-8", "replace").splitlines() if " " in line)
    return frozenset(name for name, email in rows if email.casefold() in own)
