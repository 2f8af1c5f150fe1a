"""The fixed words of documents, in the language of whoever reads them; `locales/` holds a file for each."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from folio.portfolio.tags import lang, locales, nearest, table

__all__ = ["Words", "direction", "lang", "locales", "words"]


class Words(NamedTuple):  # a dataclass of as many fields takes six times as long to import
    """Every text of folio's own in a résumé, a letter or a pitch: plain, with `{names}` for str.format."""

    locale: str
    """The locale they are of, which may be broader than the one asked for: `de` for `de-AT`."""
    name: str
    native_name: str
    direction: str
    """`ltr` or `rtl`."""
    cldr: str
    """What CLDR calls it."""

    # Patterns of CLDR for dates; `wording` applies them.
    year: str
    year_after_from: str
    """A year as it reads after "from" and "until"."""
    month: str
    month_after_from: str
    """A month there: in many languages in another case."""
    day: str
    first: str
    """The first of a month within a day: `1er`."""
    letter_day: str
    """A day in full, for the head of a letter."""

    range: str
    present: str
    ongoing: str
    """A range that goes on, with the word for "present"."""
    price_range: str
    """A range of money. From right to left it needs a word: beside a dash, numbers and Latin letters change places."""
    per_hour: str
    per_day: str
    per_week: str
    per_month: str

    resume: str
    letter: str
    pitch: str
    """What the document is called."""

    summary: str
    skills: str
    experience: str
    projects: str
    contracts: str
    education: str
    publications: str
    talks: str
    languages: str
    availability: str
    references: str
    contact: str
    links: str

    rate: str
    hours: str
    start: str
    time_zone: str
    overlap: str
    confirmed: str
    email: str
    phone: str
    website: str
    location: str
    calendar: str

    hours_a_week: str
    from_day: str
    from_month: str
    skills_legend: str
    reference_named: str
    reference_on_request: str
    page_of: str
    native: str
    language_level: str
    comma: str
    """What stands between the items of a list."""
    labelled: str

    degree: str
    course: str
    self_taught: str
    talk: str
    workshop: str
    video: str
    mentoring: str
    answer: str

    greeting: str
    """To nobody in particular."""
    greeting_named: str
    closing: str
    subject: str
    application_for: str
    enclosed: str
    date_line: str
    date_line_with_place: str

    proposal_for: str
    for_contact: str
    by: str
    proposal_by: str
    about: str
    contents: str
    case_study: str
    problem: str
    proposal: str
    approach: str
    proof: str
    plan: str
    timeline: str
    deliverables: str
    exclusions: str
    price: str
    fixed_price: str
    hourly_rate: str
    daily_rate: str
    retainer: str
    next_step: str
    valid_until: str
    valid_until_month: str
    observed: str
    measured: str


def words(locale: str) -> Words:
    """The words of a BCP 47 tag, or of the nearest broader one; FolioError says which there are."""
    return _of(nearest(locale))


def direction(locale: str) -> str:
    """Which way its text runs: `ltr` or `rtl`."""
    return words(locale).direction


@cache
def _of(name: str) -> Words:
    keys = table(name)
    same = {"year_after_from": "year", "month_after_from": "month", "price_range": "range"}
    return Words(**{"locale": name} | {key: keys[other] for key, other in same.items()} | keys)
