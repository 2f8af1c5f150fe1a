"""What is known of each project: its repository as far as it counts, what its host says, and whether it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from folio.evidence.model import Evidence, HostedSeen, Observation, RepositoryObserved
from folio.facts.commits import not_counted
from folio.facts.guards import FOREIGN, Verdict, beyond_limits, repository_guard, shown
from folio.facts.links import LinkFacts, by_host, link_facts, link_guard
from folio.facts.model import Exclusion, ProjectFacts
from folio.facts.originality import remote_guard, turned_in
from folio.facts.twice import Twice, twice
from folio.profile.model import Profile
from folio.profile.places import plain
from folio.profile.record import Project
from folio.repository.model import RepositorySeen


def known_projects(
    profile: Profile, evidence: Evidence, today: date, exclusions: list[Exclusion]
) -> tuple[ProjectFacts, ...]:
    found: list[ProjectFacts] = []
    for claim in profile.projects or ():
        subject = f"project:{claim.id}"
        look = evidence.of("git", subject)
        seen = look.seen.repository if look and isinstance(look.seen, RepositoryObserved) else None
        host = evidence.of("github", subject)
        hosted = _hosted(host)
        same = hosted is not None and _is_of(hosted, claim, seen, profile)
        counts: bool | None = None
        beyond: str | None = None
        verdict: Verdict | None = None
        turned = frozenset[str]()
        untold = _whose_is_untold(profile, seen, hosted)
        if seen is not None and untold is None:
            verdict = repository_guard(seen, profile.emails, hosted)
            counts = verdict is None
            if verdict and (beyond := beyond_limits(seen, verdict)):
                counts = verdict = None
            if verdict:
                exclusions.append(Exclusion(subject, *verdict))
            turned = frozenset() if beyond else turned_in(seen, verdict)
        foreign = counts is False and verdict is not None and verdict[0] in FOREIGN
        live = _live(claim, evidence, hosted if same and not foreign else None)
        if foreign and live is not None:
            live = replace(live, seen=None, confirmed=(), unread="its repository is somebody else's")
        if untold and profile.emails and live is not None:
            live = replace(live, seen=None, confirmed=(), unread="whose its repository is has not been told")
        if live is not None and (left_out := link_guard(live)):
            exclusions.append(Exclusion(subject, *left_out))
        found.append(
            ProjectFacts(
                claim=claim,
                repository=seen,
                unread=beyond or untold or _unread(claim.repository, look),
                untold=untold is not None,
                counts=counts,
                turned=turned,
                observed_on=look.observed_on if look else None,
                hosted=hosted if same else None,
                unhosted=_problem(host) if hosted is None or same else NOT_THE_SAME,
                foreign=foreign,
                live=live,
            )
        )
    projects = _once(found, exclusions)
    exclusions += [Exclusion(one.subject, *verdict) for one in projects for verdict in _partly(one, today)]
    return projects


def _partly(project: ProjectFacts, today: date) -> Iterator[Verdict]:
    """What of a repository that counts is left out."""
    if project.repository is not None and project.counts and not project.copy_of:
        yield from not_counted(project.repository.history, today)
        if remote := remote_guard(project.repository):
            yield remote


def _once(projects: list[ProjectFacts], exclusions: list[Exclusion]) -> tuple[ProjectFacts, ...]:
    """The projects, with what is found in a copy of another's code found on that other one."""
    copies = twice({one.subject: one.repository for one in projects if one.counts and one.repository})
    exclusions += [Exclusion(subject, *copy.verdict) for subject, copy in sorted(copies.items())]
    return tuple(_told(one, copies.get(one.subject)) for one in projects)


def _told(project: ProjectFacts, copy: Twice | None) -> ProjectFacts:
    if copy is None:
        return project
    return replace(project, copy_of=copy.other) if copy.is_clone else replace(project, same_as=copy.other)


def _whose_is_untold(profile: Profile, seen: RepositorySeen | None, hosted: HostedSeen | None) -> str | None:
    """Why nobody can tell whose commits they are: none is by an address that the profile happens to give, and it does
    not say which ones the person commits with. Told by 'identities', they are not the person's."""
    if seen is None:
        return None
    if not profile.emails:
        return "the profile names no address that you commit with; add 'identities'"
    history = seen.history
    if profile.identities or history.own or history.coauthored or (hosted and hosted.fork):
        return None
    return f"none of its {history.commits} commits is by {shown(profile.emails)}"


def _unread(claimed: str | None, look: Observation | None) -> str | None:
    if claimed is None:
        return None
    if look is None:
        return "the repository was not looked at"
    if look.problem is not None:
        return look.problem
    return None


def _hosted(look: Observation | None) -> HostedSeen | None:
    return look.seen if look and isinstance(look.seen, HostedSeen) else None


NOT_THE_SAME = "the page at the code host is not known to be of this repository"


def _is_of(hosted: HostedSeen, claim: Project, seen: RepositorySeen | None, profile: Profile) -> bool:
    """Whether the host speaks of the repository that was read, and not of another one that 'code_url' names."""
    if hosted.owned or hosted.name.partition("/")[0].lower() == profile.links.github:
        return True
    if claim.repository and plain(claim.repository).lower().endswith(f"/{hosted.name.lower()}"):
        return True
    commits = {seen.commit, *seen.history.sample} if seen else set[str]()
    return hosted.last_run is not None and hosted.last_run.commit in commits


def _problem(look: Observation | None) -> str | None:
    return look.problem if look else None


def _live(claim: Project, evidence: Evidence, hosted: HostedSeen | None) -> LinkFacts | None:
    """What is known of its address; what the host of somebody else's repository says confirms nothing."""
    url = claim.live.url if claim.live else None
    if url is None:
        return None
    return link_facts(url, evidence.of("links", f"project:{claim.id}"), by_host(url, hosted))
