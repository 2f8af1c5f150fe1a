"""A file of tokens for GitHub, one a line. What is in it is in no message."""

from __future__ import annotations

import re
from pathlib import Path

from folio.errors import FolioError, InputError, Position, Problem

TOKEN = re.compile(r"[!-~]{8,500}")
MOST = 1 << 20


def read(file: Path) -> tuple[str, ...]:
    """The tokens of a file, each once; lines that begin with # are comments.

    Raises FolioError where others than its owner can read it, and InputError with every line that is no token.
    """
    try:
        if file.stat().st_mode & 0o077:
            raise FolioError(f"{file}: others on this machine can read these tokens; chmod 600 {file}")
        with file.open("rb") as stream:
            lines = stream.read(MOST).decode("ascii", "replace").splitlines()
    except OSError as error:
        raise FolioError(f"{file}: can't be read: {(error.strerror or str(error)).lower()}") from None
    given = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    tokens = [(number, line) for number, line in given if not line.startswith("#")]
    if wrong := [number for number, line in tokens if not TOKEN.fullmatch(line)]:
        raise InputError(Problem(Position(str(file), one), "", "not a token", "write one a line") for one in wrong)
    if not tokens:
        raise FolioError(f"{file}: there is no token in it; write one a line")
    return tuple(dict.fromkeys(line for _, line in tokens))
