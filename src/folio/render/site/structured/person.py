"""The person: in full where a page is about them, by name elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from folio.portfolio.site.model import Portfolio
from folio.render.site.structured.things import Thing, lean, part_id, person_id, tied
from folio.render.site.whole import address, rooted

SAME = ("website", "github", "gitlab", "code", "linkedin", "other")
"""Links that are the person once more, elsewhere."""
MOST = 40
"""How many things a person is said to know about."""


def person(portfolio: Portfolio) -> Thing:
    """Whom a page is by."""
    return lean(
        {
            "@type": "Person",
            "@id": person_id(portfolio),
            "name": portfolio.name,
            "url": rooted(portfolio, ""),
        }
    )


def person_in_full(portfolio: Portfolio, photo: str | None, *, reachable: bool = False) -> Thing:
    """Whom a page is about. `photo` is the portrait's site path; mail and phone are said on the contact page alone."""
    lines = {line.kind: line.text for line in reversed(portfolio.contact)}
    skills = [skill.name for group in portfolio.skills for skill in group.skills]
    known = _each_once([*portfolio.specialisms, *skills])[:MOST]
    occupation = lean({"@type": "Occupation", "name": portfolio.role, "skills": ", ".join(known)})
    return person(portfolio) | lean(
        {
            "jobTitle": portfolio.role,
            "disambiguatingDescription": portfolio.headline,
            "description": portfolio.summary_text,
            "image": rooted(portfolio, photo) if photo else None,
            "sameAs": _each_once(line.href for line in portfolio.contact if line.kind in SAME and line.href),
            "knowsAbout": known,
            "knowsLanguage": [name.partition(" (")[0] for name in portfolio.languages],
            "hasOccupation": occupation if portfolio.role else None,
            "address": _place(lines.get("location")),
            "email": lines.get("email") if reachable else None,
            "telephone": lines.get("phone") if reachable else None,
        }
    )


def offers(portfolio: Portfolio) -> Thing:
    """What the person offers, by name: the page of services tells the rest."""
    return lean(
        {
            "makesOffer": [
                {
                    "@type": "Offer",
                    "itemOffered": lean(
                        {
                            "@type": "Service",
                            "@id": part_id(portfolio, "services/", one.id),
                            "name": one.title,
                            "url": _anchor(portfolio, one.id),
                            "provider": tied(person_id(portfolio)),
                        }
                    ),
                }
                for one in portfolio.offers
            ]
        }
    )


def _anchor(portfolio: Portfolio, service: str) -> str | None:
    page = address(portfolio, "services/")
    return f"{page}#{service}" if page else None


def _place(said: str | None) -> Thing | None:
    """A town, with the country where it is said in the usual way: "Trieste, Italy"."""
    if not said:
        return None
    town, _, country = (part.strip() for part in said.partition(","))
    if not country or "," in country:
        return {"@type": "PostalAddress", "addressLocality": said}
    return {"@type": "PostalAddress", "addressLocality": town, "addressCountry": country}


def _each_once(texts: Iterable[str]) -> list[str]:
    return list({text.casefold(): text for text in reversed([*texts])}.values())[::-1]
