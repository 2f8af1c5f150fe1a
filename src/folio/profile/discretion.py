"""Keeping names under NDA out of everything that is printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from folio.profile.model import Profile


def discreet(profile: Profile) -> Callable[[str], str]:
    """Puts a client's public name wherever the name under NDA stands: in running text, in ids and in paths."""
    hidden = {tuple(words(client.name)): client.public_name for client in profile.clients if client.nda}
    names = sorted((name for name in hidden if name), key=len, reverse=True)
    if not names:
        return lambda text: text
    forms = "|".join(r"[\W_]+".join(map(re.escape, name)) for name in names)
    pattern = re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])", re.IGNORECASE)

    def clean(text: str) -> str:
        running = " " in text
        return pattern.sub(lambda match: _shown(hidden[tuple(words(match[0]))], running), text)

    return clean


def words(text: str) -> list[str]:
    """The words of a name, however they are joined: `Acme Mutual`, `acme-mutual`, `ACME_MUTUAL`."""
    return re.findall(r"[^\W_]+", text.casefold())


def _shown(name: str, running: bool) -> str:
    return name if running else "-".join(words(name))
