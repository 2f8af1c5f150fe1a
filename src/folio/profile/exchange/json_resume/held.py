"""What of a profile a JSON Resume document does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange.json_resume.writing_projects import described
from folio.profile.exchange.said import not_held, said
from folio.profile.exchange.taken import Left
from folio.profile.model import Profile

SINGLE = "name headline summary language contact.email contact.phone contact.location contact.calendar links rates"
TEXTS = "highlights.*.text highlights.*.priority"
ENTRY = f"title organisation start end url summary {TEXTS}"
ENTRIES = {
    "skills": "name group",
    "languages": "name code level fluency",
    "education": "title kind institution start end summary",
    "clients": "id name",
    "work": f"id organisation role start end location url summary outcomes skills {TEXTS}",
    "contracts": "id client role deliverable start end completed engagement result proof.reference",
    "projects": "id title summary role client start end featured outcomes skills code_url live.url",
    "articles": "id url title date summary publication",
    "talks": "id title event date kind url",
    "references": "id name role organisation date text consent",
    "more": " ".join(["title", *(f"entries.*.{one}" for one in ENTRY.split())]),
}
HELD = (
    *SINGLE.split(),
    "availability",
    *(f"{section}.*.{field}" for section, fields in ENTRIES.items() for field in fields.split()),
)


def left(profile: Profile) -> tuple[Left, ...]:
    """What a document of the whole profile has no place for, and whom it may not name."""
    data = said(profile)
    for one, entry in zip(profile.projects or (), data.get("projects", ()), strict=True):
        if described(one) != one.summary:
            entry.pop("approach")
        if one.results:
            entry.pop("outcome")
    return (*not_held(data, HELD), *_unnamed(profile))


def _unnamed(profile: Profile) -> Iterator[Left]:
    for at, one in enumerate(profile.references or ()):
        if one.consent != "public":
            yield Left(f"references[{at}]", "is given with 'consent: public' alone", one.name)
