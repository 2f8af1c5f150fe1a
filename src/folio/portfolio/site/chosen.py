"""What the person decided about their site, ready to show: look, order, and the pages that only they can write."""

from __future__ import annotations

from typing import Any

from folio.portfolio.prose import plain, prose
from folio.portfolio.site.model import Analytics, Answer, Form, Look, Now, OwnPage
from folio.portfolio.site.texts import located, without_title
from folio.portfolio.wording import when
from folio.profile.enclosed import Enclosures
from folio.profile.model import Profile

DEFAULT_LOOK = "grove"
DESCRIPTION = 160
"""Characters that search engines show of a description."""


def chosen(profile: Profile, enclosed: Enclosures) -> dict[str, Any]:
    """The fields of Portfolio that come from `site` in the profile and from the folder `pages/`."""
    site = profile.site
    return {
        "look": Look(site.look or DEFAULT_LOOK, site.accent),
        "order": site.order,
        "hidden": frozenset(site.hide),
        "home": site.home,
        "questions": tuple(Answer(one.question, prose(one.answer)) for one in site.questions),
        "now": Now(prose(site.now.text), str(site.now.date), when(site.now.date, profile.language))
        if site.now
        else None,
        "imprint": prose(site.imprint) if site.imprint else None,
        "privacy": prose(site.privacy) if site.privacy else None,
        "form": Form(site.form.action, site.form.note) if site.form else None,
        "analytics": Analytics(site.analytics.kind, site.analytics.script, site.analytics.site)
        if site.analytics
        else None,
        "own_pages": own_pages(enclosed),
    }


def own_pages(enclosed: Enclosures) -> tuple[OwnPage, ...]:
    """The person's Markdown pages, by path; a first heading that only repeats the title is left out."""
    return tuple(
        OwnPage(
            path=path,
            title=page.text.title or "",
            label=page.text.menu,
            description=page.text.summary or plain(page.text.body, DESCRIPTION) or (page.text.title or ""),
            body=prose(without_title(page.text.body, page.text.title or ""), pictures=located(page.file, enclosed)),
        )
        for path, page in sorted(enclosed.pages.items())
    )
