"""Tables of names in other languages: family -> package -> fact -> the names that stand for it."""

from __future__ import annotations

from collections.abc import Mapping

Rows = Mapping[str, Mapping[str, Mapping[str, str]]]
"""As they are written: names with a space between them, packages with a bar between them, "" for no package at all."""
Names = tuple[tuple[frozenset[str], tuple[tuple[str, str], ...]], ...]
"""As they are read: packages of which a file loads one, and names with their facts."""


def by_family(rows: Rows) -> dict[str, Names]:
    """The rows, taken apart once."""
    return {
        family: tuple(
            (
                frozenset(packages.split("|")) - {""},
                tuple((name, fact) for fact, names in facts.items() for name in names.split()),
            )
            for packages, facts in by_package.items()
        )
        for family, by_package in rows.items()
    }
