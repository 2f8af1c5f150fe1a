"""What an extractor got out of a PDF: lines of text in its own order, and where they stand as far as it knows."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, Self

LONGEST = 100_000
"""Lines of a document that are looked at."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. Extractors that give text alone leave out where and how it stands."""

    text: str
    page: int = 1
    left: float | None = None
    right: float | None = None
    """In points from the left edge of the page."""
    size: float | None = None
    bold: bool | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one extractor got out of a document; `problem` says why it got nothing."""

    extractor: str
    lines: tuple[Line, ...] = ()
    problem: str | None = None

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(line.text for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        """For another process."""
        return {"extractor": self.extractor, "lines": [asdict(one) for one in self.lines], "problem": self.problem}

    @classmethod
    def of_json(cls, value: dict[str, Any]) -> Self:
        """What `as_json` made."""
        return cls(value["extractor"], tuple(Line(**one) for one in value["lines"]), value["problem"])


def plain_lines(pages: list[str]) -> tuple[Line, ...]:
    """Lines of which the text alone is known, by page."""
    found = (Line(text.rstrip(), number) for number, page in enumerate(pages, 1) for text in page.splitlines())
    return tuple(found)[:LONGEST]


def is_bold(font: str) -> bool:
    """Whether a typeface's name says that it is bold, as automatic readers look for it."""
    return any(word in font.lower() for word in ("bold", "black", "heavy", "demi"))


def width(text: str) -> int:
    """How wide a text is, in Latin letters: Chinese and Japanese characters count for two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
