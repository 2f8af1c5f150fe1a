"""Everything folio makes, in one run: site, résumé, pitches and readiness report.

What is slow to import is imported inside, while another process gets WeasyPrint ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from folio import output
from folio.options import Options, state_folder
from folio.render.artifact import Artifact
from folio.render.child import Child
from folio.render.press import getting_ready, rendering

if TYPE_CHECKING:
    from folio.known import Known
    from folio.pipeline import Assembly
    from folio.render.paper import Printing
    from folio.render.sheet import Sheet
    from folio.website.build import Engine

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a run found, and where it put what it made."""

    assembly: Assembly
    out: Path
    files: tuple[tuple[str, str], ...]
    """Path below `out` and what it is, in the order of use."""
    remarks: tuple[str, ...] = ()
    """What to know before something is sent, each with the path of what it is about."""


def build(path: str | Path, out: Path, options: Options, say: Say, engine: Engine = "mkdocs") -> Built:
    """Makes everything into `out`, which is swapped in whole at the end.

    Raises FolioError with every problem; the last output is untouched then. `say` hears of each step.
    """
    output.recover(out)
    output.refuse_strangers(out)
    given = Path(path)
    state = state_folder(given if given.is_dir() else given.parent, options)
    with getting_ready(cache=state / "pdf") as ready:
        from folio.pipeline import assemble
        from folio.render.site.kept_prose import kept_prose

        with kept_prose(state / "cache"):
            assembly = assemble(path, options, say)
        say("printing the documents and building the site")
        unkept = bool(options.overrides) or options.stranger
        sheets = _print_and_build(assembly, out, state, ready, engine, what_if=unkept)
    files = tuple((path, f"{what}{_less(sheets.get(path))}") for path, what in _files(assembly))
    return Built(assembly, out, files, tuple(_remarks(assembly)))


def _remarks(assembly: Assembly) -> Iterator[str]:
    from folio.portfolio.pitch.claimed import remarks

    for pitch in assembly.profile.pitches or ():
        for one in remarks(pitch, assembly.facts):
            yield f"{pitch_place(pitch.id)}: {one}"


def pitch_place(identifier: str) -> str:
    """Where a pitch lies below the output folder."""
    return f"pitch/{identifier}.pdf"


def _less(sheet: Sheet | None) -> str:
    """What was done to a document so that it fits."""
    number = len(sheet.left_out) if sheet else 0
    return f"; {number} {'part' if number == 1 else 'parts'} left out, see 'folio resume'" if number else ""


def _print_and_build(
    assembly: Assembly, out: Path, state: Path, ready: Child | None, engine: Engine, *, what_if: bool
) -> dict[str, Sheet]:
    """What was printed, by its path."""
    from folio.render.pitch import print_pitch
    from folio.render.resume import print_resume

    overrides = assembly.templates
    jobs = [print_resume(one, path=_place(path), overrides=overrides) for path, one in assembly.resumes.items()]
    jobs += [print_pitch(pitch, overrides=overrides) for pitch in assembly.pitches]
    jobs += [job for target in assembly.targets for job in _for_target(target)]
    linked = assembly.resumes if assembly.portfolio.show_resume else {}
    with output.staged(out) as stage, rendering(jobs, cache=state / "pdf", ready=ready) as pending:
        from folio.history import remember
        from folio.pages import site_folder
        from folio.render.report import render_report
        from folio.website.build import build_site, finished_pages

        pages = site_folder(assembly.portfolios, linked, assembly.profile, overrides=overrides, state=state)
        build_site(pages, folder=state / "site", out=stage / "site", engine=engine, cache=finished_pages(state))
        past = remember(state, (assembly.report,), what_if=what_if)
        report = render_report(assembly.report, past=past, overrides=overrides)
        output.write([Artifact(f"readiness/{one.path}", one.content) for one in report], stage)
        sheets = {job.path: sheet for job, sheet in zip(jobs, pending.sheets(), strict=True)}
        pdfs = [Artifact(path, sheet.content) for path, sheet in sheets.items()]
        output.write(pdfs, stage)
        output.write([Artifact(f"site/{path}", sheets[_place(path)].content) for path in linked], stage)
    return sheets


def _place(path: str) -> str:
    """Where a résumé lies that is at `path` of the site: `resume/de.pdf` for `de/resume.pdf`."""
    tag, _, file = path.rpartition("/")
    return f"resume/{tag}.pdf" if tag else file


def _for_target(found: Known) -> Iterator[Printing]:
    """What one target is to read: a résumé, and a letter where there is one."""
    from folio.portfolio.pitch.letter import compose_letter
    from folio.portfolio.resume.compose import compose_resume
    from folio.render.letter import print_letter
    from folio.render.resume import print_resume

    if (target := found.target) is None:
        return
    composed = compose_resume(found.facts, found.enclosed, target)
    yield print_resume(composed, path=f"target/{target.id}/resume.pdf", overrides=found.templates)
    if target.letter is not None:
        letter = compose_letter(found.facts, target)
        yield print_letter(letter, path=f"target/{target.id}/letter.pdf", overrides=found.templates)


def _files(assembly: Assembly) -> tuple[tuple[str, str], ...]:
    pitches = tuple((pitch_place(one.id), f"a pitch for {one.client}") for one in assembly.pitches)
    targets = [one.target for one in assembly.targets if one.target]
    resumes = [(f"target/{one.id}/resume.pdf", f"the résumé for {one.name}") for one in targets]
    letters = [(f"target/{one.id}/letter.pdf", f"the letter to {one.name}") for one in targets if one.letter]
    found = assembly.resumes.items()
    return (
        ("site/index.html", "the portfolio, for clients"),
        *(
            (_place(path), f"the résumé{f' in {one.words.name}' if number else ''}")
            for number, (path, one) in enumerate(found)
        ),
        *resumes,
        *letters,
        *pitches,
        ("readiness/index.html", "how ready you are, for you alone"),
    )
