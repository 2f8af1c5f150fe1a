"""What a check is: a pure function of the facts that yields what it found and what nobody could look at."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.readiness.confirmed import confirmed
from folio.repository.model import Passage, Place, RepositorySeen


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was measured; the catalogue turns `amount` or `parts`, where one is set, into quality."""

    says: str = ""
    """Reads after the subject's name and a colon; parts are named by the catalogue."""
    quality: int = 1000
    amount: int | None = None
    """What was counted on one subject, for a check with a curve over each subject."""
    parts: tuple[str, ...] | None = None
    """The parts that are there, by their ids in the catalogue."""
    begun: tuple[tuple[str, str], ...] = ()
    """Parts of which something stands there that is not enough, by id, and how far it is: `13 of 25 words`."""
    facet: str | None = None
    """What a union counts, such as the name of an algorithm."""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Something found on a subject, and how well it is supported."""

    subject: str
    level: Level
    found: Found


@dataclass(frozen=True, slots=True)
class Unread:
    """A subject that nobody could look at, and why. Filled in at its best, it gives the check's ceiling."""

    subject: str
    why: str
    todo: str = ""
    """What would settle it, starting with a verb."""
    best: Found | None = None
    """What could be found on it at best; None means everything the check looks for."""
    anything: bool = False
    """A section nobody gave: it could hold any number of subjects."""
    aside: bool = False
    """Worth asking for, and no part of what the person put forward: it leaves the ceiling as it is."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Part of a subject that nobody can tell, while the rest of it was read."""

    why: str
    best: Found
    todo: str = ""


UNKNOWN_LANGUAGE = "the README's headings are in a language folio has no words for"
COLLECT = "run 'folio collect' with the network"
NAMED = "name the addresses that you commit with under 'identities'"
READABLE = "make the repository readable, or correct 'repository', and collect again"

Finding = Item | Unread
Function = Callable[[Facts], Iterator[Finding]]
Reader = Callable[[RepositorySeen], Iterator[Found | Unsure]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check's function, and why a client cares, in the words of its docstring."""

    id: str
    function: Function
    why: str
    every_file: bool = False
    """Whether any source file could hold what it looks for."""
    alone: bool = False
    """Whether it looks at each repository by itself, whatever there is beside it."""
    of_code: bool = False
    """Whether it is about what a repository shows, so that somebody can confirm it of one that nobody may read."""
    hygiene: bool = False
    """Whether it looks for what must not be there. Nobody can confirm that: a word would hide what was found."""

    @property
    def confirmable(self) -> bool:
        """Whether somebody's word counts for it."""
        return self.of_code and not self.hygiene


CHECKS: dict[str, Check] = {}
"""Every check by its id, in the order in which `folio.readiness.checks` imports them."""


def check(identifier: str, *, of_code: bool = False) -> Callable[[Function], Function]:
    """Enters a function into `CHECKS`. Its docstring is shown to people."""

    def enter(function: Function) -> Function:
        _enter(Check(identifier, function, _why(function), of_code=of_code))
        return function

    return enter


def repository_check(identifier: str, *, every_file: bool = True, hygiene: bool = False) -> Callable[[Reader], Reader]:
    """Enters a check that reads each repository that counts; a project whose code nobody read is unread.

    `every_file` says that any source file could hold what is looked for, so that an unread one leaves it open;
    `hygiene` that it looks for what must not be there.
    """

    def enter(reader: Reader) -> Reader:
        def function(facts: Facts) -> Iterator[Finding]:
            for project in facts.counted_projects:
                if project.repository is not None:
                    yield from on(project.code, Level.OBSERVED, reader(project.repository))
                    if every_file:
                        yield from unread_files(project.code, project.repository)
            yield from unread_code(facts)

        why = _why(reader)
        _enter(Check(identifier, function, why, every_file=every_file, alone=True, of_code=True, hygiene=hygiene))
        return reader

    return enter


def on(subject: str, level: Level, finds: Iterable[Found | Unsure]) -> Iterator[Finding]:
    """Finds as items on one subject at one level."""
    for find in finds:
        if isinstance(find, Found):
            yield Item(subject, level, find)
        else:
            yield Unread(subject, find.why, find.todo, find.best)


def graded(
    parts: Mapping[str, bool | None], *, places: Iterable[Place] = (), why: str = "", todo: str = ""
) -> Iterator[Found | Unsure]:
    """What is there of a subject's parts; those that nobody can tell (None) leave it open, and `why` says so."""
    shown = at(places)
    yield Found(parts=tuple(name for name, state in parts.items() if state), places=shown)
    if None in parts.values():
        best = Found(parts=tuple(name for name, state in parts.items() if state is not False))
        yield Unsure(why, best, todo)


def facets(places: Iterable[Place]) -> Iterator[Found]:
    """One find for each place, counted by its name."""
    for place in places:
        yield Found(place.name, facet=place.name, places=(str(place),))


def unread_code(facts: Facts) -> Iterator[Unread]:
    """The projects whose code nobody read.

    A project that names no repository is not unread: what was put forward was read. It is asked for on the side, unless
    there is no repository at all.
    """
    if facts.profile.projects is None:
        yield no_projects()
    yield from unlisted(facts, "account")
    todo = (
        "name a local copy of the code in 'repository' (nothing leaves this machine), or list under 'covers' of the"
        " project's 'proof' what a reference confirms of it"
    )
    nowhere = all(project.claim.repository is None for project in facts.projects)
    for project in facts.projects:
        if project.claim.repository is None:
            why = "the profile names no repository for it"
            yield Unread(project.subject, why, todo, anything=nowhere, aside=not nowhere)
        elif project.counts is None:
            yield Unread(project.subject, *not_read(project))


def not_read(project: ProjectFacts) -> tuple[str, str]:
    """Why nobody can tell what is in a project's repository, and what to do."""
    if project.untold:
        return f"whose work it is has not been told: {project.unread}", NAMED
    return f"its repository was not read: {project.unread or 'this run did not look'}", READABLE


def unlisted(facts: Facts, kind: str) -> Iterator[Unread]:
    """The lists of a kind (`account`, `feed`) that the person names and nobody could read: they could hold anything."""
    for subject, why in facts.unlisted.items():
        if subject.startswith(f"{kind}:"):
            yield Unread(subject, f"it was not listed: {why}", "run 'folio collect' again", anything=True)


def unread_files(subject: str, repository: RepositorySeen) -> Iterator[Unread]:
    """The files of a repository that could not be read, as one reason."""
    if repository.unread:
        first, more = repository.unread[0], len(repository.unread) - 1
        why = f"{first.path} was not read ({first.why})" + (f", nor {more} more files" if more else "")
        yield Unread(subject, why, "bring the file below the limit, or leave it out of the repository")


def unseen_ci(repository: RepositorySeen) -> str:
    """Why nobody can tell what CI does: a file that was not read, or a job that is kept elsewhere; empty if known."""
    for place in repository.ci.unseen:
        if place.note:
            return f"{place.path} was not read ({place.note})"
        return f"CI runs a job that is kept in another repository: {place.name}"
    return ""


def unread_readme(repository: RepositorySeen) -> str | None:
    """Why the README says nothing that anybody could tell: it could not be read, or is in an unknown language."""
    if repository.readme is not None:
        return UNKNOWN_LANGUAGE if repository.readme.language is None else None
    readmes = (one for one in repository.unread if one.path.rsplit("/", 1)[-1].lower().startswith("readme"))
    return next((f"{one.path} was not read ({one.why})" for one in readmes), None)


def unsaid(section: str, todo: str) -> Unread:
    """A section that the profile leaves out; an empty one would say "none"."""
    return Unread("profile", f"the profile has no '{section}'", todo, anything=True)


def no_projects() -> Unread:
    """The profile does not say what the person has built."""
    return unsaid("projects", "list your projects, with their repositories, where they run and what came of them")


def at(places: Iterable[Place | Passage]) -> tuple[str, ...]:
    """The first eight places, as they are printed."""
    return tuple(str(place) for place in places)[:8]


def names(places: Iterable[Place]) -> tuple[str, ...]:
    """The distinct names of places, sorted."""
    return tuple(sorted({place.name for place in places}))


def plural(count: int, one: str, many: str = "") -> str:
    """`1 test`, `3 tests`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _why(function: Callable[..., object]) -> str:
    return " ".join((inspect.getdoc(function) or "").split())


def _enter(new: Check) -> None:
    if new.id in CHECKS:
        raise ValueError(f"two checks are called '{new.id}'")
    CHECKS[new.id] = replace(new, function=_with_word(new.id, new.function)) if new.confirmable else new


def _with_word(identifier: str, function: Function) -> Function:
    """A check that also counts what somebody confirms of a project.

    What was found on the same subject counts as well, and the better of the two stands. In a union the word is for
    one of the facets that were found, so that it never adds one to them. Where nothing was found, the word says so.
    """

    def both(facts: Facts) -> Iterator[Finding]:
        facets: dict[str, str] = {}
        settled: set[str] = set()
        for finding in function(facts):
            if isinstance(finding, Item) and (facet := finding.found.facet):
                facets[finding.subject] = min(facet, facets.get(finding.subject, facet))
            if isinstance(finding, Unread) or _shows(finding.found):
                settled.add(finding.subject)
            yield finding
        for one in confirmed(facts, identifier, settled):
            yield Item(one.subject, one.level, Found(one.says, facet=facets.get(one.subject)))

    return both


def _shows(found: Found) -> bool:
    """Whether anything of what a check looks for is there."""
    return found.quality > 0 and found.amount != 0 and found.parts != ()
