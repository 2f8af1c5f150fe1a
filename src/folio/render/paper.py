"""What résumé, letter and pitch have in common: style sheet, typefaces, and how they are printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from folio.errors import FolioError
from folio.profile.places import bare
from folio.render import templates
from folio.render.fonts import used_fonts
from folio.render.typefaces import in_all_scripts
from folio.resources import root

if TYPE_CHECKING:
    from folio.profile.appearance import Appearance

STEPS = (
    ":root{--space:0.8}",
    ":root{--space:0.6;--leading:1.26}",
    "@page{margin:12mm 15mm 13mm}",
    ":root{--text:9.5pt}",
)
"""Closer settings, each added to those before it: gaps, then margins, then type, which is never below 9.5 pt."""

DENSITIES = {
    "roomy": ":root{--space:1.25;--leading:1.42}",
    "normal": "",
    "tight": ":root{--space:0.75;--leading:1.29}",
}


@dataclass(frozen=True, slots=True)
class Printing:
    """A PDF to be made: its path, the document in HTML, and what may be done so that it fits its pages."""

    path: str
    html: str
    assets: Mapping[str, bytes] = field(default_factory=dict)
    most_pages: int = 2
    droppable: tuple[str, ...] = ()
    """What may be left out, the least important first; the part of rank n has `data-rank="n"`."""
    spare: int = 0
    """How many of those go before the document is set more closely; the others go only after."""
    steps: tuple[str, ...] = STEPS
    too_long: str = "shorten it"
    """What to do when even the closest setting takes more pages."""
    source: bytes = b""
    """A JSON Resume document to attach."""


def fill(
    kind: str,
    theme: str,
    values: Mapping[str, object],
    *,
    look: Appearance,
    template: str | None = None,
    overrides: Path | None,
) -> str:
    """The HTML of document `kind` ("resume", "pitch") in `theme`: complete, with its style sheet inside.

    A theme is a folder with a `style.css`, and with a template of its own where it lays the document out differently
    from `<kind>/base.html.j2`. `template` is another document in the look of the same theme ("letter").
    """
    own = f"{kind}/{theme}/{template or kind}.html.j2"
    chosen = own if templates.exists(own, overrides=overrides) else f"{kind}/{template or 'base'}.html.j2"
    sheets = ("base.css", f"{theme}/style.css", *([f"{template}.css"] if template else []))
    style = "".join(style_sheet(kind, sheet, overrides) for sheet in sheets)
    style += _faces(look, style, overrides) + settings(look)
    shared = {"style": Markup(style), "theme": theme, "bare": bare}
    return printable(templates.render(chosen, {**shared, **values}, overrides=overrides))


def _faces(look: Appearance, style: str, overrides: Path | None) -> str:
    """The typeface that the person chose for running text, where the theme does not bring it."""
    if look.type not in ("serif", "sans") or f'font-family: "Folio {look.type.title()}"' in style:
        return ""
    return style_sheet("fonts", f"{look.type}.css", overrides)


def settings(look: Appearance) -> str:
    """The style that the person's own choices come to, after the theme's."""
    chosen = [f"@page{{size:{look.paper or 'A4'}}}", DENSITIES[look.density or "normal"]]
    if look.accent:
        chosen.append(f":root{{--accent:{look.accent}}}")
    if look.type in ("serif", "sans"):
        chosen.append(f":root{{--type:var(--{look.type})}}")
    return "".join(chosen)


def themes(kind: str, *, overrides: Path | None = None) -> tuple[str, ...]:
    """The names of the themes there are for documents of a kind, the person's own among them."""
    folders = [folder / kind for folder in (root("templates"), overrides) if folder is not None]
    return tuple(sorted({style.parent.name for folder in folders for style in folder.glob("*/style.css")}))


def printing(
    path: str, html: str, *, overrides: Path | None, assets: Mapping[str, bytes] = {}, **how: object
) -> Printing:
    """A PDF to be made from `html`, with the fonts that it asks for and those for its other scripts.

    `how` are the other fields of a Printing.
    """
    html = in_all_scripts(html, overrides=overrides)
    return Printing(path, html, {**used_fonts(html, overrides=overrides), **assets}, **how)  # type: ignore[arg-type]


def printable(html: str) -> str:
    """`html` without what harms a document on paper: soft hyphens and control characters, which print as nothing but
    stay in an extracted text, and the rest of words too long for any line, over which layout would take minutes."""
    return LONG_WORD.sub(lambda found: found["tag"] or f"{found['start']}…", UNPRINTABLE.sub("", html))


UNPRINTABLE = re.compile("\u00ad|&shy;|&#173;|&#x0*ad;|[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", re.IGNORECASE)

# Alphabets that put spaces between words; Chinese, Japanese or Thai run on for a whole paragraph.
LONG_WORD = re.compile(r"""(?P<tag><(?:[^>"']|"[^"]*"|'[^']*')*>)|(?P<start>[!-;=?-\u058f]{400})[!-;=?-\u058f]+""")


BUILT_ON = re.compile(r"""\s*@import\s+["']([a-z0-9-]+)["']\s*;""")
"""How a theme is built on another: `@import "classic";` as the first thing in its style sheet."""


def style_sheet(kind: str, file: str, overrides: Path | None) -> str:
    """A style sheet of a theme, the person's own first, after that of the theme of folio's it is built on."""
    text = _style_sheet(kind, file, overrides)
    if base := BUILT_ON.match(text):
        return _style_sheet(kind, f"{base[1]}/style.css", None) + text[base.end() :]
    return text


def _style_sheet(kind: str, file: str, overrides: Path | None) -> str:
    name = f"{kind}/{file}"
    for folder in [*([overrides] if overrides else []), root("templates")]:
        if (folder / name).is_file():
            text = (folder / name).read_text(encoding="utf-8")
            if "</" in text:
                raise FolioError(f"{folder / name}: '</' would end the style sheet early; write '<\\/'")
            return text
    theme = file.partition("/")[0]
    known = ", ".join(themes(kind, overrides=overrides))
    raise FolioError(
        f"there is no {kind} theme '{theme}'; known here: {known}; one of your own is a style sheet templates/{name} "
        "beside your profile"
    )
