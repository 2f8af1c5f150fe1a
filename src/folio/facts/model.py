"""The joined facts of one person: what checks measure and what pages may call seen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from folio.evidence.level import Level
from folio.evidence.model import ArticleSeen, HostedSeen
from folio.facts.links import LinkFacts
from folio.facts.person import is_same_person
from folio.profile.model import Profile
from folio.profile.record import Article, Project, Proof, Reference
from folio.repository.model import RepositorySeen


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Something that was seen and is not counted, by which guard and why. Never says "cheating"."""

    subject: str
    guard: str
    reason: str
    places: tuple[str, ...] = ()
    """Where in the subject's repository it is, as `path:line`."""
    files: int = 0
    """How many files of a repository were left out, where it is files."""


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """One project: what is said of it, and what was seen of its repository and its address.

    `repository` is None when it was not read; then `unread` says why, or is None when the profile names no repository.
    `counts` is False when a guard left the repository out, and None when the repository was not read. In the categories
    of `turned` it is the other way round.
    """

    claim: Project
    repository: RepositorySeen | None
    unread: str | None
    counts: bool | None
    observed_on: date | None
    hosted: HostedSeen | None = None
    unhosted: str | None = None
    """Why its code host said nothing; None when it did, or folio knows of none to ask."""
    live: LinkFacts | None = None
    """What is known of its address; None when the profile gives none."""
    live_proof: Level = Level.CLAIMED
    """The level of the deployment by its proof alone: claimed or attested."""
    proof: Level = Level.CLAIMED
    turned: frozenset[str] = frozenset()
    untold: bool = False
    """Whether the repository was read and nobody said which of its commits are the person's."""
    foreign: bool = False
    """Whether the repository was read and is somebody else's work; then nothing that runs is the person's either."""
    same_as: str | None = None
    """The project whose code it mostly is: what is found here is found on that one."""
    copy_of: str | None = None
    """The project whose history its repository holds as well: what is found in its code is found on that one, and what
    is said of it is its own, because one repository may hold two pieces of work."""

    @property
    def subject(self) -> str:
        return self.same_as or f"project:{self.claim.id}"

    @property
    def is_copy(self) -> bool:
        """Whether its code is found on another project, which is counted already."""
        return bool(self.copy_of or self.same_as)

    @property
    def code(self) -> str:
        """The subject of what its repository shows."""
        return self.copy_of or self.subject


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """One article: what is said of it, and what its text showed. `counts` as for projects."""

    claim: Article
    seen: ArticleSeen | None
    unread: str | None
    counts: bool | None
    observed_on: date | None
    title: str
    day: date | None
    projects_linked: tuple[str, ...] = ()
    """Ids of own projects that count and that the text links to."""
    projects_linking: tuple[str, ...] = ()
    """Ids of own projects that count and whose README links to the article."""

    @property
    def subject(self) -> str:
        return f"article:{self.claim.id}"


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind one evidence link of the profile. `level` is None where that is not known at all."""

    reference: str
    level: Level | None
    says: str
    unread: str | None = None
    """Why it was not read, though it stands at `level` without that; reading it may show more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is known of one person on one day."""

    profile: Profile
    today: date
    projects: tuple[ProjectFacts, ...]
    articles: tuple[ArticleFacts, ...]
    exclusions: tuple[Exclusion, ...] = ()
    pages: dict[str, LinkFacts] = field(default_factory=dict)
    """The person's pages, platform profiles and talks by subject, such as `link:website`."""
    unlisted: dict[str, str] = field(default_factory=dict)
    """The lists that could hold more projects (`account:ada`) or articles (`feed:...`), and why they were not read."""

    def within(self, category: str) -> Facts:
        """The facts as a category of checks sees them: some projects count in some categories only."""
        if not any(category in one.turned for one in self.projects):
            return self
        turned = (replace(one, counts=not one.counts) if category in one.turned else one for one in self.projects)
        return replace(self, projects=tuple(turned))

    def with_all(self) -> Facts:
        """The facts as they were if nothing had been left out whole, to tell what a guard takes away.

        Where nothing is left out whole, these facts themselves.
        """
        whole = not any(one.counts is False or one.turned or one.same_as or one.copy_of for one in self.projects)
        if whole and not any(one.counts is False for one in self.articles):
            return self
        projects = (
            replace(one, counts=one.counts is not None or None, turned=frozenset[str](), same_as=None, copy_of=None)
            for one in self.projects
        )
        articles = (replace(one, counts=one.counts is not None or None) for one in self.articles)
        return replace(self, projects=tuple(projects), articles=tuple(articles))

    @property
    def left_out(self) -> tuple[Exclusion, ...]:
        """The files that were left out of repositories that count, by project and guard."""
        return tuple(
            Exclusion(
                one.subject,
                left.guard,
                f"{left.files:,} {'file' if left.files == 1 else 'files'} {left.reason}",
                (f"{left.example}:1",),
                left.files,
            )
            for one in self.projects
            if one.repository is not None and one.counts and not one.is_copy
            for left in one.repository.not_counted
        )

    @property
    def counted_projects(self) -> tuple[ProjectFacts, ...]:
        """Projects whose repository was read and counts."""
        return tuple(one for one in self.projects if one.repository is not None and one.counts)

    @property
    def counted_articles(self) -> tuple[ArticleFacts, ...]:
        """Articles whose text was read and counts."""
        return tuple(one for one in self.articles if one.seen is not None and one.counts)

    def project(self, identifier: str) -> ProjectFacts | None:
        """The project with this id."""
        return next((one for one in self.projects if one.claim.id == identifier), None)

    def article(self, identifier: str) -> ArticleFacts | None:
        """The article with this id."""
        return next((one for one in self.articles if one.claim.id == identifier), None)

    def proof_level(self, proof: Proof | None) -> Level:
        """Attested when a proof names somebody else or a kept document; claimed otherwise.

        Nobody attests to their own work: a reference that is the person themselves lifts nothing.
        """
        if proof is None:
            return Level.CLAIMED
        return Level.ATTESTED if self.referee(proof) or proof.link or proof.sha256 else Level.CLAIMED

    def referee(self, proof: Proof) -> Reference | None:
        """Who speaks for a proof; None where it names nobody, or the person themselves."""
        reference = self.profile.reference(proof.reference) if proof.reference else None
        return None if reference is None or is_same_person(reference, self.profile) else reference

    def support(self, reference: str) -> Support:
        """What stands behind `reference`, an evidence link of the profile."""
        kind, _, name = reference.partition(":")
        if kind == "project" and (project := self.project(name)):
            return _support(reference, project.claim.title, project.counts, project.unread, project.proof)
        if kind == "article" and (article := self.article(name)):
            return _support(reference, article.title, article.counts, article.unread, Level.CLAIMED)
        if kind in ("project", "article"):
            return Support(reference, None, f"no {kind} of this name was found on the lists that the profile names")
        if kind == "contract":
            contract = next((one for one in self.profile.contracts or () if one.id == name), None)
            level = self.proof_level(contract.proof) if contract else Level.CLAIMED
            return Support(reference, level, f"{contract.role if contract else name}: {level}")
        if kind in ("http", "https"):
            return Support(reference, None, "no source of folio's opens this page yet")
        return Support(reference, Level.CLAIMED, "stated in the profile")


def _support(reference: str, title: str, counts: bool | None, unread: str | None, proof: Level) -> Support:
    if counts:
        return Support(reference, Level.OBSERVED, f"{title}: read by folio")
    says = f"{title}: {proof}" if counts is None else f"{title}: read, and not counted"
    return Support(reference, proof, says, unread)
