"""The log of a repository as git prints it, while git still walks the history."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing

from folio.repository.git.process import pieces
from folio.repository.git.repository import GitFailed, Repository, RepositoryUnreadable, unreadable

FIELDS = ("%H %P", "%ae%x0a%an", "%ad %ct", "%B")
"""Name and parents, the author's address and name, when it was written (with a zone) and committed, the message.

None can hold a NUL. Each further field costs git a twentieth of the walk; that is why subject and co-authors are taken
from the message, and why the committer's zone is left out.
"""
MAX_LOG = 4 << 30


def records(repository: Repository) -> Generator[list[bytes], None, None]:
    """The FIELDS of all commits that git has printed since the last time, one commit after the other.

    Texts are UTF-8 where the commit says what they are. Times are in seconds: to print a day, git would have to believe
    a time zone, and gives up on some.
    """
    waiting: list[bytes] = []
    size = total = enough = 0
    printed = pieces(
        ["log", "-z", f"--format={'%x00'.join(FIELDS)}", "--date=raw", "--encoding=UTF-8", "--no-show-signature",
         "--end-of-options", repository.commit],
        deadline=repository.deadline, git_dir=repository.git_dir,
    )  # fmt: skip
    with closing(printed):
        try:
            for piece in printed:
                waiting.append(piece)
                size, total = size + len(piece), total + len(piece)
                if total > MAX_LOG:
                    raise RepositoryUnreadable(f"its log has over {MAX_LOG >> 30} GB; it is too large to be read")
                if size < enough:
                    continue
                fields = b"".join(waiting).split(b"\0")
                whole = (len(fields) - 1) // len(FIELDS) * len(FIELDS)
                waiting = [b"\0".join(fields[whole:])]
                size = len(waiting[0])
                enough = max(2 * size, 1 << 15)  # a message without end is not split anew with each piece of it
                yield fields[:whole]
        except GitFailed as error:
            raise unreadable(error) from None
    fields = b"".join(waiting).split(b"\0")
    yield fields[: len(fields) // len(FIELDS) * len(FIELDS)]
