"""One run of git, bounded in time: what it prints, piece by piece, and its end whatever happens.

GitPython starts git and hands over its process; what it leaves open is closed here.
"""

from __future__ import annotations

import os
import selectors
import signal
import tempfile
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from folio.repository.git.bounds import Deadline, GitFailed, RepositoryUnreadable
from folio.repository.git.harmless import environment, foreign_variables
from folio.repository.git.room import Room

if TYPE_CHECKING:
    from subprocess import Popen

    from git import Git

MAX_ERRORS = 64 << 10
MAX_MEMORY = 2 << 30
"""Bytes that git may ask for; a delta of a kilobyte can stand for gigabytes, and is put together in memory."""
PIECE = 1 << 20
LOOK = 0.2
"""Seconds between looks at the room that a clone takes."""


def pieces(
    arguments: Sequence[str | Path],
    *,
    deadline: Deadline,
    git_dir: Path | None = None,
    stdin: bytes | None = None,
    settings: Mapping[str, str] | None = None,
    room: Room | None = None,
) -> Generator[bytes, None, None]:
    """What `git arguments` prints, as it comes; the process ends when the iterator does, or is closed.

    Raises GitFailed when git says no, which can be after its last piece, and RepositoryUnreadable over a limit: the
    deadline, or the room for what git writes.
    """
    # GitPython stops the process when its wrapper is let go of, so that has to be held on to.
    wrapper = _started(arguments, git_dir=git_dir, stdin=stdin, settings=settings or {}, room=room)
    process = cast("Popen[bytes]", wrapper.proc)
    said: list[bytes] = []
    status: int | None = None
    try:
        yield from _printed(process, said, deadline, room)
        status = process.wait()
    finally:
        if status is None:
            _kill(process)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
    if status:
        words = b"".join(said).decode("utf-8", "replace").strip()
        raise GitFailed(words or f"git {arguments[0]} broke off with status {status}")


def _started(
    arguments: Sequence[str | Path],
    *,
    git_dir: Path | None,
    stdin: bytes | None,
    settings: Mapping[str, str],
    room: Room | None,
) -> Git.AutoInterrupt:
    try:
        from git import Git
        from git.exc import GitCommandNotFound
    except ImportError as error:  # GitPython looks for git when it is imported
        raise RepositoryUnreadable("git was not found; install git") from error

    where = [f"--git-dir={git_dir}", "--bare"] if git_dir else []
    git = [Git.GIT_PYTHON_GIT_EXECUTABLE or "git", "--no-pager", "--literal-pathspecs", *where, *map(str, arguments)]
    with tempfile.TemporaryFile() as source:  # a pipe would have to be fed while the answer is read
        if stdin is not None:
            source.write(stdin)
            source.seek(0)
        try:
            return Git(os.path.abspath(os.sep)).execute(
                [*_wrapped(room), *git],
                istream=source if stdin is not None else None,
                as_process=True,
                env=environment(settings),
                start_new_session=True,
            )
        except (GitCommandNotFound, OSError) as error:
            raise RepositoryUnreadable("git could not be started; check that it is installed") from error


def _wrapped(room: Room | None) -> list[str]:
    """What stands before `git`: bounds that the system holds it to, where the system knows them."""
    bounds = f"ulimit -v {MAX_MEMORY >> 10} 2>/dev/null"
    if room is not None:
        bounds += f"; ulimit -f {room.limit >> 9}"
    wrapper = ["sh", "-c", f'{bounds}; exec "$@"', "sh"]
    if foreign := foreign_variables():
        wrapper += ["env", *(part for name in foreign for part in ("-u", name))]
    return wrapper


def _printed(process: Popen[bytes], said: list[bytes], deadline: Deadline, room: Room | None) -> Iterator[bytes]:
    """Standard output in pieces; the first of what comes as errors goes to `said`."""
    heard = 0
    look = time.monotonic() + LOOK
    _widen(cast("IO[bytes]", process.stdout))
    with selectors.DefaultSelector() as streams:
        streams.register(cast("IO[bytes]", process.stdout), selectors.EVENT_READ, "out")
        streams.register(cast("IO[bytes]", process.stderr), selectors.EVENT_READ, "err")
        while streams.get_map():
            ready = streams.select(min(deadline.left(), LOOK))
            if room is not None and time.monotonic() > look:
                room.check()
                look = time.monotonic() + LOOK
            for key, _ in ready:
                piece = os.read(key.fd, PIECE)
                if not piece:
                    streams.unregister(key.fileobj)
                elif key.data == "out":
                    yield piece
                elif heard <= MAX_ERRORS:
                    heard += len(piece)
                    said.append(piece)
    if room is not None:
        room.check()


def _widen(pipe: IO[bytes]) -> None:
    """Lets git run ahead while what it printed is looked at; where the system has no such call, it waits more often."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIECE)


def _kill(process: Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
