"""Dates as other tools write them."""

from __future__ import annotations

import re
from itertools import product

from folio.profile.exchange import months
from folio.profile.fields import When

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NOW = frozenset({"present", "current", "now", "today", "ongoing", "heute", "aujourd'hui", "presente", "-", "–"})
"""What stands for no end."""

ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?")
MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})")
NAMED = re.compile(r"(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?,?(?: (\d{1,2})(?:st|nd|rd|th)?,)? (\d{4})")
LETTERS = re.compile(r"[^\W\d_]")


def is_now(text: str) -> bool:
    """Whether it says that something goes on."""
    return text.strip().casefold() in NOW


def found(text: str) -> When | None:
    """The date of `2024`, `2024-03`, `2024-03-15T10:00Z`, `03/2024`, `March 2024`, `15 Mar 2024`; else None.

    A month or day that is none, such as the 00 of `2024-00`, only means that it is not known.
    """
    line = " ".join(text.split())
    if match := ISO.fullmatch(line):
        return _when(match[1], match[2], match[3])
    if match := MONTH_FIRST.fullmatch(line):
        return _when(match[2], match[1])
    if (match := NAMED.fullmatch(line)) and (month := match[2][:3].lower()) in MONTHS:
        return _when(match[4], str(MONTHS.index(month) + 1), match[1] or match[3])
    if LETTERS.search(line) and (other := months.found(line)):
        year, number, day = other
        return _when(str(year), str(number), str(day or 0))
    return None


def _when(year: str, month: str | None = None, day: str | None = None) -> When | None:
    """As exactly as it makes sense."""
    most = int(year), int(month or 0) or None, int(day or 0) or None
    for with_month, with_day in product((True, False), (True, False)):
        if with_day and not with_month:
            continue
        one = When(most[0], most[1] if with_month else None, most[2] if with_month and with_day else None)
        try:
            _ = one.first_day
        except ValueError:
            continue
        return one
    return None
