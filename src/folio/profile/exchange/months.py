"""Months by their names in many languages, as babel knows them: `janv. 2020`, `marzo de 2021`, `2022年3月`."""

from __future__ import annotations

import re
from functools import cache

LANGUAGES = (
    "ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh"
)
NUMBERED = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]")
NAMED = re.compile(
    r"(?:(\d{1,2})[.º]?\s)?\s*([^\W\d_]+)[.,]?\s(?:(?:de|del|d['’])\s)?(\d{4})(?:\sг\.?| р\.?)?", re.IGNORECASE
)


def found(line: str) -> tuple[int, int, int | None] | None:
    """Year, month and day; None where the name is no month, or is two of them: `listopad` is Polish and Croatian."""
    if match := NUMBERED.fullmatch(line):
        return int(match[1]), int(match[2]), None
    named = NAMED.fullmatch(line.replace(" de ", " ", 1) if line[:1].isdigit() else line)
    month = _months().get(named[2].casefold()) if named else None
    return (int(named[3]), month, int(named[1]) if named[1] else None) if named and month else None


@cache
def _months() -> dict[str, int | None]:
    from babel import Locale

    names: dict[str, int | None] = {}
    for tag in LANGUAGES.split():
        for context in Locale.parse(tag).months.values():
            for width in ("wide", "abbreviated"):
                for month, name in context[width].items():
                    bare = name.casefold().rstrip(".")
                    names[bare] = month if names.get(bare, month) == month else None
    return names
