"""The steps in order: what is said and what is seen become facts, a report, and what will be shown."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from folio.evidence import store
from folio.evidence.access import GITHUB_API, Access
from folio.evidence.collect import Watch, collect
from folio.evidence.model import Evidence
from folio.facts import Facts, derive
from folio.portfolio.compose import compose
from folio.portfolio.model import Portfolio
from folio.profile.enclosed import enclosures
from folio.profile.load import load, locate
from folio.profile.model import Profile
from folio.readiness.assess import assess
from folio.readiness.report import Report
from folio.readiness.rubric import rubric
from folio.render.artifact import Artifact

STATE = ".folio"
"""The folder beside the profile that holds evidence, caches and the site's pages."""
DEFAULT_PLATFORM = "direct-client"


@dataclass(frozen=True, slots=True)
class Options:
    """How one run goes. The clock is one of them: nothing below reads the time."""

    today: date
    offline: bool = False
    refresh: bool = False
    """Look again at what has not changed, too."""
    platform: str = DEFAULT_PLATFORM
    """A platform folio knows, or the path of a rubric of one's own."""
    state: Path | None = None
    """Where evidence and caches are kept; beside the profile when None."""
    watch: Watch | None = None
    token: str | None = field(default=None, repr=False)
    github_api: str = GITHUB_API


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything that one run found, before anything is printed from it."""

    folder: Path
    profile: Profile
    evidence: Evidence
    facts: Facts
    report: Report
    portfolio: Portfolio

    @property
    def templates(self) -> Path | None:
        """The person's own templates, searched before folio's; None when they have none."""
        own = self.folder / "templates"
        return own if own.is_dir() else None


def observe(profile: Profile, folder: Path, options: Options) -> Evidence:
    """The evidence for what the profile names; fresh observations are stored."""
    kept = state_folder(folder, options) / "evidence"
    with tempfile.TemporaryDirectory(prefix="folio-") as scratch:
        access = Access(
            base=folder,
            today=options.today,
            offline=options.offline,
            scratch=Path(scratch),
            own=profile.emails,
            token=options.token,
            github_api=options.github_api,
        )
        stored = {} if options.refresh else store.load(kept)
        evidence = collect(profile, access, stored=stored, watch=options.watch)
    store.save(kept, evidence.observations)
    return evidence


def score(path: str | Path, options: Options) -> tuple[Facts, Report]:
    """The facts and the readiness report."""
    chosen = rubric(options.platform)
    profile = load(path)
    evidence = observe(profile, locate(path).parent, options)
    facts = derive(profile, evidence, today=options.today)
    return facts, assess(facts, chosen)


def assemble(path: str | Path, options: Options) -> Assembly:
    """Everything from the profile to what will be shown."""
    folder = locate(path).parent
    chosen = rubric(options.platform)
    profile = load(path)
    enclosed = enclosures(profile, folder)
    evidence = observe(profile, folder, options)
    facts = derive(profile, evidence, today=options.today)
    report = assess(facts, chosen)
    return Assembly(folder, profile, evidence, facts, report, compose(facts, report, enclosed))


def site_artifacts(path: str | Path, options: Options) -> tuple[Artifact, ...]:
    """The site's pages alone, for a site generator that builds them itself."""
    from folio.render.site import render_site

    assembly = assemble(path, options)
    return render_site(assembly.portfolio, overrides=assembly.templates)


def state_folder(folder: Path, options: Options) -> Path:
    """Where evidence and caches are kept: as asked for, else beside the profile, else in the current folder."""
    if options.state is not None:
        return options.state
    import os

    return (folder if os.access(folder, os.W_OK) else Path.cwd()) / STATE
