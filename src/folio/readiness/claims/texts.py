"""Every text of the profile that may give figures, with the work it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from folio.facts import ArticleFacts, Facts, ProjectFacts
from folio.facts.quantities import articles_of
from folio.profile.record import Proof

Source = ProjectFacts | ArticleFacts


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the profile that may give figures, and where they could be supported."""

    where: str
    text: str
    sources: Sequence[Source] = ()
    about: Collection[str] | None = None
    """The work that can support it, as in links: `project:shop`. None: all of it, for the text is about the person."""
    organisation: str | None = None
    """Whose people can speak for it."""
    proof: Proof | None = None
    offer: bool = False
    """What is offered: a time in it is a promise."""
    years: bool = False
    """Whether years in it are those of the person's record."""


def texts(facts: Facts) -> Iterator[Text]:
    """Each of them in the order of the profile."""
    profile = facts.profile
    everything: list[Source] = [*facts.counted_projects, *facts.counted_articles]
    yield Text("headline", profile.headline, everything, years=True)
    yield Text("summary", profile.summary, everything, years=True)
    if profile.focus and profile.focus.result:
        yield Text("focus.result", profile.focus.result, everything)
    for number, work in enumerate(profile.work or ()):
        about = {f"work:{work.id}", *contracts_at(work.organisation, facts)}
        said = {"summary": work.summary or ""} | {
            f"highlights[{at}]": one.text for at, one in enumerate(work.highlights)
        }
        for field, text in said.items():
            yield Text(f"work[{number}].{field}", text, about=about, organisation=work.organisation)
    for number, contract in enumerate(profile.contracts or ()):
        for field, text in (("deliverable", contract.deliverable), ("result", contract.result or "")):
            yield Text(
                f"contracts[{number}].{field}", text, about={f"contract:{contract.id}"},
                organisation=_client(contract.client, facts), proof=contract.proof,
            )  # fmt: skip
    for number, claim in enumerate(profile.projects or ()):
        project = facts.project(claim.id)
        sources: list[Source] = [project, *articles_of(project, facts)] if project else []
        for field, text in (("summary", claim.summary), ("outcome", claim.outcome or "")):
            yield Text(
                f"projects[{number}].{field}", text, sources, about={f"project:{claim.id}"},
                organisation=_client(claim.client, facts), proof=claim.proof,
            )  # fmt: skip
    for number, service in enumerate(profile.services or ()):
        said = {"summary": service.summary or ""}
        said |= {f"deliverables[{at}]": one for at, one in enumerate(service.deliverables)}
        for field, text in said.items():
            yield _offer(f"services[{number}].{field}", text, service.evidence, everything, facts)
    for number, pitch in enumerate(profile.pitches or ()):
        for field, text in (("headline", pitch.headline), ("offer", pitch.offer)):
            yield _offer(f"pitches[{number}].{field}", text, pitch.proof, everything, facts)


def contracts_at(organisation: str, facts: Facts) -> Iterator[str]:
    """The contracts with this organisation, as in links."""
    for contract in facts.profile.contracts or ():
        if is_same_firm(_client(contract.client, facts), organisation):
            yield f"contract:{contract.id}"


def is_same_firm(one: str | None, other: str | None) -> bool:
    """Whether both are named, and the same but for capitals."""
    return one is not None and other is not None and one.casefold() == other.casefold()


def _client(identifier: str | None, facts: Facts) -> str | None:
    client = facts.profile.client(identifier) if identifier else None
    return client.name if client else None


def _offer(where: str, text: str, links: Collection[str], everything: Sequence[Source], facts: Facts) -> Text:
    """By the work that it links; by all of it where it links none."""
    sources = tuple(_linked(links, facts)) if links else everything
    return Text(where, text, sources, about=links or None, offer=True)


def _linked(links: Iterable[str], facts: Facts) -> Iterator[Source]:
    for link in links:
        kind, _, name = link.partition(":")
        source = facts.project(name) if kind == "project" else facts.article(name) if kind == "article" else None
        if source:
            yield source
