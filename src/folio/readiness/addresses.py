"""The addresses at which projects run; several projects at one address are one deployment (guard `same-url`)."""

from __future__ import annotations

from collections import defaultdict

from folio.facts import Facts
from folio.profile.places import plain


def at_one_address(facts: Facts) -> dict[str, str]:
    """By id of each project with an address, the subject that counts what runs there.

    It is that of the first project by name, so that neither the order of the profile nor one more project takes
    anything away.
    """
    there: dict[str, set[str]] = defaultdict(set)
    places = {
        one.claim.id: plain(one.claim.live.url) for one in facts.projects if one.claim.live and one.claim.live.url
    }
    for project in facts.projects:
        if project.claim.id in places:
            there[places[project.claim.id]].add(project.subject)
    return {name: min(there[place]) for name, place in places.items()}
