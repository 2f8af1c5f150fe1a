"""The fixed words of documents, in the language of whoever reads them; `locales/` holds a file for each."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from folio.errors import FolioError

FOLDER = Path(__file__).parent / "locales"
TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
OTHER_NAMES = {
    "in": "id",
    "iw": "he",
    "no": "nb",
    "yue": "zh-hant",
    "zh": "zh-hans",
    "zh-hk": "zh-hant",
    "zh-mo": "zh-hant",
    "zh-tw": "zh-hant",
}
"""Tags that people write for the ones there are."""


@dataclass(frozen=True, slots=True)
class Words:
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


KEYS = tuple(field.name for field in fields(Words) if field.name != "locale")


@cache
def locales() -> tuple[str, ...]:
    """The tags of all locales: `ar`, `bg`, ... `zh-Hant`."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


def words(locale: str) -> Words:
    """The words of a BCP 47 tag, or of the nearest broader one; FolioError says which there are."""
    return _read(_nearest(locale))


def direction(locale: str) -> str:
    """Which way its text runs: `ltr` or `rtl`."""
    return words(locale).direction


def lang(locale: str) -> str:
    """The tag as HTML and PDF name a language: `de-AT` for `de_at`. FolioError as for `words`."""
    _nearest(locale)
    first, *others = locale.replace("_", "-").lower().split("-")
    cases = {2: str.upper, 4: str.title}
    return "-".join([first, *(cases.get(len(part), str)(part) for part in others)])


@cache
def _nearest(locale: str) -> str:
    known = {name.lower(): name for name in locales()}
    tag = locale.replace("_", "-").lower() if TAG.fullmatch(locale) else ""
    while tag:
        tag = OTHER_NAMES.get(tag, tag)
        if tag in known:
            return known[tag]
        tag = tag.rpartition("-")[0]
    raise FolioError(f"folio has no words for {locale[:40]!r}; {_instead(locale)}")


def _instead(locale: str) -> str:
    """What to write for a locale that there is not; names of languages count too."""
    from difflib import get_close_matches

    known = {name.lower(): name for name in locales()}
    for name in locales():
        known |= {called.lower(): name for called in (_read(name).name, _read(name).native_name)}
    near = get_close_matches(locale[:40].lower(), sorted(known), n=1)
    hint = f"did you mean '{known[near[0]]}'? " if near else ""
    return f"{hint}there is {', '.join(locales())}"


@cache
def _read(name: str) -> Words:
    keys = table(name)
    return Words(**{"locale": name, "year_after_from": keys["year"], "month_after_from": keys["month"], **keys})


def table(name: str) -> dict[str, str]:
    """The keys of a locale's file, without its sections, and those of the locale that it is `like`."""
    sections = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    base = sections.pop("like", None)
    keys = table(base) if base else {"direction": "ltr", "first": "1"}
    keys |= {"cldr": name.replace("-", "_")}
    for key, value in sections.items():
        keys |= value if isinstance(value, dict) else {key: value}
    return keys
