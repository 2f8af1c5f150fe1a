"""Articles."""

from __future__ import annotations

import re

from folio.portfolio.site.model import Essay, Portfolio
from folio.render.site.structured.things import Thing, lean, page_id, part_id, person_id, site_id, text_of, tied
from folio.render.site.whole import address

UNSPACED = re.compile(r"(zh|ja|th|km|lo|my|yue)\b", re.IGNORECASE)
"""Languages that are written without spaces, where words can't be counted by them."""


def article(portfolio: Portfolio, essay: Essay, image: str | None) -> Thing:
    """An article that is a page of the site; one that came out elsewhere first has its address there."""
    path = f"articles/{essay.id}/"
    words = len(text_of(essay.body).split()) if essay.body and not UNSPACED.match(portfolio.language) else None
    return lean(
        {
            "@type": "BlogPosting",
            "@id": part_id(portfolio, path, "article"),
            "headline": essay.title,
            "description": essay.description,
            "url": essay.canonical or address(portfolio, path),
            "mainEntityOfPage": tied(page_id(portfolio, path)),
            "author": tied(person_id(portfolio)),
            "publisher": tied(person_id(portfolio)) if not essay.canonical else None,
            "datePublished": essay.day.isoformat() if essay.day else None,
            "inLanguage": essay.language or portfolio.language,
            "wordCount": words,
            "timeRequired": f"PT{essay.minutes}M" if essay.minutes else None,
            "keywords": ", ".join(essay.tags),
            "image": image,
            "about": [
                lean({"@type": "CreativeWork", "name": one.text, "url": address(portfolio, one.path)})
                for one in essay.work
                if one.path
            ],
            "isPartOf": tied(site_id(portfolio)),
        }
    )


def listed(portfolio: Portfolio) -> list[tuple[str, str | None]]:
    """All articles for a list: title, and the address of the page here or elsewhere."""
    return [
        (essay.title, address(portfolio, f"articles/{essay.id}/") if essay.body is not None else essay.url)
        for essay in portfolio.essays
    ]
