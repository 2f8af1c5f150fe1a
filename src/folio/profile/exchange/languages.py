"""Languages as other tools write them: a name, and a level in words."""

from __future__ import annotations

import re
from functools import cache

from folio.profile.fields import as_line

CEFR = re.compile(r"(?<![A-Za-z0-9])([ABC][12])(?![A-Za-z0-9])", re.IGNORECASE)
NATIVE = re.compile(
    r"nativ|mother ?tongue|first language|bilingual|mutters|madreling|lengua materna|langue maternelle|母[語语國国]",
    re.IGNORECASE,
)
BY_OWN_NAME = (
    "ar bg ca cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh"
)
"""Languages that are known by what they call themselves; every other one by its name in English."""
UNKNOWN = "und"
"""The code of a language that is not known."""


def level(fluency: str) -> str | None:
    """The CEFR level, or `native`; None where the words do not tell: "fluent" is anything from B2 on."""
    if match := CEFR.search(fluency):
        return match[1].upper()
    return "native" if NATIVE.search(fluency) else None


def code(name: str, spoken: str) -> str:
    """The code of a language by its name in English, in itself or in `spoken`; `und` for one that is not known."""
    return _codes(spoken).get(name.strip().casefold(), UNKNOWN)


def two_letters(code: str) -> str:
    """`fre` and `fra` as `fr`; a code that has no other is itself, in small letters."""
    from babel.core import get_global

    bare = code.strip().lower()
    return str(get_global("language_aliases").get(bare, bare))


@cache
def _codes(spoken: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    found: dict[str, str] = {}
    for tag in dict.fromkeys(("en", spoken)):
        try:
            names = Locale.parse(tag, sep="-").languages
        except (UnknownLocaleError, ValueError):
            continue
        for code, name in names.items():
            if code.isalpha():
                found.setdefault(name.casefold(), code)
    for code in BY_OWN_NAME.split():
        if own := Locale.parse(code).languages.get(code):
            found.setdefault(own.casefold(), code)
    return found


def name_of(code: str, locale: str) -> str | None:
    """What a language is called in the words of a locale; None where CLDR does not say."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(locale, sep="-").languages.get(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    return as_line(str(name)) if name else None
