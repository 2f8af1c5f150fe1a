"""Ids of profiles, each once in a run: what is taken is held as eight bytes, for a run may have a million."""

from __future__ import annotations

from hashlib import blake2b

from folio.errors import InputError, Position, Problem

MOST_TOLD = 50


class Names:
    """The ids that are taken, and what was wrong with others."""

    def __init__(self) -> None:
        self._taken: set[int] = set()
        self._wrong: list[Problem] = []
        self._more = 0

    def take(self, name: str) -> bool:
        """Whether the name was free; it is taken from now on."""
        digest = int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        if digest in self._taken:
            return False
        self._taken.add(digest)
        return True

    def twice(self, name: str, position: Position) -> None:
        """Remembers that an id was given again, for `settle`."""
        if len(self._wrong) == MOST_TOLD:
            self._more += 1
            return
        todo = "give each profile an id of its own, and name each source once"
        self._wrong.append(Problem(position, "id", f"'{name}' is given twice", todo))

    def empty(self, word: str) -> None:
        """Remembers that a source holds no profile, for `settle`."""
        self._wrong.append(
            Problem(Position(word, 0, 0), "", "holds no profile", "check what it holds, or leave it out")
        )

    def settle(self) -> None:
        """Raises InputError where an id was given twice, or nothing was found."""
        if self._more:
            self._wrong.append(Problem(Position("", 0, 0), "id", f"{self._more:,} more are given twice", "as above"))
        if self._wrong:
            raise InputError(self._wrong)
