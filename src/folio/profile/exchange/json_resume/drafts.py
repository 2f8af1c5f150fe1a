"""The drafts of June 2014, which had no `basics` yet: who somebody is stood under `bio`, or on its own."""

from __future__ import annotations

from typing import Any

from folio.profile.exchange.given import Json, present

PLAIN = {"name": "name", "email": "email", "phone": "phoneNumber", "summary": "bio", "location": "location"}


def modern(document: Json) -> Json:
    """The document with `basics`, as far as one that has none says who somebody is."""
    if "basics" in document:
        return document
    bio = document.get("bio")
    keys = (*PLAIN.values(), "profiles")
    if isinstance(bio, dict):
        rest = {name: value for name, value in document.items() if name != "bio"}
        return {**rest, "basics": _basics({**bio, "bio": bio.get("summary"), "phoneNumber": bio.get("phone")})}
    rest = {name: value for name, value in document.items() if name not in keys}
    basics = _basics(document)
    return {**rest, "basics": basics} if basics else document


def _basics(said: Json) -> Json:
    found = {name: _first(said.get(key)) for name, key in PLAIN.items() if name != "location"}
    place, pages = said.get("location"), said.get("profiles")
    named = [said.get("firstName"), said.get("lastName")]
    return present(
        **found | {"name": found["name"] or " ".join(one for one in named if isinstance(one, str)).strip()},
        location={**place, "region": place.get("region", place.get("state"))} if isinstance(place, dict) else place,
        website=_first(said.get("websites")),
        profiles=[_profile(*one) for one in pages.items()] if isinstance(pages, dict) else pages,
    )


def _profile(network: str, account: Any) -> Json:
    return {"network": network, ("url" if "//" in str(account) else "username"): account}


def _first(value: Any) -> Any:
    """A value, or the first of several for different uses."""
    return next((one for one in value.values() if one), None) if isinstance(value, dict) else value
