"""The steps in order: what is said and what is seen become facts, a report, and what will be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from folio.evidence.model import Evidence
from folio.facts import Facts, derive
from folio.known import Known, Person, all_enclosed, checks_named, loaded_each
from folio.observing import observe
from folio.options import ALL, Options
from folio.profile.load import load, locate
from folio.profile.model import Profile
from folio.readiness.assess import assess, assess_all
from folio.readiness.report import Report
from folio.readiness.rubric import Rubric, platforms, rubric
from folio.render.own import own_templates

if TYPE_CHECKING:
    from folio.portfolio.pitch.model import PitchPage
    from folio.portfolio.resume.model import Resume
    from folio.portfolio.site.model import Portfolio

Say = Callable[[str], None]
LOOKING = "looking at what the profile names"


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
    templates: Path | None = None
    """The person's own, searched before folio's."""

    @property
    def portfolio(self) -> Portfolio:
        """The site in the profile's own language."""
        return self.portfolios[0]

    @property
    def resume(self) -> Resume:
        """The résumé in the language of documents."""
        return next(iter(self.resumes.values()))


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


def look(path: str | Path, options: Options, say: Say = lambda _: None) -> tuple[Path, Facts]:
    """The profile's folder, and the facts; `say` hears when the look begins: the profile is sound then."""
    folder, profile = locate(path).parent, load(path, further=checks_named, overrides=options.overrides)
    say(LOOKING)
    return folder, derive(profile, observe(profile, folder, options), today=options.today)


def score(path: str | Path, options: Options, say: Say = lambda _: None) -> Appraisal:
    """The facts, and a readiness report for each platform; `say` is as `look` has it."""
    chosen = rubrics(options)
    folder, facts = look(path, options, say)
    return Appraisal(folder, facts, assess_all(facts, chosen))


def assemble(path: str | Path, options: Options, say: Say = lambda _: None) -> Assembly:
    """Everything from the profile to what will be shown; `say` is as `look` has it."""
    folder = locate(path).parent
    chosen = rubrics(options)[0]
    said = loaded_each(path, options.overrides, stranger=options.stranger)
    own = next(iter(said))
    enclosed = all_enclosed(said, folder)
    say(LOOKING)
    evidence = observe(said[own], folder, options)
    person = Person(folder, said, evidence, options.today, enclosed, stranger=options.stranger)
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
        templates=person.templates,
    )
