"""`folio explain`: one check, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from folio.cli.running import PROFILE, platforms, run_options, running


@click.command(short_help="Explain one check: evidence, reasons, arithmetic.")
@click.argument("check")
@PROFILE
@running
@platforms(several=False)
def explain(check: str, profile: Path, **values: Any) -> None:
    """Explain CHECK: what it measures and why, the evidence found, and the arithmetic line by line.

    CHECK is an id from the report, such as ci-runs-tests.
    """
    from folio.pipeline import score as scored
    from folio.readiness.explain import explain as explained

    appraisal = scored(profile, run_options(values))
    for line in explained(appraisal.reports[0], check):
        click.echo(line)
