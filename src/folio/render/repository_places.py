"""Places in repositories, read back from a report: which file, which line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from folio.readiness.report import ItemSeen, Report

PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>[1-9]\d{0,8})|, cell \d+, line \d+)?", re.DOTALL)
COMMIT = re.compile(r"commit ([0-9a-f]{4,64})")
README = "README.md"


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file; its first where the report names the file alone, or a cell of a notebook."""

    path: str
    line: int = 1


def commit_of(item: ItemSeen) -> str:
    """The commit that a finding was read from; empty where it was not read from a repository."""
    found = COMMIT.fullmatch(item.source)
    return found[1] if found and item.subject.startswith("project:") else ""


def spots(item: ItemSeen) -> tuple[Spot, ...]:
    """The places of a finding, those that lie inside the repository."""
    return tuple(one for place in item.places if (one := spot(place)))


def spot(place: str) -> Spot | None:
    """The place as a report prints it; None for what would lead out of the repository."""
    found = PLACE.fullmatch(place)
    if not found or found["path"].startswith("/") or ".." in re.split(r"[/\\]", found["path"]):
        return None
    return Spot(found["path"], int(found["line"] or 1))


def readme_of(report: Report, subject: str) -> str:
    """The README of a project's repository, by its name there where any finding tells it."""
    for check in report.checks:
        for item in check.items:
            if item.subject == subject and commit_of(item):
                for one in spots(item):
                    if "/" not in one.path and one.path.lower().startswith("readme"):
                        return one.path
    return README
