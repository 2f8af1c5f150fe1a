"""The badge: the level, and the points where they are published, as a small SVG that asks nothing of anybody.

It names no font that has to be fetched. How wide a text is depends on the reader's own; each is set to the width that
is reckoned here, so that it fits in any of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from folio.portfolio.site.model import Portfolio
from folio.render.artifact import Artifact
from folio.render.plain import plainly
from folio.render.templates import render

PATH = "docs/readiness.svg"
NARROW, MIDDLE, WIDE, FULL = 4, 7, 10, 12
"""Pixels of a letter at 11 pixels height."""
THIN = frozenset(" .,:;|!'ijlIft()-")
BROAD = frozenset("mwMW%@")
PAD = 7
LONGEST = 40


def badge(portfolio: Portfolio, words: Mapping[str, str]) -> Iterator[Artifact]:
    """The badge of a site, where its profile publishes one."""
    shown = portfolio.readiness
    if shown is None or not shown.badge:
        return
    value = shown.level if shown.points is None else f"{shown.level} · {shown.points}"
    whole = words["checked_level"].format(level=shown.level, checklist=shown.checklist)
    if shown.points is not None:
        whole += f" {words['checked_points'].format(n=shown.points)}"
    label, value = _short("folio"), _short(value)
    left, right = width(label), width(value)
    values = {
        "title": f"{portfolio.name}: {whole} ({shown.day_text})",
        "language": portfolio.language,
        "parts": [
            {"text": label, "x": 0, "width": left + 2 * PAD, "length": left, "ground": "#24292f"},
            {"text": value, "x": left + 2 * PAD, "width": right + 2 * PAD, "length": right, "ground": "#0c3b35"},
        ],
        "pad": PAD,
        "width": left + right + 4 * PAD,
    }
    yield Artifact.of(PATH, render("badge.svg.j2", plainly(values)))


def width(text: str) -> int:
    """About how many pixels a text takes."""
    return sum(_letter(one) for one in text)


def _letter(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return FULL
    return NARROW if letter in THIN else WIDE if letter in BROAD else MIDDLE


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
