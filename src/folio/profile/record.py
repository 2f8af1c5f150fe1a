"""What the person has done: work, contracts, projects, articles, talks, and who can speak for it."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from folio.frozen import Frozen
from folio.profile.fields import Date, Line, Markdown, Name, RelativePath, Same, Slug, Url

POINT = 200
"""Characters of a text that is one point of a list; two lines on paper."""


class Client(Frozen):
    """Somebody the person worked for. Under an NDA only `shown_as` ever leaves this machine."""

    id: Slug
    name: Same
    sector: Line | None = None
    nda: bool = False
    shown_as: Line | None = None

    @model_validator(mode="after")
    def _nda_needs_another_name(self) -> Self:
        if self.nda and self.shown_as is None:
            raise PydanticCustomError("nda_without_shown_as", "a client under NDA needs 'shown_as'")
        if self.nda and self.shown_as and self.name.casefold() in self.shown_as.casefold():
            raise PydanticCustomError("nda_name_shown", "'shown_as' gives the name away")
        return self

    @property
    def public_name(self) -> str:
        """The only name of this client that may be printed anywhere."""
        return self.shown_as or self.name


class Proof(Frozen):
    """What a third party or a kept document says for a claim; it lifts the claim from claimed to attested."""

    reference: Slug | None = None
    document: Same | None = None
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    link: Url | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.reference is None and self.link is None and (self.document is None or self.sha256 is None):
            raise PydanticCustomError("empty_proof", "a proof names a reference, a link, or a document with its sha256")
        return self


class ProjectProof(Proof):
    """A proof that also says what of the work it confirms; folio can't read everything that somebody may vouch for."""

    covers: tuple[Slug, ...] = ()
    """The ids of checks, such as `tests-meaningful` or `ci-runs-tests`."""

    @model_validator(mode="after")
    def _somebody_can_be_asked(self) -> Self:
        if self.covers and self.reference is None:
            raise PydanticCustomError(
                "covers_without_reference", "'covers' needs a 'reference': somebody who can be asked"
            )
        return self


class Outcome(Frozen):
    """A result with its number: what changed, from what to what, and how that was measured."""

    what: Line
    value: Name
    unit: Name | None = None
    baseline: Name | None = None
    measured: Line | None = None


class Highlight(Frozen):
    """What came of a work, in a sentence. Plain text in the file is one without tags, of priority 0."""

    text: Markdown
    tags: tuple[Slug, ...] = ()
    priority: int = Field(default=0, ge=-9, le=9)
    """What is least important is left out first where a document has to be shorter."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class Picture(Frozen):
    """A figure or screenshot in the profile's folder, and the words for those who can't see it."""

    file: RelativePath
    alt: Line
    caption: Line | None = None


class Work(Frozen):
    """A position, employed or self-employed, with what came of it."""

    id: Slug
    organisation: Name
    role: Line
    start: Date
    end: Date | None = None
    location: Name | None = None
    url: Url | None = None
    summary: Markdown | None = None
    highlights: tuple[Highlight, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    skills: tuple[Name, ...] = ()
    tags: tuple[Slug, ...] = ()


class Contract(Frozen):
    """A paid engagement: for whom, as what, when, and what was delivered."""

    id: Slug
    client: Slug
    role: Line
    deliverable: Line
    start: Date
    end: Date | None = None
    engagement: Literal["fixed-scope", "hourly", "retainer", "advisory"] = "fixed-scope"
    completed: bool = True
    result: Line | None = None
    proof: Proof | None = None
    tags: tuple[Slug, ...] = ()


class Live(Frozen):
    """Where a project runs. A private deployment has no address; then say what it is and who can confirm it."""

    url: Url | None = None
    description: Line | None = None
    since: Date | None = None
    proof: Proof | None = None


class Project(Frozen):
    """A piece of work as a case study: problem, constraints, approach, outcome, role."""

    id: Slug
    title: Line
    summary: Line
    role: Line | None = None
    repository: Same | None = None
    """A path below or beside the profile (work tree, bare repository or bundle), or an https or ssh address."""
    code_url: Url | None = None
    """Where a client can read the code, when `repository` is a path."""
    private: bool = False
    """Whether the names of its files are nobody's business either, when paths are redacted, whatever else is known."""
    client: Slug | None = None
    start: Date | None = None
    end: Date | None = None
    featured: bool = False
    problem: Markdown | None = None
    constraints: Markdown | None = None
    approach: Markdown | None = None
    outcome: Markdown | None = None
    my_part: Markdown | None = None
    outcomes: tuple[Outcome, ...] | None = None
    skills: tuple[Name, ...] = ()
    picture: Picture | None = None
    """Shown beside the case study."""
    live: Live | None = None
    proof: ProjectProof | None = None
    tags: tuple[Slug, ...] = ()

    @property
    def results(self) -> tuple[str, ...]:
        """The outcome in points, where it is a list of them or no longer than one; a longer text is for the site."""
        lines = [line.strip() for line in (self.outcome or "").splitlines() if line.strip()]
        if lines and all(line.startswith(("- ", "* ")) for line in lines):
            return tuple(line[2:].strip() for line in lines)
        whole = " ".join(lines)
        return (whole,) if whole and "\n\n" not in (self.outcome or "").strip() and len(whole) <= POINT else ()


class Article(Frozen):
    """Something written: a Markdown file in the profile's folder, or a page elsewhere."""

    id: Slug
    file: RelativePath | None = None
    url: Url | None = None
    title: Line | None = None
    date: Date | None = None
    summary: Line | None = None
    publication: Name | None = None
    tags: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.file is None and self.url is None:
            raise PydanticCustomError("article_nowhere", "an article needs a 'file' or a 'url'")
        return self


class Talk(Frozen):
    """A talk, workshop, video, or time spent teaching."""

    id: Slug
    title: Line
    event: Name
    date: Date
    kind: Literal["talk", "workshop", "video", "mentoring", "answer"] = "talk"
    url: Url | None = None
    tags: tuple[Slug, ...] = ()


class Reference(Frozen):
    """What somebody says of the work, printed only with their consent."""

    id: Slug
    name: Name
    role: Line
    organisation: Name
    date: Date
    text: Markdown
    consent: Literal["public", "on-request", "none"] = "none"
    email: Same | None = None
    link: Url | None = None


class Rehearsal(Frozen):
    """One rehearsal of a screening step."""

    kind: Literal["timed-coding", "live-coding", "take-home", "system-design", "client-call"]
    date: Date
    note: Line | None = None


class StudyEntry(Frozen):
    """One week's entry of the study log."""

    date: Date
    topic: Line
    hours: float = Field(ge=0, le=112)
    learned: Line
