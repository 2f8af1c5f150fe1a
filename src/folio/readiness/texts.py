"""Articles whose text nobody read: what they leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from folio.facts import Facts
from folio.readiness.check import Found, Unread, unlisted, unsaid

KEEP = "keep a copy of the text in the profile's folder and name it in 'file'"
CORRECT = "correct the article's 'file', or put the text there"


def unread_texts(
    facts: Facts, *, best: Found | None = None, facet: bool = False, aside: bool = False
) -> Iterator[Unread]:
    """The articles whose text nobody read, and the list itself when the profile has none.

    With `facet`, each of them could be one more facet of a union. With `aside`, a missing list is no more than asked
    for: what the check looks for was looked for elsewhere.
    """
    for article in facts.articles:
        if article.seen is None:
            why = f"its text was not read: {article.unread or 'this run did not look'}"
            could = Found(facet=article.subject) if facet else best
            yield Unread(article.subject, why, CORRECT if article.claim.file else KEEP, could)
    yield from unlisted(facts, "feed")
    if facts.profile.articles is None and not any(one.startswith("feed:") for one in facts.unlisted):
        missing = unsaid("articles", "list what you have published, or write 'articles: []'")
        yield replace(missing, aside=aside)
