"""The one line with which a run says that its profile deserves a second look; `folio validate` has the rest."""

from __future__ import annotations

from pathlib import Path


def look_over(number: int, profile: Path) -> str:
    """The line; empty where there is nothing to look over."""
    if not number:
        return ""
    things = "thing" if number == 1 else "things"
    place = "" if str(profile) == "." else f" {profile}"
    return f"{number} {things} to look over, such as the example's own words: folio validate{place}"
