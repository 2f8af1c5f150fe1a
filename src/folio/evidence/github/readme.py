"""The README of a repository as GitHub finds it, whatever it is called and wherever it lies."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from folio.evidence.github.session import Session

MAX_BYTES = 64 * 1024
"""Of a README, which is enough to tell what a project is."""


@dataclass(frozen=True, slots=True)
class Readme:
    """A text by its name, which tells its markup."""

    name: str
    text: str


def readme(repository: str, session: Session) -> Readme:
    """The README of `owner/name`; raises Trouble, also where there is none."""
    found = session.get(f"/repos/{repository}/readme", _read).value
    assert found is not None, "an answer without a mark to compare has a value"
    return found


def _read(answer: Any) -> Readme:
    if answer["encoding"] != "base64":  # as GitHub leaves out what is over a megabyte
        return Readme(str(answer["name"]), "")
    content = base64.b64decode(answer["content"])[:MAX_BYTES]
    return Readme(str(answer["name"]), content.decode("utf-8", "replace").replace("\r\n", "\n"))
