"""`folio doctor`: whether this machine has what folio needs."""

from __future__ import annotations

import click


@click.command()
def doctor() -> None:
    """Look whether this machine has what folio needs."""
