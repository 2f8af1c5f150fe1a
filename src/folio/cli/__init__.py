"""The commands; the only package that prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from folio.cli.streams import forgive

if TYPE_CHECKING:
    from folio.cli.root import group as group

IN_HALVES = ("resume", "letter", "pitch", "site")
"""Commands that make something from what is stored: that nothing changed is seen before anything else is imported."""


def main() -> None:
    """Runs folio; exits with 0 fine, 1 the answer is no, 2 wrong input, 3 a bug of folio's, 130 interrupted."""
    # A run is short and makes little garbage; looking for it at the usual rate takes a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    # Looking for other people's plugins among all that is installed takes longer than scoring; folio has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    forgive()
    if sys.argv[1:2] and sys.argv[1] in IN_HALVES:
        from folio.cli.halves import run
    else:
        from folio.cli.root import run
    sys.exit(run())


def __getattr__(name: str) -> object:
    if name == "group":  # imported late: `folio resume` may be done without
        from folio.cli.root import group

        return group
    raise AttributeError(f"module 'folio.cli' has no attribute '{name}'")
