"""Skills: each held against the code and texts that the profile links it to, and then against all others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from folio.evidence.level import Level
from folio.facts import ArticleFacts, Facts, ProjectFacts
from folio.facts.person import is_same_person
from folio.profile.person import Skill
from folio.readiness.check import COLLECT, READABLE
from folio.readiness.claims.backing import Backing, proof, referee, strongest
from folio.readiness.claims.showing import (
    Shown,
    all_of,
    article_shows,
    is_ordinary,
    repository_shows,
    says,
    shows,
    titled,
)
from folio.readiness.figures import capital
from folio.readiness.specialisms import MOST
from folio.readiness.texts import CORRECT, KEEP

ENOUGH = 25
"""Skills that count; a longer list says less. Source: rubric, guard `keyword-stuffing`."""


def skills(facts: Facts) -> Iterator[tuple[str, str, Backing]]:
    """Each skill by its place in the profile, and each specialism beyond those that count."""
    read = Read(facts)
    for number, skill in enumerate(facts.profile.skills or ()):
        backing = read.backing(skill)
        if number >= ENOUGH:
            backing = replace(
                backing, todo=f"Leave it out, or one before it: {ENOUGH} skills count, and this is one more"
            )
        yield f"skills[{number}]", skill.name, backing
    focus = facts.profile.focus
    for number, said in enumerate(focus.specialisms if focus else ()):
        if number >= MOST:
            todo = f"Leave it out: {MOST} specialisms count, and a third takes from both"
            yield f"focus.specialisms[{number}]", said, Backing(todo=todo)


class Read:
    """What every project and article that counts shows; looked up once for all skills."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._projects: dict[str, Shown] = {
            one.claim.id: repository_shows(one.repository) for one in facts.counted_projects if one.repository
        }
        self._articles: dict[str, Shown] = {
            one.claim.id: article_shows(one.seen) for one in facts.counted_articles if one.seen
        }
        self._everything = all_of((*self._projects.values(), *self._articles.values()))

    def backing(self, skill: Skill) -> Backing:
        """The strongest of its links; what to link where those show nothing and something else does."""
        found = strongest(self._linked(skill.name, link) for link in skill.evidence)
        if found.level is not None and found.level >= Level.OBSERVED:
            return replace(found, todo="")
        if better := self._elsewhere(skill):
            return replace(found, todo=better)
        if found.level is None:
            return Backing(todo="Link what shows it under its 'evidence', or leave it out")
        return found

    def _linked(self, skill: str, link: str) -> Backing:
        kind, _, identifier = link.partition(":")
        if kind == "project" and (project := self._facts.project(identifier)):
            return self._project(skill, project)
        if kind == "article" and (article := self._facts.article(identifier)):
            return self._article(skill, article)
        if kind in ("project", "article"):
            return Backing(Level.CLAIMED, (f"linked to {link}, which is on no list that was read",), _step(COLLECT))
        if kind == "contract":
            return self._contract(identifier)
        if kind == "talk":
            return self._talk(skill, identifier)
        if kind == "reference":
            return self._reference(skill, identifier)
        if kind == "work":
            work = next((one for one in self._facts.profile.work or () if one.id == identifier), None)
            words = f"linked to {work.role}, {work.organisation}: nothing there can be looked at" if work else link
            return Backing(Level.CLAIMED, (words,), "Link a project, an article or a contract with a proof as well")
        return Backing(Level.CLAIMED, (f"linked to {link}, which folio does not open",),
                       "Link a project or an article as well")  # fmt: skip

    def _project(self, skill: str, project: ProjectFacts) -> Backing:
        title = project.claim.title
        if project.claim.id in self._projects:
            if seen := shows(skill, self._projects[project.claim.id]):
                return Backing(Level.OBSERVED, (f"{title}: {seen}",))
            words, todo = f"linked to {title}, whose code shows nothing of it", f"Link what shows it instead of {title}"
        elif project.counts is False:
            words, todo = f"linked to {title}, whose code does not count", f"Link what shows it instead of {title}"
        elif project.claim.repository is None:
            words, todo = f"linked to {title}, which names no repository", f"Name the repository of {title}"
        else:
            words, todo = f"linked to {title}, whose code was not read: {project.unread}", _step(READABLE)
        attested = project.proof if project.counts is None and project.proof >= Level.ATTESTED else None
        if attested:
            return Backing(attested, (f"{title}: {', '.join(proof(project.claim.proof, self._facts).by)}",), todo)
        return Backing(Level.CLAIMED, (words,), todo)

    def _article(self, skill: str, article: ArticleFacts) -> Backing:
        if article.claim.id in self._articles:
            if seen := shows(skill, self._articles[article.claim.id]):
                return Backing(Level.OBSERVED, (f"{article.title}: {seen}",))
            if is_ordinary(skill):
                words = f"linked to {article.title}, whose code shows nothing of it"
                return Backing(Level.CLAIMED, (words,), "Link a text or a project with code that shows it")
            words = f"linked to {article.title}, whose title, headings and code do not name it"
            return Backing(Level.CLAIMED, (words,), "Name it in a heading of the text that is about it")
        if article.counts is False:
            words = f"linked to {article.title}, which does not count"
            return Backing(Level.CLAIMED, (words,), "Link a text or a project that counts")
        words = f"linked to {article.title}, which was not read: {article.unread or 'this run did not look'}"
        return Backing(Level.CLAIMED, (words,), _step(CORRECT if article.claim.file else KEEP))

    def _contract(self, identifier: str) -> Backing:
        contract = next((one for one in self._facts.profile.contracts or () if one.id == identifier), None)
        if contract is None:
            return Backing()
        attested = proof(contract.proof, self._facts)
        words = f"the contract as {contract.role}: {contract.deliverable}"
        if attested.level:
            return Backing(attested.level, (f"{words}; {', '.join(attested.by)}",))
        return Backing(Level.CLAIMED, (f"linked to {words}; nobody confirms it",), "Give that contract a 'proof'")

    def _talk(self, skill: str, identifier: str) -> Backing:
        talk = next((one for one in self._facts.profile.talks or () if one.id == identifier), None)
        if talk is None:
            return Backing()
        page = self._facts.pages.get(f"talk:{identifier}")
        if page and page.up and titled(skill, talk.title):
            return Backing(page.level, (f"{talk.title}, {page.url}",))
        return Backing(Level.CLAIMED, (f"linked to the talk {talk.title}",), "Link a project or an article as well")

    def _reference(self, skill: str, identifier: str) -> Backing:
        reference = self._facts.profile.reference(identifier)
        if reference is None or not says(skill, reference.text):
            named = referee(reference) if reference else identifier
            return Backing(Level.CLAIMED, (f"linked to the word of {named}, which does not name it",),
                           "Link what shows it")  # fmt: skip
        own = is_same_person(reference, self._facts.profile)
        return Backing(Level.CLAIMED if own else Level.ATTESTED, (f"named by {referee(reference)}",))

    def shown(self, skill: str) -> str | None:
        """The first project or article that shows a skill, and how; None when none does."""
        if shows(skill, self._everything):
            for identifier, one in (*self._projects.items(), *self._articles.items()):
                if seen := shows(skill, one):
                    subject = self._facts.project(identifier) if identifier in self._projects else None
                    article = self._facts.article(identifier)
                    title = subject.claim.title if subject else article.title if article else identifier
                    return f"{title}: {seen}"
        return None

    def _elsewhere(self, skill: Skill) -> str:
        if not shows(skill.name, self._everything):
            return ""
        for kind, known in (("project", self._projects), ("article", self._articles)):
            for identifier, shown in known.items():
                if f"{kind}:{identifier}" not in skill.evidence and (seen := shows(skill.name, shown)):
                    return f"Link {kind}:{identifier} under its 'evidence': {seen}"
        return ""


def _step(todo: str) -> str:
    return capital(todo)
