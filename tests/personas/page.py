"""docs/explanation/personas.md: who scores what, what stands in the way, and what each is told to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from folio.readiness.report import ActionSeen, Report
from personas.people import Persona, ladder, personas
from personas.run import Town

HEAD = """\
# Ten people and eight platforms

Invented people with real git repositories, real texts and a whole run each: read, joined and scored as anybody's profile
is. Nobody tunes folio to them: they show whether the order and the shape of the scores are what a person would expect. The
tests in `tests/personas/` make them and write this page (`FOLIO_GOLDEN=renew pytest tests/personas`); a change of any
figure is seen in the diff.

Each cell gives the points that are *earned / not known / not there*, and the level, with the level that could be reached
once everything that is not known has been looked at.
"""
PRIVATE = """\
## Without anything public

The same work with every repository private: on the person's own machine, at no code host, named nowhere. Every level of
every platform can be reached that way.
"""


def written(town: Town) -> str:
    """The page."""
    return "\n".join(_lines(town)) + "\n"


def _lines(town: Town) -> Iterator[str]:
    people = {one.name: town.reports(one) for one in personas()}
    yield HEAD
    yield from _table(people)
    yield from ("", "## What stands in the way", "")
    yield "The gates of the next level with gates that are not met; `?` marks one that could be, once it is known."
    yield ""
    for name, reports in people.items():
        yield f"- **{name}**: {_gates(reports) or 'nothing'}"
    yield from ("", PRIVATE)
    yield from _table({one.name: town.reports(one) for one in ladder()})
    yield from ("", "## One by one", "")
    yield "What the first three steps of the plan say, for a client of one's own."
    for persona in personas():
        yield from _persona(persona, people[persona.name]["direct-client"])


def _table(people: Mapping[str, Mapping[str, Report]]) -> Iterator[str]:
    titles = [report.platform.title for report in next(iter(people.values())).values()]
    yield "| | " + " | ".join(titles) + " |"
    yield "|---" * (len(titles) + 1) + "|"
    for name, reports in people.items():
        yield f"| {name} | " + " | ".join(map(_cell, reports.values())) + " |"


def _cell(report: Report) -> str:
    points = report.points
    level = report.level.title + (f", up to {report.up_to.title}" if report.up_to != report.level else "")
    return f"{points.earned} / {points.unknown} / {points.missing} {level}"


def _gates(reports: Mapping[str, Report]) -> str:
    found: dict[str, list[str]] = {}
    for platform, report in reports.items():
        for gate in report.gates:
            if gate.kind == "gate" and gate.state != "met":
                found.setdefault(f"`{gate.about}`{'?' if gate.state == 'open' else ''}", []).append(platform)
    return "; ".join(f"{gate} ({', '.join(where)})" for gate, where in sorted(found.items()))


def _persona(persona: Persona, report: Report) -> Iterator[str]:
    yield from ("", f"### {persona.name.capitalize()}", "", persona.about, "")
    steps = [_step(number, action) for number, action in enumerate(report.actions[:3], 1)]
    yield from steps or ["Nothing is left to do."]


def _step(number: int, action: ActionSeen) -> str:
    least, most = (_hours(minutes) for minutes in action.minutes)
    because = {"gate": "a gate", "floor": "a pillar below its floor", "points": "points"}[action.because]
    about = f" ({action.name})" if action.name else ""
    return f"{number}. **{action.title}**{about}: {action.todo}. +{action.gain / 10_000:.1f}, {least} to {most} h, for {because}"


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")
