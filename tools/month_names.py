"""Writes src/folio/portfolio/months.py: the names of months that the patterns of `locales/` use, from CLDR by babel.

    python tools/month_names.py

Babel itself takes 30 ms to import and read. Run it when a locale or a pattern is added; a test compares the two.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

from folio.portfolio.tags import locales
from folio.portfolio.words import words

FILE = Path(__file__).parents[1] / "src" / "folio" / "portfolio" / "months.py"
HEAD = '''"""The months that the patterns of `locales/` name, by locale and field; made by tools/month_names.py."""

from __future__ import annotations

MONTHS = {
'''
USES = {"M": "format", "L": "stand-alone"}
WIDTHS = {3: "abbreviated", 4: "wide"}


def names(locale: str) -> dict[str, str]:
    """By field (`MMM`), the twelve names between bars."""
    said = words(locale)
    patterns = (said.month, said.month_after_from, said.day, said.letter_day)
    fields = sorted({found for pattern in patterns for found in re.findall(r"MMMM?|LLLL?", pattern)})
    months = Locale.parse(said.cldr).months
    return {
        field: "|".join(months[USES[field[0]]][WIDTHS[len(field)]][month] for month in range(1, 13)) for field in fields
    }


def text() -> str:
    """The module."""
    rows = []
    for locale in locales():
        if found := names(locale):
            rows += [
                f'    "{locale}": {{',
                *(f'        "{field}": "{said}",' for field, said in found.items()),
                "    },",
            ]
    ends = {True: "  # noqa: E501", False: ""}
    return HEAD + "\n".join(row + ends[len(row) > 120] for row in rows) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
