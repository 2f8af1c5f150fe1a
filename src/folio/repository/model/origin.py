"""Whose code it is: what is known from elsewhere, and what it is made of."""

from typing import Literal

from folio.frozen import Frozen


class KnownSource(Frozen):
    """A template or tutorial whose code is in the repository."""

    name: str
    kind: Literal["template", "tutorial"]
    share: int
    """How much of the repository's code is in it, in thousandths."""


class Sample(Frozen):
    """The repository's own code as hashes of shingles, to tell a copy of it from another project."""

    size: int = 0
    """How many there are."""
    lowest: tuple[int, ...] = ()
    """The lowest of them, at most 400."""
