"""`--min` and `--level`: what a result has to reach for the exit status to be 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from folio.options import Options
    from folio.readiness.report import Report


def known_level(name: str | None, options: Options, option: str = "--level") -> str | None:
    """The id of the level called `name`; a usage error that names the known ones when there is none."""
    if name is None:
        return None
    from folio.pipeline import rubrics

    known = [rung.id for rung in rubrics(options)[0].catalogue.levels]
    if name.lower() not in known:
        raise click.BadParameter(f"there is no level '{name}'; write {', '.join(known)}", param_hint=f"'{option}'")
    return name.lower()


def missed(reports: Sequence[Report], least: int | None, level: str | None) -> list[str]:
    """In words, each platform on which less is earned than asked for. What is not known does not count."""
    return [fault for report in reports for fault in _missed(report, least, level)]


def _missed(report: Report, least: int | None, level: str | None) -> list[str]:
    faults, where = [], report.platform.title
    if least is not None and report.points.earned < least:
        faults.append(f"{where}: {report.points.earned} points are earned, {least} are asked for")
    ids = [one.id for one in report.rules.levels]
    if level is not None and ids.index(report.level.id) < ids.index(level):
        title = report.rules.levels[ids.index(level)].title
        lacks = f"; {why}" if (why := _why(report, ids.index(level))) else ""
        faults.append(f"{where}: the level is {report.level.title}, {title} is asked for{lacks}")
    return faults


def _why(report: Report, number: int) -> str:
    """What stands in the way of a level; the report knows most of the one that it works towards."""
    rung = report.rules.levels[number]
    if rung.id == report.target.id:
        lacks = "; ".join(f"{one.title}: {one.state}" for one in report.conditions if one.state != "met")
        return f"{rung.title} takes more: {lacks}" if lacks else ""
    from folio.readiness.explain.level import level_sections

    _, *sections = level_sections(report)  # one for each level, after the one about where the person stands
    return f"{rung.title} takes {'; '.join(sections[number].lines)}"
