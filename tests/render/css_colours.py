"""The colours that a look's custom properties come to, in light and in dark, as a browser works them out."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

Linear = tuple[float, float, float]
"""Linear light: red, green, blue."""

_PROPERTY = re.compile(r"--([\w-]+):\s*([^;]+);")


def properties(style: str) -> dict[str, str]:
    """What the rules for `:root` set, the later ones over the earlier."""
    rules = re.findall(r"(?m)^:root \{(.*?)\}", style, re.DOTALL)
    return {name: value.strip() for rule in rules for name, value in _PROPERTY.findall(rule)}


def colour(value: str, known: Mapping[str, str], *, dark: bool) -> Linear:
    """What `value` is: a hex colour, var(), light-dark(), color-mix() in oklab, or oklch(from ...)."""
    value = value.strip()
    if value.startswith("#"):
        return _linear(value)
    name, _, rest = value.partition("(")
    said = _arguments(rest[: rest.rindex(")")])
    if name == "var":
        try:
            return colour(known[said[0].removeprefix("--")], known, dark=dark)
        except KeyError:  # it is not set, or rests on one that is not
            if len(said) == 1:
                raise
            return colour(said[1], known, dark=dark)
    if name == "light-dark":
        return colour(said[dark], known, dark=dark)
    if name == "color-mix":
        assert said[0] == "in oklab"
        first, share = said[1].rsplit(" ", 1)
        part = float(share.removesuffix("%")) / 100
        one, other = (_oklab(colour(each, known, dark=dark)) for each in (first, said[2]))
        lightness, a, b = (part * x + (1 - part) * y for x, y in zip(one, other, strict=True))
        return _from_oklab(lightness, a, b)
    if name == "oklch":
        return _relative(said[0].removeprefix("from "), known, dark=dark)
    raise AssertionError(f"the test knows nothing of {value}")


def contrast(one: Linear, other: Linear) -> float:
    """The ratio of WCAG 2."""
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other))
    return (high + 0.05) / (low + 0.05)


def lightest_on_white(hue: float, chroma: float, least: float = 4.5) -> str:
    """The lightest `#rrggbb` of a hue that can be read on white."""
    found = "#000000"
    for step in range(100):
        light = step / 100
        found, last = _hex(_from_oklab(light, *_polar(chroma, hue))), found
        if contrast(_linear(found), (1, 1, 1)) < least:
            return last
    return found


def _arguments(text: str) -> list[str]:
    """Split at the commas that stand in no brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def _relative(said: str, known: Mapping[str, str], *, dark: bool) -> Linear:
    """oklch(from <colour> <number> c h), with calc(c * <number>) in the place of c."""
    match = re.fullmatch(r"(.+) ([\d.]+) (?:c|calc\(c \* ([\d.]+)\)) h", said)
    assert match, said
    _, a, b = _oklab(colour(match[1], known, dark=dark))
    return _from_oklab(
        float(match[2]), *_polar(math.hypot(a, b) * float(match[3] or 1), math.degrees(math.atan2(b, a)))
    )


def _polar(chroma: float, hue: float) -> tuple[float, float]:
    return chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))


def _linear(text: str) -> Linear:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _straight(red), _straight(green), _straight(blue)


def _straight(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _hex(linear: Linear) -> str:
    shown = (x * 12.92 if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in linear)
    return "#" + "".join(f"{round(x * 255):02x}" for x in shown)


def _oklab(linear: Linear) -> Linear:
    red, green, blue = linear
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def _from_oklab(lightness: float, a: float, b: float) -> Linear:
    """Cut off where a screen has no such colour, as browsers do."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    red, green, blue = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
    )
    return min(max(red, 0), 1), min(max(green, 0), 1), min(max(blue, 0), 1)
