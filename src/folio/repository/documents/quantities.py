"""Quantities in running text: numbers with their units, however a language writes them.

`1,400` and `1.400`, `31 %` and `31%`, `€20k` and `20.000 EUR`, `from 41 to 34 %`, `3x`. Days, versions, phone numbers,
ids and addresses are none. Every pattern looks at a bounded stretch, so that no text takes long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from folio.repository.documents.units import COUNTED, CURRENCIES, FOLD, MULTIPLIERS, PERCENT, POINTS, TIMES, unit_of

LONGEST = 200_000
"""Characters that are looked at."""
DIGITS = 15
MOST = 1000
"""Numbers that are looked at."""

GAP = " \u00a0\u202f\u2009"
NUMBER = re.compile(
    r"(?<![\w.,:/#@&=^\\'’])(?<![^\W\d_][-–])"
    r"\d{1,15}(?:[.,'’\u00a0\u202f\u2009]\d{1,15}){0,5}"
    r"(?!\d|[.,:/'’]\d|[-–]\d{1,15}[-–/.]\d)"
)
"""A number that is no part of a name, a day, a time, a version of four parts or an address."""
FORMULA = re.compile(r"\$\$[^$]{1,2000}\$\$|\$(?=[^$\n]{0,200}[\\^_={])[^$\n]{1,200}\$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200}")
LEADING = re.compile(rf"(US\$|A\$|[€$£¥]|(?<![A-Za-z])(?:{'|'.join(sorted(CURRENCIES))}))[{GAP}]?$")
SPACED = re.compile(r"\d{1,3}(?: \d{3}){1,4}(?!\d|[.,]\d)")
WORD = re.compile(rf"[{GAP}]?([^\W\d_]{{1,10}})(\.?)")
TRAILING = re.compile(rf"\+?(?:[{GAP}]|[{GAP}\t]?\n[ \t>]{{0,16}}|-)?([%％€£¥×]|°C|[^\W\d_]{{1,24}}(?:/s\b)?)")
TIMES_EACH = re.compile(rf"[{GAP}]?(?:x|×)[{GAP}]?\d")
"""`3 x 4` is a size."""
JOINED = re.compile(rf"[{GAP}\n]?(?:to|auf|bis|à|a|al|tot|till|and|und|et|y|e|–|—|-|->|→)[{GAP}\n]?")
BASE = re.compile(r"(?:\bper|\bpro|\bje|\bpar|\bpor|#|\bno\.|\bnr\.)[ \u00a0]$", re.I)
"""What stands before a number that a quantity is relative to, or that is an id."""
CERTAINTY = re.compile(
    r"\W{0,3}(?:[^\W\d_]{1,16}[\W]{1,2}){0,2}"
    r"(?:interv|CI\b|confidence|credible|konfidenz|vertrauens|prediction band)",
    re.I,
)
"""After `95 %`: how sure an interval is, which is no result."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in one form for all ways to write it. The sign is left out: `31 % less` is `-31 %`."""

    value: str
    unit: str
    """As `units` calls it; empty for a number that stands alone."""
    start: int = 0
    end: int = 0
    leads: bool = False
    """Whether it is the first of two: `from 41 to 34 %`."""

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".rstrip()

    @property
    def digits(self) -> int:
        """How many digits say something."""
        return len(self.value.replace(".", "").strip("0")) or 1


def quantities(text: str, *, comma: bool = False) -> Iterator[Quantity]:
    """The quantities in a text and the numbers that stand alone, in their order.

    Whether a comma or a point comes before decimals is told from the text itself; where it says nothing, by `comma`.
    """
    text = _blanked(text[:LONGEST])
    comma = _decimal_comma(text, comma)
    found = [one for one, _ in zip(_numbers(text, comma), range(MOST), strict=False)]
    for at, one in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        joined = following is not None and _are_joined(one, following, text)
        if not _is_name(one, text):
            yield replace(one, unit=following.unit, leads=True) if following and joined else one


def parsed(number: str, *, comma: bool = False) -> str | None:
    """A number in its plain form: `1,400` as `1400`; None for what has the form of a day or a version."""
    number = re.sub(r"['’\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", number)
    if not re.fullmatch(r"[\d.,]+", number) or sum(map(str.isdigit, number)) > DIGITS:
        return None
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return _plain(number)
    sign, other = number[last], "," if number[last] == "." else "."
    whole, part = number[:last], number[last + 1 :]
    if sign in whole:  # a sign that comes twice sets thousands apart
        return _plain(number.replace(sign, "")) if other not in number and _grouped(number, sign) else None
    if other in whole:
        return _plain(f"{whole.replace(other, '')}.{part}") if _grouped(whole, other) else None
    if len(part) == 3 and len(whole) <= 3 and not whole.startswith("0") and (sign == ",") != comma:
        return _plain(whole + part)
    return _plain(f"{whole}.{part}")


def unit_in(label: str) -> str:
    """The unit that a heading or key gives at its end: `time (s)`, `MAE, units`, `latency in ms`, `train_seconds`."""
    found = re.search(r"(?:[(\[/_]|,\s?|\bin\s)([^\W\d_]{1,24}|[%€$£])[)\]]?\s*$", label[-60:])
    return (unit_of(found[1]) or "") if found else ""


def _numbers(text: str, comma: bool) -> Iterator[Quantity]:
    skip = 0
    for match in NUMBER.finditer(text):
        if match.start() < skip:
            continue
        start, end, said = match.start(), match.end(), match[0]
        if spaced := _thousands(text, match):
            end, said = spaced
        skip = end
        if (value := parsed(said, comma=comma)) is None or BASE.search(text, max(start - 5, 0), start):
            continue
        power, end_of_power = _multiplier(text, end)
        before = LEADING.search(text, max(start - 6, 0), start)
        unit, stop = _unit(text, end_of_power)
        if before:
            unit = unit_of(before[1].lstrip("A")) or ""
            start, stop = before.start(), end_of_power
        elif not unit:
            power, stop = 0, end
        if unit == PERCENT and CERTAINTY.match(text, stop, stop + 48):
            continue
        if unit in COUNTED and "." in value:
            unit, stop = "", end  # "the 0.9 order": nobody counts parts
        if power:
            value = _plain(str(Decimal(value).scaleb(power)))
        yield Quantity(value, unit, start, stop)


def _thousands(text: str, first: re.Match[str]) -> tuple[int, str] | None:
    """`21 500 EUR`: groups of three set apart by plain spaces, when a unit follows."""
    if len(first[0]) > 3 or first[0].startswith("0"):
        return None
    whole = SPACED.match(text, first.start())
    named = LEADING.search(text, max(first.start() - 6, 0), first.start())
    if whole and (named or _unit(text, _multiplier(text, whole.end())[1])[0]):
        return whole.end(), whole[0].replace(" ", "")
    return None


def _multiplier(text: str, at: int) -> tuple[int, int]:
    found = WORD.match(text, at)
    if found is None:
        return 0, at
    if found[1] in MULTIPLIERS:
        return MULTIPLIERS[found[1]], found.end() if found[2] and found[1] in ("Mio", "Mrd", "Tsd") else found.end(1)
    return 0, at


def _unit(text: str, at: int) -> tuple[str, int]:
    """The unit that follows, and where it ends; an empty one, and `at` itself, when none does."""
    found = TRAILING.match(text, at)
    if found is None:
        return "", at
    word, end = found[1], found.end()
    rest = text[end : end + 12].casefold()
    if word.casefold() in ("percentage", "percent") and (points := re.match(r"\s(?:points?|pts)\b", rest)):
        return POINTS, end + points.end()
    if word == "%" and (points := re.match(r"[\s-]?points?\b", rest)):
        return POINTS, end + points.end()
    if word.casefold() in ("per", "por", "pour") and (cent := re.match(r"\s(?:centos?|ciento|cent)\b", rest)):
        return PERCENT, end + cent.end()
    unit = unit_of(word)
    if unit is None or (word[-1].isalpha() and text[end : end + 1].isdigit()):
        return "", at
    if unit == FOLD and TIMES_EACH.match(text, at):
        return "", at
    return unit, end


def _are_joined(one: Quantity, following: Quantity, text: str) -> bool:
    """Whether two numbers are said of one thing: `from 41 to 34 %`."""
    if (
        not following.unit
        or one.unit not in ("", following.unit)
        or not JOINED.fullmatch(text, one.end, following.start)
    ):
        return False
    return _from(text, one.start) if one.unit else not _is_year(one, text)


def _is_name(one: Quantity, text: str) -> bool:
    """`2026 sales` is the sales of a year."""
    return _is_year(one, text) and one.unit in (*COUNTED, *TIMES)


def _is_year(one: Quantity, text: str) -> bool:
    """Whether it is written as years are."""
    return text[one.start : one.start + 4] == one.value and one.value.isdigit() and 1900 <= int(one.value) <= 2099


def _from(text: str, start: int) -> bool:
    return re.search(r"(?:\bfrom|\bvon|\bde|\bda|\bdesde|\bvan|\bbetween|\bzwischen)[ \u00a0\n]$",
                     text[max(start - 10, 0) : start], re.I) is not None  # fmt: skip


def _blanked(text: str) -> str:
    """The text with addresses and formulas blanked; everything else stays where it is."""
    if "$" in text:
        text = FORMULA.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    if "://" in text or "@" in text or "www." in text:
        text = ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return text


def _decimal_comma(text: str, default: bool) -> bool:
    if "," not in text and "." not in text:
        return default
    commas = len(re.findall(r"(?<![\d,.])\d{1,15},\d{1,2}(?![\d,.])", text))
    points = len(re.findall(r"(?<![\d,.])\d{1,15}\.\d{1,2}(?![\d,.])", text))
    return commas > points if commas != points else default


def _grouped(number: str, sign: str) -> bool:
    first, *rest = number.split(sign)
    return 1 <= len(first) <= 3 and all(len(one) == 3 and one.isdigit() for one in rest)


def _plain(number: str) -> str:
    return format(Decimal(number).normalize(), "f") if Decimal(number) else "0"
