"""The résumé: two pages at most, from the same portfolio as the site."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from folio.portfolio.model import Entry, Portfolio
from folio.render.artifact import Artifact
from folio.render.paper import DENSITIES, Density, Paper, Printing, addresses, fill, printing

PAGES = 2
ROOMY = 4400
"""Characters of text above which the roomiest setting is not tried: it would take a third page and half a second."""


def render_resume(
    portfolio: Portfolio, *, theme: str = "classic", paper: Paper = "A4", overrides: Path | None = None
) -> Artifact:
    """`resume.html`, a complete document in its roomiest setting."""
    return Artifact.of("resume.html", _html(portfolio, theme, paper, DENSITIES[0], overrides))


def print_resume(
    portfolio: Portfolio, *, theme: str = "classic", paper: Paper = "A4", overrides: Path | None = None
) -> Printing:
    """`resume.pdf`, to be printed: set more closely when it would take more than two pages."""
    roomy = _html(portfolio, theme, paper, DENSITIES[0], overrides)
    rest = tuple(_html(portfolio, theme, paper, density, overrides) for density in DENSITIES[1:])
    versions = rest if len(_words(roomy)) > ROOMY else (roomy, *rest)
    longest = sorted((*portfolio.experience, *portfolio.contracts, *portfolio.education), key=_length, reverse=True)[:3]
    names = "; ".join(f"'{entry.title}' ({_length(entry)} characters)" for entry in longest)
    return printing(
        "resume.pdf",
        versions,
        most_pages=PAGES,
        too_long=f"shorten the longest entries or leave some out: {names}",
        overrides=overrides,
    )


def _html(portfolio: Portfolio, theme: str, paper: Paper, density: Density, overrides: Path | None) -> str:
    shown_at = addresses(portfolio)["shown_at"]
    any_shown = any(shown_at(skill) for group in portfolio.skills for skill in group.skills)
    values = {"any_shown": any_shown}
    return fill("resume", theme, values, portfolio=portfolio, paper=paper, density=density, overrides=overrides)


def _words(html: str) -> str:
    return " ".join(Markup(html[html.index("<body") :]).striptags().split())


def _length(entry: Entry) -> int:
    return sum(len(text.striptags()) for text in (*entry.bullets, *([entry.summary] if entry.summary else [])))
