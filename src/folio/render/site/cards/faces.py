"""Which typeface draws a text: the look's own, or the first of folio's that has all its letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from folio.render.fonts import NOT_DRAWN, VARIATION, characters, used_fonts
from folio.render.typefaces import in_order

PLEX = ("ibm-plex-sans/IBMPlexSans-Regular.ttf", "ibm-plex-sans/IBMPlexSans-SemiBold.ttf")
SERIF = ("source-serif-4/SourceSerif4SmText-Regular.ttf", "source-serif-4/SourceSerif4SmText-Semibold.ttf")
TITLES = {
    "grove": "bricolage-grotesque/BricolageGrotesque-SemiBold.ttf",
    "ledger": "source-serif-4/SourceSerif4Display-Semibold.ttf",
}
TEXTS = {"ledger": SERIF}
SYMBOLS = {"So", "Sk", "Co"}
"""Pictograms and the like, which a text can do without."""


def face(text: str, *, look: str, locale: str, weight: str) -> tuple[bytes, str] | None:
    """The font file for `text`, and what of the text it draws; None when no typeface has all its letters.

    `weight` is "regular", "bold", "title" or "figure".
    """
    own = TEXTS.get(look, PLEX)
    files = [f"fonts/{one}" for one in dict.fromkeys((own[weight != "regular"], PLEX[weight != "regular"]))]
    if weight in ("title", "figure") and look in TITLES:
        files.insert(0, f"fonts/{TITLES[look]}")
    drawn = _draws(text, files)
    if drawn is None:
        further = in_order(text, locale)
        drawn = _draws(text, [one.regular if weight == "regular" else one.bold for one in further])
    return drawn


def _draws(text: str, files: list[str]) -> tuple[bytes, str] | None:
    for file in files:
        font = font_file(file)
        has = characters(font)
        lacking = {sign for sign in text if ord(sign) not in has and not sign.isspace()}
        if all(_is_spare(sign) for sign in lacking):
            return font, " ".join("".join(sign for sign in text if sign not in lacking).split())
    return None


def _is_spare(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category in SYMBOLS or category in NOT_DRAWN or bool(VARIATION.match(sign))


@lru_cache(maxsize=32)
def font_file(name: str) -> bytes:
    (found,) = used_fonts(f"asset:/{name}").values()
    return found
