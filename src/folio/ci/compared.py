"""What a change comes to: the result now beside that of the commit before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from folio.build import Built
from folio.ci.before import checked_out
from folio.ci.changes import Pages, changes, on_disk, pages_of
from folio.ci.environment import HERE
from folio.durable.held import scratch_folder
from folio.errors import FolioError, InputError
from folio.known import known_person
from folio.options import STATE, Options, state_folder
from folio.pages import site_folder
from folio.pipeline import rubrics
from folio.profile.load import locate
from folio.readiness.assess import assess
from folio.readiness.compare import compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from folio.known import Person
    from folio.portfolio.resume.model import Resume
    from folio.readiness.comparison import Comparison
    from folio.readiness.report import Report
    from folio.render.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Change:
    """The difference to a commit, as far as it could be told."""

    commit: str = ""
    """Empty where there is nothing to compare with."""
    score: Comparison | None = None
    pages: Pages | None = None
    documents: tuple[str, ...] = ()
    """Résumés that say something else than before, by their path on the site."""
    notes: tuple[str, ...] = ()


def change(path: Path, built: Built, options: Options, names: Sequence[str]) -> Change:
    """What `built` came to beside the first commit of `names` that is there.

    The commit is scored from the evidence that lies in it, and nothing is looked at; where it holds none, from what is
    known now, so that the difference is what the profile says alone.
    """
    file = locate(path)
    if not names:
        return Change(notes=("There is no commit before this one to compare with.",))
    with scratch_folder() as scratch:
        try:
            with checked_out(file.parent, names, scratch.resolve()) as (folder, commit):
                return _beside(folder / file.name, commit, built, options)
        except FolioError as error:
            return Change(notes=(f"Nothing to compare with: {error}.",))


def _beside(file: Path, commit: str, built: Built, options: Options) -> Change:
    if not file.is_file():
        return Change(commit, notes=("The profile is new.",))
    state = state_folder(built.assembly.folder, options)
    committed = any((file.parent / STATE / "evidence").rglob("*.*"))
    notes = []
    if not committed:
        notes.append("No evidence is committed there: it is compared by what is known now.")
    try:
        person = known_person(file, replace(options, state=file.parent / STATE if committed else state))
        report = _report(person, options)
        before = person.resumes()
        folder = _site(person, report, before, state)
    except InputError as error:
        count = len(error.problems)
        problems = "a problem" if count == 1 else f"{count} problems"
        return Change(commit, notes=(f"The profile had {problems} there, so that there is no result.",))
    try:
        score = compare(report, built.assembly.report)
    except FolioError as error:  # another track or platform
        score = None
        notes.append(f"The results can't be compared: {error}.")
    now = built.assembly.resumes
    return Change(
        commit,
        score,
        changes(pages_of(folder), on_disk(state / "site")),
        tuple(sorted(name for name in now if before.get(name) != now[name])),
        tuple(notes),
    )


def _report(person: Person, options: Options) -> Report:
    return assess(person.known(locale=person.profile.language).facts, rubrics(options)[0])


def _site(person: Person, report: Report, resumes: Mapping[str, Resume], state: Path) -> tuple[Artifact, ...]:
    """The site's folder; what takes long is kept with the rest of what this run keeps."""
    portfolios = person.portfolios(report)
    linked = resumes if portfolios[0].show_resume else {}
    return site_folder(portfolios, linked, person.profile, overrides=person.templates, state=state)


def names_of(asked: str | None, of_run: Sequence[str]) -> tuple[str, ...]:
    """The commits to look for: the one asked for, else those that the run names."""
    return (asked,) if asked else tuple(of_run)


def what_is(commit: str, names: Sequence[str]) -> str:
    """A commit in words."""
    return "the last commit" if tuple(names) == (HERE,) else f"commit {commit[:10]}"
