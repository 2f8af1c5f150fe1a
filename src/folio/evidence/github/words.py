"""What others wrote on GitHub, as plain values: one line, a web address, a day."""

from __future__ import annotations

import re
from datetime import date, datetime

from folio.profile.fields import as_line, is_web_address

MAX_TEXT = 300


def plain(text: object) -> str | None:
    """One line of at most 300 visible characters; None when that leaves nothing."""
    return as_line(text)[:MAX_TEXT].rstrip() or None if isinstance(text, str) else None


def address(text: object) -> str | None:
    """An absolute web address; GitHub takes any text for a homepage, often one without https."""
    line = plain(text)
    if line and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", line):
        line = f"https://{line}"
    return line if line and is_web_address(line) else None


def day(text: object) -> date | None:
    """The day of a moment as GitHub writes one, in UTC; raises ValueError or TypeError for what is none."""
    return None if text is None else datetime.fromisoformat(str(text)).date()
