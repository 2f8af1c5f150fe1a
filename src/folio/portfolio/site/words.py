"""The fixed words of the site, in the language of whoever reads it; `locales/` holds a file for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from folio.errors import FolioError
from folio.portfolio.tags import nearest

FALLBACK = "en"
FOLDER = Path(__file__).parent / "locales"


class SiteWords(Mapping[str, str]):
    """Texts by their keys, plain, with `{names}` for str.format; in templates `words.all_work`."""

    def __init__(self, locale: str, texts: Mapping[str, str]) -> None:
        self.locale = locale
        self._texts = dict(texts)

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def counted(self, key: str, n: int) -> str:
        """A text about a number, in its own form for one where the language has one: the key that ends in `_one`."""
        one = self._texts.get(f"{key}_one") if n == 1 else None
        return (one or self._texts[key]).format(n=n)


@cache
def site_words(locale: str) -> SiteWords:
    """The words of a BCP 47 tag, of the nearest broader one, or else English ones: better than no site.

    So is a text that a locale lacks as yet.
    """
    try:
        name = nearest(locale)
    except FolioError:
        name = FALLBACK
    if not (FOLDER / f"{name}.toml").is_file():
        name = FALLBACK
    english = {key: text for key, text in _texts(FALLBACK).items() if name == FALLBACK or not key.endswith("_one")}
    return SiteWords(name, english | _texts(name))


@cache
def _texts(name: str) -> dict[str, str]:
    import tomllib

    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
