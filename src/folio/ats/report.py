"""What a check of a document comes to: by extractor, and in all."""

import json

from folio.frozen import Frozen


class FieldRead(Frozen):
    """A field that a reader did not get as it is."""

    field: str
    wanted: str
    read: str
    verdict: str
    """`mixed` with something else, or `lost`."""


class ExtractorReport(Frozen):
    """What one extractor, and the parser behind it, got out of a document."""

    extractor: str
    problem: str | None = None
    order: str = "as it is read"
    """How it writes text that runs from right to left. Order and fields are asked only of text "as it is read"."""
    strings: int = 0
    verbatim: int = 0
    lost: tuple[str, ...] = ()
    """Strings that are not in its text, or not verbatim."""
    misplaced: tuple[str, ...] = ()
    """Strings that are there, but out of their order, section or entry."""
    fields: int = 0
    found: int = 0
    not_found: tuple[FieldRead, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether a reader gets everything."""
        return not (self.problem or self.lost or self.misplaced or self.not_found)


class DocumentReport(Frozen):
    """One document, by every extractor."""

    document: str
    theme: str | None = None
    locale: str
    left_out: int = 0
    """Parts that are not in it, to save room; they are not asked for."""
    extractors: tuple[ExtractorReport, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every reader gets everything."""
        return all(one.is_whole for one in self.extractors)


class AtsReport(Frozen):
    """A check of one or more documents."""

    documents: tuple[DocumentReport, ...]
    missing: tuple[str, ...] = ()
    """Extractors that are not on this machine."""

    @property
    def is_whole(self) -> bool:
        """Whether every reader gets everything of every document."""
        return all(one.is_whole for one in self.documents)

    def to_json(self) -> str:
        """For programs: everything, and whether it is whole."""
        return json.dumps({"whole": self.is_whole, **self.model_dump(mode="json")}, ensure_ascii=False, indent=2) + "\n"
