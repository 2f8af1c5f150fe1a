"""PDFs of the sample, printed once for all tests, and what is in them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from functools import cache

import pypdf

from folio.evidence.model import Evidence
from folio.facts import Facts, derive
from folio.portfolio.pitch.compose import compose_pitch
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume
from folio.portfolio.resume.ranks import ranked
from folio.profile.appearance import Appearance
from folio.profile.enclosed import Enclosures
from folio.profile.load import load
from folio.render.paper import Printing
from folio.render.pitch import print_pitch
from folio.render.resume import print_resume
from folio.render.sheet import Sheet, print_now
from folio.resources import root

TODAY = date(2026, 11, 22)
NOTHING = Enclosures({}, {})


@cache
def facts() -> Facts:
    """What the sample's person says; nothing of it was seen."""
    return derive(load(root("sample_profile") / "profile.yaml"), Evidence(), today=TODAY)


@cache
def resume(times: int = 1, **look: object) -> Resume:
    """The sample's résumé, with every entry so many `times`; `look` are fields of Appearance."""
    given = facts()
    profile = given.profile.model_copy(update={"resume": Appearance.model_validate(look)})
    composed = compose_resume(replace(given, profile=profile), NOTHING)
    sections = tuple(replace(one, entries=one.entries * times) for one in composed.sections)
    sections, droppable, spare = ranked(sections)
    return replace(composed, sections=sections, droppable=droppable, spare=spare)


@cache
def jobs() -> dict[str, Printing]:
    """A résumé with its source, and a pitch."""
    given = facts()
    pitch = compose_pitch((given.profile.pitches or ())[0], given, NOTHING)
    return {"resume": print_resume(resume()), "pitch": print_pitch(pitch)}


@cache
def sheet(name: str) -> Sheet:
    return print_now(jobs()[name])


def printed(name: str) -> bytes:
    """The PDF of one of the jobs."""
    return sheet(name).content


def text(content: bytes) -> str:
    """The words of a PDF, with single spaces; the running footer is left in its place."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def in_order(words: list[str], content: bytes) -> None:
    """Asserts that each of `words` occurs, after the one before it."""
    whole, at = text(content), 0
    assert words
    for each in words:
        found = whole.find(each, at)
        assert found >= 0, f"'{each}' is not after '{whole[:at][-60:]}' in: {whole[at : at + 300]}"
        at = found + len(each)
