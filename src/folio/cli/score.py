"""`folio score`: how ready a profile is, on one platform or several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from folio.cli.completing import level as levels
from folio.cli.running import JSON, PROFILE, platforms, run_options, running

FORMS = ["text", "json", "markdown", "html", "sarif", "github"]


@click.command()
@PROFILE
@platforms(several=True)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
              help="What to print; 'github' prints workflow commands, and adds to the summary of the job.")  # fmt: skip
@JSON
@click.option("--min", "least", type=click.IntRange(0, 100), metavar="POINTS",
              help="Exit with status 1 when fewer points are earned on any platform.")  # fmt: skip
@click.option("--level", metavar="LEVEL", shell_complete=levels,
              help="Exit with status 1 below this level on any platform.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the result to this file instead of printing it.")  # fmt: skip
@running
def score(profile: Path, form: str, least: int | None, level: str | None, out: Path | None, **values: Any) -> int:
    """Say how ready PROFILE is: what is earned, what is not known, what is not there, and what to do next.

    With several platforms, a table shows them side by side. Exit status 1 when --min or --level is not reached; both
    look at what is earned, and not at what could be once everything is known.
    """
    from folio.cli.limits import known_level, missed
    from folio.cli.look_over import look_over
    from folio.cli.progress import progress
    from folio.cli.result import deliver
    from folio.cli.terminal import say
    from folio.cli.text import clean
    from folio.history import remember
    from folio.options import state_folder
    from folio.pipeline import score as scored
    from folio.profile.placeholders import untouched

    with progress(values["quiet"]) as shown:
        options = run_options(values, shown)
        wanted = known_level(level, options)
        appraisal = scored(profile, options, shown.step)
    past = remember(state_folder(appraisal.folder, options), appraisal.reports, what_if=bool(options.overrides))
    deliver(appraisal, form, out, past)
    if hint := look_over(sum(1 for _ in untouched(appraisal.facts.profile)), profile):
        say(clean(hint), err=True)
    faults = missed(appraisal.reports, least, wanted)
    for fault in faults:
        say(clean(fault), err=True)
    return 1 if faults else 0
