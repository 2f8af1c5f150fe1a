"""Whose commits are whose: the person's, other people's, or a program's.

An address decides, never a name alone: many people share one, and anybody can commit under any. A name joins addresses
only where the repository's own `.mailmap` files them under one name and one of them is the person's.
"""

from __future__ import annotations

import re
from enum import IntEnum

from folio.repository.history.mailmap import Mailmap

NOREPLY = "users.noreply."
NUMBERED = re.compile(r"\d+(?P<mark>[+-])(?P<account>.+)")
BOT_NAME = re.compile(
    r".*\[bot\]|(dependabot|renovate|greenkeeper|github[ -]?actions?|pre-commit(-ci| ci)?|pyup|snyk|imgbot|mergify"
    r"|weblate|semantic-release|allcontributors|codecov|deepsource|scala-steward)([ -]?(bot|preview|autofix))*",
)
BOT_ADDRESS = re.compile(
    r".*\[bot\]@.*|(actions?|github-actions)@github\.com|bot@\S*|(support|noreply)@(dependabot|greenkeeper|renovateapp)\."
    r"(com|io)|pre-commit-ci@\S*"
)


class Standing(IntEnum):
    """Whose a commit is."""

    OTHER = 0
    OWN = 1
    PROGRAM = 2


class Authorship:
    """Tells by name and address whose a commit is."""

    def __init__(self, own: frozenset[str], mailmap: Mailmap) -> None:
        """`own` are the person's addresses. What the mailmap puts in place of one of them is theirs as well."""
        given = {form for address in own for form in forms(address)}
        joined = {mailmap.addresses[address].email for address in given if address in mailmap.addresses}
        self.mailmap = mailmap
        self.own = frozenset(given | {form for address in joined if address for form in forms(address)})
        entries = [*mailmap.addresses.items(), *((email, entry) for (_, email), entry in mailmap.pairs.items())]
        self.names = frozenset(
            entry.name for email, entry in entries if entry.name and self._is_own(entry.email or email)
        )

    def standing(self, name: str, email: str) -> Standing:
        """Whose a commit by this author is."""
        name, email = name.casefold(), email.casefold()
        standard = self.mailmap.standard(name, email)
        if self._is_own(email) or self._is_own(standard.email or "") or standard.name in self.names:
            return Standing.OWN
        return Standing.PROGRAM if is_program(name, email) else Standing.OTHER

    def _is_own(self, address: str) -> bool:
        return not self.own.isdisjoint(forms(address))


def forms(address: str) -> tuple[str, ...]:
    """The address in small letters, and without the number that a code host puts before an account's name.

    GitHub writes `12345+mara@users.noreply.github.com`, or without the number for old accounts; GitLab writes
    `12345-mara@users.noreply.gitlab.com`. An account's name stays, and numbers are an account's own.
    """
    address = address.casefold()
    local, _, host = address.rpartition("@")
    found = NUMBERED.fullmatch(local) if host.startswith(NOREPLY) else None
    if found and (found["mark"] == "+" or host != f"{NOREPLY}github.com"):
        return address, f"{found['account']}@{host}"
    return (address,)


def is_program(name: str, email: str) -> bool:
    """Whether the author is a known bot, by name and address in small letters."""
    return BOT_NAME.fullmatch(name) is not None or BOT_ADDRESS.fullmatch(email) is not None
