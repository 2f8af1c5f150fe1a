"""A list of git addresses: one a line, with remarks after `#`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from folio.cohort.address import is_address
from folio.errors import InputError, Position, Problem
from folio.repository.git.bounds import RepositoryUnreadable

MAX_BYTES = 64 << 20
REMARK = re.compile(r"(?:^|\s)#.*")


def listed(file: Path, shown: str) -> Iterator[tuple[int, str]]:
    """Line and address of each; raises InputError with every line that holds no address."""
    with file.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise InputError([Problem(Position(shown), "", f"over {MAX_BYTES >> 20} MB of addresses", "split the file")])
    wrong: list[Problem] = []
    found: list[tuple[int, str]] = []
    for number, line in enumerate(content.decode("utf-8-sig", "replace").splitlines(), 1):
        if not (text := REMARK.sub("", line).strip()):
            continue
        try:
            if not is_address(text):
                wrong.append(Problem(Position(shown, number), "", "not a git address", "write https://host/path"))
            else:
                found.append((number, text))
        except RepositoryUnreadable as error:
            what, _, todo = str(error).partition("; ")
            wrong.append(Problem(Position(shown, number), "", what, todo))
    if wrong:
        raise InputError(wrong)
    yield from found
