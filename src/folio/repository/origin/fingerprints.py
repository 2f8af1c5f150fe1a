"""Fingerprints of templates and tutorials: samples and hashes by which their code is known, and none of the code.

Those that ship with folio are in `known/`, beside a README that names each source and its licence; a person may add
their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal, cast, get_args

from folio.errors import FolioError
from folio.repository.classify import Kind
from folio.repository.git.repository import Repository
from folio.repository.origin import shingles
from folio.repository.tree import Tree

SHIPPED = Path(__file__).parent / "known"
SPECIFIC_BYTES = 200
"""A smaller file can be the same in two repositories by chance."""
NAME = 16
"""Digits of a blob's name that are kept."""

What = Literal["template", "tutorial"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One template or tutorial."""

    name: str
    kind: What
    licence: str
    address: str
    commit: str
    roots: frozenset[str]
    """Its first commits: whoever made them wrote it."""
    blobs: frozenset[str]
    """The beginnings of its files' names as git gives them."""
    sample: frozenset[int]


def fingerprint_of(tree: Tree, repository: Repository, *, name: str, kind: What, licence: str, address: str,
                   below: str = "") -> Fingerprint:  # fmt: skip
    """The fingerprint of a repository, or of one folder in it."""
    folder = f"{below.strip('/')}/" if below.strip("/") else ""
    sample = {one for path, found in shingles.samples(tree).items() if path.startswith(folder) for one in found}
    roots = repository.run("rev-list", "--max-parents=0", repository.commit).decode("ascii").split()
    blobs = {blob for path in tree.paths if path.startswith(folder) and (blob := specific(tree, path))}
    return Fingerprint(
        name, kind, licence, address, repository.commit, frozenset(roots), frozenset(blobs), frozenset(sample)
    )


def specific(tree: Tree, path: str) -> str | None:
    """The beginning of the name of a file's blob; None for one that can be the same anywhere, such as a licence."""
    blob = tree.blob(path)
    if blob is None or tree.sizes[path] < SPECIFIC_BYTES or "licen" in path.lower() or "copying" in path.lower():
        return None
    return blob[:NAME] if tree.kind(path) not in (Kind.GENERATED, Kind.VENDORED) else None


def to_json(one: Fingerprint) -> str:
    """The fingerprint as text, the same each time."""
    value = {
        "shingles": shingles.VERSION,
        "name": one.name,
        "kind": one.kind,
        "licence": one.licence,
        "address": one.address,
        "commit": one.commit,
        "roots": sorted(one.roots),
        "blobs": " ".join(sorted(one.blobs)),
        "sample": shingles.packed(one.sample),
    }
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def from_json(text: str, where: str) -> Fingerprint:
    """What `to_json` gave; raises FolioError, naming the file, when it is something else."""
    try:
        value = json.loads(text)
        if value["shingles"] != shingles.VERSION:
            raise FolioError(f"{where}: made by another version of folio; make it again with 'folio fingerprint'")
        if value["kind"] not in get_args(What):
            raise ValueError("no such kind")
        name, licence, address, commit = (str(value[key]) for key in ("name", "licence", "address", "commit"))
        roots, blobs = frozenset(map(str, value["roots"])), frozenset(str(value["blobs"]).split())
        sample = shingles.unpacked(value["sample"])
        return Fingerprint(name, cast(What, value["kind"]), licence, address, commit, roots, blobs, sample)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FolioError(f"{where}: not a fingerprint; make one with 'folio fingerprint'") from None


def known(own: Iterable[Fingerprint] = ()) -> tuple[Fingerprint, ...]:
    """Those that ship with folio and the person's own, sorted by name."""
    return tuple(sorted((*_shipped(), *own), key=lambda one: (one.name, one.kind, one.commit)))


def in_folders(*folders: Path) -> tuple[Fingerprint, ...]:
    """All that the folders hold; one that is not there holds none. Raises FolioError for a file that is none."""
    return tuple(one for folder in folders for one in _in_folder(folder))


@cache
def _shipped() -> tuple[Fingerprint, ...]:
    return tuple(_in_folder(SHIPPED))


def _in_folder(folder: Path) -> Iterable[Fingerprint]:
    for file in sorted(folder.glob("*.json")):
        try:
            yield from_json(file.read_text("utf-8"), str(file))
        except (OSError, UnicodeDecodeError):
            raise FolioError(f"{file}: can't be read") from None


def digest(fingerprints: Iterable[Fingerprint]) -> str:
    """Changes when any of them does."""
    return sha256("".join(map(to_json, fingerprints)).encode()).hexdigest()
