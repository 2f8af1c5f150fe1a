"""Statements on work: case studies, what runs, roles, positions, contracts and talks, and what was seen of each."""

from __future__ import annotations

from collections.abc import Iterator

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.facts.person import is_same_person
from folio.profile.record import Work
from folio.readiness.check import COLLECT, READABLE
from folio.readiness.claims.backing import Backing, proof, referee, strongest
from folio.readiness.figures import capital

Claim = tuple[str, str, Backing]
PARTS = ("problem", "approach", "outcome", "my_part")


def statements(facts: Facts) -> Iterator[Claim]:
    """Each statement by its place in the profile."""
    for number, claim in enumerate(facts.profile.projects or ()):
        if project := facts.project(claim.id):
            yield from _project(f"projects[{number}]", project, facts)
    for number, work in enumerate(facts.profile.work or ()):
        yield f"work[{number}]", f"{work.role}, {work.organisation}", _work(work, facts)
    for number, contract in enumerate(facts.profile.contracts or ()):
        attested = proof(contract.proof, facts)
        todo = "" if attested.level else "Add a 'proof': a reference, a link, or a document with its sha256"
        yield (
            f"contracts[{number}]",
            f"{contract.role}: {contract.deliverable}",
            Backing(attested.level, attested.by, todo),
        )
    for number, talk in enumerate(facts.profile.talks or ()):
        yield f"talks[{number}]", f"{talk.title}, {talk.event}", _talk(f"talk:{talk.id}", facts)


def _project(where: str, project: ProjectFacts, facts: Facts) -> Iterator[Claim]:
    claim = project.claim
    told = any(getattr(claim, part) for part in PARTS)
    yield where, f"{'The case study' if told else 'The project'} '{claim.title}'", _of_project(project, facts)
    if claim.role:
        yield f"{where}.role", f"Role in '{claim.title}': {claim.role}", _of_project(project, facts)
    if claim.live:
        said = claim.live.url or claim.live.description or "somewhere"
        yield f"{where}.live", f"Where '{claim.title}' runs: {said}", _live(project, facts)


def _of_project(project: ProjectFacts, facts: Facts) -> Backing:
    """By the repository and how much of it is the person's; by its proof where nobody read it."""
    attested = proof(project.claim.proof, facts)
    seen = project.repository
    if seen is not None and project.counts:
        people = seen.history.people if seen.history.people is not None else seen.history.commits
        whose = f"your commits: {seen.history.own:,} of {max(people, seen.history.own):,}"
        return Backing(Level.OBSERVED, (f"its repository was read; {whose}", *attested.by))
    if attested.level is not None:
        return attested
    if seen is not None:
        reasons = [one.reason for one in facts.exclusions if one.subject == f"project:{project.claim.id}"]
        words = f"its repository was read and does not count: {'; '.join(reasons) or 'see what is not counted'}"
        return Backing(Level.CLAIMED, (words,), "Add a 'proof', or show what of it is your own")
    if project.claim.repository is not None:
        words = f"its repository was not read: {project.unread or 'this run did not look'}"
        return Backing(Level.CLAIMED, (words,), capital(READABLE))
    return Backing(todo="Name its 'repository', or add a 'proof': a reference, a link, or a document with its sha256")


def _live(project: ProjectFacts, facts: Facts) -> Backing:
    given = project.claim.live
    attested = proof(given.proof if given else None, facts)
    link = project.live
    if link is not None and link.up:
        return Backing(link.level, ("; ".join((f"{link.url} answers", *link.confirmed)),))
    if attested.level is not None:
        return attested
    if link is not None and link.seen is not None:
        return Backing(Level.CLAIMED, (f"{link.url} shows nothing of yours",), "Put it back, or take the address out")
    if link is not None:
        words = f"{link.url} was not opened: {link.unread or 'this run did not look'}"
        return Backing(Level.CLAIMED, (words,), capital(COLLECT))
    return Backing(todo="Give its address, or a 'proof' under 'live': somebody who can confirm that it runs")


def _work(work: Work, facts: Facts) -> Backing:
    """By references from the same firm; one's own firm by the contracts that somebody confirms."""
    spoken = [
        Backing(Level.ATTESTED, (referee(one),))
        for one in facts.profile.references or ()
        if one.organisation.casefold() == work.organisation.casefold() and not is_same_person(one, facts.profile)
    ]
    if not spoken and facts.profile.name.casefold() in work.organisation.casefold():
        contracts = facts.profile.contracts or ()
        confirmed = sum(1 for one in contracts if proof(one.proof, facts).level is not None)
        if confirmed:
            spoken = [Backing(Level.ATTESTED, (f"{confirmed} of {len(contracts)} contracts have a proof",))]
    return strongest(spoken) if spoken else Backing(
        todo=f"Ask somebody at {work.organisation} for a reference, and name the firm in it the same way"
    )  # fmt: skip


def _talk(subject: str, facts: Facts) -> Backing:
    page = facts.pages.get(subject)
    if page is None:
        return Backing(todo="Give the address of its page, slides or recording as 'url'")
    if page.up:
        return Backing(page.level, ("; ".join((f"its page answers: {page.url}", *page.confirmed)),))
    if page.gone:
        return Backing(Level.CLAIMED, (f"{page.url} is gone",), "Give an address that answers")
    words = f"{page.url} was not opened: {page.unread or 'this run did not look'}"
    return Backing(Level.CLAIMED, (words,), capital(COLLECT))
