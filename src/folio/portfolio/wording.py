"""Dates, spans and money in the words of a language; the one door to its conventions (CLDR, through babel)."""

from __future__ import annotations

from datetime import date

from folio.profile.fields import When
from folio.profile.offer import Price

PER = {"hour": "per hour", "day": "per day", "week": "per week", "month": "per month", "project": ""}


def day(value: date, language: str) -> str:
    """`12 Aug 2026`."""
    from babel.dates import format_date

    return format_date(value, "d MMM y", locale=_locale(language))


def when(value: When, language: str) -> str:
    """As exactly as it is known: `2024`, `Aug 2024`, `12 Aug 2024`."""
    from babel.dates import format_date

    form = "d MMM y" if value.day else "MMM y" if value.month else "y"
    return format_date(value.first_day, form, locale=_locale(language))


def period(start: When | None, end: When | None, language: str, *, ongoing: bool = True) -> str:
    """`Mar 2024 – Aug 2025`, `Mar 2024 – present`; one date when both are the same, "" when there is none."""
    if start is None:
        return when(end, language) if end else ""
    first = when(start, language)
    if end is None:
        return f"{first} – present" if ongoing else first
    last = when(end, language)
    return first if first == last else f"{first} – {last}"


def price(value: Price, language: str) -> str:
    """`€95 per hour`, `€4,000 – €6,500`."""
    amounts = [money(value.amount, value.currency, language)]
    if value.up_to is not None and value.up_to != value.amount:
        amounts.append(money(value.up_to, value.currency, language))
    return f"{' – '.join(amounts)} {PER[value.per]}".strip()


def money(amount: float, currency: str, language: str) -> str:
    """An amount with its currency; cents only where there are any."""
    from babel.numbers import format_currency

    whole = amount == int(amount)
    return format_currency(
        amount,
        currency,
        locale=_locale(language),
        currency_digits=not whole,
        format="¤#,##0" if whole and language == "en" else None,
    )


def number(value: float) -> str:
    """`24`, `7.5`: without a needless decimal."""
    return f"{value:g}"


def _locale(language: str) -> str:
    # Day before month, as in most of the world; American order is a locale of its own.
    return "en_GB" if language == "en" else language.replace("-", "_")
