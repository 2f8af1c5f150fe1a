"""Invented people whose documents are printed in every theme: their profiles, résumés and PDFs, each made once a session."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from folio.ats.expected import blocks
from folio.evidence.model import Evidence
from folio.facts import derive
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume
from folio.profile.appearance import Appearance
from folio.profile.enclosed import Enclosures
from folio.profile.load import load
from folio.profile.model import Profile
from folio.render.resume import print_resume
from folio.render.sheet import Sheet, print_now

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parent / "people"
PEOPLE = tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))
"""`arabic`, `english`, `german`, `hebrew`, `japanese`, `long` and `minimal`."""


@cache
def person(name: str) -> Profile:
    """The profile of one of them."""
    return load(FOLDER / f"{name}.yaml")


@cache
def composed(name: str, theme: str | None = None, **look: object) -> Resume:
    """The résumé of one of them; `look` are fields of `Appearance`."""
    profile = person(name)
    own = Appearance.model_validate({"theme": theme, **look}).over(profile.resume)
    facts = derive(profile.model_copy(update={"resume": own}), Evidence(), today=TODAY)
    return compose_resume(facts, Enclosures({}, {}))


@cache
def printed(name: str, theme: str, **look: object) -> Sheet:
    """The PDF of one of them in a theme; `look` are other fields of `Appearance`."""
    return print_now(print_resume(composed(name, theme, **look)))


@cache
def strings(name: str, theme: str = "classic") -> tuple[str, ...]:
    """Every string of the résumé in a theme, in the order of reading, without what was left out to save room.

    A theme may write headings in capitals, and put one section before another.
    """
    out = len(printed(name, theme).left_out)
    return tuple(text for block in blocks(composed(name, theme), out) for text in block.strings)
