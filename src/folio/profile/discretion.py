"""Keeping names under NDA out of everything that is printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from html.entities import codepoint2name
from urllib.parse import quote

from folio.profile.model import Profile
from folio.profile.nda import ending, inner_ending, without_form

JOINED = 5
"""Letters that a name of several words needs to be told where they are written as one: `H&M` is no `hm`."""
HIDDEN = r"[\u00ad\u200b-\u200d\u2060\ufeff]*"
"""Soft hyphens and joiners, which nobody sees in the middle of a word."""
ODD = (
    *((one, "") for one in "\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    *(("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k")),
)
"""The same, and the letters that patterns take for one of a to z in another case."""
BETWEEN = r"(?:%(?:25)*[0-9a-f]{2}|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|[\W_])"
"""What stands between two words of a name, also as addresses and HTML write it."""
LETTER = r"[^\W_]"
ENCODED = r"(?<=%[012][0-9a-f])|(?<=%3[a-f])|(?<=%40)|(?<=%5[b-f])|(?<=%60)|(?<=%7[b-f])"
"""After the code of a character that is no letter, as in `%2Facme`."""
UPPER = "".join(one for one in map(chr, range(0x530)) if one.isupper())
LOWER = "".join(one for one in map(chr, range(0x530)) if one.islower())
ALONE = (rf"(?:(?<!{LETTER})|{ENCODED})", rf"(?!{LETTER})")
APART = (
    rf"(?:(?<!{LETTER})|{ENCODED}|(?<=\d)(?!\d)|(?-i:(?<=[{LOWER}])(?=[{UPPER}])))",
    rf"(?:(?!{LETTER})|(?<!\d)(?=\d)|(?-i:(?<=[{LOWER}])(?=[{UPPER}])))",
)
"""Where a name of several words begins and ends: also at a capital and at a number, as in `runAcmeMutual2`."""
SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d"}
"""Letters as ids and host names spell them, beside the letter without its marks."""
GLUED = re.compile(r"[/\\_%@=-]|\.[^\W_]")


def discreet(profile: Profile) -> Callable[[str], str]:
    """Puts a client's public name wherever the name under NDA stands: in running text, in ids, paths and addresses.

    Capitals, marks on letters, their codes in addresses and HTML, and what joins the words make no difference:
    `acme_mutual`, `Acme%20Mutual`, `acmemutual.example`, nor does the form of the firm, where it is left out. Neither
    does the ending of a genitive or another case, which goes with the name: `Acmes Mutuals`. A name of one word is only
    found as a word of its own: a client called Data leaves `database` and `DataFrame` alone, and one called Acme is not
    found in `AcmeForecast`.
    """
    return hiding((client.name, client.public_name) for client in profile.clients if client.nda)


def hiding(names: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """The same for names and what goes in place of each."""
    guarded = [(name, public) for whole, public in names for name in _names(whole)]
    clients = [(_letters(name), public) for name, public in guarded]
    named = sorted((one for one in clients if one[0]), key=lambda one: len("".join(one[0])), reverse=True)
    if not named:
        return lambda text: text
    shown = [public for _, public in named]
    telling = [max((word.lower() for word in name if word.isascii()), key=len, default="") for name, _ in named]

    @cache
    def pattern() -> re.Pattern[str]:
        return re.compile("|".join(f"({_form(name)})" for name, _ in named), re.IGNORECASE)

    def clean(text: str) -> str:
        plain = _plain(text)
        for word in telling:  # looking for a word of each name first takes a tenth of the time
            if word in plain:
                break
        else:
            return text
        return pattern().sub(lambda match: _shown(shown[(match.lastindex or 1) - 1], match), text)

    return clean


def _names(name: str) -> tuple[str, ...]:
    """The name, and the name without the form of the firm."""
    short = without_form(name)
    return (name, short) if short else (name,)


def _plain(text: str) -> str:
    """The text in small letters without what may hide one of a to z, as far as a pattern sees through it."""
    if not text.isascii():
        for odd, letter in ODD:
            text = text.replace(odd, letter)
    return text.lower()


def words(text: str) -> list[str]:
    """The words of a name, however they are joined: `Acme Mutual`, `acme-mutual`, `ACME_MUTUAL`."""
    return re.findall(r"[^\W_]+", text.casefold())


def _letters(name: str) -> list[str]:
    """The words as they are written, each letter in one piece with its marks."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name))


def _form(name: list[str]) -> str:
    spelled = [HIDDEN.join(map(_spelled, word)) for word in name]
    if len(name) == 1:
        return ALONE[0] + spelled[0] + ending(name) + ALONE[1]
    between = BETWEEN + ("*" if len("".join(name)) >= JOINED else "+")
    inner = (form + inner_ending(word) + between for form, word in zip(spelled[:-1], name[:-1], strict=True))
    return APART[0] + "".join(inner) + spelled[-1] + ending(name) + APART[1]


def _spelled(letter: str) -> str:
    """A letter in every way that it is written."""
    if letter.isascii():
        return re.escape(letter)
    forms: set[str] = set()
    for one in {letter, letter.lower(), letter.upper()}:
        apart = unicodedata.normalize("NFD", one)
        forms |= {one, apart, quote(one), quote(quote(one)), quote(apart), f"&#{ord(one[0])};", f"&#x{ord(one[0]):x};"}
        forms |= {f"&{codepoint2name[ord(one[0])]};"} if ord(one[0]) in codepoint2name else set()
    bare = "".join(one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one))
    forms |= {letter.casefold(), bare, SPELLED.get(letter.lower(), bare)}
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda one: (-len(one), one))))})"


def _shown(name: str, match: re.Match[str]) -> str:
    """The public name as it is in running text, its words with hyphens in an id, a path or an address."""
    text, start, end = match.string, match.start(), match.end()
    glued = GLUED.match(text, end) or GLUED.fullmatch(text[max(start - 1, 0) : start])
    return name if not glued and re.search(r"\s", text) else "-".join(words(name))
