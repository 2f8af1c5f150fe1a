"""Words of strangers as a profile can hold them: visible, plain, without pictures, and ended where a sentence ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from folio.profile.fields import CONTROL, as_line

SHORTCODE = re.compile(r"(?<!\w):[a-z0-9_+-]{2,40}:(?!\w)")
"""A picture as GitHub writes one in text, such as `:rocket:`."""
JOINERS = "\u200c\u200d\ufe0e\ufe0f\u20e3"
"""What joins pictures, or picks one of their forms."""
PICTURES = ("So", "Sk", "Cs", "Co", "Cn")
KEPT = "^`´¨°©®™"
"""Of those categories, what running text needs."""
END = re.compile(r"[.!?…]['\")\]]*(?=\s|$)|[。！？]")
EDGES = " -–—|·•:,;~*_#"


def line(text: str) -> str:
    """One plain line; may be empty."""
    return re.sub(r"\s+([.,;:!?])(?=\s|$)", r"\1", as_line(unpictured(text).replace("`", ""))).strip(EDGES)


def unpictured(text: str) -> str:
    """Without emoji and invisible characters; line ends stay."""
    plain = CONTROL.sub(" ", SHORTCODE.sub(" ", text))
    kept = (one for one in plain if one not in JOINERS and (one in KEPT or unicodedata.category(one) not in PICTURES))
    return "".join(kept)


def ended(text: str, most: int) -> str:
    """At most `most` characters: whole sentences where at least one fits, else whole words."""
    if len(text) <= most:
        return text
    ends = [found.end() for found in END.finditer(text[: most + 1]) if found.end() <= most]
    if ends:
        return text[: ends[-1]].rstrip()
    return text[: most - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"


def sentence(text: str) -> str:
    """With an end, so that another sentence can follow."""
    return text if not text or END.search(text[-2:]) else f"{text.rstrip(EDGES)}."


def listed(names: list[str]) -> str:
    """`A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def from_name(name: str, known: Mapping[str, str]) -> str:
    """What a repository is called, in words: `demand-forecast` as `Demand forecast`; `PyLoom` stays, and so does what
    is `known` to be written in another way.
    """
    words = [known.get(word, word) for word in re.split(r"[-_.]+", name) if word]
    first = words[0] if words else name
    stays = first in known.values() or first != first.lower()
    return " ".join([first if stays else first.capitalize(), *words[1:]])
