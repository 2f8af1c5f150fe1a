"""Dates, spans and money as a locale writes them; the one door to its conventions (CLDR, through babel).

Dates are Gregorian with Latin digits in every locale, and both ends of a span are written out: a reader who takes a
date for a date need know no other calendar, digits or rules of shortening. No text holds an invisible character.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from folio.portfolio.months import MONTHS
from folio.portfolio.words import lang, words

if TYPE_CHECKING:
    from babel import Locale

    from folio.profile.fields import When
    from folio.profile.offer import Price

INVISIBLE = re.compile(r"[\u061c\u200e\u200f]")
"""CLDR's marks of direction; they would stay in text that is copied from a document."""
NARROW = re.compile(r"[\u2009\u202f]")
"""Spaces that many typefaces and readers lack."""
ACCENT = re.compile("\u0301")
"""Greek leaves it out over capitals."""
DAY_ALONE = re.compile(r"(?<![a-z'])d(?![a-z'])")
"""The day in a pattern, without a leading zero."""
FIELD = re.compile(r"'(?P<quoted>[^']*)'|(?P<field>y|dd?|MM?(?:MM?)?|LLLL?)")
"""What a pattern has to be filled in, among what stands as it is: the fields that patterns of `locales/` have."""
MIXED = re.compile(r"[A-Z][^A-Z]|[^A-Z][A-Z]")
"""A currency of Latin letters and a sign."""
NEXT_TO_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


def day(value: date, language: str) -> str:
    """`12 Aug 2026`."""
    return _date(value, words(language).day, language)


def letter_day(value: date, language: str) -> str:
    """`12 August 2026`."""
    return _date(value, words(language).letter_day, language)


def when(value: When, language: str) -> str:
    """As exactly as it is known: `2024`, `Aug 2024`, `12 Aug 2024`."""
    said = words(language)
    return _date(value.first_day, said.day if value.day else said.month if value.month else said.year, language)


def since(value: When, language: str) -> str:
    """`from 12 Aug 2026`, `from Aug 2026`; in the case that the language wants there."""
    said = words(language)
    return (said.from_day if value.day else said.from_month).format(day=_within(value, language))


def until(value: When, language: str) -> str:
    """`Valid until 12 Aug 2026`; in the case that the language wants there."""
    said = words(language)
    return (said.valid_until if value.day else said.valid_until_month).format(day=_within(value, language))


def period(start: When | None, end: When | None, language: str, *, ongoing: bool = True) -> str:
    """`Mar 2024 – Aug 2025`, `Mar 2024 – present`; one date when both are the same, "" when there is none.

    In months: nobody asks on which day a work began, and other tools' documents give one to every date.
    """
    start, end = start and start.month_only, end and end.month_only
    if start is None:
        return when(end, language) if end else ""
    first = when(start, language)
    if end is None:
        return words(language).ongoing.format(start=first) if ongoing else first
    last = when(end, language)
    return first if first == last else words(language).range.format(start=first, end=last)


def price(value: Price, language: str) -> str:
    """`€95 per hour`, `€4,000 – €6,500`."""
    said = words(language)
    amount = money(value.amount, value.currency, language)
    if value.up_to is not None and value.up_to != value.amount:
        amount = said.price_range.format(start=amount, end=money(value.up_to, value.currency, language))
    per = {"hour": said.per_hour, "day": said.per_day, "week": said.per_week, "month": said.per_month}
    return per.get(value.per, "{amount}").format(amount=amount)


def money(amount: float, currency: str, language: str) -> str:
    """An amount with its currency; cents only where there are any."""
    from babel.numbers import format_currency, get_currency_symbol

    locale = _cldr(language)
    form = locale.currency_formats["standard"].pattern
    if words(language).direction == "rtl" and MIXED.search(get_currency_symbol(currency, locale)):
        form = form.replace("¤", "¤¤")  # the code: from right to left, `US$` would be read as `$US`
    whole = amount == int(amount)
    form = form.replace(".00", "") if whole else form
    text = _clean(format_currency(amount, currency, locale=locale, format=form, currency_digits=not whole))
    return NEXT_TO_DIGIT.sub("\u00a0", text)


def number(value: float, language: str = "en", *, grouped: bool = False) -> str:
    """`24`, `7.5`: without a needless decimal; `1,204` where it is `grouped`."""
    from babel.numbers import format_decimal

    form = "#,##0.######" if grouped else "0.######"
    return _clean(format_decimal(value, format=form, locale=_cldr(language)))


def language_name(code: str, language: str) -> str | None:
    """What a language is called in another: `Deutsch` for `de` in `de`; None where CLDR does not say."""
    name = _cldr(language).languages.get(code.replace("-", "_"))
    return _clean(str(name)) if name else None


def capitals(text: str, language: str) -> str:
    """In capitals as the language forms them, which CSS and `upper` can't: `EĞİTİM`, `ΕΠΙΛΕΓΜΕΝΑ ΕΡΓΑ`."""
    match words(language).locale:
        case "tr":
            text = text.replace("i", "İ")
        case "el":
            text = normalize("NFC", ACCENT.sub("", normalize("NFD", text)))
    return text.upper()


def _within(value: When, language: str) -> str:
    said = words(language)
    form = said.day if value.day else said.month_after_from if value.month else said.year_after_from
    return _date(value.first_day, form, language)


def _date(value: date, pattern: str, language: str) -> str:
    """As `babel.dates.format_date`, which brings clocks and time zones and takes 30 ms to import."""
    if value.day == 1:
        pattern = DAY_ALONE.sub(f"'{words(language).first}'", pattern)

    def part(found: re.Match[str]) -> str:
        match found["field"]:
            case None:
                return found["quoted"]
            case "y":
                return str(value.year)
            case "d" | "dd":
                return str(value.day).zfill(len(found[0]))
            case "M" | "MM":
                return str(value.month).zfill(len(found[0]))
            case field:
                return _month(value.month, field, language)

    return _clean(FIELD.sub(part, pattern))


def _month(month: int, field: str, language: str) -> str:
    """Its name in a locale of folio's own; where a tag is narrower, as its country writes it."""
    known = words(language).locale
    if lang(language) == known and field in MONTHS.get(known, {}):
        return MONTHS[known][field].split("|")[month - 1]
    use, width = ("format", "stand-alone")[field[0] == "L"], ("abbreviated", "wide")[len(field) == 4]
    return str(_cldr(language).months[use][width][month])


def _clean(text: str) -> str:
    return NARROW.sub("\u00a0", INVISIBLE.sub("", text))


@cache
def _cldr(language: str) -> Locale:
    """The conventions of a tag, with its country's where CLDR has them: `Jän.` for January in `de-AT`."""
    from babel import Locale, UnknownLocaleError

    known = words(language)
    if lang(language) != known.locale:
        try:
            return Locale.parse(lang(language), sep="-")
        except (UnknownLocaleError, ValueError):
            pass
    return Locale.parse(known.cldr)
