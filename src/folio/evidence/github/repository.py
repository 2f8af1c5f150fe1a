"""A repository's own facts: from its account's list, where that was read, else asked for by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from folio.evidence.access import Access
from folio.evidence.github.listed import listed
from folio.evidence.github.session import Session
from folio.evidence.github.words import plain
from folio.evidence.model import HostedSeen, Listed


@dataclass(frozen=True, slots=True)
class Own:
    """A repository without its parts; `pages` is whether GitHub serves a site from it."""

    seen: HostedSeen
    pages: bool
    listed: bool
    """Whether nobody had to be asked."""


def own_facts(repository: str, session: Session, access: Access, before: HostedSeen | None) -> Own:
    """What GitHub says of `owner/name` by itself; raises Trouble when that is not to be had.

    Lists tell all but what a fork is a fork of. A renamed repository is followed, and called by its new name.
    """
    one = _on_a_list(repository, access)
    if one is not None:
        return Own(_seen(one, access), one.pages, listed=True)
    path = f"/repos/{repository}"
    mark = before.marks.get(path, "") if before else ""
    answer = session.get(path, lambda content: _alone(content, access), mark)
    own = answer.value
    if own is None:
        assert before is not None, "only what was seen before can be unchanged"
        owned = _is_owned(before.name, access)
        own = Own(
            before.model_copy(update={"owned": owned}), bool(before.pages or "pages" in before.unasked), listed=False
        )
    return Own(own.seen.model_copy(update={"marks": {path: answer.mark}}), own.pages, listed=False)


def _on_a_list(repository: str, access: Access) -> Listed | None:
    owner, name = repository.lower().split("/")
    account = access.accounts.get(owner)
    every = account.repositories if account else ()
    return next((one for one in every if one.name.lower() == f"{owner}/{name}" and not one.fork), None)


def _alone(content: Any, access: Access) -> Own:
    """Of a private repository its own words are not kept, as the store may be committed."""
    one, private = listed(content), bool(content["private"])
    seen = _seen(one, access).model_copy(
        update={
            "private": private,
            "parent": plain((content.get("parent") or {}).get("full_name")),
            **({"description": None, "topics": ()} if private else {}),
        }
    )
    return Own(seen, one.pages, listed=False)


def _seen(one: Listed, access: Access) -> HostedSeen:
    return HostedSeen(
        fork=one.fork,
        archived=one.archived,
        private=False,
        parent=None,
        homepage=one.homepage,
        description=one.description,
        topics=one.topics,
        default_branch=one.default_branch,
        name=one.name,
        owned=_is_owned(one.name, access),
        pushed_on=one.pushed_on,
    )


def _is_owned(name: str, access: Access) -> bool | None:
    return name.partition("/")[0].lower() in access.accounts if access.accounts else None
