"""The report where GitHub shows what a workflow found: annotations beside a run, and the summary of a job.

A profile's workflow checks out the profile and not the projects, so that no annotation names a file: a path would lead
nowhere, or into a file of the same name. Places are told in the message.
"""

# Without `from __future__ import annotations`, which would take the name of a function below.

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from folio.readiness.figures import capital, gained, hours, tenths
from folio.readiness.history import Past
from folio.readiness.report import Report
from folio.render.overview import shared_steps
from folio.render.plain import plainly
from folio.render.report import as_markdown
from folio.render.report_view.figures import listed
from folio.render.report_view.page import Page, view
from folio.render.report_view.since import since
from folio.render.report_view.wishes import wishes
from folio.render.workflow import MOST, Kind, command, limited

Said = tuple[Kind, str, tuple[str, ...]]
"""A level, a title, and the lines of a message."""
STEPS = 3
LIMIT = 1_000_000
"""Bytes below GitHub's 1 MiB, past which it shows no summary at all."""
CELLS = 40


def annotations(*reports: Report, past: Sequence[Past] = ()) -> str:
    """Workflow commands, one a line: what is found as an error, what a level lacks as a warning, the rest as notices.

    With several reports, the steps told are those that help on more than one platform.
    """
    said: dict[Kind, list[str]] = defaultdict(list)
    for kind, title, message in _said(reports, past):
        line = command(kind, title, *message)
        if line not in said[kind]:
            said[kind].append(line)
    kinds: tuple[Kind, ...] = ("error", "warning", "notice")
    return "".join(f"{line}\n" for kind in kinds for line in limited(kind, said[kind], "in the report"))


def summary(reports: Sequence[Report], *, past: Sequence[Past] = ()) -> str:
    """Markdown for the summary of a job; details are left out before GitHub would refuse the whole."""
    pages = [view(one, past) for one in reports]
    for details in (len(pages), 3, 1, 0):
        values = {
            "person": reports[0].person,
            "today": reports[0].today.isoformat(),
            "role": reports[0].role,
            "platforms": [{**_short(page), "bar": text_bar(page)} for page in pages],
            "details": details,
            "shared": [asdict(one) for one in shared_steps(reports)] if details else [],
        }
        text = as_markdown("report/summary.md.j2", plainly(values))
        if len(text.encode()) <= LIMIT:
            break
    return text


def text_bar(page: Page) -> str:
    """Earned solid, not known shaded, not there light; always as long."""
    earned = page.points * CELLS // 100
    unknown = (page.points + page.unknown) * CELLS // 100 - earned
    return "█" * earned + "▒" * unknown + "░" * (CELLS - earned - unknown)


def _said(reports: Sequence[Report], past: Sequence[Past]) -> Iterator[Said]:
    for report in reports:
        yield from _secrets(report)
    for report in reports:
        yield from _result(report, past)
    room = max(min(STEPS, MOST - len(reports)), 1)
    if len(reports) == 1:
        for action in reports[0].actions[:room]:
            where = f" ({action.name})" if ":" in action.subject else ""
            gain = gained(action.gain)
            yield (
                "notice",
                f"Next: {action.title}",
                (f"{action.todo}{where}.", f"{capital(gain)}, {hours(action.minutes)}."),
            )
    else:
        for step in shared_steps(reports)[:room]:
            gain = gained(0) if step.most == tenths(0) else f"up to +{step.most} points"
            yield "notice", f"Next: {step.title}", (f"{step.todo}.", f"{capital(gain)}, {step.time}, on {step.names}.")


def _secrets(report: Report) -> Iterator[Said]:
    for check in report.checks:
        for item in check.items if check.hygiene else ():
            if not item.quality:
                where = f", at {listed(item.places, most=8)}" if item.places else ""
                yield "error", check.title, (f"{item.name}: {item.says}{where}.", f"{check.next}.")


def _result(report: Report, past: Sequence[Past]) -> Iterator[Said]:
    points, moved, wanted = report.points, since(report, past), wishes(report)
    title = f"{report.platform.title}: {report.level.title}, {points.earned} of 100 points"
    lines = [f"{points.unknown} not known, {points.missing} not there."]
    lines += [f"Since {moved.day}: {moved.says}."] if moved else []
    if unclear := [one.title for one in wanted if one.state_id == "open"]:
        lines.append(f"Not known yet, for {report.target.title}: {listed(unclear, most=8)}.")
    yield "notice", title, tuple(lines)
    if lacking := tuple(f"{one.title}: {one.says}." for one in wanted if one.state_id == "not-met"):
        yield "warning", f"{report.platform.title}: not {report.target.title} yet", lacking


def _short(page: Page) -> dict[str, object]:
    return asdict(replace(page, categories=(), timeline=None, claims_lacking=(), claims_supported=()))
