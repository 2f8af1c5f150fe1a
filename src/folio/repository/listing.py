"""Every file of a commit: where it is, its blob and its size; and what all of them come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from folio.repository.bounds import RepositoryUnreadable
from folio.repository.git import Repository
from folio.repository.model import Files

MAX_LISTED = 1_000_000
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ROW = re.compile(rb"(\d+) \w+ ([0-9a-f]+) +(\S+)\t([^\0]*)\0")
REGULAR = frozenset({b"100644", b"100755", b"100664"})
LINK, SUBMODULE = b"120000", b"160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: where it is, the name of its blob, and its size in bytes."""

    path: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The regular files, sorted by path, and the figures of everything in the commit."""

    entries: tuple[Entry, ...]
    files: Files


def listing(repository: Repository) -> Listing:
    """What the commit holds. Links and submodules are counted and not listed: they lead elsewhere."""
    entries: dict[str, Entry] = {}
    count = size = links = submodules = 0
    for mode, name, bytes_, path in _rows(repository):
        count += 1
        size += bytes_
        links += mode == LINK
        submodules += mode == SUBMODULE
        if mode in REGULAR:
            shown = printable(path)
            entries.setdefault(shown, Entry(shown, name.decode("ascii"), bytes_))
    figures = Files(count=count, size=size, links=links, submodules=submodules)
    return Listing(tuple(entries[path] for path in sorted(entries)), figures)


def _rows(repository: Repository) -> Iterator[tuple[bytes, bytes, int, bytes]]:
    output = repository.run("ls-tree", "-r", "-l", "-z", "--full-tree", "--end-of-options", repository.commit)
    if output.count(b"\0") > MAX_LISTED:
        raise RepositoryUnreadable(f"it holds over {MAX_LISTED:,} files; it is too large to be read")
    for row in ROW.finditer(output):
        mode, name, size, path = row.groups()
        yield mode, name, int(size) if size.isdigit() else 0, path  # "BAD" when the clone leaves it out


def printable(path: bytes) -> str:
    """The path as text that can be printed anywhere; what is not UTF-8 or not visible is shown as an escape."""
    text = path.decode("utf-8", "backslashreplace")
    if not UNPRINTABLE.search(text):
        return text
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
