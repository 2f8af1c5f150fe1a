"""The website alone, from the profile and from what was seen of it before: nothing is looked at for it.

It is made in two steps, so that a process can do the second that got ready for it while another did the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from folio import output
from folio.render.artifact import Artifact

if TYPE_CHECKING:
    from folio.known import Person
    from folio.options import Options
    from folio.readiness.report import Report
    from folio.render.paper import Printing
    from folio.website.build import Engine
    from folio.website.shown import Made

OWN = "assets/folio.css"
"""What every site of folio's holds: a folder without it is somebody else's."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A site's folder, and the documents that lie beside its pages and are still to be printed."""

    pages: tuple[Artifact, ...]
    jobs: tuple[Printing, ...]
    state: Path
    engine: Engine
    site_url: str | None = None


def plan(path: str | Path, options: Options, engine: Engine = "mkdocs", *, downloads: bool = True) -> Plan:
    """The first step; raises FolioError with everything that is wrong in the profile.

    Without `downloads`, pages link no documents and none is printed.
    """
    from folio.known import known_person, links, own_templates
    from folio.options import state_folder
    from folio.render.resume import print_resume
    from folio.render.site.folder import render_site

    person = known_person(path, options)
    state, overrides = state_folder(person.folder, options), own_templates(person.folder)
    portfolios = person.portfolios(_report(person, options))
    resumes = person.resumes() if downloads and portfolios[0].show_resume else {}
    jobs = tuple(print_resume(one, path=path, overrides=overrides) for path, one in resumes.items())
    pages = render_site(*portfolios, overrides=overrides, documents=links(resumes), cache=state / "cache")
    return Plan(pages, jobs, state, engine, portfolios[0].site_url)


def carry_out(plan: Plan, out: Path) -> tuple[Artifact, ...]:
    """The second step: writes the website into `out`, which is swapped in whole at the end, and returns its files."""
    from folio.render.press import rendering
    from folio.website.build import website

    with output.staged(out, refuse_strangers) as stage:
        if not plan.jobs:
            files = website(plan.pages, engine=plan.engine, cache=pages_cache(plan.state))
        else:
            with rendering(plan.jobs, cache=plan.state / "pdf") as pending:
                files = website(plan.pages, engine=plan.engine, cache=pages_cache(plan.state))
                files = tuple(sorted([*files, *pending.results()]))
        output.write(files, stage)
    return files


def on_show(plan: Plan) -> Made:
    """The website while it is edited: nothing is written, and a document is printed when somebody opens it."""
    from folio.render.press import rendering
    from folio.website.build import website
    from folio.website.shown import Made

    def printed(job: Printing) -> bytes:
        with rendering((job,), cache=plan.state / "pdf") as pending:
            return pending.results()[0].content

    files = website(plan.pages, engine=plan.engine, cache=pages_cache(plan.state))
    made = {one.path: one.content for one in files} | {job.path: partial(printed, job) for job in plan.jobs}
    return Made(made, urlsplit(plan.site_url or "").path.rstrip("/") + "/")


def pages_cache(state: Path) -> Path:
    """Where finished pages are kept."""
    return state / "cache" / "pages"


def refuse_strangers(out: Path) -> None:
    """Raises FolioError when `out` is no folder, or holds what is no site of folio's: it would be deleted."""
    from folio.errors import FolioError

    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise FolioError(f"{out}: not a folder; choose another place with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / OWN).is_file():
        raise FolioError(f"{out}: holds files that are no site of folio's; move them, or choose another --out")


def _report(person: Person, options: Options) -> Report | None:
    """The readiness, for sites that say it."""
    if not person.profile.publishing.readiness:
        return None
    from folio.readiness.assess import assess
    from folio.readiness.rubric import rubric

    return assess(person.known(locale=person.profile.language).facts, rubric(options.platforms[0]))
