"""Projects."""

from __future__ import annotations

from folio.portfolio.parts import Reference
from folio.portfolio.site.model import CaseStudy, Portfolio
from folio.render.site.images import Shown
from folio.render.site.structured.things import Thing, lean, named, page_id, part_id, person_id, tied
from folio.render.site.whole import address, rooted


def work(portfolio: Portfolio, case: CaseStudy, image: str | None) -> Thing:
    """A project as a whole; `image` is the address of a picture of it."""
    path = f"work/{case.id}/"
    return lean(
        {
            "@type": "SoftwareSourceCode" if case.code_url else "CreativeWork",
            "@id": part_id(portfolio, path, "work"),
            "name": case.title,
            "description": case.summary,
            "url": address(portfolio, path),
            "mainEntityOfPage": tied(page_id(portfolio, path)),
            "creator": tied(person_id(portfolio)),
            "dateCreated": str(min(case.years)) if case.years else None,
            "inLanguage": portfolio.language,
            "about": named(case.sector) if case.sector else None,
            "keywords": ", ".join(case.skills),
            "codeRepository": case.code_url,
            "programmingLanguage": list(case.languages) if case.code_url else None,
            "sameAs": case.live_url,
            "image": [one for one in (_picture(portfolio, case), image) if one],
            "subjectOf": [_article(portfolio, one) for one in case.articles],
        }
    )


def _picture(portfolio: Portfolio, case: CaseStudy) -> Thing | None:
    """The project's picture as the page shows it."""
    picture = case.picture
    if not isinstance(picture, Shown) or not (url := rooted(portfolio, picture.src)):
        return None
    return lean({"@type": "ImageObject", "url": url, "caption": case.caption})


def _article(portfolio: Portfolio, reference: Reference) -> Thing:
    url = reference.href or (address(portfolio, reference.path) if reference.path else None)
    return lean({"@type": "BlogPosting", "headline": reference.text, "url": url})


def listed(portfolio: Portfolio) -> list[tuple[str, str | None]]:
    """The projects for a list: name and address."""
    return [(case.title, address(portfolio, f"work/{case.id}/")) for case in portfolio.work]
