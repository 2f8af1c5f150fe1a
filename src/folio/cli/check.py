"""`folio check`: whether documents do what they are for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.documents import look_of
from folio.cli.running import PROFILE, making, run_options

if TYPE_CHECKING:
    from folio.ats.reading import Extractor
    from folio.ats.report import DocumentReport
    from folio.known import Known

ALL = "all"


@click.command()
@PROFILE
@click.option("--ats", is_flag=True, help="Read the résumé as automatic readers do, and compare it with the profile.")
@click.option("--strict", is_flag=True, help="Exit with status 1 when anything is lost.")
@click.option("-t", "--target", metavar="ID", help="For this target of the profile.")
@click.option("--theme", metavar="NAME", help=f"In this theme, or in '{ALL}' of them.")
@click.option("--pdf", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Read this PDF in place of one made now.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@making
def check(profile: Path, ats: bool, strict: bool, target: str | None, theme: str | None, pdf: Path | None, form: str,
          **values: Any) -> int:  # fmt: skip
    """Check the résumé of PROFILE: with --ats, whether an automatic reader gets everything of it.

    The PDF is read back with several extractors of text and a parser of résumés, and each string and field is compared
    with the profile. What a reader would lose is printed, with what it would read instead.
    """
    if not ats:
        raise click.UsageError("say what to check: --ats is what there is")
    if pdf is not None and theme == ALL:
        raise click.UsageError(f"a PDF has one theme; leave '--theme {ALL}' out")
    from folio.ats.reading import extractors
    from folio.ats.report import AtsReport
    from folio.cli.check_text import show
    from folio.cli.result import escaped, to_stdout
    from folio.known import known

    there, missing = extractors()
    found = known(profile, run_options(values), target)
    documents = (_given(found, pdf, theme, there),) if pdf is not None else _made(found, theme, there)
    report = AtsReport(documents=documents, missing=missing)
    if form == "json":
        to_stdout(escaped(report.to_json()))
    else:
        show(report)
    return 1 if strict and not report.is_whole else 0


def _given(found: Known, pdf: Path, theme: str | None, there: tuple[Extractor, ...]) -> DocumentReport:
    from folio.ats.check import check as checked
    from folio.ats.reading import MOST
    from folio.documents import composed_resume

    with pdf.open("rb") as file:
        content = file.read(MOST + 1)
    return checked(content, composed_resume(found, look_of({"theme": theme})), there, name=pdf.name)


def _made(found: Known, theme: str | None, there: tuple[Extractor, ...]) -> tuple[DocumentReport, ...]:
    from folio.ats.check import check as checked
    from folio.documents import composed_resume, name
    from folio.render.document import printed, to_print
    from folio.render.paper import themes
    from folio.render.resume import THEME, print_resume

    own = theme or found.facts.profile.resume.theme or THEME
    reports = []
    for one in themes("resume", overrides=found.templates) if own == ALL else (own,):
        composed = composed_resume(found, look_of({"theme": one}))
        job = print_resume(composed, path=f"{name(composed)}.pdf", overrides=found.templates)
        (document,) = printed([to_print(job.path, job)])
        out = len(document.left_out)
        reports.append(checked(document.artifact.content, composed, there, name=document.artifact.path, out=out))
    return tuple(reports)
