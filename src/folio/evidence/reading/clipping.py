"""As much of a feed's XML as is parsed: nothing that declares entities, no half entries, and not too many."""

from __future__ import annotations

import re
from itertools import islice

MAX_LENGTH = 1 << 20
"""Characters of a feed that are read."""
MAX_ITEMS = 1000
"""Entries that are parsed, from the top, where feeds have the newest; 50,000 would take seconds."""
TOO_LONG = "it is over 1 MB"
TOO_MANY = f"it has over {MAX_ITEMS:,} entries"
ROOT = re.compile(r"<([A-Za-z][\w:.-]*)")
DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
END = re.compile(r"</(?:item|entry)\s*>", re.I)
CLOSED = ("</rss>", "</feed>", "</rdf:RDF>")


def root(text: str) -> str | None:
    """The name of the first element, in small letters; None where entities are declared before it."""
    found = ROOT.search(text)
    before = (text[: found.start()] if found else text).upper()
    if "<!ENTITY" in before or ("<!DOCTYPE" in before and "[" in before):
        return None
    return found[1].lower() if found else ""


def clipped(text: str, *, cut: bool) -> tuple[str, str | None]:
    """The text up to the last entry that is to be parsed, and why that is not all; `cut` says that there was more."""
    why = TOO_LONG if cut or len(text) > MAX_LENGTH else None
    text = text[:MAX_LENGTH]
    ends = [found.end() for found in islice(END.finditer(text), MAX_ITEMS + 1)]
    if len(ends) > MAX_ITEMS:
        return text[: ends[-2]], TOO_MANY
    return (text[: ends[-1]] if ends and not text.rstrip().endswith(CLOSED) else text), why


def as_bytes(text: str) -> bytes:
    """The text in UTF-8, without a declaration that says otherwise; lines stay where they are."""
    bare = DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    return bare.encode("utf-8", "replace")
