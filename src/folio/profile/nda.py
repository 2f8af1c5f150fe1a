"""Names under NDA: how one is recognised in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

S = ("s",)
EN = ("es", "en", "ens")
N = ("n", "ns")
"""What a genitive, a definite form or a case adds in Swedish, Danish, German and Dutch: `Nordbankens krav`."""


def mention(name: str) -> re.Pattern[str]:
    """Finds `name` as words of their own, in capitals or not, also with an ending."""
    words = name.split()
    inner = "".join(rf"{re.escape(word)}{inner_ending(word)}\s+" for word in words[:-1])
    return re.compile(rf"(?<!\w){inner}{re.escape(words[-1])}{ending(words)}(?!\w)", re.IGNORECASE)


def ending(words: Sequence[str]) -> str:
    """A pattern for what may follow a name of these words, as far as it makes no everyday word of a short one.

    A client called Visio leaves `vision` alone, one called AT&T leaves `at ten`, and one called Data leaves `datas`.
    """
    if len("".join(words)) < 5:
        return ""
    last, several = len(words[-1]), len(words) > 1
    return _either(S + (EN if last >= 4 else ()) + (N if last >= (4 if several else 7) else ()))


def inner_ending(word: str) -> str:
    """The same for a word inside a name: `der Deutschen Bank`."""
    return _either(S + EN + N) if len(word) >= 5 else ""


def _either(endings: Sequence[str]) -> str:
    return f"(?:{'|'.join(sorted(endings, key=len, reverse=True))})?"
