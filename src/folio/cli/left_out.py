"""What a document of another format does not hold, in a few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from folio.cli.text import clean
from folio.profile.exchange.said import NO_PLACE
from folio.profile.exchange.taken import Left

MOST = 12
"""Lines that are told apart."""


def grouped(left: Iterable[Left]) -> Iterator[str]:
    """A line for each section and reason: how often, one of the places, and the fields; the least ones share a line."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in left:
        groups.setdefault((section(one.path), one.why), []).append(one.path)
    first = sorted(groups, key=lambda group: -len(groups[group]))[:MOST]
    for (name, why), paths in groups.items():
        if (name, why) in first:
            reason = "" if why == NO_PLACE else f": {why}"
            yield clean(f"{paths[0]}{reason}" if len(paths) == 1 else f"{name}{reason}{_fields(paths)}")
    if rest := [name for name, why in groups if (name, why) not in first]:
        yield clean(f"and of {', '.join(dict.fromkeys(rest))}")


def section(path: str) -> str:
    """The section of a profile that a path leads into."""
    return re.split(r"[.\[]", path, maxsplit=1)[0]


def _fields(paths: list[str]) -> str:
    named = ", ".join(dict.fromkeys(filter(None, map(_field, paths))))
    return f" ({len(paths)}, such as {paths[0]}){': ' if named else ''}{named}"


def _field(path: str) -> str:
    """`projects[0].live.since` as `live`."""
    return (*re.sub(r"\[\d+\]", "", path).split("."), "")[1]
