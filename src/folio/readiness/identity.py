"""The pages that show that it is one and the same person, and what is not known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from folio.facts import Facts
from folio.facts.links import LinkFacts
from folio.profile.model import Profile
from folio.readiness.fields import says

PAGES = {"site": ("website",), "code": ("github", "gitlab", "code"), "network": ("linkedin", "other-")}
"""The parts that lie at an address, by the links of the profile."""
CALLED = {"site": "site", "code": "page at the code host", "network": "page at the network"}
NO_LINK = "no link back to your other pages was found"


def identity(profile: Profile) -> dict[str, bool | None]:
    """The parts of an identity, and whether the profile names each; None where it leaves the section out."""
    contact, links = profile.contact, profile.links
    reach = None if not says(profile, "contact") else any((contact.email, contact.phone, contact.calendar))
    if not says(profile, "links"):
        return {"route": reach, "site": None, "code": True if profile.github else None, "network": None}
    return {
        "route": reach,
        "site": bool(links.website and links.website.startswith("https://")),
        "code": any((links.github, links.gitlab, links.code, profile.github)),
        "network": any((links.linkedin, links.other)),
    }


def pages_of(facts: Facts, part: str) -> tuple[LinkFacts, ...]:
    """What is known of the pages that a part is made of."""
    return tuple(page for name, page in facts.pages.items() if name.removeprefix("link:").startswith(PAGES[part]))


def doubts(facts: Facts, parts: Iterable[str], seen: Collection[str]) -> dict[str, list[str]]:
    """Why it is not known that the pages are there and name each other, and which ones each reason is about."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for part in sorted(parts):
        for page in pages_of(facts, part):
            reason = NO_LINK if part in seen else page.unread or "nothing of yours answers there"
            if CALLED[part] not in reasons[reason]:
                reasons[reason].append(CALLED[part])
    return reasons
