"""Services with what they cost."""

from __future__ import annotations

from folio.portfolio.site.model import Offer, Portfolio
from folio.profile.offer import Price
from folio.render.site.structured.things import Thing, lean, named, part_id, person_id, text_of, tied
from folio.render.site.whole import address

UNITS = {"hour": "HUR", "day": "DAY", "week": "WEE", "month": "MON"}
"""The common codes of UN/CEFACT's recommendation 20, which schema.org asks for."""


def service(portfolio: Portfolio, offer: Offer, not_included: str) -> Thing:
    """A service; `not_included` is the word for what it leaves out, which the vocabulary has no property for."""
    page = address(portfolio, "services/")
    return lean(
        {
            "@type": "Service",
            "@id": part_id(portfolio, "services/", offer.id),
            "name": offer.title,
            "description": text_of(offer.summary) if offer.summary else offer.for_whom,
            "url": f"{page}#{offer.id}" if page else None,
            "provider": tied(person_id(portfolio)),
            "audience": {"@type": "Audience", "audienceType": offer.for_whom} if offer.for_whom else None,
            "serviceOutput": [named(one) for one in offer.deliverables],
            "offers": _offer(portfolio, offer, not_included),
        }
    )


def _offer(portfolio: Portfolio, offer: Offer, not_included: str) -> Thing | None:
    if not (offer.asks or offer.price_note or offer.exclusions):
        return None
    return {"@type": "Offer", "offeredBy": tied(person_id(portfolio))} | lean(
        {
            "description": offer.price_note,
            "priceSpecification": price(offer.asks) if offer.asks else None,
            "additionalProperty": [
                {"@type": "PropertyValue", "name": not_included, "value": one} for one in offer.exclusions
            ],
        }
    )


def price(asked: Price) -> Thing:
    """A price or a range of prices, for the whole or for a unit of time."""
    low, high = _number(asked.amount), _number(asked.up_to) if asked.up_to is not None else None
    unit = UNITS.get(asked.per)
    return lean(
        {
            "@type": "UnitPriceSpecification" if unit else "PriceSpecification",
            "price": low if high is None else None,
            "minPrice": low if high is not None else None,
            "maxPrice": high,
            "priceCurrency": asked.currency,
            "unitCode": unit,
        }
    )


def _number(amount: float) -> int | float:
    return int(amount) if amount == int(amount) else amount
