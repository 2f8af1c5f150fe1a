"""The profile: everything a person says of themselves, in one frozen value.

A section that is absent (`None`) was not said and is not known; a section that is there and empty says "none".
"""

from pydantic import Field

from folio.frozen import Frozen
from folio.profile.account import GithubAccount
from folio.profile.annotation import Annotation
from folio.profile.appearance import Appearance, Locale
from folio.profile.extra import Kept
from folio.profile.fields import Email, Evidence, Line, Markdown, Name, Slug, Url
from folio.profile.more import MoreSection
from folio.profile.offer import Availability, Pitch, PlatformPresence, Rates, Service
from folio.profile.person import (
    Contact,
    Education,
    Focus,
    Foundation,
    Language,
    Links,
    Photo,
    Skill,
    Track,
)
from folio.profile.record import (
    Article,
    Client,
    Contract,
    Project,
    Reference,
    Rehearsal,
    StudyEntry,
    Talk,
    Work,
)
from folio.profile.site import Site
from folio.profile.target import Target, Variables


class Privacy(Frozen):
    """What of the contact data may be printed on what a client sees."""

    email: bool = True
    phone: bool = False
    location: bool = True
    photo: bool = True


class Publishing(Frozen):
    """What the public site holds beyond the profile's text, and where it will be."""

    site_url: Url | None = None
    resume: bool = True
    readiness: bool = False
    """Whether the site shows the readiness level and the evidence behind it. Off: that is the person's own."""
    readiness_points: bool = False
    """Whether it gives the points as well; means nothing without `readiness`."""
    badge: bool = False
    """Whether a badge with the level lies beside its pages, for a README; means nothing without `readiness`."""


class Profile(Frozen):
    """What the person says. Claims, never evidence."""

    name: Name
    headline: Line
    summary: Markdown
    track: Track = "ml-engineer"
    language: Locale = "en"
    photo: Photo | None = None
    contact: Contact = Field(default_factory=Contact)
    links: Links = Field(default_factory=Links)
    identities: tuple[Email, ...] = ()
    """The e-mail addresses the person commits with; `contact.email` counts always."""
    github: GithubAccount | None = None
    """The account whose public repositories are listed, and some of them taken up as projects."""
    feeds: tuple[Url, ...] | None = None
    """The feeds of the person's own writing; what they list is taken up as articles."""

    focus: Focus | None = None
    foundations: dict[Foundation, tuple[Evidence, ...]] | None = None
    skills: tuple[Skill, ...] | None = None
    languages: tuple[Language, ...] | None = None
    education: tuple[Education, ...] | None = None

    clients: tuple[Client, ...] = ()
    work: tuple[Work, ...] | None = None
    contracts: tuple[Contract, ...] | None = None
    projects: tuple[Project, ...] | None = None
    articles: tuple[Article, ...] | None = None
    talks: tuple[Talk, ...] | None = None
    references: tuple[Reference, ...] | None = None
    more: tuple[MoreSection, ...] | None = None
    """Sections of the person's own, such as awards; shown after the others."""

    services: tuple[Service, ...] | None = None
    rates: Rates | None = None
    availability: Availability | None = None
    pitches: tuple[Pitch, ...] | None = None
    platforms: tuple[PlatformPresence, ...] | None = None

    resume: Appearance = Appearance()
    site: Site = Site()
    targets: tuple[Target, ...] | None = None
    variables: Variables = {}
    """What `{{name}}` stands for where no target says otherwise."""

    rehearsals: tuple[Rehearsal, ...] | None = None
    study_log: tuple[StudyEntry, ...] | None = None
    annotations: tuple[Annotation, ...] = ()

    privacy: Privacy = Field(default_factory=Privacy)
    publishing: Publishing = Field(default_factory=Publishing)
    extra: dict[Slug, tuple[Kept, ...]] = {}
    """By format, what documents of other tools held and a profile has no place for. Never shown; back on export."""

    def client(self, identifier: str) -> Client | None:
        """The client with this id."""
        return next((client for client in self.clients if client.id == identifier), None)

    def target(self, identifier: str) -> Target | None:
        """The target with this id."""
        return next((one for one in self.targets or () if one.id == identifier), None)

    def reference(self, identifier: str) -> Reference | None:
        """The reference with this id."""
        return next((one for one in self.references or () if one.id == identifier), None)

    @property
    def pages(self) -> dict[str, str]:
        """The pages that show that it is one and the same person, by subject (`link:website`, `link:other-1`)."""
        links = self.links
        pages = {
            "link:website": links.website,
            "link:github": f"https://github.com/{links.github}" if links.github else None,
            "link:gitlab": links.gitlab,
            "link:code": links.code,
            "link:linkedin": links.linkedin,
        }
        pages |= {f"link:other-{number}": one.url for number, one in enumerate(links.other, 1)}
        return {name: url for name, url in pages.items() if url}

    @property
    def emails(self) -> frozenset[str]:
        """Every address the person commits with, in small letters; none when the profile gives none.

        With at least one, those count as well that a code host gives an account which keeps its own to itself.
        """
        own = (*self.identities, self.contact.email) if self.contact.email else self.identities
        return frozenset(address.casefold() for address in (*own, *self.links.noreply)) if own else frozenset()
