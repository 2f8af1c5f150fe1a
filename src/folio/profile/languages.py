"""The languages of a profile: which its texts may be in, and which of them a tag means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from folio.document import Document
from folio.errors import Problem
from folio.profile.model import Profile

DEFAULT = "en"
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def site_languages(document: Document) -> tuple[str, ...]:
    """The profile's own language, and the further ones of its site."""
    whole = _mapping(document.data)
    locales = _mapping(whole.get("site")).get("locales")
    return _each_once(whole.get("language"), *(locales if isinstance(locales, list) else ()))


def site_tags(profile: Profile) -> tuple[str, ...]:
    """The same of a profile that is in its own language."""
    return _each_once(profile.language, *profile.site.locales)


def languages(document: Document) -> tuple[str, ...]:
    """The languages that texts may be in: those of the site, then of the résumé, of targets and of pitches."""
    whole = _mapping(document.data)
    said = [_mapping(whole.get("resume")).get("locale")]
    said += [_mapping(one.get("look")).get("locale") for one in _entries(whole, "targets")]
    said += [one.get("language") for one in _entries(whole, "pitches")]
    return _each_once(*site_languages(document), *said)


def nearest(locale: str, spoken: Sequence[str]) -> str:
    """The one of the languages that a tag means: itself, or a broader one; the first where none is."""
    known = {one.casefold(): one for one in reversed(spoken)}
    return next((known[tag] for tag in broader(locale.casefold()) if tag in known), spoken[0])


def said_again(document: Document) -> Iterator[Problem]:
    """The profile's own language among the further ones of its site."""
    own = site_languages(document)[0].casefold()
    locales = _mapping(_mapping(document.data).get("site")).get("locales")
    for number, tag in enumerate(locales if isinstance(locales, list) else ()):
        if isinstance(tag, str) and tag.casefold() == own:
            what = "is the profile's own language, which the site is in anyway"
            yield document.problem(("site", "locales", number), what, "take it out")


def broader(locale: str) -> Iterator[str]:
    """A tag and those that take it in: `de-AT`, `de`."""
    while locale:
        yield locale
        locale = locale.rpartition("-")[0]


def _each_once(first: object, *others: object) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in (first if _is_tag(first) else DEFAULT, *filter(_is_tag, others)):
        found.setdefault(str(tag).casefold(), str(tag))
    return tuple(found.values())


def _is_tag(value: object) -> bool:
    return isinstance(value, str) and TAG.fullmatch(value) is not None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _entries(whole: Mapping[str, object], section: str) -> list[Mapping[str, object]]:
    part = whole.get(section)
    return [_mapping(one) for one in part] if isinstance(part, list) else []
