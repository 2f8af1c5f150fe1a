"""`folio cohort report`: what the rows of a cohort come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.running import JSON

if TYPE_CHECKING:
    from folio.cohort.report.model import CohortReport


@click.command("report", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("rows", nargs=-1, required=True, metavar="ROWS...")
@click.option(
    "-p", "--platform", "platforms", multiple=True, metavar="NAME", help="Only this platform; may be repeated."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True,
              help="What to make.")  # fmt: skip
@JSON
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write to FILE in place of standard output.")  # fmt: skip
@click.option("--people", is_flag=True, help="Show single persons, by the ids that they have in the rows.")
@click.option("--rank", is_flag=True, help="With --people: order them by points.")
@click.option("--least", type=click.IntRange(min=1), default=5, show_default=True, metavar="N",
              help="Hold back figures of fewer people than that.")  # fmt: skip
def report(rows: tuple[str, ...], platforms: tuple[str, ...], form: str, out: Path | None, people: bool, rank: bool,
           least: int) -> None:  # fmt: skip
    """Say what ROWS come to: how points lie, what most often is missing, and which steps would help most people.

    ROWS is what 'folio cohort' wrote: a Parquet file, a folder of them or a pattern, or rows as JSON lines. Nobody is
    named or ranked unless you ask for it.
    """
    if rank and not people:
        raise click.UsageError("a ranking shows persons: say --people as well")
    from folio.cli.files import STDOUT, write
    from folio.cli.result import to_stdout
    from folio.cli.terminal import say
    from folio.cohort.report.files import tables
    from folio.cohort.report.summary import Wanted
    from folio.cohort.report.summary import report as made

    wanted = Wanted(platforms=tuple(dict.fromkeys(platforms)), people=people, rank=rank, least=least)
    with tables(rows) as files:
        found = made(files, wanted)
    if out in (None, STDOUT) and form == "text":
        for line in _text(found):
            say(line)
        return
    content = _printed(found, form)
    if out is None or out == STDOUT:
        to_stdout(content)
    else:
        write(out, content.encode("utf-8", "replace"))


def _text(found: CohortReport) -> list[str]:
    from folio.cli.cohort_report_text import lines
    from folio.cli.text import cleaned

    return list(lines(cleaned(found)))


def _printed(found: CohortReport, form: str) -> str:
    from folio.cli.result import UNSAFE, escaped

    if form == "json":
        return escaped(found.to_json())
    if form == "text":
        return "".join(f"{click.unstyle(line)}\n" for line in _text(found))
    from folio.cohort.report.page import page

    return UNSAFE.sub("\ufffd", page(found))
