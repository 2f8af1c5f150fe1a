"""What becomes of a document: a person whose documents can be made, or words on what is wrong with it. Nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from folio.errors import FolioError, InputError, Problem
from folio.evidence.model import Evidence
from folio.known import Person, all_enclosed, loaded_each
from folio.library import validate
from folio.portfolio.pitch.compose import compose_pitch
from folio.portfolio.pitch.letter import compose_letter
from fuzz.editor import faults, seen
from fuzz.mending import mended

TODAY = date(2026, 11, 22)
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029\x0b\x0c\x1c\x1d\x1e]")

Outcome = Literal["refused", "enclosures", "made"]


def outcome(content: bytes, folder: Path, *, score: bool = False, mend: bool = False) -> Outcome:
    """How far the profile with this content comes, in a folder that has files to enclose.

    With `score`, what is accepted is scored and looked over for what will look bad, too. With `mend`, one that is
    refused is tried again without what is wrong in it.
    """
    file = folder / "profile.yaml"
    file.write_bytes(content)
    try:
        said = loaded_each(file)
    except InputError as error:
        _positioned(error, content, str(file))
        better = mended(content, file) if mend else None
        return outcome(better, folder, score=score) if better else "refused"
    except FolioError as error:
        assert str(error).strip()
        return "refused"
    assert not (against := faults(seen(content))), f"folio takes what the schema does not: {against[:3]}"
    try:
        all_enclosed(said, folder)
    except FolioError as error:
        assert str(error).strip()
        return "enclosures"
    if score:
        warnings = validate(file, today=TODAY)
        _in_places(warnings, content, str(file))
    _make(Person(folder, said, Evidence(), TODAY), score=score)
    return "made"


def _positioned(error: InputError, content: bytes, name: str) -> None:
    assert error.problems
    _in_places(error.problems, content, name)


def _in_places(problems: Iterable[Problem], content: bytes, name: str) -> None:
    """Holds each problem to a place in the file, and to words."""
    lines = BREAK.split(content.decode("utf-8-sig", "replace"))
    for one in problems:
        place = one.position
        assert place.file == name
        assert one.what.strip(), one
        assert 1 <= place.line <= len(lines) + 1, one
        assert 1 <= place.column <= max(map(len, lines)) * 4 + 2, one  # a byte in UTF-8 counts where it is none


def _make(person: Person, *, score: bool) -> None:
    """Composes everything that needs nothing but the profile; only FolioError may stop it."""
    try:
        person.portfolios(None)
        person.resumes()
        for pitch in person.profile.pitches or ():
            known = person.known()
            compose_pitch(pitch, known.facts, known.enclosed)
        for target in person.profile.targets or ():
            known = person.known(target.id)
            if known.target and known.target.letter:
                compose_letter(known.facts, known.target)
        if score:
            from folio.readiness.assess import assess
            from folio.readiness.rubric import rubric

            assess(person.known().facts, rubric()).to_json()
    except FolioError as error:
        assert str(error).strip()
