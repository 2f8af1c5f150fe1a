"""One profile of a cohort: what it is called there, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["folder", "record", "repository"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One profile to score. It crosses processes and machines, and holds no more than it needs there.

    folder      `place` is the absolute path of its profile; evidence is beside it, and workers have to see that path
    record      `place` says which line or row of which file it is, for problems; `content` is all there is to it
    repository  `place` is the address of a git repository with a profile.yaml at its top
    """

    id: str
    """Unique in a run, and the same in each run over the same sources; rows are sorted as candidates are found."""
    kind: Kind
    place: str
    content: bytes = field(default=b"", repr=False)
    """Of a record: a JSON object with `profile` (an object, or YAML text) and perhaps `evidence`, a list of
    observations as the evidence files hold them. Empty until the record is about to be worked on."""
    at: int = -1
    """Of a record: where in its file it begins (the byte of a line, the number of a row), for `filled`."""
