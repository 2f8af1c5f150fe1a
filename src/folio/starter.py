"""A profile to begin with: an empty one that explains itself, or the sample's."""

from __future__ import annotations

import json
from pathlib import Path

from folio.errors import FolioError
from folio.output import write
from folio.profile.placeholders import HEADLINE, SUMMARY
from folio.render.artifact import Artifact
from folio.render.templates import render
from folio.resources import root

IGNORED = """\
# What folio makes. The evidence is worth committing: a text file for each thing that was seen, without contents.
/out/
/.folio/*
!/.folio/evidence/
!/.folio/fingerprints/
!/.folio/.gitignore
"""


def start(folder: Path, *, sample: bool, name: str, email: str) -> tuple[Path, ...]:
    """Writes a new profile below `folder` and returns the files; raises FolioError rather than overwrite one."""
    artifacts = (*(_sample() if sample else _empty(name, email)), Artifact.of(".gitignore", IGNORED))
    taken = [str(folder / one.path) for one in artifacts if (folder / one.path).exists()]
    if taken:
        raise FolioError(f"{', '.join(taken[:3])}: there already; nothing was written. Choose another folder")
    try:
        return write(artifacts, folder)
    except OSError as error:
        nowhere = isinstance(error, FileNotFoundError)
        why = f"{folder.parent} takes no new folders" if nowhere else (error.strerror or "not writable").lower()
        raise FolioError(f"{folder} can't be written: {why}; choose another folder") from None


def _empty(name: str, email: str) -> tuple[Artifact, ...]:
    # A JSON string is a YAML string in quotes, whatever the name holds.
    words = {"name": name, "email": email, "headline": HEADLINE, "summary": SUMMARY}
    quoted = {field: json.dumps(text, ensure_ascii=False) for field, text in words.items()}
    profile = render("init/profile.yaml.j2", {**quoted, "summary": SUMMARY})
    return (Artifact.of("profile.yaml", profile),)


def _sample() -> tuple[Artifact, ...]:
    source = root("sample_profile")
    return tuple(
        Artifact(path.relative_to(source).as_posix(), path.read_bytes())
        for path in sorted(source.rglob("*"))
        if path.is_file() and ".folio" not in path.parts
    )
