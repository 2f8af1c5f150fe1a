"""Names that go into git's words and into a `CNAME` file, held to what means nothing else there."""

from __future__ import annotations

import re

from folio.errors import FolioError

BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*(/[A-Za-z0-9_][A-Za-z0-9_.+-]*)*")
"""Stricter than git, which also takes what shells and refspecs read as something else."""
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def branch(text: str) -> str:
    """The name of a branch as it was given; raises FolioError where it is none."""
    parts = text.split("/")
    wrong = ".." in text or len(text) > 200 or any(one.endswith((".", ".lock")) for one in parts)
    if wrong or text in ("HEAD", "refs") or parts[0] == "refs" or not BRANCH.fullmatch(text):
        raise FolioError(f"'{text}' is no name of a branch here; write letters, digits, '-' and '/', as gh-pages")
    return text


def domain(text: str) -> str:
    """A domain as DNS spells it; raises FolioError where it is none."""
    try:
        name = text.strip().rstrip(".").lower()
        name = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if len(labels) < 2 or len(name) > 253 or not all(map(LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise FolioError(f"'{text}' is no domain; write its name alone, as www.example.org")
    return name
