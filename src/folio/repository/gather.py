"""Goes through a commit's files once: each is scanned as it comes out of git, and its text mostly let go again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol
from zlib import crc32

from folio.repository.classify import Kind, ending, kind, language
from folio.repository.entries import Entry
from folio.repository.scan import Scanned, Scanner, scanned

CODE = frozenset({Kind.SOURCE, Kind.TEST, Kind.EXAMPLE, Kind.GENERATED})
TEXTS = frozenset({"yml", "yaml", "toml", "json", "cfg", "ini", "md", "rst", "ipynb"})
RUN_BY_OTHERS = frozenset({"setup.py", "noxfile.py", "tasks.py", "fabfile.py"})
"""Code that other files refer to as they do to configuration, so that its text is asked for by name."""

COMPARED = 300
"""Files of code of one repository that are compared with other people's."""

Stream = Callable[[Sequence[str]], Iterable[tuple[str, bytes]]]
"""Gives the contents of blobs by their object names, one after the other; those that are missing are left out."""


class Scans(Protocol):
    """What earlier runs found in files, by blob and path."""

    def recall(self, entries: Iterable[Entry]) -> dict[str, Scanned]:
        """By path, what is known of these files."""

    def remember(self, found: Iterable[tuple[Entry, Scanned]]) -> None:
        """Keeps what was found."""


@dataclass(slots=True)
class Gathered:
    """The files that were read: what each said, the texts that detectors may ask for, and what went wrong."""

    scans: dict[str, Scanned] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)


def gathered(wanted: Sequence[Entry], stream: Stream, scanners: Mapping[str, Scanner], scans: Scans | None) -> Gathered:
    """Everything the files say. Of code only what was scanned stays, and code that is known already is not read."""
    wanted = with_compared(wanted)
    known = scans.recall(wanted) if scans else {}
    result = Gathered(scans=dict(known))
    paths: dict[str, list[Entry]] = {}
    for one in wanted:
        if one.path not in known or is_kept(one.path):
            paths.setdefault(one.name, []).append(one)
    new: list[tuple[Entry, Scanned]] = []
    for name, content in stream(list(paths)):
        entries = paths.pop(name)
        if (text := decoded(content)) is None:
            result.missing.update((one.path, "it is not text") for one in entries if is_text(one.path))
            continue
        for one in entries:
            if one.path not in known:
                result.scans[one.path] = scanned(one.path, text, scanners, compared=one.compared)
                new.append((one, result.scans[one.path]))
            if is_kept(one.path):
                result.texts[one.path] = text
    for entries in paths.values():
        result.missing.update((one.path, "its content is missing from the clone") for one in entries)
    if scans and new:
        scans.remember(new)
    return result


def with_compared(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, with at most COMPARED files of code marked for comparison: by a hash of the path, in any repository.

    Shingles of everything would cost as much as parsing it; a share is told from a sample as well.
    """
    code = [one.path for one in entries if kind(one.path) in CODE]
    chosen = set(sorted(code, key=lambda path: (crc32(path.encode("utf-8", "replace")), path))[:COMPARED])
    return [replace(one, compared=True) if one.path in chosen else one for one in entries]


def is_kept(path: str) -> bool:
    """Whether a file's text stays at hand: documents, configuration and scripts, which are few and short."""
    if path.rsplit("/", 1)[-1] in RUN_BY_OTHERS or language(path) == "Shell":
        return True
    return kind(path) not in CODE


def is_text(path: str) -> bool:
    """Whether a file can only be text by its name; one that is not was encrypted or damaged."""
    return language(path) is not None or ending(path) in TEXTS


def decoded(content: bytes) -> str | None:
    """The text of a file, by its byte order mark or as UTF-8, Latin-1 failing that; None when it is binary."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content[:8000]:
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return content.decode("latin-1").replace("\r\n", "\n")
