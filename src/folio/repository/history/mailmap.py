"""A repository's own `.mailmap`: which names and addresses in its history stand for one person.

Read as git reads it (gitmailmap(5)), from the commit's tree and never from a work tree. Addresses and names are
compared in small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from folio.repository.git.repository import Repository

MAX_BYTES = 1 << 20
"""A longer .mailmap is not read; that of the Linux kernel has 40 KB."""
ROW = re.compile(rb"100\d{3} blob ([0-9a-f]+)\t")


class Standard(NamedTuple):
    """What the file puts in place of a name and an address; None leaves what the commit has."""

    name: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Mailmap:
    """The entries: for an address, and for an address together with a name."""

    addresses: dict[str, Standard] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Standard] = field(default_factory=dict)

    def standard(self, name: str, email: str) -> Standard:
        """What stands for the author of a commit; both empty when the file says nothing of them."""
        return self.pairs.get((name, email)) or self.addresses.get(email) or Standard()


def parsed(content: bytes) -> Mailmap:
    """The entries of a `.mailmap`; lines that are none are passed over, as git does."""
    mailmap = Mailmap()
    for line in content.decode("utf-8", "replace").casefold().split("\n"):
        first = None if line.startswith("#") else _pair(line)
        if first is None or not first[1]:
            continue
        name, email, rest = first
        if (second := _pair(rest)) is None:
            mailmap.addresses[email] = _merged(mailmap.addresses.get(email), Standard(name or None))
        elif second[0]:
            mailmap.pairs[second[0], second[1]] = Standard(name or None, email)
        else:
            known = mailmap.addresses.get(second[1])
            mailmap.addresses[second[1]] = _merged(known, Standard(name or None, email))
    return mailmap


def _pair(text: str) -> tuple[str, str, str] | None:
    """A name, the address in angle brackets after it, and what follows."""
    name, opened, rest = text.partition("<")
    email, closed, rest = rest.partition(">")
    return (name.strip(), email, rest) if opened and closed else None


def _merged(known: Standard | None, new: Standard) -> Standard:
    return Standard(new.name or known.name, new.email or known.email) if known else new


def mailmap_of(repository: Repository) -> Mailmap:
    """The entries of the `.mailmap` in the commit that was read; none when it is missing, a link, or too long."""
    output = repository.run("ls-tree", "-z", "--full-tree", repository.commit, "--", ".mailmap")
    found = ROW.match(output)
    content = repository.stream([found[1].decode("ascii")], limit=MAX_BYTES) if found else ()
    return next((parsed(text) for _, text in content), Mailmap())
