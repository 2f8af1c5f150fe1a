"""What the profile leaves out: sections that a person can simply write, and those where the answer may be "none"."""

from __future__ import annotations

import re

from folio.readiness.check import Unread

WRITABLE = frozenset(
    ("focus", "foundations", "rates", "availability", "services", "languages", "education", "links", "contact", "photo",
     "skills", "work")
)  # fmt: skip
"""Saying it is doing it. Whether there are articles or contracts, nobody knows who does not ask."""
ALONE = frozenset(("projects",))
"""Asked for by itself: everything else rests on it."""
_SECTION = re.compile(r"'(\w+)'")
_LEFT_OUT = "the profile has no '"


def left_out(unread: Unread) -> tuple[str, ...]:
    """The sections that something waits for; none where it waits for something else."""
    if unread.subject != "profile" or not unread.why.startswith(_LEFT_OUT):
        return ()
    return tuple(_SECTION.findall(unread.why.partition(", and ")[0]))


def writable(unread: Unread) -> bool:
    """Whether a person settles it by writing what they know anyway."""
    sections = left_out(unread)
    return bool(sections) and WRITABLE.issuperset(sections)


def asked_for(unread: Unread) -> tuple[str, ...]:
    """The sections that may be empty, so that leaving them out is a question."""
    return tuple(one for one in left_out(unread) if one not in WRITABLE)
