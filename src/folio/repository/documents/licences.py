"""Licences by their own texts. Why this is a table of our own is in docs/decisions.md."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PROPRIETARY = "LicenseRef-Proprietary"
TITLE = 200
"""Letters in which a licence says what it is."""
NOTICE = 150
"""Words up to which a text that reserves all rights is a notice, and no licence that happens to say so."""
MAX_TEXT = 100_000
DECLARED = re.compile(r"SPDX-License-Identifier:[ \t]*([A-Za-z0-9.+() -]{2,80})")


@dataclass(frozen=True, slots=True)
class _Texts:
    """What `licences.toml` holds, in its order."""

    begins: tuple[tuple[str, list[str]], ...]
    holds: tuple[tuple[str, list[str]], ...]
    reserved: tuple[str, ...]
    forbids: tuple[str, ...]


@lru_cache(maxsize=1)
def _texts() -> _Texts:
    file = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return _Texts(
        begins=tuple(file["begins"].items()),
        holds=tuple((spdx, phrases) for spdx, ways in file["holds"].items() for phrases in ways),
        reserved=tuple(file["reserved"]["phrases"]),
        forbids=tuple(file["reserved"]["forbids"]),
    )


def recognised(text: str) -> str | None:
    """The SPDX id of a licence's text; None when it is not known here.

    A notice that reserves all rights is `LicenseRef-Proprietary`; a rider that forbids selling makes another licence.
    """
    words = " ".join(re.sub(r"[\s#>*_=\"“”`]+", " ", text[:MAX_TEXT].lower().replace("’", "'")).split())
    if found := _by_text(words):
        return f"{found} AND LicenseRef-Commons-Clause" if "commons clause" in words else found
    if declared := DECLARED.search(text[:MAX_TEXT]):
        return declared[1].strip()
    if any(phrase in words for phrase in _texts().reserved):
        short = len(words.split()) <= NOTICE
        return PROPRIETARY if short or any(phrase in words for phrase in _texts().forbids) else None
    return PROPRIETARY if "proprietary" in words and ("confidential" in words or "permission" in words) else None


def _by_text(words: str) -> str | None:
    for table, place in ((_texts().begins, words[:TITLE]), (_texts().holds, words)):
        for spdx, phrases in table:
            if all(phrase in place for phrase in phrases):
                return spdx
    return None
