"""One person with honest work, to which the gaming suite adds one thing at a time."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import folio
from folio.evidence.model import Evidence, LinkSeen, Observation
from folio.profile.model import Profile
from repository.build import ME
from validation.case import HERE, Case, parsed
from validation.make import made
from validation.score import TODAY

WORDS = [
    "loaf",
    "week",
    "shop",
    "rule",
    "error",
    "price",
    "store",
    "model",
    "truck",
    "driver",
    "parcel",
    "table",
    "line",
    "count",
    "rain",
    "holiday",
    "shelf",
    "flour",
    "oven",
    "answer",
    "question",
    "number",
    "result",
    "month",
    "client",
    "paper",
    "plan",
    "cost",
    "hour",
    "morning",
    "night",
    "road",
    "town",
    "river",
    "field",
    "winter",
    "wheat",
    "small",
    "large",
    "early",
    "late",
    "quick",
    "plain",
    "honest",
    "careful",
    "cheap",
    "dear",
    "heavy",
    "light",
    "empty",
    "full",
    "open",
    "closed",
    "first",
    "last",
    "counts",
    "measures",
    "bakes",
    "carries",
    "answers",
    "asks",
    "shows",
    "hides",
    "learns",
    "forgets",
    "breaks",
    "mends",
    "rises",
    "falls",
    "opens",
    "closes",
]


def kept(name: str) -> Case:
    """A repository of tests/validation/person/."""
    return parsed((HERE / "person" / f"{name}.txt").read_text(encoding="utf-8"), name)


def article(seed: str, words: int, links: tuple[str, ...] = ()) -> str:
    """An article of so many words that shares no sentence with one of another seed."""
    draw = random.Random(seed)
    sentences = [" ".join(draw.choice(WORDS) for _ in range(10)).capitalize() + "." for _ in range(words // 10)]
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    return f"# On {seed}\n\n" + "\n\n".join([*paragraphs, *links]) + "\n"


@dataclass(frozen=True)
class Person:
    """What somebody puts forward."""

    projects: Mapping[str, Case]
    articles: Mapping[str, tuple[str, str]]
    """By id: the day, and the text."""
    said: Mapping[str, object] = field(default_factory=dict)
    pages: Mapping[str, LinkSeen] = field(default_factory=dict)
    """What answers at a project's address."""

    def project(self, name: str, case: Case) -> Person:
        """The same person with one more project, or another one under this id."""
        return replace(self, projects={**self.projects, name: case})

    def changed(self, name: str, **changes: object) -> Person:
        """The same person with one project's repository changed; `files` and `fill` are added to its own."""
        case = self.projects[name]
        for key in ("files", "fill", "tags"):
            if key in changes:
                changes[key] = {**getattr(case, key), **changes[key]}  # type: ignore[dict-item]
        return self.project(name, replace(case, **changes))  # type: ignore[arg-type]

    def wrote(self, name: str, day: str, text: str) -> Person:
        """The same person with one more article."""
        return replace(self, articles={**self.articles, name: (day, text)})

    def says(self, **said: object) -> Person:
        """The same person with more in the profile."""
        return replace(self, said={**self.said, **said})


def honest() -> Person:
    """Two projects and two articles, none of them perfect, so that there is room for more of everything."""
    articles = {
        "loaves": ("2026-02-10", article("loaves", 500)),
        "parcels": ("2026-04-14", article("parcels", 450)),
    }
    said = {
        "skills": [{"name": "Python", "evidence": ["project:bakery"]}],
        "work": [
            {
                "id": "mill",
                "organisation": "Mill",
                "role": "Engineer",
                "start": "2025-01",
                "end": "2025-12",
                "outcomes": [{"what": "Waste", "value": "11 %"}],
            }
        ],
    }
    return Person({"bakery": kept("bakery"), "depot": kept("depot")}, articles, said)


class Workshop:
    """Scores people; what was built or read for one of them is not built or read again for the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built: dict[str, Path] = {}
        self.seen: dict[str, Observation] = {}
        self.reports: dict[str, folio.Report] = {}

    def report(self, person: Person, **access: object) -> folio.Report:
        """How ready the person is, as their own run would say, offline; `access` adds to what the run may use."""
        mark = repr((person, access))
        if mark not in self.reports:
            self.reports[mark] = self._report(person, access)
        return self.reports[mark]

    def _report(self, person: Person, access: Mapping[str, object]) -> folio.Report:
        profile = self.profile(person)
        reach = folio.Access(
            base=self.folder,
            today=TODAY,
            offline=True,
            scratch=self.folder / "scratch",
            own=profile.emails,
            cache=self.folder / "cache",
            **access,
        )
        names = {} if access else {f"project:{one.id}": str(one.repository) for one in profile.projects or ()}
        stored = {
            ("git", name): self.seen[where].model_copy(update={"subject": name})
            for name, where in names.items()
            if where in self.seen
        }
        evidence = folio.collect(profile, reach, stored=stored)
        self.seen |= {where: look for name, where in names.items() if (look := evidence.of("git", name))}
        pages = [
            Observation(source="links", subject=f"project:{name}", observed_on=TODAY, fingerprint="", seen=page)
            for name, page in person.pages.items()
        ]
        # Offline, nobody opened an address: what is said to have answered stands in the place of that.
        opened = {("links", one.subject) for one in pages}
        rest = (one for one in evidence.observations if (one.source, one.subject) not in opened)
        everything = Evidence(observations=(*rest, *pages))
        return folio.assess(folio.derive(profile, everything, today=TODAY), folio.rubric())

    def profile(self, person: Person) -> Profile:
        """The profile, with every repository and article in place."""
        projects = []
        for name, case in person.projects.items():
            live = {"live": {"url": f"https://{name}.example.org"}} if name in person.pages else {}
            where = self.repository(case).relative_to(self.folder).as_posix()
            projects.append({"id": name, "title": name.capitalize(), "summary": "Work.", "repository": where, **live})
        articles = []
        for name, (day, text) in person.articles.items():
            file = self.folder / f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.md"
            file.write_text(text, encoding="utf-8")
            articles.append({"id": name, "file": file.name, "date": day})
        base = {
            "name": "Mara Example",
            "headline": "Forecasts for small shops",
            "summary": "I build small things that are measured.",
            "identities": [ME],
        }
        return Profile.model_validate({**base, **person.said, "projects": projects, "articles": articles})

    def repository(self, case: Case) -> Path:
        """The repository of a case, built at the first time it is asked for."""
        mark = hashlib.sha256(repr(case).encode()).hexdigest()[:12]
        if mark not in self.built:
            self.built[mark] = made(case, self.folder / mark)
        return self.built[mark]
