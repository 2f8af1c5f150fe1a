"""Names under NDA: how one is recognised in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

S = ("s",)
EN = ("es", "en", "ens")
N = ("n", "ns")
"""What a genitive, a definite form or a case adds in Swedish, Danish, German and Dutch: `Nordbankens krav`."""


LEGAL = frozenset({
    "ab", "ag", "aps", "as", "asa", "bv", "co", "company", "corp", "corporation", "doo", "eg", "ehf", "ev", "gbr",
    "gk", "gmbh", "inc", "incorporated", "kft", "kg", "kk", "lda", "limited", "llc", "llp", "lp", "ltd", "ltda",
    "mbh", "nv", "ohg", "oy", "oyj", "plc", "pte", "pty", "pvt", "sa", "sab", "sarl", "sas", "sasu", "sca", "scs",
    "se", "sl", "slu", "snc", "spa", "spj", "spk", "spzoo", "srl", "sro", "ug",
})  # fmt: skip
"""Forms of firms as they stand at the end of a name, without dots; ISO 20275 lists them all."""
IN_FULL = frozenset({"company", "corporation", "incorporated", "limited"})
"""Those that are words: what stands before them alone may be one as well, such as Insurance."""
TELLING = 7
"""Letters from which on one word is a name that hardly any text holds by chance: Nordhafen, not Orange."""


def without_form(name: str) -> str | None:
    """`Nordhafen Spedition` of `Nordhafen Spedition GmbH & Co. KG`; None for a name without a form, or with nothing
    before it that tells."""
    words, forms = name.split(), set[str]()
    while words and (_bare(words[-1]) in LEGAL or not _bare(words[-1])):
        forms.add(_bare(words.pop()))
    short = " ".join(words).rstrip(",")
    tells = len(words) > 1 or (len(words) == 1 and len(_bare(words[0])) >= TELLING and not forms & IN_FULL)
    return short if tells and short != name.strip() else None


def _bare(word: str) -> str:
    return re.sub(r"[\W_]", "", word).casefold()


def mention(name: str) -> re.Pattern[str]:
    """Finds `name` as words of their own, in capitals or not, also with an ending or without the form of the firm."""
    return _said(without_form(name) or name)


def _said(name: str) -> re.Pattern[str]:
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
