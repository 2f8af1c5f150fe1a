"""Who the person is and where, as JSON Resume's `basics`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.profile.exchange.json_resume.naming import named
from folio.profile.exchange.json_resume.own import CALENDAR, said
from folio.profile.exchange.marked import WHOLE
from folio.profile.model import Profile

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json

KNOWN = ("github", "gitlab", "code", "linkedin")
"""Networks that a profile has places of their own for."""
ACCOUNT = re.compile(
    r"https?://(?:www\.|[a-z]{2}\.)?(?:linkedin\.com/in/|(?:bitbucket\.org|codepen\.io|dev\.to|dribbble\.com|facebook\.com"
    r"|gitlab\.com|instagram\.com|kaggle\.com|medium\.com|twitter\.com|x\.com)/@?)([\w.-]+)/?",
    re.IGNORECASE,
)
"""Addresses that end in the name of an account."""
COUNTRIES = (
    "AT AU BE BG BR CH CL CN CZ DK EE ES FI FR GB GR HR HU IE IS IT JP KR LT LU LV MX NL NO NZ PL PT RO RS RU SE SG SI "
    "SK TR TW UA UK US ZA"
)
"""Codes of countries that are not those of a state or province as well, as CA, DE and IN are."""


def basics(profile: Profile) -> Json:
    """Name, headline, summary, contact and links."""
    contact, links = profile.contact, profile.links
    return said(
        name=profile.name,
        label=profile.headline,
        email=contact.email,
        phone=contact.phone,
        url=links.website,
        summary=profile.summary,
        location={WHOLE: WHOLE, **_place(contact.location)} if contact.location else None,
        profiles=named(_pages(profile), "network"),
    )


def _place(location: str) -> Json:
    """City, region and country, where a place is told as these; else all of it as the city."""
    city, *inner = location.split(", ")
    code = inner[-1] if inner and re.fullmatch("[A-Z]{2}", inner[-1]) else None
    if code and len(inner) == 2:
        return {"city": city, "region": inner[0], "countryCode": code}
    return {"city": city, "countryCode": code} if code in COUNTRIES.split() and len(inner) == 1 else {"city": location}


def _pages(profile: Profile) -> Iterator[Json]:
    contact, links = profile.contact, profile.links
    if links.github:
        yield {"network": "GitHub", "username": links.github, "url": f"https://github.com/{links.github}"}
    for network, url in (("GitLab", links.gitlab), ("Code", links.code), ("LinkedIn", links.linkedin)):
        if url:
            yield _page(network, url)
    if contact.calendar:
        yield {"network": CALENDAR, "url": contact.calendar}
    for one in links.other:
        taken_for_another = one.label == CALENDAR or one.label.casefold().replace(" ", "") in KNOWN
        yield _page(one.label, one.url, {"other": True} if taken_for_another else None)


def _page(network: str, url: str, own: Json | None = None) -> Json:
    account = ACCOUNT.fullmatch(url)
    return said(own, network=network, username=account[1] if account else None, url=url)
