"""Everything folio makes, in one run: site, résumé, pitches and readiness report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from folio import output
from folio.pipeline import Assembly, Options, assemble, state_folder
from folio.render.artifact import Artifact
from folio.render.pitch import print_pitch
from folio.render.press import rendering
from folio.render.report import render_report
from folio.render.resume import print_resume
from folio.render.site import render_site

RESUME = "resume.pdf"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a run found, and where it put what it made."""

    assembly: Assembly
    out: Path
    files: tuple[tuple[str, str], ...]
    """Path below `out` and what it is, in the order of use."""


def build(path: str | Path, out: Path, options: Options, say: Say) -> Built:
    """Makes everything into `out`, which is swapped in whole at the end.

    Raises FolioError with every problem; the last output is untouched then. `say` hears of each step.
    """
    output.recover(out)
    output.refuse_strangers(out)
    say("looking at repositories and articles")
    assembly = assemble(path, options)
    portfolio, overrides = assembly.portfolio, assembly.templates

    jobs = [print_resume(portfolio, overrides=overrides)]
    jobs += [print_pitch(portfolio, pitch, overrides=overrides) for pitch in portfolio.pitches]
    documents = {RESUME: "Résumé (PDF)"} if portfolio.show_resume else {}
    state = state_folder(assembly.folder, options)
    say("printing the documents and building the site")
    with output.staged(out) as stage, rendering(jobs, cache=state / "pdf") as pending:
        from folio.website import build_site

        pages = render_site(portfolio, overrides=overrides, documents=documents)
        build_site(pages, folder=state / "site", out=stage / "site")
        pdfs = pending.results()
        output.write(pdfs, stage)
        output.write([Artifact(f"site/{one.path}", one.content) for one in pdfs if one.path in documents], stage)
        report = render_report(assembly.report, assembly.facts)
        output.write([Artifact(f"readiness/{one.path}", one.content) for one in report], stage)
    return Built(assembly, out, _files(assembly))


def _files(assembly: Assembly) -> tuple[tuple[str, str], ...]:
    pitches = tuple((f"pitch/{one.id}.pdf", f"a pitch for {one.client}") for one in assembly.portfolio.pitches)
    return (
        ("site/index.html", "the portfolio, for clients"),
        (RESUME, "the résumé"),
        *pitches,
        ("readiness/index.html", "how ready you are, for you alone"),
    )
