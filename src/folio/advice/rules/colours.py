"""Colours that YAML takes for a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folio.advice.seen import Seen
from folio.errors import Problem

COMMENT = re.compile(r"\s*accent:\s+(#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?)(?=\s|$)")


def colour_in_comment(seen: Seen) -> Iterator[Problem]:
    """A colour without quotes: what follows a # is a comment, and no colour is set."""
    for path, spot in seen.document.keys.items():
        if path[-1] == "accent" and path[0] != "extra" and seen.at(*path) is None:
            found = COMMENT.match(seen.document.line(spot[0] + 1), spot[1])
            if found:
                yield seen.problem(path, f"{found[1]} is a comment here", f"write '{found[1]}' in quotes", key=True)
