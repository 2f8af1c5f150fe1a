"""The website alone, from the profile and from what was seen of it before: nothing is looked at for it.

It is made in two steps, so that a process can do the second that got ready for it while another did the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from folio import output
from folio.render.artifact import Artifact

if TYPE_CHECKING:
    from folio.known import Known
    from folio.options import Options
    from folio.portfolio.site.model import Portfolio
    from folio.render.paper import Printing
    from folio.website.build import Engine

RESUME = "resume.pdf"
OWN = "assets/folio.css"
"""What every site of folio's holds: a folder without it is somebody else's."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A site's folder, and the documents that lie beside its pages and are still to be printed."""

    pages: tuple[Artifact, ...]
    jobs: tuple[Printing, ...]
    state: Path
    engine: Engine


def plan(path: str | Path, options: Options, engine: Engine = "mkdocs", *, downloads: bool = True) -> Plan:
    """The first step; raises FolioError with everything that is wrong in the profile.

    Without `downloads`, pages link no documents and none is printed.
    """
    from folio.known import known
    from folio.options import state_folder

    found = known(path, options)
    state = state_folder(found.folder, options)
    portfolio = _composed(found, options)
    jobs = (_resume(found),) if downloads and portfolio.show_resume else ()
    return Plan(_rendered(found, portfolio, tuple(job.path for job in jobs), state), jobs, state, engine)


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


def _composed(found: Known, options: Options) -> Portfolio:
    from folio.portfolio.site.compose import compose

    report = None
    if found.facts.profile.publishing.readiness:
        from folio.readiness.assess import assess
        from folio.readiness.rubric import rubric

        report = assess(found.facts, rubric(options.platforms[0]))
    return compose(found.facts, report, found.enclosed)


def _resume(found: Known) -> Printing:
    from folio.portfolio.resume.compose import compose_resume
    from folio.render.resume import print_resume

    return print_resume(compose_resume(found.facts, found.enclosed), path=RESUME, overrides=found.templates)


def _rendered(found: Known, portfolio: Portfolio, documents: tuple[str, ...], state: Path) -> tuple[Artifact, ...]:
    from folio.render.site.folder import render_site

    links = {path: "Résumé (PDF)" for path in documents}
    return render_site(portfolio, overrides=found.templates, documents=links, cache=state / "cache")
