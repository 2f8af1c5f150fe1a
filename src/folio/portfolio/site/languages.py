"""The languages that a site is in: where each begins, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from folio.errors import FolioError
from folio.portfolio.site.model import Alternate
from folio.portfolio.wording import language_name
from folio.portfolio.words import lang, words


def alternates(tags: Sequence[str]) -> tuple[Alternate, ...]:
    """The languages of a site, the first of which is at its root; none where there is only one."""
    if len(tags) < 2:
        return ()
    return tuple(Alternate(tag, _name(tag), f"{tag}/" if number else "") for number, tag in enumerate(tags))


def _name(tag: str) -> str:
    """In the language itself: a reader who can't read this page knows their own."""
    try:
        known = words(tag)
    except FolioError:  # the profile's own may be one that folio has no words for
        return tag
    return (language_name(lang(tag), tag) if lang(tag) != known.locale else None) or known.native_name
