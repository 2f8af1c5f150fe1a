"""Ways to get in touch, as far as privacy allows, each as a text that is complete on paper."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from folio.portfolio.parts import ContactLine
from folio.profile.model import Profile


def contact_lines(profile: Profile) -> tuple[ContactLine, ...]:
    """In the order in which a client wants them."""
    return tuple(_lines(profile))


def call_to_action(lines: tuple[ContactLine, ...]) -> ContactLine | None:
    """The one way that is put first: a calendar, else mail, else whatever there is."""
    order = ("calendar", "email", "website", "linkedin", "github", "gitlab", "code")
    return next((line for kind in order for line in lines if line.kind == kind), None)


def _lines(profile: Profile) -> Iterator[ContactLine]:
    contact, links, privacy = profile.contact, profile.links, profile.privacy
    if contact.email and privacy.email:
        yield ContactLine("email", "E-mail", contact.email, f"mailto:{contact.email}")
    if contact.phone and privacy.phone:
        digits = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
        yield ContactLine("phone", "Phone", contact.phone, f"tel:{digits}")
    if links.website:
        yield _page("website", "Website", links.website)
    if links.github:
        yield _page("github", "GitHub", f"https://github.com/{links.github}")
    if links.gitlab:
        yield _page("gitlab", "GitLab", links.gitlab)
    if links.code:
        yield _page("code", "Code", links.code)
    if links.linkedin:
        yield _page("linkedin", "LinkedIn", links.linkedin)
    if contact.calendar:
        yield _page("calendar", "Book a call", contact.calendar)
    for link in links.other:
        yield _page("other", link.label, link.url)
    if contact.location and privacy.location:
        yield ContactLine("location", "Location", contact.location, None)


def _page(kind: str, label: str, url: str) -> ContactLine:
    parts = urlsplit(url)
    text = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}".rstrip("/")
    return ContactLine(kind, label, text, url)
