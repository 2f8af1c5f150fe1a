"""The beginning of a profile, made of what an account shows and of nothing else."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from folio.evidence.adopt import may_run
from folio.evidence.model import Listed
from folio.profile.exchange.given import is_slug, present
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import LONGEST_LINE
from folio.starting.account import skills, words
from folio.starting.account.look import Account, Shown
from folio.starting.account.told import Told, told
from folio.starting.answers import problem
from folio.starting.draft import Draft

LONGEST_HEADLINE, LONGEST_SUMMARY, LONGEST_ABOUT, LONGEST_TITLE = 140, 280, 700, 80
LEAST_DESCRIPTION = 2
"""Words of a description that says what a thing is."""
MOST_TAGS, MOST_NAMED = 8, 3
JOINED = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)+")
"""A name for machines."""
QUIET = timedelta(days=365)
"""Without a push, after which a project is no longer under way."""
HOSTS = {"linkedin.com": "linkedin", "gitlab.com": "gitlab"}
NETWORKS = {
    "x.com": "X", "twitter.com": "X", "bsky.app": "Bluesky", "youtube.com": "YouTube", "npmjs.com": "npm",
    "kaggle.com": "Kaggle", "stackoverflow.com": "Stack Overflow", "huggingface.co": "Hugging Face",
}  # fmt: skip


def drafted(account: Account, own_email: str | None = None) -> Draft:
    """What the account and its READMEs say, in the form of a profile.

    `own_email` is the address that this machine commits with: it is the person's where the account commits with it too.
    """
    ids = Ids()
    made = [(one.own, _project(ids, one, told(one.readme), account.on)) for one in account.repositories]
    summaries = {_made(one) for one in account.repositories}
    projects, own = [one for _, one in made], [one for is_own, one in made if is_own]
    languages = (name for one in account.repositories if one.own for name in skills.languages(one))
    written = list(dict.fromkeys(languages))[:MOST_NAMED]
    headline, headline_is_made = _headline(account, written)
    addresses = account.seen.addresses
    shown = account.person.email
    email = shown if shown and problem("email", shown) is None else None
    email = email or (own_email if own_email and own_email.casefold() in addresses else None)
    summary = _summary(account, own, written, headline)
    said = f"{account.person.bio or ''} {summary or ''}"
    company = words.line(account.person.company or "").removeprefix("@")
    return Draft(
        name=words.line(account.person.name or "") or account.person.login,
        headline=headline,
        headline_is_made=headline_is_made,
        summary=summary,
        track=skills.track(said, [one.get("skills", []) for one in own]),
        track_is_guessed=True,
        email=email,
        location=words.line(account.person.location or "") or None,
        company=company or None,
        links=_links(account),
        identities=tuple(one for one in addresses if one != (email or "").casefold() and problem("email", one) is None),
        github=account.person.login.lower(),
        listed=bool(projects),
        projects=tuple(projects),
        made_summaries=frozenset(one["id"] for one in projects if one["summary"] in {one["title"], *summaries}),
        skills=tuple(_skills(own)),
    )


def _headline(account: Account, written: list[str]) -> tuple[str | None, bool]:
    """The bio, or what most of the code is written in; and whether it is the latter."""
    bio = words.ended(words.line(account.person.bio or ""), LONGEST_HEADLINE)
    if bio:
        return bio, False
    return (f"Software in {words.listed(written)}", True) if written else (None, False)


def _summary(account: Account, projects: list[dict[str, Any]], written: list[str], headline: str | None) -> str | None:
    """What the profile page tells, else the bio, and which the projects are."""
    bio = words.line(account.person.bio or "")
    about = words.ended(next(iter(told(account.about).intros), ""), LONGEST_ABOUT) or (bio if bio != headline else "")
    titles = [str(one["title"]) for one in projects[:MOST_NAMED]]
    public = f"Public projects: {words.listed(titles)}" if titles else ""
    public += f", written in {words.listed(written)}." if public and written else "." if public else ""
    return " ".join(filter(None, (words.sentence(about), public))) or None


def _links(account: Account) -> dict[str, Any]:
    person = account.person
    found: dict[str, Any] = {"website": None, "github": person.login.lower()}
    other: dict[str, str] = {}
    for provider, url in ((None, person.website), *person.social):
        if url is None or url in found.values() or url in other:
            continue
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        if HOSTS.get(host) and HOSTS[host] not in found:
            found[HOSTS[host]] = url
        elif provider is None:
            found["website"] = url
        else:
            other[url] = NETWORKS.get(host) or (host if provider == "generic" else provider.capitalize())
    return present(**found, other=[{"label": label, "url": url} for url, label in other.items()])


def _project(ids: Ids, one: Shown, readme: Told, today: date) -> dict[str, Any]:
    listed = one.listed
    name = listed.name.rpartition("/")[2]
    called = readme.title if 0 < len(readme.title) <= LONGEST_TITLE else name
    title = words.from_name(called, skills.written()) if JOINED.fullmatch(called) or not readme.title else called
    live = one.own and may_run(listed.homepage)
    return present(
        id=ids.new(name, "project"),
        title=title,
        summary=_told_shortly(words.line(listed.description or ""), readme.intros) or _made(one) or title,
        repository=f"{listed.url}.git",
        code_url=listed.url,
        start=f"{listed.created_on:%Y-%m}" if one.own and listed.created_on else None,
        end=f"{listed.pushed_on:%Y-%m}" if one.own and listed.pushed_on and _is_over(listed, today) else None,
        **(readme.sections if one.own else {}),
        skills=skills.skills(one),
        live={"url": listed.homepage} if live else None,
        tags=[topic for topic in listed.topics if is_slug(topic)][:MOST_TAGS],
    )


def _is_over(listed: Listed, today: date) -> bool:
    """Whether the work on it has ended, as far as pushes tell."""
    return listed.archived or (listed.pushed_on is not None and today - listed.pushed_on > QUIET)


def _made(one: Shown) -> str:
    """A summary where nobody wrote one."""
    written = skills.languages(one)
    return f"Written in {words.listed(written)}." if written else ""


def _told_shortly(description: str, intros: tuple[str, ...]) -> str:
    """The description, followed by the README's first paragraph that says more, where both are short."""
    if len(description.split()) < LEAST_DESCRIPTION:
        return words.ended(next(iter(intros), ""), LONGEST_SUMMARY)
    bare = description.casefold().rstrip(".")
    more = [one for one in intros if one.casefold().rstrip(".") != bare]
    if more and bare in more[0].casefold():
        return words.ended(more[0], LONGEST_SUMMARY)
    both = f"{words.sentence(description)} {more[0]}" if more else description
    first = words.ended(both, LONGEST_SUMMARY)
    return first if len(first) > len(description) else words.ended(description, LONGEST_LINE)


def _skills(projects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each with the projects that show it: those of most projects first, within their groups."""
    shown: dict[str, list[str]] = {}
    for one in projects:
        for name in one.get("skills", ()):
            shown.setdefault(name, []).append(f"project:{one['id']}")
    ranked = sorted(shown, key=lambda name: -len(shown[name]))[: skills.MOST]
    order = list(dict.fromkeys([skills.LANGUAGES, *(skills.group(name) for name in ranked)]))
    ranked.sort(key=lambda name: order.index(skills.group(name)))
    return [{"name": name, "group": skills.group(name), "evidence": shown[name]} for name in ranked]
