"""Asking GitHub for all that a profile can begin with: the account, the repositories that are chosen, their READMEs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from folio.errors import FolioError
from folio.evidence.access import Access
from folio.evidence.github.person import Person
from folio.evidence.github.readme import Readme
from folio.evidence.github.session import Session
from folio.evidence.model import AccountSeen, Listed
from folio.profile.account import GithubAccount

Watch = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """A repository that was chosen, with its languages in bytes and its README."""

    listed: Listed
    own: bool
    """Whether it is the account's own work: neither somebody else's that is pinned, nor a fork."""
    languages: dict[str, int] = field(default_factory=dict)
    readme: Readme | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What the account shows to anybody."""

    person: Person
    seen: AccountSeen
    about: Readme | None
    """The README of the profile page."""
    repositories: tuple[Shown, ...]
    on: date
    """The day of the look."""


def look(login: str, access: Access, watch: Watch = lambda _: None) -> Account:
    """The account `login`; raises FolioError with one line that says what to do.

    Six requests, one more with a token, and two for each of at most six repositories: a third of what GitHub allows in
    an hour without one.
    """
    from folio.evidence.github.account import looked
    from folio.evidence.github.choose import chosen
    from folio.evidence.github.person import person
    from folio.evidence.github.trouble import Trouble

    most = int(GithubAccount.model_fields["most"].default)
    try:
        with Session(access) as session:
            watch(f"asking GitHub about {login}")
            who = person(login, session)
            seen = looked(login, session, access, None).seen
            about = _readme(f"{who.login}/{who.login}", session) if _has_profile_page(seen) else None
            repositories = []
            for one in chosen(seen, most=most):
                watch(f"asking GitHub about {one.name}")
                repositories.append(_shown(one, seen, session))
    except Trouble as trouble:
        raise FolioError(_told(login, str(trouble))) from None
    return Account(who, seen, about, tuple(repositories), access.today)


def _told(login: str, trouble: str) -> str:
    if trouble.startswith("not found"):
        return f"there is no account '{login}' on GitHub; check the name"
    return f"GitHub could not be read: {trouble}"


def _has_profile_page(seen: AccountSeen) -> bool:
    page = f"{seen.login}/{seen.login}".lower()
    return any(one.name.lower() == page and not one.empty for one in seen.repositories)


def _shown(one: Listed, seen: AccountSeen, session: Session) -> Shown:
    from folio.evidence.github.parts import LANGUAGES
    from folio.evidence.github.trouble import Trouble

    try:
        languages = session.get(LANGUAGES.at(one.name, None), LANGUAGES.read).value
    except Trouble as trouble:
        if not trouble.lasts:
            raise
        languages = None
    own = one.name.partition("/")[0].lower() == seen.login.lower() and not one.fork
    return Shown(one, own, languages if isinstance(languages, dict) else {}, _readme(one.name, session))


def _readme(repository: str, session: Session) -> Readme | None:
    from folio.evidence.github.readme import readme
    from folio.evidence.github.trouble import Trouble

    try:
        return readme(repository, session)
    except Trouble as trouble:
        if not trouble.lasts:
            raise
        return None
