"""What is known of each article: its text, wherever it was read, and whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from folio.evidence.model import ArticleSeen, Evidence, FeedSeen, Observation
from folio.facts.guards import article_guard, copies, over_weekly
from folio.facts.model import ArticleFacts, Exclusion, ProjectFacts
from folio.profile.model import Profile
from folio.profile.places import plain
from folio.profile.record import Article


def known_articles(
    profile: Profile,
    evidence: Evidence,
    projects: tuple[ProjectFacts, ...],
    today: date,
    exclusions: list[Exclusion],
) -> tuple[ArticleFacts, ...]:
    listed = _listed(evidence)
    looks = {claim.id: _look(claim, evidence, listed) for claim in profile.articles or ()}
    seen = {name: look.text for name, look in looks.items() if look.text is not None}
    days = {claim.id: _day(claim, seen.get(claim.id)) for claim in profile.articles or ()}
    verdicts = {name: article_guard(text, days[name], today) for name, text in seen.items()}
    alone = {name: text for name, text in seen.items() if verdicts[name] is None}
    places = {claim.id: _place(claim, seen.get(claim.id)) for claim in profile.articles or ()}
    for name, other in copies(alone, days, places).items():
        same = places[name] is not None and places[name] == places[other]
        verdicts[name] = (
            ("syndication", f"the same article as article:{other}, published at two addresses")
            if same
            else ("same-text", f"mostly the same text as article:{other}")
        )
    for name in over_weekly({name: text for name, text in seen.items() if verdicts[name] is None}, days):
        verdicts[name] = "burst", "a third article in one week; two a week count"
    exclusions += [Exclusion(f"article:{name}", *verdict) for name, verdict in verdicts.items() if verdict]
    return tuple(
        _article(claim, looks[claim.id], days[claim.id], verdicts, projects) for claim in profile.articles or ()
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """Where a text was read, or why it was not."""

    text: ArticleSeen | None = None
    problem: str | None = None
    observed_on: date | None = None


def _listed(evidence: Evidence) -> dict[str, _Look]:
    """What feeds carried, by the address of the text."""
    found: dict[str, _Look] = {}
    for one in evidence.observations:
        for entry in one.seen.entries if isinstance(one.seen, FeedSeen) else ():
            if entry.text is not None or plain(entry.url) not in found:
                found[plain(entry.url)] = _Look(entry.text, entry.problem, one.observed_on)
    return found


def _look(claim: Article, evidence: Evidence, listed: Mapping[str, _Look]) -> _Look:
    """The text of an article: from its file, else the longer of what its page and a feed that lists it show."""
    file, page = (evidence.of(source, f"article:{claim.id}") for source in ("articles", "pages"))
    if file is not None:
        return _of(file)
    fed = listed.get(plain(claim.url)) if claim.url else None
    looks = [one for one in (_of(page) if page else None, fed) if one is not None]
    read = [one for one in looks if one.text is not None]
    return max(read, key=lambda one: one.text.words if one.text else 0) if read else next(iter(looks), _Look())


def _of(look: Observation) -> _Look:
    text = look.seen if isinstance(look.seen, ArticleSeen) else None
    return _Look(text, look.problem, look.observed_on)


def _place(claim: Article, seen: ArticleSeen | None) -> str | None:
    """The address that an article was first published at, as far as it says so."""
    first = (seen.canonical if seen else None) or claim.url
    return plain(first) if first else None


def _article(
    claim: Article,
    look: _Look,
    day: date | None,
    verdicts: dict[str, tuple[str, str] | None],
    projects: tuple[ProjectFacts, ...],
) -> ArticleFacts:
    seen = look.text
    addresses = {plain(url) for url in (claim.url, seen.canonical if seen else None) if url}
    counted = [one for one in projects if one.counts and one.repository]
    linked = tuple(
        one.claim.id for one in counted if seen and any(_below(link, one) for link in map(plain, seen.links))
    )
    linking = tuple(
        one.claim.id
        for one in counted
        if one.repository
        and one.repository.readme
        and addresses & {plain(link) for link in one.repository.readme.links}
    )
    return ArticleFacts(
        claim=claim,
        seen=seen,
        unread=None if seen else look.problem or "this run did not look",
        counts=None if seen is None else verdicts[claim.id] is None,
        observed_on=look.observed_on,
        title=claim.title or (seen.title if seen else None) or claim.id,
        day=day,
        projects_linked=linked,
        projects_linking=linking,
    )


def _day(claim: Article, seen: ArticleSeen | None) -> date | None:
    """The day it was published: of a page what that says itself, because a claim is no evidence."""
    said = claim.date.first_day if claim.date else None
    if seen is None or (claim.file and said):
        return said
    return seen.day or said


def _below(link: str, project: ProjectFacts) -> bool:
    """Whether a plain link leads to one of the project's addresses or below it."""
    claim = project.claim
    said = (claim.code_url, claim.repository, claim.live.url if claim.live else None)
    homes = [plain(url) for url in said if url and url.startswith(("http://", "https://"))]
    return any(link == home or link.startswith(f"{home}/") for home in homes)
