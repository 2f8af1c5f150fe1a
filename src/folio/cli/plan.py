"""`folio plan`: what to do next, week by week, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.running import JSON, PROFILE, platforms, run_options, running

if TYPE_CHECKING:
    from folio.readiness.planning import PlanSeen


@click.command()
@PROFILE
@running
@platforms(several=False)
@click.option("--level", type=click.Choice(["building", "ready", "strong"]),
              help="The level to plan for.  [default: the next one that has gates]")  # fmt: skip
@click.option("--hours", type=click.IntRange(1, 5000), metavar="N",
              help="The hours you have in all.  [default: as many as the level takes]")  # fmt: skip
@click.option("--weekly", type=click.IntRange(1, 80), default=6, show_default=True, metavar="M",
              help="The hours you have in a week.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown", "ics"]), default="text",
              show_default=True, help="What to print; 'ics' is a calendar.")  # fmt: skip
@JSON
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the plan to this file instead of printing it.")  # fmt: skip
@click.option("--github", metavar="OWNER/REPO", help="Create an issue for each step, and none twice.")
@click.option("--dry-run", is_flag=True, help="With --github: only show what would be created; needs no token.")
@click.option("--yes", is_flag=True, help="With --github: create without asking.")
@click.option("--public", is_flag=True, help="With --github: also where others can read it.")
def plan(profile: Path, level: str | None, hours: int | None, weekly: int, form: str, out: Path | None,
         github: str | None, dry_run: bool, yes: bool, public: bool, **values: Any) -> None:  # fmt: skip
    """Plan what to do next for PROFILE, and say honestly where it leads.

    What opens a gate comes first, then what lifts a pillar to its floor, then what brings most points for the time.
    Each step is scored again once those before it are done. Without --hours, the plan goes as far as the level takes.
    """
    from folio.cli.files import STDOUT
    from folio.cli.progress import progress
    from folio.pipeline import look, rubrics
    from folio.readiness.assess import stand
    from folio.readiness.planning import planned

    out = None if out == STDOUT else out
    if not github and (dry_run or yes or public):
        raise click.UsageError("--dry-run, --yes and --public go with --github OWNER/REPO")
    if github:
        from folio.evidence.github.issues import check_name

        check_name(github)
    with progress(values["quiet"]) as shown:
        options = run_options(values, shown)
        chosen = rubrics(options)[0]
        folder, facts = look(profile, options, shown.step)
    found = planned(facts, stand(facts, chosen), hours=hours, weekly=weekly, level=level)
    if out is not None:
        from folio.cli.files import write

        write(out, printed(found, form))
    if github:
        from folio.cli.plan_issues import to_github

        to_github(found, github, options, folder=folder, public=public, dry=dry_run, sure=yes)
    elif out is None:
        _show(found, form)


def printed(plan: PlanSeen, form: str) -> bytes:
    """The plan in one of its forms."""
    match form:
        case "json":
            from folio.cli.result import escaped

            return escaped(plan.to_json()).encode("utf-8", "replace")
        case "ics":
            from folio.render.ical import calendar

            return calendar(plan)
        case "markdown":
            from folio.render.plan import checklist

            return checklist(plan).encode("utf-8", "replace")
    return "".join(f"{click.unstyle(line)}\n" for line in _text(plan)).encode("utf-8", "replace")


def _show(plan: PlanSeen, form: str) -> None:
    if form != "text":
        click.echo(printed(plan, form), nl=False)
        return
    from folio.cli.terminal import say

    for line in _text(plan):
        say(line)


def _text(plan: PlanSeen) -> Iterator[str]:
    from folio.cli.planned import lines
    from folio.cli.text import cleaned

    return lines(cleaned(plan))
