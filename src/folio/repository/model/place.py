"""Where something was found, and what could not be read."""

from folio.frozen import Frozen


class Place(Frozen):
    """A fact found at a line of a file: what it is called, and where it stands."""

    name: str
    path: str
    line: int = 1
    note: str = ""
    """What qualifies it, where a check asks: `framework` for an algorithm that leaves the gradients to a library."""

    cell: int = 0
    """In a notebook, the cell among all its cells; `line` counts through the code of all of them."""
    cell_line: int = 0

    def __str__(self) -> str:
        return f"{self.path}, cell {self.cell}, line {self.cell_line}" if self.cell else f"{self.path}:{self.line}"


class Unread(Frozen):
    """A file that matters and could not be read, and why."""

    path: str
    why: str


class Passage(Frozen):
    """A stretch of prose that says something a client asks for; only its measures and a digest are kept."""

    path: str
    line: int
    words: int
    numbers: int = 0
    """Numbers in it, those of headings left out."""
    links: int = 0
    """Links to files beside it and to code hosts."""
    digest: str = ""
    """Of its words in small letters, so that the same text in two repositories counts once."""

    @property
    def in_readme(self) -> bool:
        """Whether it is part of a README, and no document of its own."""
        return self.path.rsplit("/", 1)[-1].lower().startswith("readme")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class NotCounted(Frozen):
    """Files that were seen and left out before anything was measured, by which guard and why."""

    guard: str
    reason: str
    files: int
    example: str
    """One of them, the first by name."""
