"""Joining what is said to what was seen; the only function that sees both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from folio.evidence.level import Level
from folio.evidence.model import ArticleSeen, Evidence, HostedSeen, LinkSeen, Observation, RepositoryObserved
from folio.facts.commits import copy_guard, not_counted
from folio.facts.duplicates import without_duplicates
from folio.facts.guards import article_guard, beyond_limits, copies, over_weekly, repository_guard
from folio.facts.model import ArticleFacts, Exclusion, Facts, ProjectFacts
from folio.facts.originality import remote_guard, same_code, turned_in
from folio.profile.model import Profile
from folio.profile.places import plain
from folio.profile.record import Article, Project
from folio.repository.model import RepositorySeen


def derive(profile: Profile, evidence: Evidence, *, today: date) -> Facts:
    """Everything that is known of the person on `today`."""
    exclusions: list[Exclusion] = []
    projects, twice = without_duplicates(_projects(profile, evidence, today, exclusions))
    exclusions += twice
    articles = _articles(profile, evidence, projects, today, exclusions)
    facts = Facts(profile, today, projects, articles, tuple(sorted(exclusions, key=lambda one: one.subject)))
    return _with_proofs(facts)


def _projects(
    profile: Profile, evidence: Evidence, today: date, exclusions: list[Exclusion]
) -> tuple[ProjectFacts, ...]:
    found: list[ProjectFacts] = []
    kept: dict[str, RepositorySeen] = {}
    for claim in profile.projects or ():
        subject = f"project:{claim.id}"
        look = evidence.of("git", subject)
        seen = look.seen.repository if look and isinstance(look.seen, RepositoryObserved) else None
        hosted = _hosted(evidence.of("github", subject))
        counts: bool | None = None
        beyond: str | None = None
        turned = frozenset[str]()
        if seen is not None and profile.emails:
            verdict = repository_guard(seen, profile.emails, hosted) or copy_guard(seen, kept)
            counts = verdict is None
            if verdict and (beyond := beyond_limits(seen, verdict)):
                counts = verdict = None
            if counts:
                kept[subject] = seen
            turned = turned_in(seen, verdict)
            verdicts = [verdict] if verdict else [] if beyond else not_counted(seen.history, today)
            exclusions += [Exclusion(subject, *one) for one in verdicts]
            if counts and (remote := remote_guard(seen)):
                exclusions.append(Exclusion(subject, *remote))
        found.append(
            ProjectFacts(
                claim=claim,
                repository=seen,
                unread=beyond or _unread(claim.repository, look, seen is not None and not profile.emails),
                counts=counts,
                turned=turned,
                observed_on=look.observed_on if look else None,
                hosted=hosted,
                link=_link(evidence.of("links", subject)),
                link_unread=_link_unread(claim, evidence.of("links", subject)),
            )
        )
    return _once(found, exclusions)


def _once(projects: list[ProjectFacts], exclusions: list[Exclusion]) -> tuple[ProjectFacts, ...]:
    """The projects, with what is found in a copy of another's code found on that other one."""
    copies = same_code({one.subject: one.repository for one in projects if one.counts and one.repository})
    for subject, (other, share) in sorted(copies.items()):
        reason = f"{share // 10} % of its code is in {other}; the two count as one"
        exclusions.append(Exclusion(subject, "same-code", reason))
    return tuple(replace(one, same_as=copies[one.subject][0]) if one.subject in copies else one for one in projects)


def _unread(claimed: str | None, look: Observation | None, nobody: bool) -> str | None:
    if claimed is None:
        return None
    if look is None:
        return "the repository was not looked at"
    if look.problem is not None:
        return look.problem
    return "the profile names no address that you commit with; add 'identities'" if nobody else None


def _hosted(look: Observation | None) -> HostedSeen | None:
    return look.seen if look and isinstance(look.seen, HostedSeen) else None


def _link(look: Observation | None) -> LinkSeen | None:
    return look.seen if look and isinstance(look.seen, LinkSeen) else None


def _link_unread(claim: Project, look: Observation | None) -> str | None:
    if claim.live is None or claim.live.url is None or (look and look.seen):
        return None
    return look.problem if look else "the address was not opened: this version of folio does not open live links yet"


def _articles(
    profile: Profile,
    evidence: Evidence,
    projects: tuple[ProjectFacts, ...],
    today: date,
    exclusions: list[Exclusion],
) -> tuple[ArticleFacts, ...]:
    looks = {claim.id: evidence.of("articles", f"article:{claim.id}") for claim in profile.articles or ()}
    seen = {name: look.seen for name, look in looks.items() if look and isinstance(look.seen, ArticleSeen)}
    days = {claim.id: _day(claim, seen.get(claim.id)) for claim in profile.articles or ()}
    verdicts = {name: article_guard(text, days[name], today) for name, text in seen.items()}
    alone = {name: text for name, text in seen.items() if verdicts[name] is None}
    for name, other in copies(alone, days).items():
        verdicts[name] = "same-text", f"mostly the same text as article:{other}"
    for name in over_weekly((name, days[name]) for name, verdict in verdicts.items() if verdict is None):
        verdicts[name] = "burst", "a third article in one week; two a week count"
    exclusions += [Exclusion(f"article:{name}", *verdict) for name, verdict in verdicts.items() if verdict]
    return tuple(
        _article(claim, looks[claim.id], days[claim.id], verdicts, projects) for claim in profile.articles or ()
    )


def _article(
    claim: Article,
    look: Observation | None,
    day: date | None,
    verdicts: dict[str, tuple[str, str] | None],
    projects: tuple[ProjectFacts, ...],
) -> ArticleFacts:
    seen = look.seen if look and isinstance(look.seen, ArticleSeen) else None
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
    unread = None
    if seen is None:
        unread = (look.problem if look else None) or "it lives elsewhere, and this version of folio reads files only"
    return ArticleFacts(
        claim=claim,
        seen=seen,
        unread=unread,
        counts=None if seen is None else verdicts[claim.id] is None,
        observed_on=look.observed_on if look else None,
        title=claim.title or (seen.title if seen else None) or claim.id,
        day=day,
        projects_linked=linked,
        projects_linking=linking,
    )


def _day(claim: Article, seen: ArticleSeen | None) -> date | None:
    return claim.date.first_day if claim.date else seen.day if seen else None


def _below(link: str, project: ProjectFacts) -> bool:
    """Whether a plain link leads to one of the project's addresses or below it."""
    claim = project.claim
    said = (claim.code_url, claim.repository, claim.live.url if claim.live else None)
    homes = [plain(url) for url in said if url and url.startswith(("http://", "https://"))]
    return any(link == home or link.startswith(f"{home}/") for home in homes)


def _with_proofs(facts: Facts) -> Facts:
    """The facts with the levels that proofs give; proofs name references, which only the whole knows."""

    def proven(project: ProjectFacts) -> ProjectFacts:
        live = project.claim.live
        return replace(
            project,
            proof=facts.proof_level(project.claim.proof),
            live_proof=facts.proof_level(live.proof) if live else Level.CLAIMED,
        )

    return replace(facts, projects=tuple(proven(one) for one in facts.projects))
