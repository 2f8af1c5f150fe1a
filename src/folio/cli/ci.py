"""`folio ci`: the one command that workflows call; on a laptop it shows what they would say."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.completing import level as levels
from folio.cli.problems import BAD_INPUT, FINE, NO
from folio.cli.running import AS_JSON, PROFILE, a_folder, platforms, run_options, running
from folio.cli.site import with_engine

if TYPE_CHECKING:
    from folio.ci.environment import Environment
    from folio.ci.run import Result
    from folio.errors import Problem
    from folio.website.build import Engine

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@PROFILE
@click.option("--min-level", metavar="LEVEL", shell_complete=levels, help="Exit with status 1 below this level.")
@click.option("--base", metavar="COMMIT",
              help="What to compare with; the service says it, and on a laptop it is the last commit.")  # fmt: skip
@click.option("--show-score", is_flag=True,
              help="Tell the readiness where others read it too: in the log of a public repository.")  # fmt: skip
@click.option("--summary", type=FILE, metavar="FILE", help="Write the summary there as well, as Markdown.")
@platforms(several=False)
@with_engine
@AS_JSON
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="DIR",
              callback=a_folder, help="The folder to write; swapped in whole when everything is done.")  # fmt: skip
@running
def ci(profile: Path, min_level: str | None, base: str | None, show_score: bool, summary: Path | None, engine: Engine,
       as_json: bool, out: Path, **values: Any) -> int:  # fmt: skip
    """Check PROFILE, make everything from it, and say what that changes: the one command that workflows call.

    On GitHub it writes annotations, the summary of the job and the outputs score, level, site and pdfs; elsewhere it
    prints the summary. The readiness is told where you alone read it; in a public repository only what your site
    publishes of it is. Exit status 1 below --min-level, 2 when the profile is wrong.
    """
    from folio.ci.compared import names_of
    from folio.ci.environment import environment, read_event
    from folio.ci.run import look_over, make
    from folio.ci.summary import failed, listed
    from folio.cli.limits import known_level
    from folio.cli.progress import progress
    from folio.errors import FolioError

    run = environment(os.environ, read_event(os.environ))
    with progress(values["quiet"]) as shown:
        options = run_options(values, shown)
        wanted = known_level(min_level, options, "--min-level")
        problems = look_over(profile, options)
        if problems.errors:
            _tell_wrong(problems.problems, run, summary)
            return BAD_INPUT
        names = names_of(base, run.base)
        try:
            result = make(profile, problems, out, options, run, base=names, show_score=show_score, say=shown.step,
                          engine=engine)  # fmt: skip
        except FolioError as error:
            _write_summaries(failed(listed(error, profile)), run, summary)
            raise
    _tell(result, names, run, summary, values["state"], as_json)
    return _below(result, wanted)


def _tell_wrong(problems: tuple[Problem, ...], run: Environment, summary: Path | None) -> None:
    from folio.ci.summary import failed
    from folio.cli.problems import lines
    from folio.cli.terminal import say

    if run.service == "github":
        _annotate(problems)
    else:
        for one in problems:
            say(lines(one, terminal=sys.stderr.isatty()), err=True)
    _write_summaries(failed(problems), run, summary)


def _tell(result: Result, names: tuple[str, ...], run: Environment, summary: Path | None, state: Path | None,
          as_json: bool) -> None:  # fmt: skip
    from folio.ci.outputs import as_lines, outputs
    from folio.ci.shown import Shown
    from folio.ci.summary import summary as summed_up
    from folio.cli.delivery import said_as_json
    from folio.cli.files import append
    from folio.cli.result import UNSAFE, to_stdout
    from folio.history import recall
    from folio.options import STATE

    past = recall(state or result.built.assembly.folder / STATE) if result.shown == Shown.ALL else ()
    text = UNSAFE.sub("\ufffd", summed_up(result, names, past))
    _write_summaries(text, run, summary)
    if run.outputs:
        append(run.outputs, as_lines(outputs(result)).encode("utf-8", "surrogateescape"))
    if as_json:
        said_as_json(_about(result))
        return
    if run.service == "github":
        _annotate(result.problems.problems)
        if result.shown == Shown.ALL:
            from folio.render import github

            to_stdout(UNSAFE.sub("\ufffd", github.annotations(result.built.assembly.report, past=past)))
    if run.summary is None:
        from folio.cli.text import inert

        to_stdout(inert(text))
    else:
        to_stdout(f"{result.site}{os.sep}: the site; the summary of the job says what is different\n")


def _annotate(problems: tuple[Problem, ...]) -> None:
    from folio.cli.result import UNSAFE, to_stdout
    from folio.render.problems import as_annotations

    to_stdout(UNSAFE.sub("\ufffd", as_annotations(problems)))


def _write_summaries(text: str, run: Environment, asked: Path | None) -> None:
    from folio.cli.files import append, write

    if run.summary:
        append(run.summary, text.encode("utf-8", "replace"))
    if asked:
        write(asked, text.encode("utf-8", "replace"))


def _about(result: Result) -> dict[str, object]:
    """For programs, what the outputs say, and what is different."""
    one = result.change
    return {
        "score": result.score,
        "level": result.level or None,
        "site": str(result.site),
        "pdfs": list(map(str, result.pdfs)),
        "warnings": len(result.problems.warnings or ()),
        "base": one.commit or None,
        "pages": {"added": one.pages.added, "changed": one.pages.changed, "removed": one.pages.removed}
        if one.pages is not None
        else None,
        "documents": one.documents,
        "notes": one.notes,
    }


def _below(result: Result, wanted: str | None) -> int:
    from folio.ci.shown import Shown
    from folio.cli.limits import missed
    from folio.cli.terminal import say
    from folio.cli.text import clean

    faults = missed([result.built.assembly.report], None, wanted)
    if faults and result.shown == Shown.NOTHING:
        faults = ["the level is below what --min-level asks for; 'folio score' says why, where you alone read it"]
    for fault in faults:
        say(clean(fault), err=True)
    return NO if faults else FINE
