"""The packages that folio stands on, against the versions that it was made with."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from folio.health.finding import Finding, Surroundings, ok, trouble

DISTRIBUTION = "folio-ready"
AGAIN = "install folio again, in an environment of its own: pipx install folio-ready, or uv tool install folio-ready"


def look(around: Surroundings) -> Iterator[Finding]:
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        yield trouble("packages", "folio is not installed, only found", AGAIN)
        return
    wrong = [said for one in wanted if (said := unfit(one))]
    for said in wrong:
        yield trouble("packages", said, AGAIN)
    if not wrong:
        yield ok("packages", "all that folio needs is there, in versions that it knows")


def unfit(requirement: str, extra: str = "") -> str:
    """What is wrong with what is installed for a requirement; empty where nothing is, or where it is not asked for."""
    from packaging.requirements import Requirement

    wanted = Requirement(requirement)
    if wanted.marker is not None and not wanted.marker.evaluate({"extra": extra}):
        return ""
    try:
        found = version(wanted.name)
    except PackageNotFoundError:
        return f"{wanted.name} is missing"
    if wanted.specifier.contains(found, prereleases=True):
        return ""
    return f"{wanted.name} {found} does not fit; folio needs {wanted.specifier}"
