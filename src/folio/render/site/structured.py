"""What search engines read: each page in the words of schema.org, as JSON-LD."""

from __future__ import annotations

from folio.portfolio.site.model import CaseStudy, Essay, Portfolio


def for_page(
    portfolio: Portfolio, path: str, *, case: CaseStudy | None = None, essay: Essay | None = None
) -> dict[str, object] | None:
    """The JSON-LD of the page at `path`; None where there is nothing to add to the page itself."""
    if case:
        thing = _without_gaps(
            {
                "@type": "SoftwareSourceCode" if case.code_url else "CreativeWork",
                "name": case.title,
                "description": case.summary,
                "url": _address(portfolio, path),
                "author": {"@type": "Person", "name": portfolio.name},
                "codeRepository": case.code_url,
                "programmingLanguage": list(case.languages) if case.code_url else None,
                "keywords": ", ".join(case.skills),
            }
        )
    elif essay:
        thing = _without_gaps(
            {
                "@type": "Article",
                "headline": essay.title,
                "description": essay.description,
                "url": essay.canonical or _address(portfolio, path),
                "datePublished": essay.day.isoformat() if essay.day else None,
                "author": {"@type": "Person", "name": portfolio.name},
            }
        )
    elif path == "":
        thing = _without_gaps(
            {
                "@type": "ProfilePage",
                "dateModified": portfolio.today.isoformat(),
                "mainEntity": _person(portfolio),
            }
        )
    elif path == "services/" and portfolio.offers:
        thing = {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "item": _service(portfolio, offer.title, offer.for_whom)}
                for position, offer in enumerate(portfolio.offers, start=1)
            ],
        }
    else:
        return None
    return {"@context": "https://schema.org", **thing}


def _person(portfolio: Portfolio) -> dict[str, object]:
    same = ("website", "github", "gitlab", "code", "linkedin", "other")
    place = next((line.text for line in portfolio.contact if line.kind == "location"), None)
    return _without_gaps(
        {
            "@type": "Person",
            "name": portfolio.name,
            "description": portfolio.summary_text,
            "jobTitle": portfolio.headline,
            "url": portfolio.site_url,
            "sameAs": [line.href for line in portfolio.contact if line.kind in same and line.href],
            "knowsAbout": [
                *portfolio.specialisms,
                *(skill.name for group in portfolio.skills for skill in group.skills),
            ],
            "address": {"@type": "PostalAddress", "addressLocality": place} if place else None,
            "makesOffer": [
                {"@type": "Offer", "itemOffered": _service(portfolio, offer.title, offer.for_whom)}
                for offer in portfolio.offers
            ],
        }
    )


def _service(portfolio: Portfolio, title: str, for_whom: str | None) -> dict[str, object]:
    return _without_gaps(
        {
            "@type": "Service",
            "name": title,
            "description": for_whom,
            "provider": {"@type": "Person", "name": portfolio.name},
        }
    )


def _address(portfolio: Portfolio, path: str) -> str | None:
    return portfolio.site_url.rstrip("/") + "/" + path if portfolio.site_url else None


def _without_gaps(thing: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in thing.items() if value not in (None, "", [])}
