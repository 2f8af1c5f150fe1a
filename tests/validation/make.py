"""Making a case's git repository: one `git fast-import` each, with dates and addresses that are fixed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from repository.build import ME, PLAIN
from validation.case import Case, Commits
from validation.notebook import notebook
from validation.ordinary import code, comments


def made(case: Case, folder: Path) -> Path:
    """The repository of a case below `folder`, as a person would have it there; perhaps it is not there."""
    whole = folder / f"{case.name}.git"
    if case.clone == "missing":
        return whole
    whole.mkdir(parents=True)
    _git(whole, "init", "--quiet", "--bare", "--initial-branch=main")
    _git(whole, "fast-import", "--quiet", stdin=b"".join(_stream(case)))
    if case.clone == "whole":
        return whole
    how = {"shallow": ["--depth=1"], "blobless": ["--filter=blob:none"]}[case.clone]
    _git(whole, "config", "uploadpack.allowFilter", "true")
    cut = folder / f"{case.name}-{case.clone}.git"
    _git(folder, "clone", "--quiet", "--bare", *how, f"file://{whole}", str(cut))
    if case.clone == "blobless":
        whole.rename(folder / f"{case.name}-gone.git")  # what was left out can't be had any more
    return cut


def contents(case: Case) -> dict[str, bytes]:
    """The files of the first commit."""
    files = {path: text.encode() for path, text in case.files.items()}
    for path, text in case.files.items():
        if path.endswith(".ipynb") and text.startswith("# %%"):
            files[path] = notebook(text).encode()
    for path, lines in case.fill.items():
        files[path] = files.get(path, b"") + code(path, lines, case.about).encode()
    for path, size in case.pad.items():
        files[path] = files.get(path, b"") + comments(path, size).encode()
    for path, how in case.raw.items():
        files[path] = _unreadable(files.get(path, b""), how)
    for name, count in case.crowd.items():
        files |= {name.format(n=n): f"Page {n}\n".encode() for n in range(count)}
    return files


def _unreadable(content: bytes, how: str) -> bytes:
    if how == "utf-16":
        return content.decode().encode("utf-16")
    start = {"encrypted": b"\0GITCRYPT\0", "binary": b"\x7fELF\0\0\xff\xfe"}[how]
    return start + bytes((byte * 7 + 13 * at) % 256 for at, byte in enumerate(content or b"secret" * 50))


def _stream(case: Case) -> Iterator[bytes]:
    files = contents(case)
    journal = Journal()
    number = 0
    for group in case.commits:
        late = _seconds(datetime.fromisoformat(f"{group.committed}T10:00:00")) if group.committed else None
        for at in range(group.count):
            number += 1
            when = _when(group, at)
            who = ME if group.by == "me" else group.by
            subject = group.subject.format(n=at + 1).encode()
            yield b"commit refs/heads/main\nmark :%d\n" % number
            yield f"author A <{who}> {when} +0000\ncommitter A <{who}> {late or when} +0000\n".encode()
            yield b"data %d\n%b\n" % (len(subject), subject)
            if number == 1:
                yield from (_file(path, content) for path, content in sorted(files.items()))
            elif group.lines:
                yield from journal.changed(group, number)
    for tag, target in sorted(case.tags.items()):
        mark = target + 1 if target >= 0 else number + 1 + target
        yield f"reset refs/tags/{tag}\nfrom :{mark}\n\n".encode()


class Journal:
    """The file that commits after the first one change."""

    def __init__(self) -> None:
        self.path = "journal.py"
        self.lines: list[str] = []

    def changed(self, group: Commits, number: int) -> Iterator[bytes]:
        """What one commit does to it."""
        fresh = [f"WEEK_{number}_{line} = {number * 100 + line}\n" for line in range(group.lines)]
        if group.how == "rename":
            yield f"D {self.path}\n".encode()
            self.path = f"journal_{number}.py"
        elif group.how == "space":
            self.lines = [f"{line.rstrip()}{' ' * (number % 7 + 1)}\n" for line in self.lines] + ["\n"]
        elif group.how == "rewrite":
            self.lines = fresh
        else:
            self.lines += fresh
        yield _file(self.path, "".join(self.lines).encode())


def _when(group: Commits, at: int) -> int:
    start = datetime.fromisoformat(f"{group.start}T10:00:00")
    step = timedelta(seconds=group.seconds) if group.seconds else timedelta(days=group.every)
    return _seconds(start + at * step)


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp())


def _file(path: str, content: bytes) -> bytes:
    return b"M 100644 inline %b\ndata %d\n%b\n" % (path.encode(), len(content), content)


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=PLAIN, input=stdin, check=True, capture_output=True)
