"""Verbs that only the library needs: each puts together what the commands do step by step."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from folio.errors import FolioError, Problem

if TYPE_CHECKING:
    from folio.exporting import Exported
    from folio.facts import Facts
    from folio.portfolio.resume.model import Resume
    from folio.profile.model import Profile
    from folio.readiness.planning import PlanSeen
    from folio.readiness.rubric import Rubric
    from folio.render.artifact import Artifact


def validate(path: str | Path, *, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with the profile at `path`, and then what will look bad; empty when all is fine.

    `path` is the file or its folder, and `today` the day it is looked at. Each problem has its place, what it is, what
    to do, and whether it is an error or a warning. Nothing is raised for what stands in the profile; FolioError when
    there is none.
    """
    from folio.advice.examine import examine_file
    from folio.profile.load import locate

    return examine_file(locate(path), today).problems


def plan(
    facts: Facts, rubric: Rubric, *, hours: int | None = None, weekly: int = 6, level: str | None = None
) -> PlanSeen:
    """What to do next, step by step, and where that leads by this rubric.

    For `hours` in all, `weekly` of them in a week, up to `level` (such as `ready`). Without hours the plan goes as far
    as the level takes, and without a level to the next one. Names under NDA are replaced. Raises FolioError when the
    rubric has no such level.
    """
    from folio.readiness.assess import stand
    from folio.readiness.planning import planned

    return planned(facts, stand(facts, rubric), hours=hours, weekly=weekly, level=level)


def export(profile: Profile, format: str) -> Exported:
    """The profile as a document of another tool: `json-resume`, `rendercv`, `yamlresume` or `markdown`.

    It is for the person alone: it holds contact data that documents hide. What the format has no place for is listed in
    `left`. Raises FolioError for a format that folio does not write.
    """
    from folio.exporting import export as exported
    from folio.profile.exchange.formats import by_name

    kind = by_name(format)
    if not kind.writes:
        raise FolioError(f"folio reads {kind.title}, and does not write it")
    return exported(profile, kind)


def resume_pdf(resume: Resume, *, path: str = "resume.pdf", overrides: Path | None = None) -> Artifact:
    """The résumé as a PDF, fitted to its pages, with its source attached as JSON Resume; it takes about a second.

    `overrides` is the person's own templates folder. Raises FolioError when it can't be made to fit, or when Pango,
    which draws PDFs, is missing.
    """
    from folio.render.artifact import Artifact
    from folio.render.resume import print_resume
    from folio.render.sheet import print_now

    sheet = print_now(print_resume(resume, path=path, overrides=overrides))
    if sheet.problem:
        raise FolioError(f"{path}: {sheet.problem}")
    return Artifact(path, sheet.content)
