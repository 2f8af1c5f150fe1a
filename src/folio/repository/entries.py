"""Which of a commit's files are there, and which of them are worth reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from folio.repository.classify import Kind, ending, kind, language
from folio.repository.git import Repository

MAX_TEXT = 400_000
MAX_NOTEBOOK = 6_000_000
MAX_FILES = 4_000
MAX_LISTED = 1_000_000
MAX_TOTAL = 100_000_000
"""Bytes of all texts together. The three limits above it are the rubric's `scan.file_limits`."""
MAX_UNREAD = 50

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
DATA_JSON = re.compile(
    r"(package|metrics|results|vercel|now|firebase|app|turbo|tsconfig|composer|service|credentials)[^/]*\.json$"
    r"|(key|secret|account|schema|devcontainer|eslintrc|prettierrc|biome|renovate)[^/]*\.json$"
)
SCRIPTS = frozenset({".ci", "ci", "bin", "script", "scripts", "tools", "hack", ".husky"})
REGULAR = frozenset({"100644", "100755", "100664"})

Fetch = Callable[[Sequence[str]], dict[str, bytes]]
"""Gives the contents of blobs by their object names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: where it is, the name of its blob, and its size in bytes."""

    path: str
    name: str
    size: int


def listed(repository: Repository) -> tuple[Entry, ...]:
    """The regular files of the commit, sorted. Links and submodules are left out: they lead elsewhere."""
    entries: dict[str, Entry] = {}
    output = repository.run("ls-tree", "-r", "-l", "-z", "--full-tree", "--end-of-options", repository.commit)
    for line in output.split(b"\0"):
        head, tab, path = line.partition(b"\t")
        fields = head.split()
        if tab and len(fields) == 4 and fields[0].decode("ascii") in REGULAR:
            shown = printable(path)
            size = int(fields[3]) if fields[3].isdigit() else 0  # "BAD" when the clone leaves it out
            entries.setdefault(shown, Entry(shown, fields[2].decode("ascii"), size))
    return tuple(entries[path] for path in sorted(entries))


def printable(path: bytes) -> str:
    """The path as text that can be printed anywhere; what is not UTF-8 or not visible is shown as an escape."""
    text = path.decode("utf-8", "backslashreplace")
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def chosen(entries: Sequence[Entry]) -> tuple[list[Entry], dict[str, str]]:
    """The files to read, and why others that could matter are not read."""
    over: dict[str, str] = {}
    wanted: list[Entry] = []
    for one in entries:
        if not _matters(one.path):
            continue
        limit = MAX_NOTEBOOK if ending(one.path) == "ipynb" else MAX_TEXT
        if one.size > limit:
            if kind(one.path) is not Kind.GENERATED:
                over[one.path] = f"{one.size:,} bytes; the limit is {limit:,}"
        else:
            wanted.append(one)
    wanted.sort(key=lambda one: (_rank(one.path), one.path.count("/"), one.path))
    total = 0
    for number, one in enumerate(wanted):
        total += one.size
        if number >= MAX_FILES or total > MAX_TOTAL:
            left = len(wanted) - number
            over[one.path] = (
                f"not read, and {left - 1:,} more like it; the limit is {MAX_FILES:,} files and {MAX_TOTAL:,} bytes"
            )
            del wanted[number:]
            break
    return wanted, dict(sorted(over.items())[:MAX_UNREAD])


def _matters(path: str) -> bool:
    what = kind(path)
    if what is Kind.VENDORED:
        return False
    if what is Kind.GENERATED:
        return language(path) == "SQL"
    if what is Kind.EXAMPLE:
        return language(path) is not None or ending(path) == "ipynb"
    if what is Kind.OTHER:
        folder = path.rpartition("/")[0]
        return ending(path) in ("", "txt") and (not folder or folder.rsplit("/", 1)[-1] in SCRIPTS)
    return ending(path) != "json" or DATA_JSON.search(path.lower()) is not None


def _rank(path: str) -> int:
    """Documents and configuration first: there are few of them and each can decide a fact."""
    what = kind(path)
    if what in (Kind.DOCS, Kind.CONFIG, Kind.OTHER):
        return 0 if path.count("/") < 2 else 2
    return 1 if what is Kind.SOURCE else 3
