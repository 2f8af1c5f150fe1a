"""Where a person is, on earth and on the web, as YAMLResume says it."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from folio.profile.exchange.given import Json, present
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.networks import account
from folio.profile.exchange.taken import Left
from folio.profile.exchange.yamlresume.words import NETWORKS

NAMES = {"GitLab": "Gitlab", "StackOverflow": "Stack Overflow", "X": "Twitter"}
"""Networks that it calls otherwise."""
MOST, LEAST = 64, 2


def location(said: str | None) -> Json | None:
    """A place on one line as city, region and country."""
    if not said:
        return None
    city, *rest = said.split(", ")
    country = rest.pop() if rest and rest[-1] in _countries() else None
    region = ", ".join(rest)
    return present(
        city=city[:MOST].ljust(LEAST, "."), region=region[:MOST] if len(region) >= LEAST else None
    ) | present(country=country)


def profiles(links: Json, left: list[Left]) -> list[Json]:
    """The pages that are accounts on one of its networks; every other one is left."""
    login = links.get("github")
    pages = [("LinkedIn", links.get("linkedin")), ("GitHub", f"https://github.com/{login}" if login else None)]
    pages += [("Gitlab", links.get("gitlab")), ("Code", links.get("code"))]
    pages += [(one["label"], one["url"]) for one in links.get("other", ())]
    found = []
    for label, url in pages:
        if not url:
            continue
        known = account(url)
        network = NAMES.get(known[0], known[0]) if known else label
        name = known[1] if known else urlsplit(url).path.strip("/").rpartition("/")[2].lstrip("@")
        if network in NETWORKS and LEAST <= len(name) <= MOST:
            found.append({NAME: url, "network": network, "username": name, "url": url})
        else:
            left.append(Left("links", f"has no network of this format: {label}", url))
    return found


@cache
def _countries() -> frozenset[str]:
    """Countries by their names in English, those that every list of them has in the same words."""
    from babel import Locale

    named = Locale("en").territories.items()
    return frozenset(name for code, name in named if len(code) == 2 and code.isalpha() and not set("(&’") & set(name))
