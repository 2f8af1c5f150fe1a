"""Which locale of `locales/` a language tag means, and what its file holds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from folio.errors import FolioError

FOLDER = Path(__file__).parent / "locales"
TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
EXTENSIONS = re.compile(r"-[a-z0-9](?:-.*)?$")
MEANT = {
    "in": "id",
    "iw": "he",
    "no": "nb",
    "yue": "zh-hant",
    "zh": "zh-hans",
    "zh-hk": "zh-hant",
    "zh-mo": "zh-hant",
    "zh-tw": "zh-hant",
}
"""What is meant by tags that have no file and are not narrower than one that has."""


@cache
def locales() -> tuple[str, ...]:
    """The tags of all locales: `ar`, `bg`, ... `zh-Hant`."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def nearest(locale: str) -> str:
    """The locale of a BCP 47 tag, or the nearest broader one: `de` for `de-AT`. FolioError says which there are."""
    known = {name.lower(): name for name in locales()}
    tag = locale.replace("_", "-").lower() if TAG.fullmatch(locale) else ""
    while tag:
        tag = MEANT.get(tag, tag)
        if tag in known:
            return known[tag]
        tag = tag.rpartition("-")[0]
    raise FolioError(f"folio has no words for {locale[:40]!r}; {_instead(locale[:40])}")


def lang(locale: str) -> str:
    """The tag as HTML and PDF name a language: `de-AT` for `de_at`, without extensions. FolioError as for `nearest`."""
    nearest(locale)
    first, *others = EXTENSIONS.sub("", locale.replace("_", "-").lower()).split("-")
    cases = {2: str.upper, 4: str.title}
    return "-".join([first, *(cases.get(len(part), str)(part) for part in others)])


def table(name: str) -> dict[str, str]:
    """The keys of a locale's file, without its sections, and those of the locale that it is `like`."""
    import tomllib

    sections = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    base = sections.pop("like", None)
    keys = table(base) if base else {"direction": "ltr", "first": "1"}
    keys["cldr"] = name.replace("-", "_")
    for key, value in sections.items():
        keys |= value if isinstance(value, dict) else {key: value}
    return keys


def _instead(locale: str) -> str:
    """What to write for a locale that there is not; languages count by their names and without their scripts too."""
    from difflib import get_close_matches

    known = {name.partition("-")[0]: name for name in locales()} | {name.lower(): name for name in locales()}
    for name in locales():
        keys = table(name)
        known |= {keys["name"].lower(): name, keys["native_name"].lower(): name}
    near = get_close_matches(locale.lower(), sorted(known), n=1)
    hint = f"did you mean '{known[near[0]]}'? " if near else ""
    return f"{hint}there is {', '.join(locales())}"
