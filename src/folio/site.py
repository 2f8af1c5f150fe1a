"""The website alone, from what `pages` made of a profile: once, or while it is edited."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from folio import output
from folio.errors import FolioError
from folio.render.artifact import Artifact

if TYPE_CHECKING:
    from folio.pages import Pages
    from folio.render.paper import Printing
    from folio.website.build import Engine
    from folio.website.shown import Made


def write_site(pages: Pages, out: Path, engine: Engine = "mkdocs") -> tuple[Artifact, ...]:
    """Writes the website into `out`, which is swapped in whole at the end, and returns its files."""
    from folio.render.press import rendering
    from folio.website.build import finished_pages, website

    with output.staged(out, refuse_strangers) as stage, rendering(pages.jobs, cache=pages.state / "pdf") as pending:
        files = website(pages.folder, engine=engine, cache=finished_pages(pages.state))
        files = tuple(sorted([*files, *pending.results()]))
        output.write(files, stage)
    return files


def on_show(pages: Pages, engine: Engine = "mkdocs") -> Made:
    """The website while it is edited: nothing is written, and a document is printed when somebody opens it."""
    from folio.render.press import rendering
    from folio.website.build import finished_pages, website
    from folio.website.shown import Made

    def printed(job: Printing) -> bytes:
        with rendering((job,), cache=pages.state / "pdf") as pending:
            return pending.results()[0].content

    files = website(pages.folder, engine=engine, cache=finished_pages(pages.state))
    made = {one.path: one.content for one in files} | {job.path: partial(printed, job) for job in pages.jobs}
    return Made(made, urlsplit(pages.site_url or "").path.rstrip("/") + "/")


def refuse_strangers(out: Path) -> None:
    """Raises FolioError when `out` is no folder, or holds what is no site of folio's: it would be deleted."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise FolioError(f"{out}: not a folder; choose another place with --out")
    if (out / "readiness").is_dir() and (out / "site" / output.SITE).is_file():
        raise FolioError(f"{out}: holds what 'folio build' wrote, the site in {out / 'site'}; write there with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / output.SITE).is_file():
        raise FolioError(f"{out}: holds files that are no site of folio's; move them, or choose another --out")
