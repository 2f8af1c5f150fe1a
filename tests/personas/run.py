"""Personas on disk, and the whole run over them: load, collect, derive, assess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from folio.evidence import store
from folio.evidence.access import Access, Task
from folio.evidence.collect import place_of
from folio.evidence.model import Observation
from folio.evidence.sources import articles as files
from folio.evidence.sources import github, links, pages
from folio.options import Options, state_folder
from folio.pipeline import Appraisal, score
from folio.profile.load import load
from folio.profile.model import Profile
from folio.readiness.report import Report
from personas.people import CODE, Persona, hosted, page
from repository.build import TODAY
from validation.case import Case
from validation.make import made
from validation.notebook import PICTURE

OPTIONS = Options(today=TODAY, offline=True, platforms=("all",))


@dataclass
class Town:
    """Where personas live. What was built or scored for one is not built or scored again."""

    folder: Path
    built: dict[str, Path] = field(default_factory=dict)
    scored: dict[str, Appraisal] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=count)

    def appraisal(self, persona: Persona) -> Appraisal:
        """What folio finds about somebody, by every platform."""
        mark = repr(persona)
        if mark not in self.scored:
            self.scored[mark] = score(self.home(persona), OPTIONS)
        return self.scored[mark]

    def reports(self, persona: Persona) -> Mapping[str, Report]:
        """The reports by platform."""
        return {report.platform.id: report for report in self.appraisal(persona).reports}

    def home(self, persona: Persona) -> Path:
        """The persona's folder: profile, texts, links to the repositories, and what was seen on the network."""
        home = self.folder / f"{next(self.numbers)}-{persona.name.replace(' ', '-').replace(',', '')}"
        for name in ("articles", "elsewhere", "code"):
            (home / name).mkdir(parents=True)
        (home / "photo.png").write_bytes(_picture())
        for slug, text in persona.texts.items():
            where = "elsewhere" if slug in persona.elsewhere else "articles"
            (home / where / f"{slug}.md").write_text(text, encoding="utf-8")
        for name, case in persona.repositories.items():
            (home / "code" / name).symlink_to(self.repository(case))
        text = yaml.safe_dump(dict(persona.said), sort_keys=False, allow_unicode=True)
        (home / "profile.yaml").write_text(text, encoding="utf-8")
        if persona.online:
            kept = state_folder(home, OPTIONS) / "evidence"
            for observation in _looks(load(home), persona, home):
                store.save(kept, observation)
        return home

    def repository(self, case: Case) -> Path:
        """The repository of a case, built when it is first asked for."""
        mark = repr(case)
        if mark not in self.built:
            self.built[mark] = made(case, self.folder / f"built-{len(self.built)}")
        return self.built[mark]


def _looks(profile: Profile, persona: Persona, home: Path) -> Iterator[Observation]:
    """What a run with the network would have seen: every address answers, every page shows its article."""
    for subject in links.subjects(profile):
        yield _seen("links", subject, page(subject.location))
    for subject in github.subjects(profile):
        yield _seen("github", subject, hosted(subject.location.removeprefix(f"{CODE}/")))
    access = Access(base=home, today=TODAY, offline=True)
    for subject in pages.subjects(profile):
        slug = subject.name.partition(":")[2]
        (look,) = files.observe([Task(type(subject)(subject.name, f"elsewhere/{slug}.md"), None)], access)
        yield _seen("pages", subject, look.seen)


def _seen(source: str, subject: Any, seen: Any) -> Observation:
    return Observation(
        source=source, subject=subject.name, observed_on=TODAY, fingerprint="", place=place_of(subject), seen=seen
    )


def _picture() -> bytes:
    import base64

    return base64.b64decode(PICTURE)
