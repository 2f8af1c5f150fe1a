"""Keeping names under NDA out of everything that is printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from folio.profile.model import Profile


def discreet(profile: Profile) -> Callable[[str], str]:
    """Puts a client's public name wherever the name under NDA stands, in running text and in ids."""
    hidden: dict[str, str] = {}
    for client in profile.clients:
        if client.nda:
            hidden[client.name.casefold()] = client.public_name
            hidden[slug(client.name)] = slug(client.public_name) or "client"
    names = sorted((name for name in hidden if name), key=len, reverse=True)
    if not names:
        return lambda text: text
    # `_` joins words in file names, so it ends a name here as a space does.
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, names))})(?![^\W_])", re.IGNORECASE)
    return lambda text: pattern.sub(lambda match: hidden[match[0].casefold()], text)


def slug(text: str) -> str:
    """A name as it is written in ids and paths."""
    return "-".join(re.findall(r"\w+", text.casefold()))
