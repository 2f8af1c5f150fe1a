"""A profile as a JSON Resume document: for whoever opens a PDF, or for the person's own use.

    https://jsonresume.org/schema, version 1.0.0

Everything that JSON Resume has a place for is there, in the words of the résumé: contracts are projects of the type
"contract", talks those of the type "talk". What it has no place for is in `x-folio` of the entry and in `meta.folio`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from folio.profile.discretion import discreet
from folio.profile.exchange.disclosed import disclosed
from folio.profile.exchange.json_resume.naming import named
from folio.profile.exchange.json_resume.own import SCHEMA, VERSION, said
from folio.profile.exchange.json_resume.writing_basics import basics
from folio.profile.exchange.json_resume.writing_entries import (
    article,
    certificate,
    education,
    is_certificate,
    language,
    reference,
    skills,
    work,
)
from folio.profile.exchange.json_resume.writing_more import layout, more
from folio.profile.exchange.json_resume.writing_projects import projects
from folio.profile.exchange.marked import each_text, without_names
from folio.profile.exchange.taken import Written
from folio.profile.model import Profile

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json


def to_json_resume(profile: Profile) -> bytes:
    """What the résumé of a tailored profile shows, as JSON: nothing that privacy, an NDA or the target hides.

    The same profile gives the same bytes.
    """
    document = without_names(each_text(_document(disclosed(profile)), discreet(profile)))
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write(profile: Profile) -> Written:
    """Everything of a profile that JSON Resume has a place for, for the person's own use.

    Clients under NDA have the name that may be shown; of references those are there who agreed to be named.
    """
    from folio.profile.exchange.json_resume.held import left  # printing needs none of it

    clients = tuple(
        one.model_copy(update={"name": one.public_name, "nda": False, "shown_as": None}) for one in profile.clients
    )
    document = _document(profile.model_copy(update={"clients": clients}))
    return Written(each_text(document, discreet(profile)), left(profile))


def _document(profile: Profile) -> Json:
    schools = profile.education or ()
    own = more(profile.more or ())
    return {
        "$schema": SCHEMA,
        **said(
            basics=basics(profile),
            work=[*map(work, profile.work or ()), *own.get("work", ())],
            volunteer=own.get("volunteer"),
            education=named(
                map(education, (one for one in schools if not is_certificate(one))), "institution", "studyType", "area"
            ),
            awards=own.get("awards"),
            certificates=named(map(certificate, filter(is_certificate, schools)), "name"),
            publications=[*map(article, profile.articles or ()), *own.get("publications", ())],
            skills=named(skills(profile.skills or ()), "name"),
            languages=named(map(language, profile.languages or ()), "language"),
            interests=own.get("interests"),
            references=[reference(one) for one in profile.references or () if one.consent == "public"],
            projects=list(projects(profile)),
        ),
        "meta": {"version": "v1.0.0", "folio": _meta(profile)},
    }


def _meta(profile: Profile) -> Json:
    rates, available, privacy = profile.rates, profile.availability, profile.privacy
    contact = profile.contact
    hidden = (name for name in ("email", "phone", "location") if getattr(contact, name) and not getattr(privacy, name))
    return {
        "version": VERSION,
        "language": profile.language,
        **said(
            site=profile.publishing.site_url,
            rates=rates.model_dump(mode="json", exclude_none=True, exclude={"public"} if rates.public else None)
            if rates
            else None,
            availability=available.model_dump(mode="json", exclude_none=True) if available else None,
            resume=profile.resume.model_dump(mode="json", exclude_none=True),
            more=layout(profile.more or ()),
            private=list(hidden),
        ),
    }
