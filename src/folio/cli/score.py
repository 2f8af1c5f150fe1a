"""`folio score`: how ready a profile is, on one platform or several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from folio.cli.running import PROFILE, platforms, run_options, running


@click.command(short_help="Say what is earned, not known and not there, and what to do next.")
@PROFILE
@running
@platforms(several=True)
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text",
              show_default=True, help="What to print.")  # fmt: skip
@click.option("--min", "least", type=click.IntRange(0, 100), metavar="POINTS",
              help="Exit with status 1 when fewer points are earned.")  # fmt: skip
def score(profile: Path, form: str, least: int | None, **values: Any) -> int:
    """Say how ready PROFILE is: what is earned, what is not known, what is not there, and what to do next."""
    from folio.cli.progress import progress
    from folio.cli.summary import show_score
    from folio.pipeline import score as scored

    with progress(values["quiet"]) as shown:
        shown.step("looking at what the profile names")
        found = scored(profile, run_options(values, lambda name, again: shown.detail(f"looked at {name}")))
    report = found.reports[0]
    if form == "text":
        show_score(report)
    else:
        from folio.render.report import render_report

        wanted = "report.json" if form == "json" else "report.md"
        artifact = next(one for one in render_report(report) if one.path == wanted)
        click.echo(artifact.content.decode(), nl=False)
    return 1 if least is not None and report.points.earned < least else 0
