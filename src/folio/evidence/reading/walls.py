"""Whether a page lets everybody read to the end, by what it says of itself and by what stands in the way."""

from __future__ import annotations

import re

from folio.evidence.reading.furniture import is_hidden
from folio.evidence.reading.html import Element, body, names, words_of

WALL = re.compile(
    r"(?i)(?:^|[\s_-])(?:pay-?wall|reg-?wall|paid-?content|meter(?:ed)?-?(?:content|wall)|gated-?content)(?:$|[\s_-])"
)
HIDDEN = re.compile(r"(?:^|\s)(?:hidden|hide|d-none)(?:\s|$)")
MEMBERS_ONLY = re.compile(
    r"(?i)\b(?:member-only story|this (?:post|story) is for (?:paid|paying|members|subscribers)\b"
    r"|create an account to read the full|the author made this story available to medium members only)"
)
"""What Medium and Substack write where a text ends for strangers."""
LEAST = 20
MOST = 0.35
"""Of what is written on the page; some wrap the whole text in an element that is called a wall."""


def is_behind_a_wall(tree: Element, free: bool | None) -> bool:
    """Whether something stands before the rest of the text; `free` is what the page says (isAccessibleForFree)."""
    if free is not None:
        return not free
    most = MOST * len(words_of(body(tree)))
    for element in tree.iter("div", "section", "aside", "p", "span", "h1", "h2", "h3"):
        called = f"{names(element)} {element.get('data-testid') or ''}"
        if WALL.search(called) and _is_shown(element) and LEAST <= len(words_of(element)) <= most:
            return True
        if len(element) == 0 and element.text and MEMBERS_ONLY.search(element.text[:300]):
            return True
    return False


def _is_shown(element: Element) -> bool:
    return not any(is_hidden(one) or HIDDEN.search(names(one)) for one in (element, *element.iterancestors()))
