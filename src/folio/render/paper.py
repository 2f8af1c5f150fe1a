"""What a résumé and a pitch have in common: style sheet, typefaces, addresses, and how they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from folio.errors import FolioError
from folio.portfolio.model import CaseStudy, Essay, Portfolio, Reference, SkillShown
from folio.render import templates
from folio.render.fonts import used_fonts
from folio.resources import root

Paper = Literal["A4", "letter"]
Density = Literal["roomy", "compact", "dense"]

DENSITIES: tuple[Density, ...] = ("roomy", "compact", "dense")
"""How closely a document is set: each is tried until it fits its pages."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A PDF to be made: its path, the same document in HTML from the roomiest setting to the closest, and its limit."""

    path: str
    versions: tuple[str, ...]
    assets: Mapping[str, bytes] = field(default_factory=dict)
    most_pages: int = 2
    too_long: str = "shorten it"
    """What to do when even the closest setting takes more pages."""


def fill(
    kind: str,
    theme: str,
    values: Mapping[str, object],
    *,
    portfolio: Portfolio,
    paper: Paper,
    density: Density,
    overrides: Path | None,
) -> str:
    """The HTML of document `kind` ("resume", "pitch") in `theme`: complete, with its style sheet inside."""
    shared: dict[str, object] = {
        "portfolio": portfolio,
        "paper": paper,
        "density": density,
        "style": Markup(_style(f"{kind}/{theme}/style.css", overrides)),
        "bare": bare,
        **addresses(portfolio),
    }
    return printable(templates.render(f"{kind}/{theme}/{kind}.html.j2", {**shared, **values}, overrides=overrides))


def printing(
    path: str,
    versions: tuple[str, ...],
    *,
    most_pages: int,
    too_long: str,
    overrides: Path | None,
) -> Printing:
    """A PDF to be made from `versions`, with the fonts that they ask for."""
    return Printing(path, versions, used_fonts("".join(versions), overrides=overrides), most_pages, too_long)


def bare(url: str) -> str:
    """An address as people write it: "github.com/x"."""
    return re.sub(r"^(https?://)?(www\.)?", "", url).removeprefix("mailto:").rstrip("/")


def addresses(portfolio: Portfolio) -> dict[str, Callable[..., str | None]]:
    """How a document on paper links to the site: each gives a full address, or None while the site has none."""
    site = (portfolio.site_url or "").rstrip("/")

    def full(reference: Reference) -> str | None:
        return reference.href or (f"{site}/{reference.path}" if site and reference.path is not None else None)

    def work(case: CaseStudy) -> str | None:
        return full(Reference(case.title, f"work/{case.id}/", None))

    def read(essay: Essay) -> str | None:
        return essay.url or full(Reference(essay.title, f"articles/{essay.id}/", None))

    def shown_at(skill: SkillShown) -> str | None:
        return next(filter(None, map(full, skill.evidence if skill.proven else ())), None)

    return {"full": full, "work": work, "read": read, "shown_at": shown_at}


def printable(html: str) -> str:
    """`html` without what harms a document on paper: soft hyphens and control characters, which print as nothing but
    stay in an extracted text, and the rest of words too long for any line, over which layout would take minutes."""
    return LONG_WORD.sub(lambda found: found["tag"] or f"{found['start']}…", UNPRINTABLE.sub("", html))


UNPRINTABLE = re.compile("\u00ad|&shy;|&#173;|&#x0*ad;|[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", re.IGNORECASE)

# Alphabets that put spaces between words; Chinese, Japanese or Thai run on for a whole paragraph.
LONG_WORD = re.compile(r"""(?P<tag><(?:[^>"']|"[^"]*"|'[^']*')*>)|(?P<start>[!-;=?-\u058f]{400})[!-;=?-\u058f]+""")


def _style(name: str, overrides: Path | None) -> str:
    for folder in [*([overrides] if overrides else []), root("templates")]:
        if (folder / name).is_file():
            text = (folder / name).read_text(encoding="utf-8")
            if "</" in text:
                raise FolioError(f"{folder / name}: '</' would end the style sheet early; write '<\\/'")
            return text
    raise FolioError(f"there is no style sheet '{name}'; put it beside the template of its theme")
