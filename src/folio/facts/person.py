"""Whether a referee is the person themselves (guard `self-reference`)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from folio.profile.model import Profile
from folio.profile.record import Reference

TITLES = frozenset({
    "dr", "prof", "professor", "doctor", "mr", "mrs", "ms", "miss", "mx", "sir", "madam", "herr", "frau", "ing", "dipl",
    "phd", "msc", "bsc", "mba",
})  # fmt: skip
SHARED = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com",
    "proton.me", "protonmail.com", "gmx.de", "gmx.net", "web.de", "aol.com", "fastmail.com", "mail.com",
    "users.noreply.github.com",
})  # fmt: skip
"""Where everybody may have an address, so that the same host says nothing."""


def is_same_person(reference: Reference, profile: Profile) -> bool:
    """Whether a referee is the person themselves, by name or address.

    Neither the order of a name's words nor marks, capitals, titles and middle initials make another person of it, nor
    does what follows a plus sign in an address. A first name's initial counts only at a mail domain of the person's,
    where others may have addresses too: at any other, it may be a namesake's.
    """
    return _is_same(reference.name, reference.email or "", profile.name, profile.emails)


@lru_cache(maxsize=256)  # many checks ask for the same few people
def _is_same(referee: str, email: str, person: str, emails: frozenset[str]) -> bool:
    own = frozenset(map(_untagged, emails))
    address = _untagged(email)
    said, name = _words(referee), _words(person)
    if (address and address in own) or _is_same_name(said, name):
        return True
    domain = address.partition("@")[2]
    at_home = bool(domain) and domain not in SHARED and domain in {one.partition("@")[2] for one in own}
    return at_home and _is_shortened(said, name)


def _untagged(address: str) -> str:
    """`ada+work@example.org` as `ada@example.org`, where both end up."""
    local, _, domain = address.strip().casefold().partition("@")
    return f"{local.partition('+')[0]}@{domain}" if domain else ""


def _words(name: str) -> frozenset[str]:
    """The words of a name without marks, case and titles."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    found = frozenset(re.findall(r"[^\W_]+", re.sub(r"\b(Ph|M|B)\.?\s?(D|Sc)\b\.?", "", bare).casefold()))
    return found - TITLES or found


def _is_same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all words are the same, or all but middle initials that only one of them has."""
    if one == other:
        return bool(one)
    full, also = (frozenset(word for word in name if len(word) > 1) for name in (one, other))
    return full == also and len(full) > 1 and (one == full or other == also)


def _is_shortened(said: frozenset[str], name: frozenset[str]) -> bool:
    """Whether every word stands in the name, one at least in full and the others by their first letter."""
    initials = {word for word in said if len(word) == 1}
    whole = said - initials
    return bool(initials) and bool(whole) and whole <= name and initials <= {word[0] for word in name - whole}
