"""`folio compare`: what is different between two results, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.completing import day
from folio.cli.running import JSON

if TYPE_CHECKING:
    from folio.cli.given import Wanted
    from folio.readiness.comparison import Comparison
    from folio.readiness.history import Past
    from folio.readiness.report import Report


@click.command()
@click.argument("before", metavar="A", shell_complete=day)
@click.argument("after", metavar="B", shell_complete=day)
@click.option("--profile", type=click.Path(path_type=Path), default=Path("."), show_default=True, metavar="PROFILE",
              help="Whose history it is, where A or B is a day of it.")  # fmt: skip
@click.option("-p", "--platform", metavar="NAME", help="For which platform, where several are kept.")
@click.option("--state", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Where the history is kept (.folio beside the profile).")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True,
              help="What to print.")  # fmt: skip
@JSON
@click.option("--fail-on-drop", is_flag=True, help="Exit with status 1 when points or the level fell.")
def compare(before: str, after: str, profile: Path, platform: str | None, state: Path | None, form: str,
            fail_on_drop: bool) -> int:  # fmt: skip
    """Say what is different between A and B, check by check, and how much of it comes from what.

    A and B are each a report.json, a folder that 'folio build' wrote, a day such as 2026-11-22, or 'first' or 'last' in
    the history that 'folio score' and 'folio build' keep. The history holds figures only, so that two reports say more.
    """
    from folio.cli.given import sides
    from folio.cli.result import UNSAFE, escaped, to_stdout
    from folio.cli.terminal import say
    from folio.cli.text import clean
    from folio.readiness.compare import compare as compared

    first, second = sides(before, after, _wanted(profile, state, platform))
    comparison = compared(first, second, titles=_titles(first, second))
    if form == "json":
        to_stdout(escaped(comparison.to_json()))
    elif form == "markdown":
        from folio.render.comparison_page import markdown

        to_stdout(UNSAFE.sub("\ufffd", markdown(comparison)))
    else:
        _show(comparison)
    fell = comparison.fell(_levels(first, second)) if fail_on_drop else ""
    if fell:
        say(clean(fell), err=True)
    return 1 if fell else 0


def _wanted(profile: Path, state: Path | None, platform: str | None) -> Wanted:
    from datetime import date

    from folio.cli.given import Wanted
    from folio.options import Options, state_folder

    folder = profile if profile.is_dir() else profile.parent
    return Wanted(state_folder(folder, Options(today=date.min, state=state)), platform)


def _show(comparison: Comparison) -> None:
    from folio.cli.compare_text import lines
    from folio.cli.terminal import say

    for line in lines(comparison):
        say(line)


def _titles(first: Report | Past, second: Report | Past) -> dict[str, str]:
    """The words of the rubric that ships with folio, for two days of the history: they keep none."""
    from folio.readiness.report import Report
    from folio.readiness.rubric import catalogue, platforms, rubric

    if isinstance(first, Report) or isinstance(second, Report):
        return {}
    words = {f"level {one.id}": one.title for one in catalogue().levels}
    words |= {one.id: one.title for one in catalogue().checks}
    if first.platform in platforms():
        words[f"platform {first.platform}"] = rubric(first.platform).platform.title
    return words


def _levels(first: Report | Past, second: Report | Past) -> tuple[str, ...]:
    """The levels, the lowest first: as a report has them, else as folio ships them."""
    from folio.readiness.report import Report
    from folio.readiness.rubric import catalogue

    for one in (second, first):
        if isinstance(one, Report):
            return tuple(rung.id for rung in one.rules.levels)
    return tuple(rung.id for rung in catalogue().levels)
