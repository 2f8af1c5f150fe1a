"""What an account's page on GitHub shows of the person: name, words, where they are, and their other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from folio.evidence.github.session import Session
from folio.evidence.github.trouble import Trouble
from folio.evidence.github.words import address, plain

LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")


@dataclass(frozen=True, slots=True)
class Person:
    """A public account in its own words, each on one line; None where it shows nothing."""

    login: str
    name: str | None
    bio: str | None
    company: str | None
    location: str | None
    email: str | None
    """The address that is shown to everybody; most show none."""
    website: str | None
    social: tuple[tuple[str, str], ...] = ()
    """Provider, such as `linkedin`, and address."""


def person(login: str, session: Session) -> Person:
    """The account `login` as anybody sees it; raises Trouble. Two requests."""
    path = f"/users/{login}"
    found = session.get(path, _read).value
    assert found is not None, "an answer without a mark to compare has a value"
    try:
        social = session.get(f"{path}/social_accounts", _social).value
    except Trouble as trouble:
        if not trouble.lasts:  # servers of firms may not have them yet
            raise
        social = None
    return Person(*found, social=social or ())


def _read(answer: Any) -> tuple[str, str | None, str | None, str | None, str | None, str | None, str | None]:
    name, bio, company, location, email = (
        plain(answer[key]) for key in ("name", "bio", "company", "location", "email")
    )
    if not LOGIN.fullmatch(answer["login"]):
        raise ValueError
    return answer["login"], name, bio, company, location, email, address(answer["blog"])


def _social(answer: Any) -> tuple[tuple[str, str], ...]:
    found = ((plain(one["provider"]) or "", address(one["url"])) for one in answer)
    return tuple((provider, url) for provider, url in found if url)
