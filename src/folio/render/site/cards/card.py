"""What the card of a page says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from folio.portfolio.site.model import CaseStudy, Essay, Portfolio
from folio.portfolio.words import direction
from folio.render.site.config import initials
from folio.render.site.looks import SiteLook

WIDTH, HEIGHT = 1200, 630
"""Pixels, in the proportion that every network shows whole."""
LONGEST = 400
"""Characters of any text; no more would fit."""


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card, the largest first, and its colours."""

    title: str
    lead: str
    eyebrow: str
    figure: tuple[str, str, str] | None
    """A number, what it counts, and how it was before."""
    name: str
    initials: str
    host: str
    locale: str
    right_to_left: bool
    look: str
    ground: str
    ink: str
    accent: str

    @property
    def alt(self) -> str:
        """The same in words, for those who can't see it."""
        said = (self.title, " ".join(self.figure[:2]) if self.figure else self.lead, self.name)
        return " · ".join(one for one in dict.fromkeys(said) if one)


def card(
    portfolio: Portfolio,
    look: SiteLook,
    words: Mapping[str, str],
    path: str,
    *,
    title: str,
    description: str,
    case: CaseStudy | None = None,
    essay: Essay | None = None,
) -> Card:
    """The card of the page at `path`, of which `title` and `description` are what its head says."""
    lead, eyebrow, figure = description, "", None
    if case:
        eyebrow, title = words["work"], case.title
        result = next((one for one in case.figures if one.proven), next(iter(case.figures), None))
        if result:
            before = words["baseline"] + ": " + result.baseline if result.baseline else ""
            figure = (_line(result.value), _line(result.what), _line(before))
        lead = "" if figure else case.summary
    elif essay:
        eyebrow, title, lead = words["articles"], essay.title, essay.summary or essay.description
    elif not path:
        title, lead = portfolio.headline, _begun(" · ".join(portfolio.specialisms)) or portfolio.summary_text
    else:
        title = title.partition(" · ")[0]
    return Card(
        title=_line(title),
        lead=_line(lead),
        eyebrow=_line(eyebrow),
        figure=figure,
        name=_line(portfolio.name),
        initials=initials(portfolio.name),
        host=(urlsplit(portfolio.site_url or "").hostname or "").removeprefix("www."),
        locale=portfolio.language,
        right_to_left=direction(portfolio.language) == "rtl",
        look=look.name,
        ground=look.ground,
        ink=look.ink,
        accent=look.accent,
    )


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]
