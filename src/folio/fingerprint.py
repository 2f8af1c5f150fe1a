"""Makes the fingerprint of a template or tutorial into a file, where runs find it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

from folio.durable.held import scratch_folder
from folio.errors import FolioError
from folio.evidence.store import replace
from folio.options import FINGERPRINTS, STATE
from folio.repository.origin.fingerprinting import fingerprint_at
from folio.repository.origin.fingerprints import What, to_json


def make(
    location: str, *, name: str | None, kind: str, below: str, licence: str, out: Path | None, offline: bool
) -> tuple[Path, int]:
    """Writes the fingerprint and gives the file and the number of its hashes; raises FolioError.

    A location without code or other files of its own gives no fingerprint: it would say nothing.
    """
    called = name or re.sub(r"\.(git|bundle)$", "", re.split(r"[/:\\]", location.rstrip("/\\"))[-1]) or "template"
    with scratch_folder() as scratch:
        made = fingerprint_at(
            location, base=Path.cwd(), scratch=scratch, name=called, kind=cast(What, kind), licence=licence,
            below=below, offline=offline,
        )  # fmt: skip
    hashes = len(made.sample) + len(made.blobs)
    if not hashes:
        where = f"the folder '{below}'" if below else "it"
        raise FolioError(f"{location}: {where} holds no code to make a fingerprint of")
    slug = re.sub(r"[^\w.-]+", "-", called.casefold()).strip("-.") or "template"
    file = out or Path(STATE) / FINGERPRINTS / f"{slug}.json"
    replace(file, to_json(made).encode())
    return file, hashes
