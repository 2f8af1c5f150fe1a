"""A commit without history, in the words of `git fast-import`: no work tree, no index, no filter touches a byte."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime

from folio.version import VERSION

REF = "refs/heads/site"
AUTHOR = b"folio <folio@localhost>"
"""Nobody's name: a branch is public, and the person's address may not be."""
MARK = b"\nPublished-by: folio "
"""What the message of every such commit has, by which folio knows a branch that it may replace."""


def stream(files: Mapping[str, bytes], message: str, moment: datetime) -> bytes:
    """What makes the commit, at REF; the same files, message and moment make the same one."""
    return b"".join(_parts(files, message, moment))


def is_own(commit: bytes) -> bool:
    """Whether a commit, as `git cat-file commit` prints it, is one of these."""
    head, _, message = commit.partition(b"\n\n")
    return MARK in message and not any(line.startswith(b"parent ") for line in head.split(b"\n"))


def _parts(files: Mapping[str, bytes], message: str, moment: datetime) -> Iterator[bytes]:
    text = message.encode("utf-8", "replace") + b"\n" + MARK + VERSION.encode() + b"\n"
    yield b"commit %s\ncommitter %s %d +0000\n" % (REF.encode(), AUTHOR, int(moment.timestamp()))
    yield b"data %d\n%s\n" % (len(text), text)
    for path, content in sorted(files.items()):
        yield b'M 100644 inline "%s"\ndata %d\n' % (_quoted(path), len(content))
        yield content
        yield b"\n"


def _quoted(path: str) -> bytes:
    return os.fsencode(path).replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
