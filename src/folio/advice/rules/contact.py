"""Whether a client who is convinced can write: ways of contact that lead nowhere, or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.advice.seen import Seen
from folio.errors import Problem
from folio.profile.placeholders import EMAIL

RESERVED = re.compile(r"(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$", re.IGNORECASE)
"""Names that RFC 2606 keeps for examples: no mail reaches them."""
INTERNATIONAL = re.compile(r"\s*(?:\+|00)\s*[1-9]")


def unreachable_email(seen: Seen) -> Iterator[Problem]:
    """Mail to the address that clients are to write to can't arrive."""
    email = seen.profile.contact.email
    host = email.rpartition("@")[2] if email else ""
    if email and email.lower().startswith("mailto:"):
        yield seen.problem(("contact", "email"), "'mailto:' is no part of an address", "write the address alone")
    elif email != EMAIL and RESERVED.search(host):
        what = f"'{host}' is a name for examples, and takes no mail"
        yield seen.problem(("contact", "email"), what, "write the address you read")


def local_phone(seen: Seen) -> Iterator[Problem]:
    """A telephone number that can only be called from its own country."""
    phone = seen.profile.contact.phone
    if phone and seen.profile.privacy.phone and not INTERNATIONAL.match(phone):
        todo = "begin it with + and the country's code, such as +39"
        yield seen.problem(("contact", "phone"), "can't be called from another country", todo)


def no_contact(seen: Seen) -> Iterator[Problem]:
    """Nothing on the site lets a client write or call: no address, calendar, form or number is shown."""
    contact, privacy = seen.profile.contact, seen.profile.privacy
    if contact.calendar or seen.profile.site.form:
        return
    if (contact.email and privacy.email) or (contact.phone and privacy.phone):
        return
    if contact.email or contact.phone:
        hidden = ("privacy", "email") if contact.email else ("privacy", "phone")
        what = "hides the only way to reach you"
        yield seen.problem(hidden, what, "show it, or add 'contact.calendar' or 'site.form'")
        return
    where = ("links", "github") if seen.profile.links.github else ("contact",)
    only = ", and clients don't write on GitHub" if seen.profile.links.github else ""
    todo = "add 'contact.email', 'contact.calendar' or 'site.form'"
    yield seen.problem(where, f"no client can write to you{only}", todo)
