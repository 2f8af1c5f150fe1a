"""A plot of lines over two logarithmic axes as SVG: the same bytes for the same figures, in light and dark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 62, 250, 46, 52
_BLUE, _ORANGE = "#2f7fd6", "#c8641a"
STYLES = (
    *((colour, dashes) for colour in (_BLUE, _ORANGE) for dashes in ("", "7 4", "2 4")),
    *(("#8e63c7", ""), ("#5f8f2f", ""), ("#c0476a", "10 3 2 3"), ("#2a9088", "5 2")),
)
"""Colour and dashes of a line; each is seen on white and on black, and told apart without colours by its name."""
OTHERS = 6
"""The first style that is neither blue nor orange."""
ROOM = 15
"""Between two names beside the lines."""


@dataclass(frozen=True)
class Line:
    name: str
    points: tuple[tuple[float, float], ...]
    """By x; both above 0."""
    style: int = 0
    """A number in STYLES."""


def plot(title: str, lines: Sequence[Line], *, across: str, up: str) -> str:
    """Each line in its colour, with its name beside its last point."""
    xs = sorted({x for line in lines for x, _ in line.points})
    ys = [y for line in lines for _, y in line.points]
    low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))
    high = max(high, low + 1)

    def at_x(x: float) -> float:
        least, most = math.log10(xs[0]), math.log10(xs[-1])
        share = (math.log10(x) - least) / (most - least) if most > least else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def at_y(y: float) -> float:
        return round(TOP + (high - math.log10(y)) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    made = [_head(title)]
    for power in range(low, high + 1):
        y = at_y(10.0**power)
        made.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        made.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g}</text>')
    for x in xs:
        made.append(f'<line class="grid" x1="{at_x(x)}" x2="{at_x(x)}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
        made.append(f'<text x="{at_x(x)}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,g}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    made.append(f'<text x="{middle:g}" y="{HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>')
    made.append(f'<text x="{LEFT - 8}" y="{TOP - 12}" text-anchor="end">{escape(up)}</text>')
    names = _apart([at_y(line.points[-1][1]) for line in lines])
    for number, line in enumerate(lines):
        colour, dashes = STYLES[line.style % len(STYLES)]
        path = " ".join(f"{at_x(x):g},{at_y(y):g}" for x, y in line.points)
        drawn = f' stroke-dasharray="{dashes}"' if dashes else ""
        made.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2.2"{drawn} points="{path}"/>')
        made += [f'<circle cx="{at_x(x):g}" cy="{at_y(y):g}" r="3" fill="{colour}"/>' for x, y in line.points]
        last = line.points[-1]
        x, y = WIDTH - RIGHT + 22, names[number]
        ends = f'x1="{at_x(last[0]) + 4:g}" y1="{at_y(last[1]):g}" x2="{x - 3}" y2="{y:g}"'
        made.append(f'<line stroke="{colour}" stroke-width="0.8" {ends}/>')
        made.append(f'<text x="{x}" y="{y + 4:g}" style="fill:{colour}" class="name">{escape(line.name)}</text>')
    return "\n".join([*made, "</svg>", ""])


def _head(title: str) -> str:
    """The colours of words and grid are greys that can be read on white and on black."""
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="system-ui, sans-serif" '
        f'font-size="12">\n<title>{escape(title)}</title>\n'
        "<style>text{fill:#767676}.name{font-weight:600}.grid{stroke:#8884;stroke-width:1}</style>\n"
        f'<text x="{LEFT}" y="18" font-size="14" font-weight="600">{escape(title)}</text>'
    )


def _apart(wanted: list[float]) -> list[float]:
    """The heights, moved as little as keeps neighbours ROOM apart and all of them in the picture."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    heights = [wanted[number] for number in order]
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + ROOM)
    lowest = HEIGHT - BOTTOM
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], lowest - ROOM * (len(heights) - 1 - place))
    return [round(heights[order.index(number)], 1) for number in range(len(wanted))]
