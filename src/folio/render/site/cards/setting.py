"""Setting the texts of a card in lines."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from folio.render.site.cards.faces import face

if TYPE_CHECKING:
    from PIL import Image, ImageFont

EAST = r"\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
OPENING, CLOSING = "「『（【〈《", "、。，．：；！？）」』】〉》・ー…々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
WORD = re.compile(f"[{OPENING}]*[{EAST}][{CLOSING}]*|[^\\s{EAST}]+|\\s+")
"""What a line is made of: words, spaces, and each character of scripts without them, with the marks that may not stand
at the end or the beginning of a line."""
SHAPED = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Scripts whose letters take their form or place from what stands beside them."""
MORE = "…"


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one size, and where they stand."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    language: str
    right_to_left: bool
    width: int
    line: int
    """Pixels from one baseline to the next."""
    ascent: int
    features: tuple[str, ...] = ()
    top: float = 0
    inset: int = 0
    far: bool = False

    @property
    def room(self) -> int:
        """What one line takes, from its capitals to a little below its baseline."""
        return self.ascent + round(self.font.size * 0.24)

    @property
    def height(self) -> int:
        return self.room + self.line * (len(self.lines) - 1)

    @property
    def is_cut(self) -> bool:
        return self.lines[-1].endswith(MORE)

    @property
    def last_baseline(self) -> int:
        return self.ascent + self.line * (len(self.lines) - 1)

    def at(self, top: float, *, inset: int = 0, far: bool = False) -> Text:
        """The same at a height; `inset` pixels from where lines begin, or at the `far` end of the line."""
        return replace(self, top=top, inset=inset, far=far)

    def draw(self, mask: Image.Image, left: int, right: int) -> None:
        from_right = self.right_to_left != self.far
        x = right - self.inset if from_right else left + self.inset
        for number, line in enumerate(self.lines):
            y = self.top + self.ascent + number * self.line
            self._write(mask, (x, y), line, "rs" if from_right else "ls", 255)

    def draw_centred(self, mask: Image.Image, x: float, y: float, fill: int) -> None:
        box = self.font.getbbox(self.lines[0], anchor="ls")
        self._write(mask, (x - (box[0] + box[2]) / 2, y - (box[1] + box[3]) / 2), self.lines[0], "ls", fill)

    def _write(self, mask: Image.Image, place: tuple[float, float], line: str, anchor: str, fill: int) -> None:
        from PIL import ImageDraw

        direction, language = _shaping(self.right_to_left, self.language)
        features = list(self.features) if language else None
        pen = ImageDraw.Draw(mask)
        pen.text(place, line, fill, self.font, anchor, direction=direction, language=language, features=features)


@dataclass(frozen=True, slots=True)
class Setting:
    """How the texts of one card are set."""

    look: str
    language: str
    right_to_left: bool

    def text(self, said: str, weight: str, size: int, width: int, *, lines: int) -> Text | None:
        """`said` in at most so many lines, cut off where it is longer; None when it is empty or can't be drawn."""
        return self.fitted(said, weight, (size,), width, lines=lines)

    def fitted(
        self, said: str, weight: str, sizes: Sequence[int], width: int, *, lines: int, height: float = 10_000
    ) -> Text | None:
        """The same in the largest of `sizes` in which all of it fits; cut off in the last when it fits in none."""
        found = face(said, look=self.look, locale=self.language, weight=weight)
        if not said or found is None or not found[1] or (SHAPED.search(said) and not _can_shape()):
            return None
        content, drawn = found
        loose = ("-kern",) if weight == "figure" else ()  # minus signs would touch what follows
        for size in sizes:
            font = _font(content, size)
            spacing = 1.12 if weight == "title" else 1.32
            text = Text((), font, self.language, self.right_to_left, 0, round(size * spacing), _ascent(font), loose)
            broken = self._broken(drawn, font, width, anywhere=size == sizes[-1])
            most = min(lines, max(1, int((height - text.room) // text.line) + 1))
            fits = len(broken) <= most and all(self._length(font, one) <= width for one in broken)
            if fits or size == sizes[-1]:
                kept = self._even(drawn, font, broken, width) if fits else self._cut(broken, font, width, most)
                return replace(text, lines=tuple(kept), width=round(max(self._length(font, one) for one in kept)))
        return None

    def _broken(self, said: str, font: ImageFont.FreeTypeFont, width: float, *, anywhere: bool = False) -> list[str]:
        """`said` in lines no wider than `width`; a word that is wider is alone in its line, or broken `anywhere`."""
        found, line, used = [], "", 0.0
        for word in self._pieces(said, font, width) if anywhere else WORD.findall(said):
            length = self._length(font, word)
            if line and not word.isspace() and used + length > width:
                found.append(line.rstrip())
                line, used = "", 0.0
            if line or not word.isspace():
                line, used = line + word, used + length
        return [*found, line.rstrip()] if line.strip() else found

    def _pieces(self, said: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
        for word in WORD.findall(said):
            yield from (word,) if self._length(font, word) <= width else word

    def _even(self, said: str, font: ImageFont.FreeTypeFont, broken: list[str], width: int) -> list[str]:
        """The same number of lines with as little difference between them as there can be."""
        narrow, wide = width // 3, width
        while len(broken) > 1 and wide - narrow > 12:
            middle = (narrow + wide) // 2
            tried = self._broken(said, font, middle)
            if len(tried) <= len(broken) and all(self._length(font, one) <= width for one in tried):
                wide, broken = middle, tried
            else:
                narrow = middle
        return broken

    def _cut(self, broken: list[str], font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
        last = broken[most - 1]
        while last and self._length(font, last + MORE) > width:
            shorter = last.rpartition(" ")[0]
            last = shorter or last[:-1]
        return [*broken[: most - 1], last.rstrip(" ,;:.-–") + MORE]

    def _length(self, font: ImageFont.FreeTypeFont, said: str) -> float:
        return _length(font, said, self.right_to_left, self.language)


def _shaping(right_to_left: bool, language: str) -> tuple[str | None, str | None]:
    return ("rtl" if right_to_left else "ltr", language) if _can_shape() else (None, None)


@lru_cache(maxsize=4096)
def _length(font: ImageFont.FreeTypeFont, said: str, right_to_left: bool, language: str) -> float:
    direction, tag = _shaping(right_to_left, language)
    return font.getlength(said, direction=direction, language=tag)


@lru_cache(maxsize=1)
def _can_shape() -> bool:
    from PIL import features

    return bool(features.check("raqm"))


@lru_cache(maxsize=64)
def _font(content: bytes, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    engine = ImageFont.Layout.RAQM if _can_shape() else ImageFont.Layout.BASIC
    return ImageFont.truetype(io.BytesIO(content), size, layout_engine=engine)


def _ascent(font: ImageFont.FreeTypeFont) -> int:
    """How high capitals stand: what a line's top is measured by."""
    return round(-font.getbbox("H", anchor="ls")[1]) or round(font.size * 0.72)
