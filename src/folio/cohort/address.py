"""Addresses of repositories in a cohort: none that holds a secret, for it would lie in plans, rows and messages."""

from __future__ import annotations

import re

from folio.repository.git.address import address_of
from folio.repository.git.bounds import RepositoryUnreadable

SECRET = re.compile(r"(?<=://)[^/\s]*@|^[^/\s]*:[^/\s]*@|\?.*", re.S)
"""What may be one: what stands before the host, where it is no name alone, and a query."""
HELD = "the address holds a query, which may be a token; write the address alone"


def is_address(text: str) -> bool:
    """Whether it is an address to clone from; raises RepositoryUnreadable for one that is not safe, or holds more."""
    if address_of(text) is None:
        return False
    if "?" in text:
        raise RepositoryUnreadable(HELD)
    return True


def without_secret(word: str) -> str:
    """A word of a command line as messages may show it."""
    return (
        SECRET.sub(lambda found: "?..." if found[0][0] == "?" else "...@", word)
        if "@" in word or "://" in word
        else word
    )
