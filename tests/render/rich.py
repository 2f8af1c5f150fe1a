"""The invented Portfolio with everything that machines are told, in two languages."""

from __future__ import annotations

from dataclasses import replace

from folio.portfolio.parts import ContactLine
from folio.portfolio.prose import prose
from folio.portfolio.site.model import Alternate, Answer, Now
from folio.profile.offer import Price
from render.sample import LENA

PRICES = (
    Price(amount=3200, currency="EUR"),
    Price(amount=24_000, up_to=38_000, currency="EUR"),
    Price(amount=1400, currency="EUR", per="month"),
)
RICH = replace(
    LENA,
    role="Freelance machine-learning engineer",
    work=(replace(LENA.work[0], years=(2026, 2025), sector="Grocery"), *LENA.work[1:]),
    essays=tuple(replace(one, tags=("forecasting", "baselines")) for one in LENA.essays),
    offers=tuple(replace(one, asks=asked) for one, asked in zip(LENA.offers, PRICES, strict=True)),
    contact=(*LENA.contact, ContactLine("phone", "Phone", "+39 040 123456", "tel:+39040123456")),
    testimonials=(replace(LENA.testimonials[0], day="2026-07"), replace(LENA.testimonials[1], day="2024-12-03")),
    questions=(Answer("Do you work on site?", prose("Two *mornings* a quarter, see [services](services/).")),),
    now=Now(prose("Bread."), "2026-11", "November 2026"),
    alternates=(Alternate("en", "English", ""), Alternate("de", "Deutsch", "de/")),
)
