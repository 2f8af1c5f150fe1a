"""Evidence links of the profile as links that can be shown."""

from __future__ import annotations

from folio.facts import Facts
from folio.portfolio.parts import Reference
from folio.portfolio.site.words import site_words
from folio.profile.model import Profile


def home(profile: Profile) -> str:
    """The address at which the site begins in the profile's language, without a slash at its end; "" for none."""
    site = (profile.publishing.site_url or "").rstrip("/")
    return f"{site}/{profile.language}" if site and profile.language in profile.site.locales else site


def reference(link: str, facts: Facts) -> Reference:
    """An evidence link of the profile as a link that a page can show."""
    kind, _, name = link.partition(":")
    if kind == "project" and (project := facts.project(name)):
        return Reference(project.claim.title, f"work/{name}/", None)
    if kind == "article" and (article := facts.article(name)):
        here = f"articles/{name}/" if article.claim.file else None
        return Reference(article.title, here, None if here else article.claim.url)
    if kind == "talk":
        talk = next((one for one in facts.profile.talks or () if one.id == name), None)
        return Reference(talk.title if talk else name, None, talk.url if talk else None)
    if kind == "work":
        work = next((one for one in facts.profile.work or () if one.id == name), None)
        return Reference(f"{work.role}, {work.organisation}" if work else name, "about/", None)
    if kind == "contract":
        contract = next((one for one in facts.profile.contracts or () if one.id == name), None)
        client = facts.profile.client(contract.client) if contract else None
        with_whom = site_words(facts.profile.language)["contract_with"]
        return Reference(with_whom.format(client=client.public_name) if client else name, "about/", None)
    return Reference(link.partition("://")[2].rstrip("/") or link, None, link if "://" in link else None)
