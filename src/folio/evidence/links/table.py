"""The signs by which pages are told that stand in place of somebody's own; they are data, in the files beside this one.

All that a sign names has to be there, one of each list:

    title       the page's title, or a part of it between dashes or bars; `*` stands for anything, {host} for the host
    text        a phrase among the first 300 words that can be seen
    html        a piece of the source
    script      a piece of one of the page's own scripts, which is fetched for it
    host        the host that answered, or the one above it
    final_host  a host that was redirected to from another one; with a path, also from another page of it;
                ending in a dot, the first part of its name
    final_path  the end of the path that was redirected to
    header      a header of the answer
    password    a field for a password
    longest     characters that can be seen, at most

Small and capital letters are one, as are kinds of apostrophes. What a sign stands for is its `kind`; `what` says it.
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal

from folio.frozen import Frozen

FOLDER = Path(__file__).parent

Kind = Literal["", "parked", "placeholder", "login", "empty", "not-found", "wall", "asleep", "stopped"]
"""The last three say nothing of the page: it is behind something, or will come later, or its host keeps it away."""

ORDER: tuple[Kind, ...] = ("wall", "asleep", "login", "parked", "placeholder", "not-found", "stopped")
"""In which they are looked for: what stands before the page first."""

ANYWHERE = 1 << 30


class Sign(Frozen):
    """One row of the tables."""

    kind: Kind
    what: str
    title: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    script: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    final_host: tuple[str, ...] = ()
    final_path: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    password: bool = False
    longest: int = ANYWHERE


@lru_cache(maxsize=1)
def signs() -> tuple[Sign, ...]:
    """Every sign, in the order in which to look for them."""
    rows = [row for file in sorted(FOLDER.glob("*.toml")) for row in tomllib.loads(file.read_text("utf-8"))["sign"]]
    found = [Sign.model_validate({key: _value(key, value) for key, value in row.items()}) for row in rows]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _value(key: str, value: object) -> object:
    if not isinstance(value, list):
        return value
    return tuple(value if key in ("host", "final_host", "final_path") else map(folded, value))


def folded(text: str) -> str:
    """As texts are compared: without what depends on typography."""
    return " ".join(text.casefold().translate({0x2019: "'", 0x2018: "'", 0x00A0: " ", 0x202F: " "}).split())


@lru_cache(maxsize=1 << 12)
def fits(pattern: str, text: str) -> bool:
    """Whether `*` in the pattern can stand for something that makes it the text."""
    if "*" not in pattern:
        return pattern == text
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text) is not None
