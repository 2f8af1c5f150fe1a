"""Names under NDA: how one is recognised in a text."""

from __future__ import annotations

import re


def mention(name: str) -> re.Pattern[str]:
    """Finds `name` as a word of its own, in capitals or not."""
    return re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
