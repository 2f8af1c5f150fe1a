"""The addresses of other sites, asked politely, within bounds, and none that is not on the open internet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from folio.linkcheck.report import Fault, Kind
from folio.web.model import Answer, Bounds, NoAnswer, Wanted

if TYPE_CHECKING:
    from folio.web.client import Web

BOUNDS = Bounds(size=65_536)
"""Of a page, no more is wanted than that it is there."""
GONE = (404, 410)
FOR_GOOD = ("name", "address", "private", "redirects")
"""Why there is no answer, where there won't be one tomorrow either."""


def ask(external: Mapping[str, Sequence[str]], web: Web) -> tuple[Fault, ...]:
    """What is wrong with the addresses, for each page that names one. `web` is built with `BOUNDS`."""
    faults = []
    for wanted, outcome in web.each([Wanted(url) for url in external]):
        if found := _judged(outcome):
            kind, says = found
            faults += [Fault(page=page, address=wanted.url, kind=kind, says=says) for page in external[wanted.url]]
    return tuple(faults)


def _judged(outcome: Answer | NoAnswer) -> tuple[Kind, str] | None:
    if isinstance(outcome, NoAnswer):
        return "gone" if outcome.kind in FOR_GOOD else "unsure", outcome.problem
    if outcome.status in GONE:
        return "gone", f"it answers {outcome.status}"
    if outcome.status >= 400:
        return "unsure", f"it answers {outcome.status}, which may be meant for programs alone; open it yourself"
    return None
