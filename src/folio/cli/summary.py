"""What `folio build` made and `folio collect` saw, in short."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from folio.cli.headline import headline
from folio.cli.steps import asks_first, questions, steps
from folio.cli.terminal import bold, say
from folio.cli.text import clean, cleaned
from folio.evidence.model import AccountSeen, Evidence, FeedSeen, HostedSeen, Observation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from folio.readiness.report import Report

ASKED = 2


def built_lines(report: Report, out: Path, files: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The score in short, the three best next steps, and where the files are: each path below `out` and what it is.

    Where finding out brings more than the steps, two questions go before them.
    """
    report = cleaned(report)
    yield from headline(report)
    if asks_first(report):
        yield from questions(report, ASKED, rest="'folio score'")
    yield from steps(report)
    yield ""
    yield bold(f"Written to {clean(str(out))}{os.sep}")
    longest = max(len(path) for path, _ in files)
    for path, what in files:
        yield f"  {path:<{longest}}  {clean(what)}"


def show_evidence(evidence: Evidence, looked: set[str]) -> None:
    """One line for each thing that was looked at."""
    for one in evidence.observations:
        state = "seen" if one.problem is None else "not seen"
        how = "now" if f"{one.source} {one.subject}" in looked else f"on {one.observed_on}"
        if one.missed:
            how += f"; not reached now: {one.missed}"
        how += _gaps(one)
        mark = click.style(f"{state:<8}", fg="yellow" if one.problem or one.missed else "green")
        say(f"{mark} {one.source:<9} {clean(one.subject)}  {clean(one.problem or how)}")


def evidence_json(evidence: Evidence, looked: set[str]) -> str:
    """The same for programs: what stands for each thing, without what was seen of it, which is in .folio/evidence."""
    import json

    things = [
        {
            "source": one.source,
            "subject": one.subject,
            "seen": one.problem is None,
            "now": f"{one.source} {one.subject}" in looked,
            "observed_on": one.observed_on.isoformat(),
            "problem": one.problem,
            "missed": one.missed,
            "again_at": one.again_at.isoformat() if one.again_at else None,
            "gaps": _gaps(one).removeprefix("; ") or None,
        }
        for one in evidence.observations
    ]
    return json.dumps({"schema_version": 1, "things": things}, ensure_ascii=False, indent=2) + "\n"


def _gaps(observation: Observation) -> str:
    """The parts of what was seen that are not known, in words."""
    seen = observation.seen
    if isinstance(seen, HostedSeen | AccountSeen) and seen.unasked:
        reasons: dict[str, list[str]] = {}
        for part, why in seen.unasked.items():
            reasons.setdefault(why, []).append(part)
        return "".join(f"; {', '.join(parts)} not known: {why}" for why, parts in reasons.items())
    if isinstance(seen, FeedSeen):
        read = sum(1 for one in seen.entries if one.text)
        flaw = f"; not well-formed: {seen.flaw}" if seen.flaw else ""
        return f"; {read} of {len(seen.entries)} texts read{flaw}"
    return ""
