"""The names of entries that have no ids, for what is kept of a document."""

from __future__ import annotations

from collections.abc import Iterable

from folio.profile.exchange.given import Json
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.slugs import Ids


def named(entries: Iterable[Json], *keys: str, first: str = "") -> list[Json]:
    """The entries with names made from what stands under `keys`, which begin with `first`."""
    ids = Ids()
    return [{NAME: first + ids.new(" ".join(str(one.get(key, "")) for key in keys)), **one} for one in entries]
