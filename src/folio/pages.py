"""The folder of a person's site, from the profile and from what was seen of it before: nothing is looked at for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from folio.render.artifact import Artifact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from folio.known import Person
    from folio.options import Options
    from folio.portfolio.resume.model import Resume
    from folio.portfolio.site.model import Portfolio
    from folio.profile.model import Profile
    from folio.readiness.report import Report
    from folio.render.paper import Printing


@dataclass(frozen=True, slots=True)
class Pages:
    """A site's folder, and the documents that lie beside its pages and are still to be printed."""

    folder: tuple[Artifact, ...]
    jobs: tuple[Printing, ...]
    state: Path
    """Where evidence and caches are kept."""
    site_url: str | None
    examples: int = 0
    """How many texts of the profile are still those of a new one."""


def pages(path: str | Path, options: Options, *, downloads: bool = True) -> Pages:
    """The site's folder; raises FolioError with everything that is wrong in the profile.

    Without `downloads`, pages link no documents and none is to be printed.
    """
    from folio.known import known_person
    from folio.options import state_folder
    from folio.profile.placeholders import untouched
    from folio.render.resume import print_resume
    from folio.render.site.kept_prose import kept_prose

    person = known_person(path, options)
    state, overrides = state_folder(person.folder, options), person.templates
    with kept_prose(state / "cache"):
        portfolios = person.portfolios(_report(person, options))
    resumes = person.resumes() if downloads and portfolios[0].show_resume else {}
    jobs = tuple(print_resume(one, path=path, overrides=overrides) for path, one in resumes.items())
    folder = site_folder(portfolios, resumes, person.profile, overrides=overrides, state=state)
    examples = sum(1 for _ in untouched(person.profile))
    return Pages(folder, jobs, state, portfolios[0].site_url, examples)


def site_folder(
    portfolios: Sequence[Portfolio],
    resumes: Mapping[str, Resume],
    profile: Profile,
    *,
    overrides: Path | None,
    state: Path,
) -> tuple[Artifact, ...]:
    """The folder of a site whose pages link `resumes` by their paths; FolioError where it tells a name under NDA."""
    from folio.known import links
    from folio.render.site.folder import render_site
    from folio.render.site.withheld import refuse_withheld

    folder = render_site(*portfolios, overrides=overrides, documents=links(resumes), cache=state / "cache")
    refuse_withheld(folder, profile)
    return folder


def _report(person: Person, options: Options) -> Report | None:
    """The readiness, for sites that say it."""
    if not person.profile.publishing.readiness:
        return None
    from folio.readiness.assess import assess
    from folio.readiness.rubric import rubric

    return assess(person.known(locale=person.profile.language).facts, rubric(options.platforms[0]))
