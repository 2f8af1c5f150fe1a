"""What clients ask, and what they say."""

from __future__ import annotations

from folio.portfolio.site.model import Portfolio, Testimonial
from folio.render.site.structured.things import Thing, lean, person_id, text_of, tied


def questions(portfolio: Portfolio) -> list[Thing]:
    """Each question with its one answer."""
    return [
        {
            "@type": "Question",
            "name": one.question,
            "acceptedAnswer": {"@type": "Answer", "text": text_of(one.body)},
        }
        for one in portfolio.questions
    ]


def quotation(portfolio: Portfolio, said: Testimonial) -> Thing:
    """What somebody said of the person, by whom and where it can be read."""
    return lean(
        {
            "@type": "Quotation",
            "text": text_of(said.text),
            "about": tied(person_id(portfolio)),
            "dateCreated": said.day,
            "isBasedOn": said.href,
            "creator": lean(
                {
                    "@type": "Person",
                    "name": said.name,
                    "jobTitle": said.role,
                    "worksFor": {"@type": "Organization", "name": said.organisation} if said.organisation else None,
                }
            ),
        }
    )
