"""The file that keeps what each run came to: `history.jsonl` in the state folder.

It only ever grows at its end, by whole lines, under a lock. Whatever is in it was perhaps written by somebody else, cut
off, or is no file at all: that costs a warning and the history, never the run.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import stat
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path

from folio.durable.whole import create_whole
from folio.options import STATE
from folio.readiness.history import SCHEMA, Past, from_line, past
from folio.readiness.report import Report
from folio.version import VERSION

NAME = "history.jsonl"
MEANT = ("evidence/", "fingerprints/", "profile.schema.json", ".gitignore")
"""What of the state folder is for a repository; the rest is caches and the person's own figures."""
MADE = ("cache/", "evidence.lock", NAME, "history.lock", "pdf/", "site/")
WHY = "# Caches, and your own figures: not for a repository that others read.\n"
IGNORED = "".join([WHY, "/*\n", *(f"!/{name}\n" for name in MEANT)])
IGNORED_ELSEWHERE = "".join([WHY, *(f"/{name}\n" for name in MADE)])
"""For a folder that may hold other things of the person's, as `--state .` does."""
LOCK_SECONDS = 20
BLOCK = 1 << 20
MAX_LINE = 8 * 1024
MAX_READ = 512 * 1024 * 1024
"""Bytes of the file's end that are read; more than a hundred thousand runs."""
MAX_KEPT = 10_000
"""Days, platforms and tracks that are held at once: the latest ones."""

BEGIN = b'{"schema":1,"today":"'
HEAD = re.compile(rb'\{"schema":(\d{1,9}),"today":"(\d{4}-\d\d-\d\d)","platform":("[^\n]*?"),"track":("[^\n]*?"),"')
WHOLE = b'"}'
"""How a line of folio's ends, and none that was cut off."""

Key = tuple[str, str, str]
"""Day, platform and track, as a line writes them: the last line of each is what counts."""

log = logging.getLogger("folio")


def remember(state: Path, reports: Sequence[Report], *, what_if: bool = False) -> tuple[Past, ...]:
    """Appends what the reports came to, unless the last run for their platform, track and day came to the same.

    Returns the history of their platforms, each day's last run, with the reports at the end. A folder that can't be
    written costs the history this run, and is told. A run that asks what if, with fields set for it alone, is not kept.
    """
    new = {_key(one): one for one in (past(report, VERSION) for report in reports)}
    platforms = {platform for _, platform, _ in new}
    if what_if:
        return _before(state, platforms, new)
    if (known := _known(state, new, platforms)) is not None:
        return known
    from filelock import FileLock

    try:
        state.mkdir(parents=True, exist_ok=True)
        with FileLock(state / "history.lock", timeout=LOCK_SECONDS), _opened(state / NAME, write=True) as stream:
            keep_private(state)
            found = _Found.read(stream, platforms)
            lines = [one.to_line() for key, one in new.items() if not found.has(key, one)]
            if lines:
                _append(stream, lines, found)
    except OSError as error:
        log.warning("%s: this run can't be kept in the history (%s)", state / NAME, _why(error))
        return _before(state, platforms, new)
    return _with_new(found, state / NAME, new)


def _before(state: Path, platforms: Collection[str], new: Mapping[Key, Past]) -> tuple[Past, ...]:
    return (*(one for one in _recall(state, platforms) if _key(one) not in new), *new.values())


def _known(state: Path, new: Mapping[Key, Past], platforms: Collection[str]) -> tuple[Past, ...] | None:
    """The history where it has all that is new, as when the same is scored again; None where something is to write."""
    try:
        with _opened(state / NAME, write=False) as stream:
            found = _Found.read(stream, platforms)
    except OSError:
        return None
    if not all(found.has(key, one) for key, one in new.items()):
        return None
    return _with_new(found, state / NAME, new)


def _with_new(found: _Found, file: Path, new: Mapping[Key, Past]) -> tuple[Past, ...]:
    """The history with what is new at its end."""
    history = found.all(but=new)
    found.tell(file)
    return (*(one for one in history if _key(one) not in new), *new.values())


def recall(state: Path) -> tuple[Past, ...]:
    """Each day's last run by platform and track, oldest line first; a line that can't be read is told and stays."""
    return _recall(state, None)


def _recall(state: Path, platforms: Collection[str] | None) -> tuple[Past, ...]:
    try:
        with _opened(state / NAME, write=False) as stream:
            found = _Found.read(stream, platforms)
    except FileNotFoundError:
        return ()
    except OSError as error:
        log.warning("%s: the history can't be read (%s)", state / NAME, _why(error))
        return ()
    history = found.all()
    found.tell(state / NAME)
    return history


@dataclass
class _Found:
    """The lines that count, still unread, and what was wrong with others."""

    wanted: Collection[str] | None
    """The platforms to keep lines of, as keys name them; None for all."""
    lines: OrderedDict[Key, bytes] = field(default_factory=OrderedDict)
    ended: bool = True
    """Whether the last line has an end, so that the next one can follow it."""
    unread: bool = False
    later: bool = False
    cut: bool = False
    """Whether older lines were left aside, because there are too many."""

    @classmethod
    def read(cls, stream: FileIO, platforms: Collection[str] | None) -> _Found:
        """Passes over the file once; of the lines of one day, platform and track it keeps the last.

        Lines are found by how folio's begin and read later, so that a hundred thousand of them take a second.
        """
        found = cls(platforms)
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - MAX_READ))
        found.cut = size > MAX_READ
        rest = b""
        while block := stream.read(BLOCK):
            rest += block
            if end := rest.rfind(b"\n") + 1:
                found.take(rest[:end])
                rest = rest[end:]
            elif len(rest) > MAX_LINE:  # as good as its beginning, which is no line of folio's either
                rest = rest[: MAX_LINE + 1]
        if rest:
            found.ended = False
            if rest.endswith(WHOLE):
                found.take(rest + b"\n")
            else:
                found.unread = True
        return found

    def take(self, block: bytes) -> None:
        """Whole lines, of which those are kept that begin and end as folio's do."""
        done = 0
        for head in HEAD.finditer(block):
            start = head.start()
            if start == 0 or block[start - 1 : start] == b"\n":
                self.pass_over(block[done:start])
                done = block.find(b"\n", start) + 1
                self.take_line(head, block[start : done - 1])
        self.pass_over(block[done:])

    def take_line(self, head: re.Match[bytes], line: bytes) -> None:
        schema, day, platform, track = (one.decode("utf-8", "replace") for one in head.groups())
        if int(schema) != SCHEMA:
            self.later = True
        elif line.endswith(WHOLE) and len(line) <= MAX_LINE and (self.wanted is None or platform in self.wanted):
            self.keep((day, platform, track), line)

    def pass_over(self, between: bytes) -> None:
        """Lines that don't begin as folio's do. One that was cut off was told by the run that went on after it."""
        if between:
            lines = between.split(b"\n") if len(between) <= MAX_LINE else [between]
            self.unread |= not all(BEGIN.startswith(one) or one.startswith(BEGIN) for one in lines)

    def keep(self, key: Key, line: bytes) -> None:
        self.lines[key] = line
        self.lines.move_to_end(key)
        if len(self.lines) > MAX_KEPT:
            self.lines.popitem(last=False)
            self.cut = True

    def past(self, key: Key) -> Past | None:
        """The run that counts for a day, platform and track; None where there is none that can be read."""
        try:
            return from_line(self.lines[key]) if key in self.lines else None
        except ValueError:
            self.unread = True
            return None

    def has(self, key: Key, run: Past) -> bool:
        """Whether the run that counts is this one: its very line, or one that says the same."""
        return self.lines.get(key) == run.to_line().encode() or self.past(key) == run

    def all(self, but: Collection[Key] = ()) -> tuple[Past, ...]:
        return tuple(one for key in self.lines if key not in but and (one := self.past(key)))

    def tell(self, file: Path) -> None:
        if self.unread:
            log.warning("%s: it holds lines that can't be read; they were left where they are", file)
        if self.later:
            log.warning("%s: it holds lines of a later folio; update folio to see what they say", file)
        if self.cut:
            log.warning("%s: it is very long; only its end was read", file)


@contextmanager
def _opened(file: Path, *, write: bool) -> Iterator[FileIO]:
    """The file, which must be one: no folder, link or pipe that somebody put in its place."""
    access = os.O_RDWR | os.O_APPEND | os.O_CREAT if write else os.O_RDONLY
    safe = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with FileIO(os.open(file, access | safe, 0o600), "r+" if write else "r") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        yield stream


def _append(stream: FileIO, lines: list[str], found: _Found) -> None:
    """One write, so that a run that is killed leaves a line or none; after a line without an end, on a fresh one."""
    start = "" if found.ended else "\n"
    content = (start + "".join(f"{line}\n" for line in lines)).encode()
    before = stream.seek(0, os.SEEK_END)
    if stream.write(content) != len(content):
        stream.truncate(before)
        raise OSError(errno.ENOSPC, "no space left on the disk")
    os.fsync(stream.fileno())


def keep_private(state: Path) -> None:
    """Keeps caches and figures out of a repository, also where the profile's folder was not begun by folio.

    A `.gitignore` that is there stays as it is; where none can be written, nothing happens.
    """
    ignored = IGNORED if state.name == STATE else IGNORED_ELSEWHERE
    with suppress(OSError):
        create_whole(state / ".gitignore", ignored.encode(), mode=0o644)


def _key(one: Past) -> Key:
    return one.today.isoformat(), json.dumps(one.platform), json.dumps(one.track)


def _why(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "it is a link to elsewhere"
    return (error.strerror or str(error) or "not reachable").lower()
