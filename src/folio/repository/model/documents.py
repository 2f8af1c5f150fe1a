"""What stands in its documents."""

from folio.frozen import Frozen
from folio.repository.model.place import Passage, Place


class Readme(Frozen):
    """The README's parts, by its own headings. `language` is None when its headings could not be matched."""

    path: str
    characters: int
    headings: int
    language: str | None
    install: bool | None
    usage: bool | None
    results: bool | None
    licence_note: bool | None
    code_blocks: int
    run_command: bool
    """A code block that shows how to install or run it."""
    images: int
    """Images that are not badges."""
    videos: int = 0
    """Films and recordings that it shows or links."""
    demo: str | None = None
    """Where it says that the project can be tried."""
    links: tuple[str, ...]
    """The web addresses it links, sorted; at most 100."""
    title: str | None = None
    scaffold: bool = False
    """Whether it still is the text that a project generator put there."""


class Licence(Frozen):
    """The licence file at the root, and what its text was recognised as (an SPDX id), if it was."""

    path: str
    spdx: str | None


class Documents(Frozen):
    """Other documents in the repository that say something a client asks for."""

    changelog: str | None = None
    formulas: tuple[Place, ...] = ()
    """Distinct display formulas with an operator in them, at most 100; `name` is the digest."""
    limitations: tuple[Passage, ...] = ()
    """What is said, in any document or notebook, on limits, known issues and trade-offs."""
    failures: tuple[Passage, ...] = ()
    """What is said on what did not work and what was learned from it, limits among it."""
    evaluation: tuple[Passage, ...] = ()
    """Model cards and reports with at least two numbers, and a README's sections of results with as many."""
