"""What lists on the web add to a profile: repositories of the account as projects, the texts of feeds as articles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from folio.evidence.model import AccountSeen, Entry, Evidence, FeedSeen, Listed
from folio.evidence.reading.sites import is_elsewhere
from folio.profile.fields import as_line, is_web_address
from folio.profile.model import Profile
from folio.profile.places import plain
from folio.profile.record import Article, Project
from folio.repository.text import words

NO_DEPLOYMENT = words(
    "github.com gitlab.com bitbucket.org codeberg.org pypi.org npmjs.com crates.io rubygems.org pkg.go.dev "
    "hub.docker.com conda.anaconda.org anaconda.org cran.r-project.org arxiv.org doi.org medium.com dev.to youtube.com "
    "youtu.be twitter.com x.com linkedin.com kaggle.com"
)
"""Where a repository's homepage leads that is no running thing: registries, code hosts, papers, texts and videos."""


def adopted(profile: Profile, evidence: Evidence) -> Profile:
    """The profile with what folio found on the lists it names, after what the person wrote; nothing said is changed.

    A repository or text that the profile names already is not taken up a second time. Addresses that GitHub knows to be
    the account's count as the person's.
    """
    accounts = [one.seen for one in evidence.observations if isinstance(one.seen, AccountSeen)]
    entries = [entry for one in evidence.observations if isinstance(one.seen, FeedSeen) for entry in one.seen.entries]
    projects = tuple(_projects(profile, accounts))
    articles = tuple(_articles(profile, entries))
    emails = [address for account in accounts for address in account.addresses if address not in profile.identities]
    if not (articles or profile.github):
        return profile
    account = profile.links.github or (profile.github.user if profile.github else None)
    return profile.model_copy(
        update={
            "links": profile.links.model_copy(update={"github": account}),
            "identities": (*profile.identities, *emails),
            "projects": (*(profile.projects or ()), *projects) if projects or accounts else profile.projects,
            "articles": (*(profile.articles or ()), *articles) if articles else profile.articles,
        }
    )


def _projects(profile: Profile, accounts: Sequence[AccountSeen]) -> Iterator[Project]:
    if (wanted := profile.github) is None or not accounts:
        return
    from folio.evidence.github.choose import chosen

    taken = {one.id for one in profile.projects or ()}
    known = {plain(url).lower() for one in profile.projects or () for url in (one.repository, one.code_url) if url}
    for account in accounts:
        for one in chosen(
            account, most=wanted.most, include=wanted.include, exclude=wanted.exclude, forks=wanted.forks
        ):
            if plain(one.url).lower() in known or not is_web_address(one.url):
                continue
            identifier = _free(one.name.rpartition("/")[2], taken)
            yield _project(identifier, one, own=one.name.partition("/")[0].lower() == account.login.lower())


def _project(identifier: str, one: Listed, *, own: bool) -> Project:
    """The project as its page on the host tells it; where it runs only if it is the account's own and no fork."""
    name = as_line(one.name.rpartition("/")[2]) or identifier
    return Project.model_validate(
        {
            "id": identifier,
            "title": name,
            "summary": as_line(one.description or "") or name,
            "repository": f"{one.url}.git",
            "code_url": one.url,
            "live": {"url": one.homepage} if own and not one.fork and may_run(one.homepage) else None,
        }
    )


def may_run(homepage: str | None) -> bool:
    if homepage is None or not is_web_address(homepage):
        return False
    return (urlsplit(homepage).hostname or "").removeprefix("www.") not in NO_DEPLOYMENT


def _articles(profile: Profile, entries: Iterable[Entry]) -> Iterator[Article]:
    taken = {one.id for one in profile.articles or ()}
    known = {plain(one.url) for one in profile.articles or () if one.url}
    for entry in entries:
        if plain(entry.url) in known or not is_web_address(entry.url) or is_elsewhere(entry):
            continue
        known.add(plain(entry.url))
        title = as_line(entry.title or "")
        identifier = _free(title or urlsplit(entry.url).path.strip("/").rpartition("/")[2], taken)
        yield Article.model_validate(
            {
                "id": identifier,
                "url": entry.url,
                "title": title or identifier,
                "date": str(entry.day) if entry.day else None,
            }
        )


def _free(text: str, taken: set[str]) -> str:
    """A short name for `text` that is not taken, and is from now on."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", letters))[:56].strip("-") or "untitled"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name
