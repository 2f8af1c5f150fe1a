"""What was observed: one Observation per thing looked at, each seen, or not seen and why."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from folio.frozen import Frozen
from folio.repository.model import Passage, RepositorySeen


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
    shingles: tuple[int, ...] = ()
    """64-bit hashes of five-word runs, a sample of at most 400, for telling copies apart."""
    language: str | None = "en"
    """The language its headings could be matched in; None when folio has no words for it."""
    derivations: tuple[str, ...] = ()
    """Digests of the distinct display formulas with an operator in them, as those of repositories; at most 100."""
    failures: tuple[Passage, ...] = ()
    """What it says on what did not work; the lines count from the end of the front matter."""


class RepositoryObserved(Frozen):
    """A repository that was read."""

    kind: Literal["repository"] = "repository"
    repository: RepositorySeen


class HostedSeen(Frozen):
    """What a code host says of a repository, that no clone says. Stars and followers are never read."""

    kind: Literal["hosted"] = "hosted"
    fork: bool
    archived: bool
    private: bool
    parent: str | None
    homepage: str | None
    description: str | None
    topics: tuple[str, ...]
    default_branch: str | None


class LinkSeen(Frozen):
    """What answered at an address."""

    kind: Literal["link"] = "link"
    status: int
    final_url: str
    title: str | None
    placeholder: bool
    links_back: bool


Seen = Annotated[RepositoryObserved | ArticleSeen | HostedSeen | LinkSeen, Field(discriminator="kind")]


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


class Evidence(Frozen):
    """All observations of one run, sorted by source and subject."""

    observations: tuple[Observation, ...] = ()

    def of(self, source: str, subject: str) -> Observation | None:
        """The observation of `subject` by `source`; None when nobody looked."""
        return next((one for one in self.observations if one.source == source and one.subject == subject), None)
