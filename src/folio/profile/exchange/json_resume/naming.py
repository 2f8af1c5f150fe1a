"""The names of entries that have no ids, for what is kept of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from folio.profile.exchange.matching import NAME
from folio.profile.exchange.slugs import Ids

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json


def named(entries: Iterable[Json], *keys: str, first: str = "") -> list[Json]:
    """The entries with names made from what stands under `keys`, which begin with `first`."""
    ids = Ids()
    return [{NAME: first + ids.new(" ".join(str(one.get(key, "")) for key in keys)), **one} for one in entries]
