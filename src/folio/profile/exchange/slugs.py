"""Ids made from what a thing is called."""

from __future__ import annotations

import re
import unicodedata

from folio.profile.discretion import SPELLED

LONGEST = 48


def slug(text: str, otherwise: str = "entry") -> str:
    """`Order lists for a grocer` as `order-lists-for-a-grocer`; `otherwise` for a text without Latin letters."""
    spelled = "".join(SPELLED.get(letter, letter) for letter in text.lower())
    bare = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", bare)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if len(longer) > LONGEST:
            break
        name = longer
    return name or (words[0][:LONGEST] if words else otherwise)


class Ids:
    """Ids that are each given once: a second `course` becomes `course-2`."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, text: str, otherwise: str = "entry") -> str:
        """The id for what is called `text`."""
        base = slug(text, otherwise)
        name, number = base, 1
        while name in self._given:
            number += 1
            name = f"{base}-{number}"
        self._given.add(name)
        return name
