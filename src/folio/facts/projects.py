"""What is known of each project: its repository as far as it counts, what its host says, and whether it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from folio.evidence.model import Evidence, HostedSeen, Observation, RepositoryObserved
from folio.facts.commits import copy_guard, not_counted
from folio.facts.guards import beyond_limits, repository_guard
from folio.facts.links import LinkFacts, by_host, link_facts, link_guard
from folio.facts.model import Exclusion, ProjectFacts
from folio.facts.originality import remote_guard, same_code, turned_in
from folio.profile.model import Profile
from folio.profile.record import Project
from folio.repository.model import RepositorySeen


def known_projects(
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
        live = _live(claim, evidence, hosted if counts or (hosted and hosted.owned) else None)
        if live is not None and (verdict := link_guard(live)):
            exclusions.append(Exclusion(subject, *verdict))
        found.append(
            ProjectFacts(
                claim=claim,
                repository=seen,
                unread=beyond or _unread(claim.repository, look, seen is not None and not profile.emails),
                counts=counts,
                turned=turned,
                observed_on=look.observed_on if look else None,
                hosted=hosted,
                unhosted=_problem(evidence.of("github", subject)),
                live=live,
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


def _problem(look: Observation | None) -> str | None:
    return look.problem if look else None


def _live(claim: Project, evidence: Evidence, hosted: HostedSeen | None) -> LinkFacts | None:
    """What is known of its address; what the host of somebody else's repository says confirms nothing."""
    url = claim.live.url if claim.live else None
    if url is None:
        return None
    return link_facts(url, evidence.of("links", f"project:{claim.id}"), by_host(url, hosted))
