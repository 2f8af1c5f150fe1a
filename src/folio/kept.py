"""What a command that makes documents came to, kept so that the same command need not make them again.

An answer is kept under all that can change it and is known before anything is read: the arguments, the options in the
environment, the folder, the day, folio and the libraries it stands on. It holds a hash of every file that was read for
it and of the names in every folder that was listed, and counts only while all of them are the same. It imports the
standard library alone: asking whether anything changed must cost less than finding it out by doing the work.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from folio.durable.whole import create_whole, sweep, write_whole
from folio.version import VERSION

FOLDER = os.path.join("cache", "answers")
MOST = 40
"""How many answers are kept beside a profile; the oldest leave first."""
SLACK = 50_000_000
"""Nanoseconds that a file system's clock may be behind; a file changed so near the run may change once more unseen."""
ENVIRONMENT = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME", "LANG", "LC_ALL", "SOURCE_DATE_EPOCH", "TZ")
OPTIONS = "FOLIO_"
"""What variables begin with that stand for options."""
ABSENT = "-"
NOT_READ = os.O_WRONLY | os.O_RDWR | os.O_CREAT | getattr(os, "O_DIRECTORY", 0)

Inputs = dict[str, str]
"""By path: what stands for its content."""


class Answer(NamedTuple):
    """What was said, as JSON has it, and the documents' bytes."""

    about: dict[str, Any]
    contents: tuple[bytes, ...]


def recall(words: Sequence[str]) -> Answer | None:
    """The answer to a command in this folder on this day; None when there is none that still holds."""
    name: str | None = None
    for place in _places(words):
        if os.path.isdir(place):
            name = name or _name(words)
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
                return _read(os.path.join(place, name))
    return None


def _read(file: str) -> Answer:
    with open(file, "rb") as stream:
        head, _, rest = stream.read().partition(b"\n")
    said = json.loads(head)
    if hashlib.sha256(rest).hexdigest() != said["sha256"]:
        raise ValueError("not whole")
    if any(stands_for(path) != found for path, found in said["inputs"].items()):
        raise ValueError("out of date")
    contents, start = [], 0
    for size in said["sizes"]:
        contents.append(rest[start : start + size])
        start += size
    return Answer(said["about"], tuple(contents))


def remember(state: os.PathLike[str], words: Sequence[str], inputs: Inputs, answer: Answer) -> None:
    """Keeps an answer below `state`, whole or not at all; without a folder to write to, nothing is kept."""
    place = os.path.join(state, FOLDER)
    file = os.path.join(place, _name(words))
    rest = b"".join(answer.contents)
    said = {"sha256": hashlib.sha256(rest).hexdigest(), "sizes": [len(one) for one in answer.contents],
            "inputs": inputs, "about": answer.about}  # fmt: skip
    with contextlib.suppress(OSError):
        os.makedirs(place, mode=0o700, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            create_whole(os.path.join(place, ".gitignore"), b"*\n")
        write_whole(file, json.dumps(said).encode() + b"\n" + rest)
        sweep(place)
        answers = [one for one in os.scandir(place) if not one.name.startswith(".")]
        for old in sorted(answers, key=lambda one: one.stat().st_mtime_ns)[:-MOST]:
            os.unlink(old.path)


def _name(words: Sequence[str]) -> str:
    day = time.strftime("%Y-%m-%d")
    environment = [os.environ.get(name) for name in ENVIRONMENT]
    environment += [f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(OPTIONS)]
    told = [VERSION, sys.version, list(words), os.getcwd(), day, environment, list(_tools())]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _tools() -> Iterator[object]:
    """What stands for folio's own code and templates, and for everything that is installed beside it."""
    package = os.path.dirname(os.path.abspath(__file__))
    for folder in (package, os.path.join(os.path.dirname(os.path.dirname(package)), "templates")):
        for one in _below(folder):
            about = one.stat()
            yield one.path, about.st_size, about.st_mtime_ns
    yield from installed()


def installed() -> Iterator[tuple[str, int]]:
    """What stands for everything installed beside folio: a folder changes with each package that comes or goes."""
    for folder in sys.path:
        if folder.endswith("-packages"):
            with contextlib.suppress(OSError):
                yield folder, os.stat(folder).st_mtime_ns


def _below(folder: str) -> Iterator[os.DirEntry[str]]:
    with contextlib.suppress(FileNotFoundError):
        for one in sorted(os.scandir(folder), key=lambda one: one.name):
            if one.is_dir(follow_symlinks=False):
                if one.name != "__pycache__":
                    yield from _below(one.path)
            else:
                yield one


def _places(words: Sequence[str]) -> Iterator[str]:
    """Where an answer to `words` may lie: beside every profile that one of them may name, and in any `--state`."""
    for number, word in enumerate(words):
        if word == "--state":
            yield from (os.path.join(one, FOLDER) for one in words[number + 1 : number + 2])
        elif word.startswith("--state="):
            yield os.path.join(word.partition("=")[2], FOLDER)
        elif not word.startswith("-"):
            folder = word if os.path.isdir(word) else os.path.dirname(word)
            yield os.path.join(folder, ".folio", FOLDER)
    yield os.path.join(".folio", FOLDER)
    for name, value in sorted(os.environ.items()):
        if name.startswith(OPTIONS) and name.endswith("_STATE"):
            yield os.path.join(value, FOLDER)


def stands_for(path: str) -> str:
    """A hash of a file's bytes, or of the names in a folder with their kinds."""
    try:
        with open(path, "rb") as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except IsADirectoryError:
        names = sorted(f"{one.name}/" if one.is_dir() else one.name for one in os.scandir(path))
        return "/" + hashlib.sha256(json.dumps(names).encode()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT


class Watch:
    """Notes what this process reads from now on: files, folders, and whether it asks anything else.

    An audit hook stays for the life of the process, and there is no path by which something is read past it.
    """

    def __init__(self) -> None:
        self._started = time.time_ns() - SLACK
        self._paths: dict[str, None] = {}
        self._outside = False
        own = os.path.dirname(os.path.abspath(__file__))
        self._known = tuple(
            f"{folder}{os.sep}"
            for folder in (own, os.path.join(os.path.dirname(os.path.dirname(own)), "templates"),
                           os.path.dirname(os.__file__), *(one for one in sys.path if one.endswith("-packages")))
        )  # fmt: skip
        sys.addaudithook(self._hear)

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = values
            if isinstance(path, (str, bytes)) and not (flags or 0) & NOT_READ:
                self._paths[os.fsdecode(path)] = None
        elif event in ("os.listdir", "os.scandir", "folio.read"):
            path = os.fsdecode(values[0]) if isinstance(values[0], (str, bytes, os.PathLike)) else "."
            self._paths[path] = None
        elif event in ("subprocess.Popen", "socket.connect"):
            self._outside = True

    def inputs(
        self, further: Iterable[str] = (), *, apart: Callable[[str], bool] = lambda _: False, alone: bool = True
    ) -> Inputs | None:
        """All that was read, with `further` paths that were looked for, without those that stand `apart`.

        None where a file changed so lately that it may have been another when it was read, or where something else was
        asked, unless it is told by other means (not `alone`).
        """
        if self._outside and alone:
            return None
        read = {os.path.abspath(path) for path in (*tuple(self._paths), *further)}
        import tempfile

        shared = os.path.abspath(tempfile.gettempdir())  # where everybody comes and goes; looked through for one's own
        found: Inputs = {}
        for path in sorted(read):
            if path == shared or path.startswith((*self._known, "/dev/", "/proc/", "/sys/")) or apart(path):
                continue
            try:
                about = os.stat(path)
                if max(about.st_mtime_ns, about.st_ctime_ns) >= self._started:
                    return None
            except OSError:
                pass
            try:
                found[path] = stands_for(path)
            except OSError:
                return None
        return found


def tree(folder: os.PathLike[str]) -> Iterator[str]:
    """A folder, there or not, and everything below it: for what is looked up in it by name."""
    yield os.fspath(folder)
    for at, folders, files in os.walk(folder):
        yield from (os.path.join(at, name) for name in (*folders, *files))


def named(words: Sequence[str]) -> Iterator[str]:
    """The files that decide what words mean: whether one is a profile. What follows `-o` is written and not read."""
    for before, word in zip(("", *words), words, strict=False):
        if before not in ("-o", "--out") and not word.startswith("-"):
            yield os.path.join(word, "profile.yaml")
            if not os.path.isdir(word):
                yield word
