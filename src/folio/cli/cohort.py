"""`folio cohort`: many profiles in one run, as a table; `folio cohort report` is in a module of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.running import AS_JSON, platforms, run_options, running

if TYPE_CHECKING:
    from folio.cohort.order import Order

REPORT = "report"


class Cohort(click.Command):
    """Gives way to the report when that is its first word; a folder of that name is ./report."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args[:1] != [REPORT]:
            return super().make_context(info_name, args, parent, **extra)
        from folio.cli.cohort_report import report
        from folio.cli.environment import listening

        command = listening(report, f"{info_name}-{REPORT}")
        return command.make_context(f"{info_name} {REPORT}", args[1:], parent, **extra)


@click.command(cls=Cohort)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@platforms(several=True)
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("rows.parquet"), show_default=True,
              metavar="FILE",
              help="Where the rows go: a .parquet or .jsonl file, or a folder of Parquet files.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 1024), metavar="N",
              help="How many profiles to work on at once (as many as this machine has processors).")  # fmt: skip
@click.option(
    "--scheduler", metavar="ADDRESS", help="Work on a Dask cluster, as tcp://host:8786, in place of this machine."
)
@click.option("--stored", is_flag=True, help="Score what was seen before, and look at nothing.")
@click.option("--render", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Also build everybody's site and documents, in a folder each below this one.")  # fmt: skip
@click.option("--tokens", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Tokens for GitHub, one a line, that share the work; each is in one job at a time.")  # fmt: skip
@click.option("--wait", type=click.IntRange(0, 10_080), default=0, show_default=True, metavar="MINUTES",
              help="How long to wait for GitHub in all, where its limit was reached.")  # fmt: skip
@click.option("--restart", is_flag=True, help="Begin anew, and forget what an unfinished run has done.")
@click.option("--chunk", type=click.IntRange(1, 10_000), metavar="N",
              help="Profiles that a worker is given at a time, and that a kill may cost.  [default: 20]")  # fmt: skip
@click.option("--retries", type=click.IntRange(0, 20), default=2, show_default=True, metavar="N",
              help="How often to try a profile again that its worker process ended at.")  # fmt: skip
@click.option("--deadline", type=click.FloatRange(0.1, 86_400), default=600.0, show_default=True, metavar="SECONDS",
              help="How long one profile may take before its worker process is ended.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with status 1 when a profile could not be scored.")
@AS_JSON
@running
@click.pass_context
def cohort(context: click.Context, /, as_json: bool, strict: bool, **values: Any) -> int:
    """Score every profile that the SOURCEs name, and write a row for each profile and platform.

    A SOURCE is a folder of profiles, a pattern in quotes, a .jsonl or .parquet file of records, a .txt file of git
    addresses, or one address. A profile that can't be scored is a row with its problems, and stops nothing.

    Interrupted or killed, the same command goes on where it was, and the rows come out the same.

    \b
    folio cohort people/ -p toptal -o rows.parquet
    folio cohort report rows.parquet     what the rows come to: spread, what is missing most, what helps most
    """
    from folio.cli.cohort_text import as_data, summary
    from folio.cli.delivery import said_as_json
    from folio.cli.progress import progress
    from folio.cli.terminal import say
    from folio.cli.terminated import interrupting
    from folio.cohort.order import Stopped
    from folio.cohort.run import run

    order = _order(values, _day_said(context))
    try:
        with interrupting(), progress(values["quiet"]) as shown:
            outcome = run(order, shown)
    except Stopped as stopped:
        left = f"{stopped.done:,} of {stopped.total:,} profiles are done and kept"
        say(f"stopped; {left}: run the same command again to go on", err=True)
        return 130
    if as_json:
        said_as_json(as_data(order, outcome))
    if not values["quiet"]:
        for line in summary(order, outcome):
            say(line, err=True)
    return 1 if strict and outcome.problems else 0


def _day_said(context: click.Context) -> bool:
    from click.core import ParameterSource

    said = context.get_parameter_source("today") is not ParameterSource.DEFAULT
    return said or bool(os.environ.get("SOURCE_DATE_EPOCH"))


def _processors() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _order(values: dict[str, Any], day_said: bool) -> Order:
    """What the words of the command ask for."""
    import time
    from datetime import UTC, datetime, timedelta

    from folio.cohort import tokens
    from folio.cohort.job import Asked
    from folio.cohort.order import Order

    options = run_options(values)
    looks = not (options.offline or values["stored"])
    given: tuple[str, ...] = ()
    if values["tokens"] is not None:
        given = tokens.read(values["tokens"])
    elif looks and options.token and (token := options.token()):
        given = (token,)
    return Order(
        sources=tuple(values["sources"]),
        out=values["out"],
        asked=Asked(options, values["stored"], values["render"]),
        day_said=day_said,
        chunk=values["chunk"],
        workers=values["workers"] or _processors(),
        scheduler=values["scheduler"],
        tokens=given if looks else (),
        retries=values["retries"],
        deadline=values["deadline"],
        wait=timedelta(minutes=values["wait"]),
        restart=values["restart"],
        clock=lambda: datetime.now(tz=UTC),
        sleep=time.sleep,
    )
