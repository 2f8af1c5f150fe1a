"""How long YAMLResume lets texts be; what is cut or left out is remembered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from folio.profile.exchange import markup
from folio.profile.exchange.taken import Left

KEYWORDS, SUMMARIES = 32, 1024
LEAST, LEAST_SUMMARY = 2, 16


class Limits:
    """Texts as they fit, and in `left` what did not."""

    def __init__(self) -> None:
        self.left: list[Left] = []

    def cut(self, path: str, text: str, most: int) -> str:
        """A line that is no longer than it may be, nor shorter."""
        line = markup.plain(text) if "\n" in text else text
        if len(line) > most:
            self.leave(path, text, f"is over {most} characters; cut")
            line = line[:most].rsplit(" ", 1)[0].rstrip(" ,;:")[:most]
        return line.ljust(LEAST, ".")

    def summary(self, path: str, text: str | None, otherwise: str | None) -> str | None:
        """A text of the length that YAMLResume allows."""
        whole = text if text and len(text) >= LEAST_SUMMARY else otherwise and " ".join(filter(None, (otherwise, text)))
        if not whole:
            if text:
                self.leave(path, text, f"is under {LEAST_SUMMARY} characters")
            return None
        if len(whole) >= SUMMARIES:
            self.leave(path, text, f"is over {SUMMARIES:,} characters; cut")
            start = whole[: SUMMARIES - 1]
            whole = start.rpartition("\n")[0] or start.rpartition(" ")[0] or start
        return f"{whole.ljust(LEAST_SUMMARY, '.')}\n"

    def keywords(self, path: str, words: Iterable[str]) -> list[str]:
        """Words, each no longer than it may be."""
        found = list(words)
        long = [one for one in found if len(one) > KEYWORDS]
        if long:
            self.leave(path, long, f"is over {KEYWORDS} characters; cut")
        return [one[:KEYWORDS].strip() for one in found]

    def leave(self, path: str, value: Any, why: str = "has no place in this format") -> None:
        """Say of a value that it is not in the document."""
        self.left.append(Left(path, why, value))
