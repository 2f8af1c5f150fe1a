"""What is painted on the pages of a PDF, string by string: where, how large, how, in which colour and on which.

Reads the content streams itself, as a viewer does; of the operators those that WeasyPrint writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, ...]
"""Red, green and blue from 0 to 1; empty for a pattern or shading, of which no single colour can be told."""

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
INVISIBLE = 3


@dataclass(frozen=True)
class Run:
    """A string that one operator paints; lengths in points, from the page's lower left corner."""

    page: int
    mcid: int | None
    artifact: bool
    text: str
    font: str
    size: float
    x: float
    y: float
    mode: int
    opacity: float
    colour: Colour
    behind: Colour

    @property
    def contrast(self) -> float:
        """As WCAG 2.2 reckons it, from 1 to 21; 21 where the colours can't be told."""
        if not self.colour or not self.behind:
            return 21.0
        lighter, darker = sorted((_luminance(self.colour), _luminance(self.behind)), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)


def runs(file: pikepdf.Pdf) -> list[Run]:
    """Every string of the file, page by page, in the order of painting."""
    return [run for number, page in enumerate(file.pages) for run in _Painter(number).paint(page.obj)]


Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True)
class _Area:
    """What one operator fills: rectangles (of a curve the one around it) as far as they are not clipped away."""

    parts: tuple[Box, ...]
    even_odd: bool
    clip: Box
    colour: Colour

    def holds(self, x: float, y: float) -> bool:
        inside = sum(_inside(x, y, part) for part in self.parts)
        return _inside(x, y, self.clip) and (inside % 2 == 1 if self.even_odd else inside > 0)


EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


@dataclass
class _State:
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    clip: Box = EVERYWHERE
    font: Any = None
    size: float = 0.0
    mode: int = 0
    opacity: float = 1.0
    group: float = 1.0
    """The opacity of what it is painted into."""
    fill: Colour = BLACK


@dataclass
class _Painter:
    page: int
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    marks: list[tuple[str, int | None]] = field(default_factory=list)
    path: list[list[tuple[float, float]]] = field(default_factory=list)
    clips: bool = False
    areas: list[_Area] = field(default_factory=list)
    text: Matrix = (1, 0, 0, 1, 0, 0)

    def paint(self, holder: Any) -> Iterator[Run]:
        resources = holder.get("/Resources", {})
        for operands, operator in pikepdf.parse_content_stream(holder):
            yield from self._one(str(operator), list(operands), resources)

    def _one(self, name: str, given: list[Any], resources: Any) -> Iterator[Run]:
        state = self.state
        match name:
            case "q":
                self.saved.append(replace(state))
            case "Q":
                self.state = self.saved.pop()
            case "cm":
                state.matrix = _product(_numbers(given), state.matrix)
            case "gs":
                state.opacity = float(resources.ExtGState[given[0]].get("/ca", state.opacity))
            case "rg" | "g":
                state.fill = _numbers(given) if name == "rg" else _numbers(given * 3)
            case "scn" | "sc" | "k":
                state.fill = _numbers(given) if len(given) == 3 else ()
            case "m":
                self.path.append([_at(*_numbers(given), state.matrix)])
            case "l" | "c" | "v" | "y":
                self.path[-1].append(_at(*_numbers(given[-2:]), state.matrix))
            case "re":
                x, y, width, height = _numbers(given)
                self.path.append([_at(x, y, state.matrix), _at(x + width, y + height, state.matrix)])
            case "W" | "W*":
                self.clips = True
            case "f" | "f*" | "F" | "B" | "B*" | "b" | "b*" | "S" | "s" | "n":
                parts = tuple(map(_around, self.path))
                if parts and name not in "Ssn" and state.opacity * state.group == 1:
                    self.areas.append(_Area(parts, name.endswith("*"), state.clip, state.fill))
                if parts and self.clips:
                    state.clip = _both(state.clip, _around([corner for part in self.path for corner in part]))
                self.path, self.clips = [], False
            case "BMC" | "BDC":
                mcid = given[1].get("/MCID") if len(given) > 1 and isinstance(given[1], pikepdf.Dictionary) else None
                self.marks.append((str(given[0]), None if mcid is None else int(mcid)))
            case "EMC":
                self.marks.pop()
            case "BT":
                self.text = (1, 0, 0, 1, 0, 0)
            case "Tm":
                self.text = _numbers(given)  # type: ignore[assignment]
            case "Tf":
                state.font, state.size = resources.Font[given[0]], float(given[1])
            case "Tr":
                state.mode = int(given[0])
            case "Tj" | "TJ":
                yield self._run(given[0] if name == "TJ" else given[:1])
            case "Do":
                form = resources.XObject[given[0]]
                if form.get("/Subtype") == "/Form":
                    before = replace(state)
                    state.group, state.opacity = state.group * state.opacity, 1.0
                    state.matrix = _product(_numbers(form.get("/Matrix", (1, 0, 0, 1, 0, 0))), state.matrix)
                    yield from self.paint(form)
                    self.state = before

    def _run(self, strings: Any) -> Run:
        state, whole = self.state, _product(self.text, self.state.matrix)
        x, y = _at(0, 0, whole)
        codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
        behind = [area.colour for area in self.areas if area.holds(x, y)]
        return Run(
            self.page,
            next((mcid for _, mcid in reversed(self.marks) if mcid is not None), None),
            any(tag == "/Artifact" for tag, _ in self.marks),
            _decoded(codes, state.font),
            str(state.font.get("/BaseFont", "")),
            state.size * abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5,
            x,
            y,
            state.mode,
            state.opacity * state.group,
            state.fill,
            behind[-1] if behind else WHITE,
        )


def _decoded(codes: bytes, font: Any) -> str:
    """The text of two-byte codes by the font's own table; U+FFFD for what is not in it."""
    if "/ToUnicode" not in font:
        return "\ufffd" * (len(codes) // 2)
    table = _table(font)
    return "".join(table.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2))


_tables: dict[tuple[int, bytes], dict[bytes, str]] = {}


def _table(font: Any) -> dict[bytes, str]:
    source = font.ToUnicode.read_bytes()
    key = (len(source), source)
    if key not in _tables:
        table: dict[bytes, str] = {}
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", source, re.DOTALL):
            for code, text in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
                table[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be")
        _tables[key] = table
    return _tables[key]


def _numbers(values: Any) -> Any:
    return tuple(float(value) for value in values)


def _product(first: Any, then: Any) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(corners: list[tuple[float, float]]) -> Box:
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _both(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _inside(x: float, y: float, box: Box) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _luminance(colour: Colour) -> float:
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
