"""What GitHub lets a token, or anybody, ask within the hour; asking this is free."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from folio.evidence.github.address import fit
from folio.evidence.github.answer import understood
from folio.evidence.github.trouble import Trouble

PATH = "/rate_limit"
TOKEN = re.compile(r"[!-~]+")
SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Allowance:
    """Requests in the hour, and when it begins anew."""

    limit: int
    left: int
    renewed: datetime
    scopes: tuple[str, ...] | None
    """What a classic token may do; None of another kind, which does not say."""


def asked(api: str, token: str | None, *, clock: datetime, authority: Path | None = None) -> Allowance:
    """What is allowed now; raises Trouble where GitHub is not reached, or refuses the token."""
    if not fit(api):
        raise Trouble("the address of GitHub's API is not one like https://api.github.com; correct GITHUB_API_URL")
    if token is not None and not TOKEN.fullmatch(token):
        raise Trouble("the token holds a space or another character that none has; copy it again")
    from folio.evidence.github.door import Door

    door = Door(api, token, authority=authority, seconds=SECONDS)
    try:
        reply = door.get(PATH)
    finally:
        door.close()
    found = understood(reply, _core, now=clock, anonymous=token is None).value
    if found is None:
        raise Trouble("the answer says nothing of the limit; try again")
    limit, left, renewed = found
    said = reply.headers.get("x-oauth-scopes")
    scopes = None if said is None else tuple(one.strip() for one in said.split(",") if one.strip())
    return Allowance(limit, left, datetime.fromtimestamp(renewed, UTC), scopes)


def _core(said: object) -> tuple[int, int, int]:
    core = said["resources"]["core"]  # type: ignore[index]
    return int(core["limit"]), int(core["remaining"]), int(core["reset"])
