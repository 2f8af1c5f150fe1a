"""Several platforms side by side: a page, JSON, and Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from folio.readiness.figures import hours, tenths
from folio.readiness.report import ActionSeen, Report
from folio.render.artifact import Artifact
from folio.render.plain import plainly
from folio.render.report import as_markdown, as_page
from folio.render.report_view.figures import listed
from folio.render.report_view.page import Page, view

SHARED = 8
"""So many steps that help on several platforms are shown."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A step that helps on more than one platform."""

    todo: str
    title: str
    time: str
    platforms: int
    names: str
    most: str
    """Points it brings where it brings most."""
    gates: str
    """The platforms on which it opens a gate."""


def render_overview(reports: Sequence[Report], *, overrides: Path | None = None) -> tuple[Artifact, ...]:
    """`index.html`, `scores.json` and `scores.md` of several platforms, in the order of `reports`.

    `scores.json` holds the reports whole: `{"schema_version": 1, "reports": [...]}`.
    """
    pages = [view(one) for one in reports]
    first = reports[0]
    values = plainly(
        {
            "person": first.person,
            "today": first.today.isoformat(),
            "role": first.role,
            "note": first.note,
            "platforms": [_short(page) for page in pages],
            "shared": [asdict(one) for one in shared_steps(reports)],
        }
    )
    return (
        Artifact.of("index.html", as_page("report/overview.html.j2", values, overrides=overrides)),
        Artifact.of("scores.json", scores(reports)),
        Artifact.of("scores.md", as_markdown("report/overview.md.j2", values, overrides=overrides)),
    )


def scores(reports: Sequence[Report]) -> str:
    """Several reports as one JSON document, each in the form that it has alone."""
    inside = (one.to_json().rstrip("\n").replace("\n", "\n    ") for one in reports)
    return '{\n  "reports": [\n    ' + ",\n    ".join(inside) + '\n  ],\n  "schema_version": 1\n}\n'


def shared_steps(reports: Sequence[Report]) -> tuple[Shared, ...]:
    """The steps that help on two platforms or more: gates first, then by what they bring on all of them together."""
    found: dict[tuple[object, ...], list[tuple[Report, ActionSeen]]] = defaultdict(list)
    for report in reports:
        for action in report.actions:
            found[action.check, action.todo, _rests_on(report, action)].append((report, action))
    several = [some for some in found.values() if len(some) > 1]
    several.sort(key=lambda some: (-_gates(some), -sum(one.gain for _, one in some), some[0][1].check, some[0][1].todo))
    return tuple(map(_shared, several[:SHARED]))


def _rests_on(report: Report, action: ActionSeen) -> tuple[tuple[str, str], ...]:
    """What was found so far: where platforms look for different things, the same words are different steps."""
    check = report.check(action.check)
    return tuple((item.subject, item.says) for item in check.items) if check else ()


def _gates(some: Sequence[tuple[Report, ActionSeen]]) -> int:
    return sum(action.because == "gate" for _, action in some)


def _shared(some: Sequence[tuple[Report, ActionSeen]]) -> Shared:
    action = some[0][1]
    return Shared(
        todo=action.todo,
        title=action.title,
        time=hours(action.minutes),
        platforms=len(some),
        names=listed([report.platform.title for report, _ in some], most=8),
        most=tenths(max(one.gain for _, one in some)),
        gates=listed([report.platform.title for report, one in some if one.because == "gate"], most=8),
    )


def _short(page: Page) -> dict[str, object]:
    """What the overview shows of one platform; its checks are left to its own report."""
    gates = [one for one in page.wishes if one.kind in ("gate", "hygiene")]
    return asdict(replace(page, categories=())) | {
        "gates_met": sum(one.state == "met" for one in gates),
        "gates": len(gates),
    }
