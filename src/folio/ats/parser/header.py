"""The top of a résumé: who it is, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from folio.ats.lines import Line

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w/.-])\+?\(?\d[\d\s().–-]{6,18}\d(?!\w)")
LINK = re.compile(r"(?<![@\w.-])(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s,;|·]*)?", re.IGNORECASE)
SEPARATORS = " \t,;/–"
BETWEEN = str.maketrans("|·•｜", "    ")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the first heading."""

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[str, ...] = ()
    location: str = ""


def header(lines: Sequence[Line]) -> Header:
    """The name is the first line; lines with an address or a number are contact, and what is left of them the place."""
    texts = [line.text.strip() for line in lines if line.text.strip()]
    if not texts:
        return Header()
    who: list[str] = []
    rests: list[str] = []
    reached: dict[str, list[str]] = {"email": [], "phone": [], "links": []}
    for number, text in enumerate(texts):
        rest = text
        for kind, pattern in (("email", EMAIL), ("links", LINK), ("phone", PHONE)):
            reached[kind] += [one.strip() for one in pattern.findall(rest)]
            rest = pattern.sub("  ", rest)
        touched = rest != text
        if number == 0 or not (touched or any(reached.values())):
            who.append(text)
        elif left := " ".join(rest.translate(BETWEEN).strip(SEPARATORS).split()):
            rests.append(left)
    return Header(
        name=who[0] if who else "",
        headline=" ".join(who[1:]),
        email=next(iter(reached["email"]), ""),
        phone=next(iter(reached["phone"]), ""),
        links=tuple(reached["links"]),
        location=" ".join(rests),
    )
