"""What stands in its documents."""

from __future__ import annotations

from folio.frozen import Frozen


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
    limitations_words: int | None
    code_blocks: int
    run_command: bool
    """A code block that shows how to install or run it."""
    images: int
    """Images that are not badges."""
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

    model_cards: tuple[str, ...] = ()
    changelog: str | None = None
    data_statement: str | None = None
    derivations: int = 0
    """Distinct display-math blocks with an operator in them."""
    limitations_words: int = 0
