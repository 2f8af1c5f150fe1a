"""Streams that can't write every character: plain signs stand for those, one for each column."""

from __future__ import annotations

import codecs
import sys
import unicodedata

from folio.cli.text import columns

PLAIN = {
    "█": "#", "░": ":", "·": ".", "│": "|", "…": "~", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"',
    "”": '"', "„": '"', "×": "x", "→": ">", "•": "*", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
NAME = "folio-plain"


def forgive() -> None:
    """From here on, a character that standard output or error can't write is written as a plain sign."""
    codecs.register_error(NAME, _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # it is another kind of stream where something else runs folio
            stream.reconfigure(errors=NAME)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end


def plain(sign: str) -> str:
    """A character in ASCII, as wide as it is: its base letter where it has one, or question marks."""
    if sign in PLAIN:
        return PLAIN[sign]
    base = unicodedata.normalize("NFKD", sign)[:1]
    return base if base.isascii() and columns(sign) == 1 else "?" * columns(sign)
