"""Writes docs/reference/locales.md from the files of `portfolio/locales/`.

    tools/locales_docs.py [--check]

`--check` writes nothing, and fails when the page is not what would be written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from folio.portfolio.wording import period
from folio.portfolio.words import Words, locales, words
from folio.profile.fields import When

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "locales.md"
START, END = When(2024, 3), When(2025, 8)

HEAD = """\
# Locales

<!-- Made by tools/locales_docs.py; change the data and run it again. -->

Résumés, letters and pitches are worded in {count} locales. A locale is named by its BCP 47 tag; a narrower tag takes
the nearest broader one (`de-AT` is worded as `de`, `zh-TW` as `zh-Hant`), with the months and money of its own country
where CLDR has them. `en` puts the day before the month, `en-US` after it.

Dates are Gregorian with Latin digits everywhere, and a span has both of its ends in full, so that automatic readers
find them. Where months are numbers on a résumé, they are numbers here. No text holds an invisible mark of direction.
"""

FOOT = """\
## To add one

Copy `src/folio/portfolio/locales/en.toml`, name it by its tag, and write what a recruiter there expects, not a
translation. Leave out what is not different when the file begins with `like = "..."`. Patterns of dates are
[CLDR's](https://www.unicode.org/reports/tr35/tr35-dates.html#Date_Field_Symbol_Table):

- `year`, `month`, `day` and `letter_day` stand alone; `year_after_from` and `month_after_from` come after "from" and
  "until", and may be left out where they are the same;
- `first` is the first of a month, such as `1er`; `cldr` is the locale of CLDR, if its name is another one;
- `direction = "rtl"` is for text that runs from right to left; `price_range` then needs a word between its ends.

Then add its lines to the tables of `tests/portfolio/test_wording.py`, and its letters to those of `test_words.py`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join((HEAD.format(count=len(locales())), *_table(), "", FOOT))


def _table() -> Iterator[str]:
    yield _row("tag", "language", "experience", "education", "availability", "a period")
    yield _row(*("---" for _ in range(6)))
    for said in map(words, locales()):
        yield _row(
            f"`{said.locale}`", _language(said), said.experience, said.education, said.availability, _period(said)
        )


def _language(said: Words) -> str:
    return said.name if said.name == said.native_name else f"{said.name}, {said.native_name}"


def _period(said: Words) -> str:
    return period(START, END, said.locale)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Writes the page, or says that it is out of date."""
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
    if fresh:
        return 0
    if "--check" in sys.argv[1:]:
        print(f"docs/reference/{PAGE.name} is out of date; run tools/locales_docs.py", file=sys.stderr)
        return 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"written: docs/reference/{PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
