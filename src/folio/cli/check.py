"""`folio check`: whether documents do what they are for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.completing import resume_theme_or_all
from folio.cli.completing import target as targets
from folio.cli.documents import look_of
from folio.cli.progress import progress
from folio.cli.running import JSON, PROFILE, making, run_options

if TYPE_CHECKING:
    from folio.ats.reading import Extractor
    from folio.ats.report import DocumentReport
    from folio.cli.progress import Progress
    from folio.known import Known
    from folio.linkcheck.report import LinkReport

ALL = "all"


@click.command()
@PROFILE
@click.option("--ats", is_flag=True, help="Read the résumé as automatic readers do, and compare it with the profile.")
@click.option("--links", is_flag=True, help="Look whether every address on the site leads somewhere.")
@click.option("--online", is_flag=True, help="With --links: ask other sites, too.")
@click.option("--strict", is_flag=True, help="Exit with status 1 when anything is lost.")
@click.option("-t", "--target", metavar="ID", shell_complete=targets,
              help="For this target of the profile.")  # fmt: skip
@click.option("--theme", metavar="NAME", shell_complete=resume_theme_or_all,
              help=f"In this theme, or in '{ALL}' of them.")  # fmt: skip
@click.option("--pdf", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Read this PDF in place of one made now.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@JSON
@making
def check(profile: Path, ats: bool, links: bool, online: bool, strict: bool, target: str | None, theme: str | None,
          pdf: Path | None, form: str, **values: Any) -> int:  # fmt: skip
    """Check what is made of PROFILE: the résumé with --ats, the site with --links.

    With --ats, the PDF is read back with several extractors of text and a parser of résumés, and each string and field
    is compared with the profile. What a reader would lose is printed, with what it would read instead.

    With --links, the site is made anew, or PROFILE is the folder of a built one. Each address within it must lead to a
    file or a place of a page; with --online, other sites are asked whether they still have what pages link to. A
    broken one makes the exit status 1.
    """
    if ats == links:
        raise click.UsageError("say what to check: --ats or --links")
    if online and not links:
        raise click.UsageError("--online goes with --links")
    if links:
        with progress(values["quiet"]) as shown:
            checked_links = _links(profile, online, values, shown)
        return _told_links(checked_links, form)
    if pdf is not None and theme == ALL:
        raise click.UsageError(f"a PDF has one theme; leave '--theme {ALL}' out")
    from folio.ats.reading import extractors
    from folio.ats.report import AtsReport
    from folio.cli.check_text import show
    from folio.cli.result import escaped, to_stdout
    from folio.known import known

    with progress(values["quiet"]) as shown:
        there, missing = extractors()
        found = known(profile, run_options(values), target)
        shown.within("reading the résumé as automatic readers do")
        documents = (_given(found, pdf, theme, there),) if pdf is not None else _made(found, theme, there, shown)
    report = AtsReport(documents=documents, missing=missing)
    if form == "json":
        to_stdout(escaped(report.to_json()))
    else:
        show(report)
    return 1 if strict and not report.is_whole else 0


def _links(profile: Path, online: bool, values: dict[str, Any], shown: Progress) -> LinkReport:
    from folio.linkcheck.folder import is_site, site_files
    from folio.linkcheck.offline import check as checked

    if is_site(profile):
        files = site_files(profile)
    else:
        from folio.pages import pages
        from folio.website.build import website

        shown.within("building the site")
        files = {one.path: one.content for one in website(pages(profile, run_options(values), downloads=False).folder)}
    found = checked(files)
    report = found.report()
    if online:
        from folio.linkcheck.online import BOUNDS, ask
        from folio.web.client import Web

        shown.within(f"asking other sites about {len(found.external)} addresses")
        with Web(bounds=BOUNDS) as web:
            report = found.report(ask(found.external, web), asked=True)
    return report


def _told_links(report: LinkReport, form: str) -> int:
    from folio.cli.links_text import show
    from folio.cli.result import escaped, to_stdout

    if form == "json":
        to_stdout(escaped(report.to_json()))
    else:
        show(report)
    return int(not report.is_whole)


def _given(found: Known, pdf: Path, theme: str | None, there: tuple[Extractor, ...]) -> DocumentReport:
    from folio.ats.check import check as checked
    from folio.ats.reading import MOST
    from folio.documents import composed_resume

    with pdf.open("rb") as file:
        content = file.read(MOST + 1)
    return checked(content, composed_resume(found, look_of({"theme": theme})), there, name=pdf.name)


def _made(found: Known, theme: str | None, there: tuple[Extractor, ...], shown: Progress) -> tuple[DocumentReport, ...]:
    from folio.ats.check import check as checked
    from folio.documents import composed_resume, name
    from folio.render.document import printed, to_print
    from folio.render.paper import themes
    from folio.render.resume import THEME, print_resume

    own = theme or found.facts.profile.resume.theme or THEME
    reports = []
    wanted = themes("resume", overrides=found.templates) if own == ALL else (own,)
    shown.expect(len(wanted))
    for one in wanted:
        composed = composed_resume(found, look_of({"theme": one}))
        job = print_resume(composed, path=f"{name(composed)}.pdf", overrides=found.templates)
        (document,) = printed([to_print(job.path, job)])
        out = len(document.left_out)
        reports.append(checked(document.artifact.content, composed, there, name=document.artifact.path, out=out))
        shown.detail(f"in the theme {one}", 1)
    return tuple(reports)
