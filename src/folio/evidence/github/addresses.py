"""The addresses that an account commits with, as GitHub's search for commits shows them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

EMAIL = re.compile(r"[^@\s<>\"']{1,64}@[^@\s<>\"']{1,180}\.[^@\s<>\"'.]{1,60}")
GITHUBS_OWN = "noreply@github.com"
"""What edits on GitHub's own pages are committed with."""
MAX_ADDRESSES = 20


def search(login: str) -> str:
    """Where the account's hundred newest public commits are. Which are its own, GitHub tells by verified addresses."""
    query = {"order": "desc", "per_page": 100, "q": f"author:{login} is:public", "sort": "author-date"}
    return f"/search/commits?{urlencode(query)}"


def addresses(answer: Any, login: str) -> tuple[str, ...]:
    """Those in an answer to the search that are the account's, in small letters; at most twenty, the newest.

    Raises KeyError or TypeError for what is no such answer.
    """
    found: dict[str, None] = {}
    for one in answer["items"]:
        email = str(one["commit"]["author"]["email"]).casefold()
        own = one["author"] is not None and one["author"]["login"].lower() == login.lower()
        if own and not one["repository"]["private"] and email != GITHUBS_OWN and EMAIL.fullmatch(email):
            found[email] = None
    return tuple(sorted(list(found)[:MAX_ADDRESSES]))
