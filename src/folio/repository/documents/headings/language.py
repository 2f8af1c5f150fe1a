"""In which language a text is, as far as its headings could be matched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from folio.repository.documents.headings.words import files, languages, matches

MIN_SHARE = 0.12
"""Of a text's words, at least so many are the language's commonest; measured on READMEs in these languages."""
ENOUGH = 20
"""Words from which on a language can be told by the commonest ones."""
LOOK = 20_000
SCRIPTS = {
    "kana": r"[\u3041-\u30ff]",
    "han": r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
    "hangul": r"[\u1100-\u11ff\uac00-\ud7af]",
}
KNOWN_LETTERS = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff\u0400-\u052f]")
"""Latin and Cyrillic; languages in them are told by their words."""
LETTER = re.compile(r"[^\W\d_]")
KANA_SHARE = 0.1
"""Of the letters of East Asian scripts: Japanese has about half, Chinese none but in names."""
UNSPACED_SHARE = 0.3
PARTS = ("install", "usage", "results", "licence")


def guessed_language(titles: Iterable[str], prose: str) -> str | None:
    """The language that headings could be matched in; None when it is not one of those known here.

    A text in two languages is taken to be in the one that has more of it. Scripts tell Chinese, Japanese and Korean.
    """
    text = unicodedata.normalize("NFC", prose[:LOOK])
    counts = {name: len(re.findall(script, text)) for name, script in SCRIPTS.items()}
    unspaced, known, letters = sum(counts.values()), len(KNOWN_LETTERS.findall(text)), len(LETTER.findall(text))
    # Two letters of the one kind and five of the other make a word.
    weights = unspaced / 2, known / 5, (letters - unspaced - known) / 5
    if weights[2] > UNSPACED_SHARE * sum(weights):
        return None
    if unspaced and weights[0] >= UNSPACED_SHARE * sum(weights):
        if counts["hangul"] * 2 >= unspaced:
            return "ko"
        return "ja" if counts["kana"] >= KANA_SHARE * unspaced else "zh"
    return _by_words(list(titles), text)


def unspaced_letters(text: str) -> int:
    """How many letters of a text are of scripts that need no spaces between words."""
    return sum(len(re.findall(script, text)) for script in SCRIPTS.values())


def _by_words(titles: list[str], text: str) -> str | None:
    words = re.findall(r"[^\W\d_]+", text.lower())[:2000]
    hits = {code: sum(word in common for word in words) for code, common in _common().items()}
    best = max(sorted(hits), key=lambda code: (hits[code], code in languages()))
    if best not in languages() and hits[best] > 0:
        return None
    if len(words) >= ENOUGH:
        return best if hits[best] / len(words) >= MIN_SHARE else None
    if (
        hits[best] < 2
        and re.search(r"[^\W\d_a-zA-Z]", text)
        and not any(matches(title, part) for title in titles for part in PARTS)
    ):
        return None  # too short to tell, and not plain English
    return best if hits[best] else "en"


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    """The commonest words of running text, by language; those of languages without any other words here as well."""
    known = {code: str(file.get("common", "")) for code, file in languages().items()}
    others = {code: str(words) for code, words in files()["others"]["common"].items()}
    return {code: frozenset(words.split()) for code, words in (known | others).items() if words}
