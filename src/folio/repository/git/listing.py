"""Every file of a commit: where it is, its blob and its size; and what all of them come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from folio.repository.git.bounds import RepositoryUnreadable
from folio.repository.git.repository import Repository
from folio.repository.model import Files

MAX_LISTED = 1_000_000
MAX_PATH = 4_096
"""Bytes of a path; what is deeper could not be checked out anywhere, and is counted only."""
MAX_OUTPUT = 128 << 20
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ROW = re.compile(rb"(\d+) \w+ ([0-9a-f]+)\t([^\0]*)\0")
REGULAR = frozenset({b"100644", b"100755", b"100664"})
LINK, SUBMODULE = b"120000", b"160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: where it is, the name of its blob, and its size in bytes."""

    path: str
    name: str
    size: int
    compared: bool = False
    """Whether its code is compared with other people's."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The regular files, sorted by path, and the figures of everything in the commit."""

    entries: tuple[Entry, ...]
    files: Files


def listing(repository: Repository, *, wanted: Sequence[str] = ()) -> Listing:
    """What the commit holds. Links and submodules are counted and not listed: they lead elsewhere.

    Of a blob that the clone leaves out the size is 0, and that of all files is not known. A filtered clone tells the
    sizes of the `wanted` blobs alone: which others it happens to have must not show, and looking for what is not there
    is slow.
    """
    entries: dict[str, Entry] = {}
    count = size = links = submodules = 0
    complete = repository.supply is None
    for mode, name, known, path in _rows(repository, wanted):
        bytes_ = known or 0
        complete &= known is not None
        count += 1
        size += bytes_
        links += mode == LINK
        submodules += mode == SUBMODULE
        if mode in REGULAR and len(path) <= MAX_PATH:
            shown = printable(path)
            entries.setdefault(shown, Entry(shown, name.decode("ascii"), bytes_))
    figures = Files(count=count, size=size if complete else None, links=links, submodules=submodules)
    return Listing(tuple(entries[path] for path in sorted(entries)), figures)


def _rows(repository: Repository, wanted: Sequence[str]) -> Iterator[tuple[bytes, bytes, int | None, bytes]]:
    """Mode, object, size and path of everything."""
    # Not `ls-tree -l`, which looks for an object as often as it is named: a few trees can name one a billion times.
    output = repository.run(
        "ls-tree", "-r", "-z", "--full-tree", "--end-of-options", repository.commit, limit=MAX_OUTPUT
    )
    if output.count(b"\0") > MAX_LISTED:
        raise RepositoryUnreadable(f"it holds over {MAX_LISTED:,} files; it is too large to be read")
    names = wanted if repository.supply else (row[2].decode("ascii") for row in ROW.finditer(output))
    sizes = repository.sizes(names)
    for row in ROW.finditer(output):
        mode, name, path = row.groups()
        yield mode, name, 0 if mode == SUBMODULE else sizes.get(name.decode("ascii")), path


def printable(path: bytes) -> str:
    """The path as text that can be printed anywhere; what is not UTF-8 or not visible is shown as an escape."""
    text = path.decode("utf-8", "backslashreplace")
    if not UNPRINTABLE.search(text):
        return text
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
