"""The pitch as a document: HTML in one of the themes, and how it is printed."""

from __future__ import annotations

from pathlib import Path

from folio.portfolio.pitch.model import Case, PitchPage
from folio.render.artifact import Artifact
from folio.render.paper import Printing, fill, printing

THEME = "plain"
CLOSEST = 12
"""How many closer settings there are, each a little closer than the one before."""


def _closer(step: int) -> str:
    """Gaps, large type and pictures give way first; lines, margins and running text follow, down to 9.5 pt."""
    first, then = min(1.0, step / 8), max(0.0, (step - 4) / 8)
    return (
        f":root{{--space:{1 - 0.6 * first:.3f};--scale:{1 - 0.24 * first:.3f};--picture:{1 - 0.25 * first:.3f};"
        f"--leading:{1.42 - 0.15 * then:.3f};--edge:{1 - 0.35 * then:.3f};--text:{10 - 0.5 * then:.3f}pt}}"
    )


STEPS = tuple(_closer(step) for step in range(1, CLOSEST + 1))


def render_pitch(pitch: PitchPage, *, overrides: Path | None = None) -> Artifact:
    """`pitch/<id>.html`: a complete document, in its roomiest setting."""
    return Artifact.of(f"pitch/{pitch.id}.html", _html(pitch, overrides))


def print_pitch(pitch: PitchPage, *, path: str | None = None, overrides: Path | None = None) -> Printing:
    """`pitch/<id>.pdf`, to be printed: set more closely, then without pictures, when it is too long for its pages."""
    longest = sorted(_lengths(pitch).items(), key=lambda part: part[1], reverse=True)[:2]
    names = " and ".join(f"{name} ({length} characters)" for name, length in longest)
    return printing(
        path or f"pitch/{pitch.id}.pdf",
        _html(pitch, overrides),
        assets={_file(case): case.picture.content for case in _pictured(pitch) if case.picture},
        overrides=overrides,
        most_pages=most_pages(pitch),
        droppable=tuple(f"the picture of '{case.title}'" for case in _pictured(pitch)),
        steps=STEPS,
        too_long=f"shorten {names}{', or name fewer case studies' if len(pitch.cases) > 1 else ''}",
        source=pitch.source,
    )


def most_pages(pitch: PitchPage) -> int:
    """How many pages it may take: as asked for, else one, or two after a title page; which comes on top."""
    return (pitch.look.pages or (2 if pitch.title_page else 1)) + pitch.title_page


def _html(pitch: PitchPage, overrides: Path | None) -> str:
    values = {
        "pitch": pitch,
        "words": pitch.words,
        "pictures": {case.id: f"asset:/{_file(case)}" for case in _pictured(pitch)},
        "ranks": {case.id: rank for rank, case in enumerate(_pictured(pitch))},
    }
    return fill("pitch", pitch.look.theme or THEME, values, look=pitch.look, overrides=overrides)


def _pictured(pitch: PitchPage) -> tuple[Case, ...]:
    """The case studies with a picture, the one that can do without it first."""
    return tuple(case for case in reversed(pitch.cases) if case.picture)


def _file(case: Case) -> str:
    return f"case-{case.id}.{case.picture.ending}" if case.picture else ""


def _lengths(pitch: PitchPage) -> dict[str, int]:
    """How long each part is, by what to call it."""
    return {
        "the problem": len(pitch.problem.striptags()),
        "the offer": len(pitch.offer.striptags()),
        "the approach": len(pitch.approach.striptags()) if pitch.approach else 0,
        "the plan": sum(len(step.title) + len(step.what) for step in pitch.plan),
        "the case studies": sum(len(case.title) + len(case.summary) for case in pitch.cases),
        "the price note and the next step": len(pitch.price_note or "") + len(pitch.next_step),
    }
