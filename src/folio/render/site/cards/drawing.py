"""Drawing a card.

A card has four colours over its ground, each in sixteen steps for the edges of letters. It is drawn as one mask for
each colour; joined, they are the indexes of a palette, which is written in a fraction of the bytes and of the time that
a picture of full colours takes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from folio.render.site.cards.card import HEIGHT, WIDTH, Card
from folio.render.site.cards.motifs import motif
from folio.render.site.cards.setting import Setting, Text

if TYPE_CHECKING:
    from PIL import Image

MARGIN = 80
STEPS = 16
FAINT, MUTED = 0.13, 0.78
"""How much of the ink is in the motif, and in what stands back."""
TITLES = (88, 80, 72, 66, 60, 54, 48)
"""Pixels, down to what can be read on a phone."""
BADGE = 60
NOTHING: Mapping[str, Image.Image] = MappingProxyType({})


RAMPS = ("faint", "muted", "accent", "ink")
Placed = list[tuple[str, Text]]
"""Texts in their places, each with its colour."""


@lru_cache(maxsize=64)
def draw(card: Card) -> bytes | None:
    """The card as PNG; None when folio has no typeface for its title or name, or can't shape their script."""
    setting = Setting(card.look, card.locale, card.right_to_left)
    frame = _frame(setting, card.name, card.initials, card.host)
    texts = _texts(card, setting)
    if frame is None or texts is None:
        return None
    drawn = _with(frame, texts)
    drawn.putpalette(_palette(card))
    written = io.BytesIO()
    drawn.save(written, "PNG", compress_level=6)  # 9 takes seven times as long for a tenth less
    return written.getvalue()


def _with(drawn: Image.Image, texts: Placed, shapes: Mapping[str, Image.Image] = NOTHING) -> Image.Image:
    """A picture of indexes with texts and shapes drawn upon it."""
    from PIL import Image, ImageChops

    drawn = drawn.copy()
    for number, colour in enumerate(RAMPS):
        mask = shapes.get(colour) or Image.new("L", (WIDTH, HEIGHT))
        for text in (one for name, one in texts if name == colour):
            text.draw(mask, MARGIN, WIDTH - MARGIN)
        if box := mask.getbbox():
            part = mask.crop(box).point(_indexes(number))
            drawn.paste(ImageChops.lighter(drawn.crop(box), part), box)
    return drawn


@lru_cache(maxsize=8)
def _frame(setting: Setting, name: str, initials: str, host: str) -> Image.Image | None:
    """What all cards of a person have: the ornament, the badge, the name and the host."""
    from PIL import Image

    said = setting.text(name, "bold", 32, WIDTH - 2 * MARGIN - 400, lines=1)
    if said is None:
        return None
    line = MARGIN + (BADGE + said.ascent) / 2
    texts = [("ink", said.at(line - said.ascent, inset=BADGE + 20))]
    if where := setting.text(host, "regular", 27, 480, lines=1):
        texts.append(("muted", where.at(line - where.ascent, far=True)))
    faint, accent = Image.new("L", (WIDTH, HEIGHT)), Image.new("L", (WIDTH, HEIGHT))
    shape = motif(setting.look)
    if setting.right_to_left:
        shape = shape.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    faint.paste(shape, (0 if setting.right_to_left else WIDTH - shape.width, HEIGHT - shape.height))
    _badge(accent, initials, setting)
    return _with(Image.new("L", (WIDTH, HEIGHT)), texts, {"faint": faint, "accent": accent})


def _texts(card: Card, setting: Setting) -> Placed | None:
    """What this card says; None without a title, which it can't do without."""
    room = WIDTH - 2 * MARGIN
    said: Placed = []
    top, bottom = MARGIN + BADGE + 64, HEIGHT - MARGIN + 14
    if card.figure:
        value = setting.fitted(card.figure[0], "figure", (132, 112, 96, 80), 620, lines=1)
        if value:
            bottom -= value.height
            said.append(("accent", value.at(bottom)))
            said += _beside(card.figure[1:], setting, value, bottom, room)
            bottom -= 30
    elif lead := _lead(card.lead, setting, room - 220):
        bottom -= lead.height
        said.append(("muted", lead.at(bottom)))
        bottom -= 36
    if eyebrow := setting.text(card.eyebrow, "bold", 30, room, lines=1):
        said.append(("accent", eyebrow.at(top - 14)))
        top += eyebrow.height + 6
    title = setting.fitted(card.title, "title", TITLES, room, lines=3, height=bottom - top)
    if title is None:
        return None
    said.append(("ink", title.at(top)))
    return said


def _beside(said: tuple[str, ...], setting: Setting, value: Text, top: float, room: int) -> list[tuple[str, Text]]:
    """What a number counts, and how it was before, from the height of the number's line."""
    inset = value.width + 36
    what = setting.text(said[0], "regular", 34, room - inset - 100, lines=2)
    before = setting.text(said[1], "regular", 27, room - inset, lines=1)
    line = top + value.ascent
    found: Placed = []
    if before:
        found.append(("muted", before.at(line - before.ascent, inset=inset)))
        line -= 46
    if what:
        found.append(("ink", what.at(line - what.last_baseline, inset=inset)))
    return found


def _lead(said: str, setting: Setting, width: int) -> Text | None:
    """Two lines, or three smaller ones for what is longer."""
    found = setting.fitted(said, "regular", (36, 33, 30), width, lines=2)
    return setting.text(said, "regular", 30, width, lines=3) if found and found.is_cut else found


def _badge(mask: Image.Image, initials: str, setting: Setting) -> None:
    """The initials on a rounded square, as on the site's icon; a plain square where they can't be drawn."""
    from PIL import Image, ImageDraw

    large = Image.new("L", (BADGE * 4, BADGE * 4))
    ImageDraw.Draw(large).rounded_rectangle((0, 0, BADGE * 4 - 1, BADGE * 4 - 1), BADGE, fill=255)
    left = WIDTH - MARGIN - BADGE if setting.right_to_left else MARGIN
    mask.paste(large.resize((BADGE, BADGE), Image.Resampling.LANCZOS), (left, MARGIN))
    if letters := setting.text(initials, "bold", 27, BADGE, lines=1):
        letters.draw_centred(mask, left + BADGE / 2, MARGIN + BADGE / 2, 0)


@lru_cache(maxsize=8)
def _indexes(number: int) -> list[int]:
    """From how much of a colour there is to its place in the palette."""
    steps = STEPS - 1
    return [number * steps + round(value * steps / 255) if value * steps >= 128 else 0 for value in range(256)]


def _palette(card: Card) -> list[int]:
    """The ground, and then each colour in steps from it."""
    ground, ink, accent = (_rgb(one) for one in (card.ground, card.ink, card.accent))
    faint, muted = (_mixed(ground, ink, part) for part in (FAINT, MUTED))
    found = [ground]
    for colour in (faint, muted, accent, ink):
        found += [_mixed(ground, colour, step / (STEPS - 1)) for step in range(1, STEPS)]
    return [part for one in found for part in one]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _mixed(one: tuple[int, ...], other: tuple[int, ...], part: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
