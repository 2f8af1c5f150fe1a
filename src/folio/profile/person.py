"""Who the person is and how they can be reached."""

from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from folio.frozen import Frozen
from folio.profile.fields import Date, Email, Evidence, GithubLogin, Line, Markdown, Name, RelativePath, Same, Slug, Url

Track = Literal[
    "ml-engineer", "data-scientist", "data-engineer", "analytics-engineer", "backend-engineer", "full-stack"
]
CefrLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2", "native"]
Foundation = Literal["mathematics", "statistics", "machine-learning", "software-engineering", "devops", "cloud"]


class Contact(Frozen):
    """How a client gets in touch. What is shown of it is decided by `privacy`."""

    email: Email | None = None
    phone: Same | None = None
    calendar: Url | None = None
    location: Name | None = None
    reply_within: Line | None = None


class Link(Frozen):
    """One more page of the person's, with the words to show for it."""

    label: Name
    url: Url


class Links(Frozen):
    """Where the person is on the web; the pages that show it is one and the same person."""

    website: Url | None = None
    github: GithubLogin | None = None
    gitlab: Url | None = None
    code: Url | None = None
    """Where the code lies, when that is neither GitHub nor GitLab."""
    linkedin: Url | None = None
    other: tuple[Link, ...] = ()

    @property
    def noreply(self) -> tuple[str, ...]:
        """The addresses under which the accounts' commits are made on GitHub's and GitLab's own pages."""
        found = [f"{self.github}@users.noreply.github.com"] if self.github else []
        place = urlsplit(self.gitlab or "")
        account = place.path.strip("/")
        if account and "/" not in account:
            found.append(f"{account}@users.noreply.{place.hostname}")
        return tuple(found)


class Goal(Frozen):
    """What the person works towards, until when, and the step they take next."""

    what: Line
    by: Date | None = None
    next_step: Line | None = None


class Focus(Frozen):
    """What the person wants to be hired for. One or two specialisms; a third one weakens both."""

    specialisms: tuple[Line, ...] = ()
    audience: Line | None = None
    result: Line | None = None
    goal: Goal | None = None


class Skill(Frozen):
    """A skill, its group on the résumé, and what supports it. Without evidence it is shown as claimed."""

    name: Name
    group: Name = "Skills"
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[Slug, ...] = ()


class Language(Frozen):
    """A language by its CEFR level, or in words, with a recording, text or certificate that shows it."""

    name: Name
    code: Slug
    level: CefrLevel | None = None
    fluency: Line | None = None
    """The level in words, such as "fluent", where it is not told by CEFR; shown, and never scored."""
    evidence: Url | None = None

    @property
    def how_well(self) -> str:
        """The level as it was said: `B2`, `native`, or the words."""
        return self.level or self.fluency or ""

    @model_validator(mode="after")
    def _says_how_well(self) -> Self:
        if self.level is None and self.fluency is None:
            raise PydanticCustomError("language_without_level", "a language needs a 'level'")
        return self


class Education(Frozen):
    """A degree, a course or a self-taught path. Shown, and never scored by its name."""

    title: Line
    kind: Literal["degree", "course", "self-taught"] = "degree"
    institution: Name | None = None
    start: Date | None = None
    end: Date | None = None
    summary: Markdown | None = None
    tags: tuple[Slug, ...] = ()


class Photo(Frozen):
    """A picture in the profile's folder, and the words for those who can't see it."""

    file: RelativePath
    alt: Line
