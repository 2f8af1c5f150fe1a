"""Contents of blobs out of what `git cat-file --batch` prints, one at a time and none larger than a limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folio.repository.git.bounds import GitFailed


class Source:
    """Bytes that come in pieces, taken by the line or by the number."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = bytearray()

    def line(self) -> bytes:
        """Up to the next end of line, without it."""
        while (end := self._held.find(b"\n")) < 0:
            self._more()
        found = bytes(self._held[:end])
        del self._held[: end + 1]
        return found

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        while len(self._held) < size:
            self._more()
        found = bytes(self._held[:size])
        del self._held[:size]
        return found

    def skip(self, size: int) -> None:
        """Lets `size` bytes go by without holding them."""
        while len(self._held) < size:
            size -= len(self._held)
            self._held.clear()
            self._more()
        del self._held[:size]

    def rest(self) -> None:
        """Reads to the end, where git says whether all went well."""
        for _ in self._pieces:
            pass

    def _more(self) -> None:
        try:
            self._held += next(self._pieces)
        except StopIteration:
            raise GitFailed("it ended too early") from None


def contents(pieces: Iterator[bytes], names: Sequence[str], *, limit: int) -> Iterator[tuple[str, bytes]]:
    """Each of `names` with its blob's content, in that order; what is missing, no blob or over `limit` is left out."""
    source = Source(pieces)
    for name in names:
        header = source.line().split()
        if len(header) != 3:  # "<name> missing"
            continue
        size = int(header[2])
        if header[1] == b"blob" and size <= limit:
            content = source.take(size)
            source.skip(1)
            yield name, content
        else:
            source.skip(size + 1)
    source.rest()
