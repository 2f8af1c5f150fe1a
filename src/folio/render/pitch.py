"""The pitch: one page that answers one client's problem."""

from __future__ import annotations

from pathlib import Path

from folio.portfolio.model import PitchPage, Portfolio
from folio.render.artifact import Artifact
from folio.render.paper import DENSITIES, Density, Paper, Printing, fill, printing

PAGES = 1


def render_pitch(
    portfolio: Portfolio, pitch: PitchPage, *, theme: str = "plain", paper: Paper = "A4", overrides: Path | None = None
) -> Artifact:
    """`pitch/<id>.html`, a complete document in its roomiest setting."""
    return Artifact.of(f"pitch/{pitch.id}.html", _html(portfolio, pitch, theme, paper, DENSITIES[0], overrides))


def print_pitch(
    portfolio: Portfolio, pitch: PitchPage, *, theme: str = "plain", paper: Paper = "A4", overrides: Path | None = None
) -> Printing:
    """`pitch/<id>.pdf`, to be printed: set more closely when it would take more than one page."""
    versions = tuple(_html(portfolio, pitch, theme, paper, density, overrides) for density in DENSITIES)
    parts = {
        "problem": len(pitch.problem.striptags()),
        "offer": len(pitch.offer.striptags()),
        "plan": sum(len(step.title) + len(step.what) for step in pitch.plan),
        "case studies": sum(len(case.title) + len(case.summary) for case in pitch.cases),
    }
    longest = sorted(parts.items(), key=lambda part: part[1], reverse=True)[:2]
    names = " and ".join(f"the {name} ({length} characters)" for name, length in longest)
    return printing(
        f"pitch/{pitch.id}.pdf",
        versions,
        most_pages=PAGES,
        too_long=f"shorten {names}, or name fewer case studies",
        overrides=overrides,
    )


def _html(
    portfolio: Portfolio, pitch: PitchPage, theme: str, paper: Paper, density: Density, overrides: Path | None
) -> str:
    values = {"pitch": pitch, "figures_each": 2 if len(pitch.cases) <= 2 else 1}
    return fill("pitch", theme, values, portfolio=portfolio, paper=paper, density=density, overrides=overrides)
