"""What a worker does with a job: each of its profiles opened, looked at, scored, and told as rows."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from folio.cohort.candidate import Candidate
from folio.cohort.job import Asked, Done, Job
from folio.cohort.opening import folders_of, kept_in, opened, safe_name
from folio.cohort.problems import Clean, a_bug, cannot, problem_rows, under_nda
from folio.cohort.record import read
from folio.cohort.row import ProblemRow, Row
from folio.cohort.rows import lines, scored, unscored
from folio.document import Document
from folio.durable.held import scratch_folder
from folio.errors import FolioError, InputError
from folio.evidence import store
from folio.evidence.model import Evidence
from folio.facts import derive
from folio.known import checks_named
from folio.observing import observe
from folio.options import STATE, Options
from folio.pipeline import rubrics
from folio.profile.discretion import discreet
from folio.profile.load import document, each_of
from folio.profile.model import Profile
from folio.profile.overrides import overridden
from folio.readiness.assess import stand_all
from folio.readiness.rubric import Rubric

log = logging.getLogger("folio")

GITHUB = ("accounts", "github")
"""The sources that ask it."""


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of one candidate."""

    rows: tuple[Row, ...]
    again_at: datetime | None = None
    """When GitHub wants to be asked again, where it did not answer."""


class _Unsound(InputError):
    """A profile that can be read and is not sound, with what hides the names that it keeps to itself."""

    def __init__(self, error: InputError, clean: Clean) -> None:
        super().__init__(error.problems)
        self.clean = clean


def work(job: Job) -> Done:
    """The rows of a job. One bad profile is rows with its problems and never the end of a run; so is a bug.

    Raises FolioError only where a rubric can't be read, which is so for every job.
    """
    asked = replace(job.asked, options=replace(job.asked.options, token=lambda: job.token))
    chosen = _rubrics(asked.options.platforms)
    with scratch_folder() as scratch:
        done = [_worked(one, asked, chosen, scratch) for one in job.candidates]
    waiting = tuple(one.id for one, result in zip(job.candidates, done, strict=True) if result.again_at)
    again_at = max((one.again_at for one in done if one.again_at), default=None)
    rows = lines(row for one in done for row in one.rows)
    return Done(job.number, rows, waiting, again_at.isoformat() if again_at else None)


def _worked(candidate: Candidate, asked: Asked, chosen: tuple[Rubric, ...], scratch: Path) -> _Result:
    try:
        return _scored(candidate, asked, chosen, scratch)
    except _Unsound as error:
        problems = problem_rows(error, folders_of(candidate, asked.options, scratch), error.clean)
    except FolioError as error:
        problems = problem_rows(error, folders_of(candidate, asked.options, scratch))
    except OSError as error:
        problems = (cannot(error),)
    except Exception as error:
        log.debug("%s", candidate.id, exc_info=True)
        problems = (a_bug(error),)
    built = None if asked.render is None else False
    return _Result(tuple(unscored(candidate.id, one.platform.id, problems, built=built) for one in chosen))


def _scored(candidate: Candidate, asked: Asked, chosen: tuple[Rubric, ...], scratch: Path) -> _Result:
    if candidate.kind == "record" and asked.stored and asked.render is None:
        profile, evidence = _held(candidate, asked.options)
        facts = derive(profile, evidence, today=asked.options.today)
        return _Result(tuple(scored(candidate.id, one, facts, evidence) for one in stand_all(facts, chosen)))
    built: bool | None = None
    wrong: tuple[ProblemRow, ...] = ()
    with opened(candidate, asked, scratch) as (path, options):
        profile = _profile(document(path, options.overrides))
        evidence = observe(profile, path.parent, options)
        facts = derive(profile, evidence, today=options.today)
        standings = stand_all(facts, chosen)
        if asked.render is not None:
            hidden = (*folders_of(candidate, asked.options, scratch), str(asked.render))
            built, wrong = _built(path, asked.render / safe_name(candidate.id), options, hidden, discreet(profile))
    rows = tuple(scored(candidate.id, one, facts, evidence, built=built, problems=wrong) for one in standings)
    return _Result(rows, _again_at(evidence, asked.options))


def _held(candidate: Candidate, options: Options) -> tuple[Profile, Evidence]:
    """A record without a file: what nothing is looked at for needs none.

    What evidence may not say is left in it, for no text of it reaches a row; looking for it takes longer than scoring.
    """
    record = read(candidate)
    profile = _profile(overridden(record.document, options.overrides) if options.overrides else record.document)
    folder = kept_in(candidate, options)
    kept = store.load(folder / STATE / "evidence") if folder else {}
    found = kept | {(one.source, one.subject): one for one in record.observations}
    return profile, Evidence(observations=tuple(found.values()))


def _built(
    path: Path, out: Path, options: Options, hidden: Sequence[str], clean: Clean
) -> tuple[bool, tuple[ProblemRow, ...]]:
    """Whether site and documents were made, and what was wrong where they were not."""
    from folio.build import build

    try:
        build(path, out, options, lambda _: None)
    except FolioError as error:
        return False, problem_rows(error, hidden, clean)
    except Exception as error:
        log.debug("%s", out.name, exc_info=True)
        return False, (a_bug(error),)
    return True, ()


def _profile(given: Document) -> Profile:
    try:
        return next(iter(each_of(given, further=checks_named).values()))
    except InputError as error:
        raise _Unsound(error, under_nda(given)) from None


def _again_at(evidence: Evidence, options: Options) -> datetime | None:
    if options.offline or options.stored:
        return None
    moments = (one.again_at for one in evidence.observations if one.source in GITHUB and one.again_at)
    return max(moments, default=None)


@lru_cache(maxsize=4)
def _rubrics(names: tuple[str, ...]) -> tuple[Rubric, ...]:
    """Read once in a process."""
    return rubrics(Options(date.min, platforms=names))
