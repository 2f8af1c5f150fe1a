"""The pitch: one page that answers one client's problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from folio.portfolio.model import CaseStudy, Essay, PitchPage, Portfolio, Reference
from folio.profile.appearance import Appearance
from folio.render.artifact import Artifact
from folio.render.paper import Printing, fill, printing

PAGES = 1
STEPS = (
    ":root{--text:9.5pt;--leading:1.36;--gap:10pt;--headline:22pt}",
    ":root{--side:15mm;--leading:1.3;--gap:7pt;--headline:19pt}header{padding-top:10mm;padding-bottom:6mm}.figure{font-size:16pt}",
)


def render_pitch(
    portfolio: Portfolio, pitch: PitchPage, *, theme: str = "plain", overrides: Path | None = None
) -> Artifact:
    """`pitch/<id>.html`, a complete document in its roomiest setting."""
    return Artifact.of(f"pitch/{pitch.id}.html", _html(portfolio, pitch, theme, overrides))


def print_pitch(
    portfolio: Portfolio, pitch: PitchPage, *, theme: str = "plain", source: bytes = b"", overrides: Path | None = None
) -> Printing:
    """`pitch/<id>.pdf`, to be printed: set more closely when it would take more than one page."""
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
        _html(portfolio, pitch, theme, overrides),
        overrides=overrides,
        most_pages=PAGES,
        steps=STEPS,
        too_long=f"shorten {names}, or name fewer case studies",
        source=source,
    )


def _html(portfolio: Portfolio, pitch: PitchPage, theme: str, overrides: Path | None) -> str:
    values = {
        "portfolio": portfolio,
        "pitch": pitch,
        "figures_each": 2 if len(pitch.cases) <= 2 else 1,
        **addresses(portfolio),
    }
    return fill("pitch", theme, values, look=Appearance(), overrides=overrides)


def addresses(portfolio: Portfolio) -> dict[str, Callable[..., str | None]]:
    """How a document on paper links to the site: each gives a full address, or None while the site has none."""
    site = (portfolio.site_url or "").rstrip("/")

    def full(reference: Reference) -> str | None:
        return reference.href or (f"{site}/{reference.path}" if site and reference.path is not None else None)

    def work(case: CaseStudy) -> str | None:
        return full(Reference(case.title, f"work/{case.id}/", None))

    def read(essay: Essay) -> str | None:
        return essay.url or full(Reference(essay.title, f"articles/{essay.id}/", None))

    return {"full": full, "work": work, "read": read}
