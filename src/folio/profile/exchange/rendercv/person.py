"""Who the person is and where, from the head of a RenderCV document."""

from __future__ import annotations

import re
from typing import Any

from folio.profile.exchange import markup
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.networks import address
from folio.profile.exchange.pages import links
from folio.profile.exchange.who import email
from folio.profile.fields import is_web_address

CALENDARS = re.compile(r"https?://(?:www\.)?(?:cal\.com|calendly\.com|savvycal\.com|cal\.eu|zcal\.co)/", re.IGNORECASE)
TO_CALL = "phone"
"""The icon of a connection that is a number without an address."""


def person(cv: Given, summary: str | None) -> Json:
    """Name, headline, summary, contact and links, as far as they are said."""
    name, label = markup.plain(cv.line("name") or ""), markup.plain(cv.line("headline", "label") or "")
    place = markup.plain(cv.line("location") or "")
    mail, number = _first(cv, "email"), _first(cv, "phone")
    contact = present(email=email(mail, "email"), phone=_number(number), location=place)
    pages: list[tuple[str | None, str]] = [(None, one) for one in _websites(cv)]
    pages += _accounts(cv)
    for one in cv.each("custom_connections"):
        said, url = markup.plain(one.line("placeholder") or ""), one.url("url")
        icon = one.raw("fontawesome_icon")
        if url and CALENDARS.match(url) and "calendar" not in contact:
            contact["calendar"] = url
        elif url:
            pages.append((said or None, url))
        elif said and icon == TO_CALL and "phone" not in contact:
            contact["phone"] = said
        else:
            one.leave("placeholder", "has no address", said)
    if photo := cv.raw("photo"):
        cv.leave("photo", "is not copied; put the file beside profile.yaml and name it under 'photo'", photo)
    former = markup.markdown(cv.text("summary") or "")
    return present(name=name, headline=label, summary=summary or former, contact=contact, links=links(pages))


def _first(cv: Given, name: str) -> Given:
    """The first of what may be several: a profile has one."""
    value: Any = cv.raw(name)
    if isinstance(value, list):
        if len(value) > 1:
            cv.leave(name, "is more than one; the first was taken", value[1:])
        value = value[0] if value else None
    return Given({name: value}, cv.path, cv.left)


def _number(given: Given) -> str | None:
    return (given.line("phone") or "").removeprefix("tel:").strip() or None


def _websites(cv: Given) -> list[str]:
    value = cv.raw("website")
    every = value if isinstance(value, list) else [value]
    inner = Given({str(at): one for at, one in enumerate(every[:20])}, f"{cv.path}.website", cv.left)
    return [url for at in range(len(every[:20])) if (url := inner.url(str(at)))]


def _accounts(cv: Given) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, str]] = []
    for one in cv.each("social_networks"):
        network, username, url = one.line("network"), one.line("username"), one.url("url")
        place = url or address(network or "", username or "")
        if place and is_web_address(place):
            found.append((network, place))
        else:
            one.refuse("has no address that folio knows", present(network=network, username=username))
    return found
