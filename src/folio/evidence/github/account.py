"""An account on GitHub: its public repositories, which of them are pinned, and the addresses it commits with.

Private repositories are never listed, whatever the token may see: a token must not make them public by surprise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from folio.evidence.access import Access
from folio.evidence.github.addresses import addresses, search
from folio.evidence.github.listed import listed
from folio.evidence.github.look import Look
from folio.evidence.github.paging import all_of
from folio.evidence.github.pinned import QUERY, pins
from folio.evidence.github.session import Session
from folio.evidence.github.trouble import Trouble
from folio.evidence.github.words import address
from folio.evidence.model import AccountSeen, Listed

PINNED, ADDRESSES, REPOSITORIES = "pinned", "addresses", "repositories"
NEEDS_TOKEN = "GitHub tells which are pinned only to those with a token"
MAY_NOT_ASK = "GitHub does not tell this token which are pinned"
GRAPHQL = "/graphql"


@dataclass(frozen=True, slots=True)
class _Person:
    login: str
    website: str | None
    count: int
    """Of public repositories."""


def looked(login: str, session: Session, access: Access, before: AccountSeen | None) -> Look[AccountSeen]:
    """The account today; raises Trouble when its repositories are not to be had.

    Two requests for a hundred repositories, one for each further hundred; one for the pinned ones where there is a
    token; and one for the addresses where the profile names none and something was pushed since they were asked for.
    """
    seen = _listed(login, session, before or AccountSeen(login=login, website=None))
    asked = {PINNED}
    if before is None or _last_push(before) != _last_push(seen) or not _addresses_known(seen):
        asked.add(ADDRESSES)
    return completed(seen, session, access, asked)


def completed(seen: AccountSeen, session: Session, access: Access, parts: Iterable[str]) -> Look[AccountSeen]:
    """The account with these parts asked for; addresses only where the profile names none."""
    look = Look(seen)
    if PINNED in parts and access.token is not None:
        look = _with_pins(look, session)
    elif not seen.pins_known:
        look = look.lacking(PINNED, Trouble(NEEDS_TOKEN), path=GRAPHQL, known=False)
    if access.own:
        return look.knowing(ADDRESSES, {}, addresses=())
    return _with_addresses(look, session) if ADDRESSES in parts else look


def unfinished(seen: AccountSeen, access: Access) -> tuple[str, ...]:
    """The parts that are not known and may be had today."""
    refused = {part for part, path in ((PINNED, GRAPHQL), (ADDRESSES, search(seen.login))) if path in seen.marks}
    if access.token is not None and seen.unasked.get(PINNED) == NEEDS_TOKEN:
        refused.discard(PINNED)
    return tuple(part for part in (PINNED, ADDRESSES) if part in seen.unasked and part not in refused)


def _listed(login: str, session: Session, old: AccountSeen) -> AccountSeen:
    """The account with its list as it is today, and all else as it was."""
    path = f"/users/{login}"
    answer = session.get(path, _person, old.marks.get(path, ""))
    own = [one for one in old.repositories if _owner(one) == old.login.lower()]
    others = [one for one in old.repositories if _owner(one) != old.login.lower()]
    person = answer.value or _Person(old.login, old.website, len(own))
    # A page is marked by what is on it: a new repository on a page of its own changes no mark, but the count.
    known = {page: mark for page, mark in old.marks.items() if "/repos?" in page} if person.count == len(own) else {}
    paged = all_of(session, f"{path}/repos?per_page=100", known, _public)
    if paged.entries is not None:
        own = _pinned_as(old.repositories, paged.entries)
    incomplete = {} if paged.whole else {REPOSITORIES: "they are very many; only the first of them are listed"}
    pages = {path: answer.mark} | paged.marks
    return old.model_copy(
        update={
            "login": person.login,
            "website": person.website,
            "repositories": _in_order(own, others),
            "unasked": {part: why for part, why in old.unasked.items() if part != REPOSITORIES} | incomplete,
            "marks": {asked: mark for asked, mark in old.marks.items() if "/repos?" not in asked} | pages,
        }
    )


def _person(answer: Any) -> _Person:
    return _Person(str(answer["login"]), address(answer["blog"]), int(answer["public_repos"]))


def _public(entry: Any) -> Listed | None:
    """An organisation's token sees its internal ones as well."""
    return listed(entry) if entry["private"] is False and entry.get("visibility", "public") == "public" else None


def _owner(one: Listed) -> str:
    return one.name.partition("/")[0].lower()


def _in_order(*lists: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted((one for each in lists for one in each), key=lambda one: one.name.lower()))


def _last_push(account: AccountSeen) -> date:
    return max((one.pushed_on for one in account.repositories if one.pushed_on), default=date.min)


def _with_pins(look: Look[AccountSeen], session: Session) -> Look[AccountSeen]:
    seen = look.seen
    try:
        told = session.query(QUERY, {"login": seen.login}, pins).value
        if told is None:
            raise Trouble(MAY_NOT_ASK)
    except Trouble as trouble:
        return look.lacking(PINNED, trouble, path=GRAPHQL, known=seen.pins_known)
    own = [one for one in seen.repositories if _owner(one) == seen.login.lower()]
    names = {one.name.lower() for one in own}
    others = [one for one in told.repositories if one.name.lower() not in names]
    listing = _in_order(_pinned_as(told.repositories, own), others)
    owned = told.viewer.lower() == seen.login.lower()
    return look.knowing(PINNED, {GRAPHQL: ""}, repositories=listing, pins_known=True, owned=owned)


def _pinned_as(others: Iterable[Listed], repositories: Iterable[Listed]) -> list[Listed]:
    places = {one.name.lower(): one.pinned for one in others}
    return [one.model_copy(update={"pinned": places.get(one.name.lower())}) for one in repositories]


def _with_addresses(look: Look[AccountSeen], session: Session) -> Look[AccountSeen]:
    login = look.seen.login
    path = search(login)
    try:
        found = session.get(path, lambda answer: addresses(answer, login)).value
    except Trouble as trouble:
        return look.lacking(ADDRESSES, trouble, path=path, known=_addresses_known(look.seen))
    return look.knowing(ADDRESSES, {path: ""}, addresses=found or ())


def _addresses_known(seen: AccountSeen) -> bool:
    return search(seen.login) in seen.marks and ADDRESSES not in seen.unasked
