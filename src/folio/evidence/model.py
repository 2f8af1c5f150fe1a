"""What was observed: one Observation per thing looked at, each seen, or not seen and why."""

from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from folio.frozen import Frozen
from folio.repository.model import Passage, Place, RepositorySeen


class ArticleSeen(Frozen):
    """What an article's own text shows; the text itself is not kept."""

    kind: Literal["article"] = "article"
    title: str | None
    day: date | None
    words: int
    """Original words: code, quotes, link lists and boilerplate left out."""
    code_blocks: int
    """Own code blocks of at least five lines."""
    figures: int
    """Images and tables."""
    formulas: int
    """Display formulas, each time they stand there."""
    numbers_with_units: int
    headings: tuple[str, ...]
    links: tuple[str, ...]
    canonical: str | None = None
    """The address it was first published at, where the page says so."""
    shingles: tuple[int, ...] = ()
    """64-bit hashes of five-word runs, a sample of at most 400, for telling copies apart."""
    language: str | None = "en"
    """The language its headings could be matched in; None when folio has no words for it."""
    derivations: tuple[str, ...] = ()
    """Digests of the distinct display formulas with an operator in them, as those of repositories; at most 100."""
    failures: tuple[Passage, ...] = ()
    """What it says on what did not work; the lines count from the end of the front matter."""
    quantities: tuple[Place, ...] = ()
    """Numbers with their units, as those of repositories; at most 200."""
    code_names: tuple[str, ...] = ()
    """The languages of its code blocks, and the packages that they import; at most 60."""


class RepositoryObserved(Frozen):
    """A repository that was read."""

    kind: Literal["repository"] = "repository"
    repository: RepositorySeen


class Release(Frozen):
    """A release as the code host lists it; a tag alone is none."""

    tag: str
    day: date | None
    prerelease: bool = False


class Deployment(Frozen):
    """The latest deployment to one environment, with what the code host says came of it."""

    environment: str
    day: date | None
    state: str | None = None
    """`success`, `failure`, `inactive`, ...; None when that was not asked."""
    url: str | None = None


class Run(Frozen):
    """The last finished run of the workflows on the default branch."""

    workflow: str
    conclusion: str
    day: date | None
    commit: str
    url: str | None = None


class Pages(Frozen):
    """The site that the code host serves from the repository."""

    url: str
    domain: str | None = None
    """The person's own domain for it."""
    domain_verified: bool = False
    built: bool = True


class HostedSeen(Frozen):
    """What a code host says of a repository, that no clone says. Stars and followers are never read."""

    kind: Literal["hosted"] = "hosted"
    fork: bool = False
    archived: bool = False
    private: bool = False
    parent: str | None = None
    homepage: str | None = None
    description: str | None = None
    topics: tuple[str, ...] = ()
    default_branch: str | None = None
    name: str = ""
    """`owner/name`, as it is called today."""
    owned: bool | None = None
    """Whether the repository is the account's that the profile names; None when it names none."""
    pushed_on: date | None = None
    languages: dict[str, int] = {}
    """Bytes by language, the most first."""
    releases: tuple[Release, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    """One for each environment, the newest first."""
    pages: Pages | None = None
    last_run: Run | None = None
    unasked: dict[str, str] = {}
    """The parts (`languages`, `releases`, ...) that are not known, and why."""
    marks: dict[str, str] = {}
    """By path asked, what the host gave to ask later whether its answer changed (an ETag)."""


class Listed(Frozen):
    """A repository as the list of an account shows it."""

    name: str
    """`owner/name`."""
    url: str
    fork: bool = False
    archived: bool = False
    template: bool = False
    description: str | None = None
    homepage: str | None = None
    topics: tuple[str, ...] = ()
    language: str | None = None
    default_branch: str | None = None
    created_on: date | None = None
    pushed_on: date | None = None
    empty: bool = False
    pages: bool = False
    pinned: int | None = None
    """Its place among the pinned ones, from 1."""


class AccountSeen(Frozen):
    """An account on a code host and its public repositories."""

    kind: Literal["account"] = "account"
    login: str
    website: str | None
    owned: bool = False
    """Whether the token that asked is this account's."""
    addresses: tuple[str, ...] = ()
    """The addresses of public commits that the host knows to be this account's."""
    pins_known: bool = False
    """Whether anybody could ask which repositories are pinned; that needs a token."""
    repositories: tuple[Listed, ...] = ()
    """All of them, by name."""
    unasked: dict[str, str] = {}
    marks: dict[str, str] = {}


Placeholder = Literal["", "parked", "placeholder", "login", "empty", "not-found"]


class LinkSeen(Frozen):
    """What answered at an address."""

    kind: Literal["link"] = "link"
    status: int
    """404 also stands for a name that no longer exists."""
    final_url: str
    title: str | None
    placeholder: Placeholder = ""
    """What stands there in place of something of the person's."""
    links_back: tuple[str, ...] = ()
    """Which of the person's own addresses the page links to."""
    says_me: tuple[str, ...] = ()
    """Those of them that it links to as the same person's (`rel=me`)."""
    redirects: tuple[str, ...] = ()
    tls: bool = False
    """Whether every hop went over https with a certificate that is trusted."""
    first_byte_ms: int | None = None
    bytes: int | None = None
    type: str | None = None
    """The media type."""


class Probe(Frozen):
    """One answer of an address, or none: the trail by which folio tells an outage from a thing that is gone."""

    at: datetime
    outcome: Literal["up", "gone", "unclear"]
    status: int | None = None
    why: str = ""


class Entry(Frozen):
    """A text that a feed lists."""

    url: str
    guid: str | None
    title: str | None
    day: date | None
    changed: str | None = None
    """What the feed says when it was changed last; while that stays, the text is not read again."""
    text: ArticleSeen | None = None
    problem: str | None = None
    """Why the text was not read."""
    seen_on: date | None = None
    """The last day on which the feed listed it; feeds drop their older entries."""


class FeedSeen(Frozen):
    """A feed and every entry it has listed since folio knows it."""

    kind: Literal["feed"] = "feed"
    title: str | None
    home: str | None
    """The page that it is the feed of."""
    form: str
    """`rss20`, `atom10`, `json11`, ..."""
    flaw: str | None = None
    """Why it is not well-formed; what could be read was."""
    entries: tuple[Entry, ...] = ()
    """The newest first."""
    mark: str | None = None
    modified: str | None = None


Seen = Annotated[
    RepositoryObserved | ArticleSeen | HostedSeen | AccountSeen | LinkSeen | FeedSeen, Field(discriminator="kind")
]


class Observation(Frozen):
    """One look at one thing. Exactly one of `seen` and `problem` is set: outside trouble is data, not an error."""

    source: str
    subject: str
    """What was looked at, by the profile's name for it: `project:shelfcast`, `article:naive-baseline`."""
    observed_on: date
    fingerprint: str
    """Changes when the thing changed, so that an unchanged thing need not be looked at again."""
    place: str = ""
    """A hash of where it was looked for, so that what was seen there is not taken for something else's."""
    seen: Seen | None = None
    problem: str | None = None
    missed: str | None = None
    """Why a later look failed; what was seen before still stands."""
    again_at: datetime | None = None
    """Before then the host does not want to be asked again."""
    probes: tuple[Probe, ...] = ()
    """The answers of an address so far, as many as tell up from gone; the oldest first."""


class Evidence(Frozen):
    """All observations of one run, sorted by source and subject."""

    observations: tuple[Observation, ...] = ()

    def of(self, source: str, subject: str) -> Observation | None:
        """The observation of `subject` by `source`; None when nobody looked."""
        return self._by_key.get((source, subject))

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Observation]:
        """Each observation by its source and subject, of several the first; no part of the record."""
        return {(one.source, one.subject): one for one in reversed(self.observations)}

    def __copy__(self) -> Self:
        """Without the index: what is copied is often given other observations."""
        copied = super().__copy__()
        copied.__dict__.pop("_by_key", None)
        return copied

    def __getstate__(self) -> dict[Any, Any]:
        state = super().__getstate__()
        return {**state, "__dict__": {name: one for name, one in state["__dict__"].items() if name != "_by_key"}}
