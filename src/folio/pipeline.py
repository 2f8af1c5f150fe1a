"""The steps in order: what is said and what is seen become facts, a report, and what will be shown."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from folio.evidence import store
from folio.evidence.access import Access
from folio.evidence.collect import Keep, collect
from folio.evidence.model import Evidence, Observation, RepositoryObserved
from folio.evidence.privacy import scrubbing, without_paths
from folio.facts import Facts, derive
from folio.history import keep_private
from folio.known import Known, Person, all_enclosed, checks_named, loaded_each, own_templates
from folio.options import FINGERPRINTS, Options, state_folder
from folio.profile.load import load, locate
from folio.profile.model import Profile
from folio.readiness.assess import assess, assess_all
from folio.readiness.report import Report
from folio.readiness.rubric import Rubric, platforms, rubric

if TYPE_CHECKING:
    from folio.portfolio.pitch.model import PitchPage
    from folio.portfolio.resume.model import Resume
    from folio.portfolio.site.model import Portfolio
    from folio.repository.origin.fingerprints import Fingerprint

log = logging.getLogger("folio")

ALL = "all"
"""In place of a platform's name: every platform that ships with folio."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything that one run found, before anything is printed from it."""

    folder: Path
    profile: Profile
    evidence: Evidence
    facts: Facts
    report: Report
    portfolios: tuple[Portfolio, ...]
    """The site in each of its languages, the profile's own first."""
    resumes: Mapping[str, Resume]
    """By path, that in the language of documents first."""
    pitches: tuple[PitchPage, ...]
    targets: tuple[Known, ...] = ()
    """The same person as each target sees them."""

    @property
    def templates(self) -> Path | None:
        return own_templates(self.folder)

    @property
    def portfolio(self) -> Portfolio:
        """The site in the profile's own language."""
        return self.portfolios[0]

    @property
    def resume(self) -> Resume:
        """The résumé in the language of documents."""
        return next(iter(self.resumes.values()))


def observe(profile: Profile, folder: Path, options: Options) -> Evidence:
    """The evidence for what the profile names; each observation is stored as soon as it is made."""
    state = state_folder(folder, options)
    kept = state / "evidence"

    def keep(observation: Observation) -> None:
        if options.redact is None or not isinstance(observation.seen, RepositoryObserved):
            save(observation)

    save = _saving(kept)
    stored = store.load(kept)
    with tempfile.TemporaryDirectory(prefix="folio-") as scratch:
        access = Access(
            base=folder,
            today=options.today,
            offline=options.offline,
            scratch=Path(scratch),
            cache=state / "cache",
            allow_private=options.allow_private,
            authority=options.authority,
            own=profile.emails,
            token=_token(profile, options),
            github_api=options.github_api,
            fingerprints=_fingerprints(state / FINGERPRINTS, options.fingerprints),
            redact=options.redact,
            clock=options.clock,
            max_age=options.max_age,
            refresh=options.refresh,
        )
        evidence = collect(profile, access, stored=stored, watch=options.watch, keep=keep)
    keep_private(state)
    if options.redact is not None:  # which repositories are private is known when all have answered
        evidence = without_paths(evidence, profile, options.redact)
        for one in evidence.observations:
            if isinstance(one.seen, RepositoryObserved):
                save(one)
    _tidy(save, stored, evidence, profile, options)
    return evidence


def _fingerprints(*folders: Path | None) -> tuple[Fingerprint, ...]:
    """The templates and tutorials that the person knows; most know none beside those that folio does."""
    there = [one for one in folders if one is not None and one.is_dir()]
    if not there:
        return ()
    from folio.repository.origin.fingerprints import in_folders

    return in_folders(*there)


def _saving(folder: Path) -> Keep:
    """Keeps observations; that one can't be kept costs the next run a look, and is told once."""
    told: list[OSError] = []

    def save(observation: Observation) -> None:
        try:
            store.save(folder, observation)
        except OSError as error:
            if not told:
                log.warning(
                    "%s: what was seen can't be kept (%s); it is looked at again", folder, error.strerror or error
                )
            told.append(error)

    return save


def _tidy(save: Keep, stored: store.Stored, evidence: Evidence, profile: Profile, options: Options) -> None:
    """What the profile names no more stays, and says no more than what it names: a client may be under NDA by now."""
    named = {(one.source, one.subject) for one in evidence.observations}
    scrub = scrubbing(profile)
    others = [one for key, one in stored.items() if key not in named]
    for before, one in zip(
        others,
        without_paths(Evidence(observations=tuple(map(scrub, others))), profile, options.redact).observations,
        strict=True,
    ):
        if one != before:
            save(one)


def _token(profile: Profile, options: Options) -> str | None:
    """The token for GitHub, looked for only where GitHub is asked."""
    from folio.evidence.sources import github

    if options.token is None or options.offline or not (profile.github or github.subjects(profile)):
        return None
    return options.token()


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What one run found, and how ready that is on each platform that was asked for."""

    folder: Path
    facts: Facts
    reports: tuple[Report, ...]

    @property
    def templates(self) -> Path | None:
        return own_templates(self.folder)


def rubrics(options: Options) -> tuple[Rubric, ...]:
    """The rubrics that a run goes by, each once, in the order asked for."""
    names = [one for name in options.platforms for one in (platforms() if name == ALL else (name,))]
    return tuple(rubric(name) for name in dict.fromkeys(names))


def look(path: str | Path, options: Options) -> tuple[Path, Facts]:
    """The profile's folder, and the facts."""
    folder, profile = locate(path).parent, load(path, further=checks_named)
    return folder, derive(profile, observe(profile, folder, options), today=options.today)


def score(path: str | Path, options: Options) -> Appraisal:
    """The facts, and a readiness report for each platform."""
    chosen = rubrics(options)
    folder, facts = look(path, options)
    return Appraisal(folder, facts, assess_all(facts, chosen))


def assemble(path: str | Path, options: Options) -> Assembly:
    """Everything from the profile to what will be shown."""
    folder = locate(path).parent
    chosen = rubrics(options)[0]
    said = loaded_each(path)
    own = next(iter(said))
    enclosed = all_enclosed(said, folder)
    evidence = observe(said[own], folder, options)
    person = Person(folder, said, evidence, options.today, enclosed)
    facts = person.known(locale=own).facts
    report = assess(facts, chosen)
    return Assembly(
        folder,
        facts.profile,
        evidence,
        facts,
        report,
        portfolios=person.portfolios(report),
        resumes=person.resumes(),
        pitches=tuple(person.pitch(one) for one in facts.profile.pitches or ()),
        targets=tuple(person.known(one.id) for one in said[own].targets or ()),
    )
