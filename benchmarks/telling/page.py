"""docs/explanation/speed.md and its pictures, from what was measured."""

from __future__ import annotations

import statistics
from itertools import count
from typing import Any

from crowd.plan import Assumed, Cost, measured, plan, stated, tokens_for
from harness.plot import OTHERS, Line, plot
from harness.results import table

from telling.pairs import PAIRS, ratios, times

NAMES = {"site": "The site", "resume": "The résumé", "repositories": "Repositories"}
ABOUT = {
    "site": (
        "A person with that many case studies, five articles and a picture for two of three. *folio's pages* is the "
        "folder of pages that folio writes, handed to the others; *by hand* is plain Markdown with the same words, as "
        "somebody would write it who uses Material for MkDocs alone. Nothing kept: evidence is there, all else is "
        "gone. One edit: one sentence of one case study. MkDocs keeps nothing, and builds everything each time. With "
        "1,000 projects each tells less, for a profile is at most 1 MiB."
    ),
    "resume": (
        "One PDF of the same person; the others get what `folio export` writes. folio takes the pages that the profile "
        "allows and leaves out what fits least, RenderCV and resumed print everything: from 100 projects on that is no "
        "longer the same work."
    ),
    "repositories": (
        "That many repositories of 60 commits each. git prints to nowhere; folio stores what it saw, and looks only at "
        "what is new from then on."
    ),
}
COMMANDS = ("folio ", "mkdocs ", "git ")
INTRO = """\
# How fast it is

Made by `python benchmarks/speed_page.py` from what `make bench` measured. No number here is written by hand, and
a test holds the page to the figures. Programs of one size ran in turn on one machine, so compare within a table, and
ratios rather than seconds: above 1 the other is faster, below 1 folio is."""
MILLION = """\
## A million profiles, on paper

Nobody ran this. The unit costs are measured, everything else is assumed and stated; change it in
`benchmarks/crowd/plan.py` and run `python benchmarks/speed_page.py`."""


def page(compare: dict[str, Any] | None, cohort: dict[str, Any] | None) -> str:
    """The whole page; what was not measured is left out."""
    parts = [INTRO]
    if compare:
        parts += ["## Beside others", *_verdict(compare["figures"])]
        for task in NAMES:
            parts += _task(task, compare["figures"])
        parts.append(f"Measured on {compare['told']}")
        if compare["failed"]:
            parts.append(f"Left out, because it failed: {'; '.join(compare['failed'])}.")
    if cohort:
        parts += [*_many(cohort), *_million(cohort)]
    return "\n\n".join(parts) + "\n"


def pictures(compare: dict[str, Any]) -> dict[str, str]:
    """By file name: the wall time of each program over the number of projects, one picture a task."""
    found = {}
    for task, name in NAMES.items():
        lines: dict[str, list[tuple[float, float]]] = {}
        for one in compare["figures"]:
            if one["task"] == task:
                lines.setdefault(one["tool"], []).append((one["projects"], statistics.median(one["wall"])))
        if lines:
            ours = [tool for tool in lines if tool.startswith("folio ")]
            others = [tool for tool in lines if tool not in ours]
            styled = [*zip(ours, count(), strict=False), *zip(others, count(OTHERS), strict=False)]
            drawn = [Line(tool, tuple(sorted(lines[tool])), style) for tool, style in styled]
            found[f"speed-{task}.svg"] = plot(f"{name}: seconds, median", drawn, across="projects", up="s")
    return found


def _verdict(figures: list[dict[str, Any]]) -> list[str]:
    """How many times as long folio takes, where it is behind, and why."""
    found = [(pair, known) for pair in PAIRS if (known := ratios(pair, figures))]
    sizes = sorted({size for _, known in found for size in known})
    rows = [
        [f"{_name(pair.ours)} / {_name(pair.theirs)}", *(times(known[size]) if size in known else "" for size in sizes)]
        for pair, known in found
    ]
    every = [ratio for _, known in found for ratio in known.values()]
    behind: dict[tuple[str, str], list[str]] = {}
    for pair, known in found:
        if slower := [size for size, ratio in known.items() if ratio > 1]:
            beside = behind.setdefault((pair.ours, pair.why), [])
            beside.append(f"{_name(pair.theirs)} at {', '.join(f'{size:,}' for size in slower)}")
    said = f"In {sum(ratio <= 1 for ratio in every)} of {len(every)} comparisons folio is ahead or level."
    parts = [table(["times as long, at so many projects", *(f"{size:,}" for size in sizes)], rows), said]
    reasons = [f"- {_name(ours)} beside {'; '.join(beside)}: {why}." for (ours, why), beside in behind.items()]
    return [*parts, "Where it is behind, and why:\n\n" + "\n".join(reasons)] if reasons else parts


def _name(tool: str) -> str:
    """A command in the type of commands; a program by its name."""
    command, comma, further = tool.partition(",")
    return f"`{command}`{comma}{further}" if tool.startswith(COMMANDS) else tool


def _task(task: str, figures: list[dict[str, Any]]) -> list[str]:
    those = [one for one in figures if one["task"] == task]
    if not those:
        return []
    sizes = sorted({one["projects"] for one in those})
    tools = list(dict.fromkeys(one["tool"] for one in those))
    cells = {(one["tool"], one["projects"]): one for one in those}
    rows = [[tool, *(_cell(cells.get((tool, size))) for size in sizes)] for tool in tools]
    head = ["wall s (CPU s, MiB)", *(f"{size:,}" for size in sizes)]
    shown = f"![Seconds over the number of projects, both axes logarithmic](../images/speed-{task}.svg)"
    return [f"### {NAMES[task]}", ABOUT[task], table(head, rows), shown]


def _cell(one: dict[str, Any] | None) -> str:
    if one is None:
        return ""
    wall, cpu = statistics.median(one["wall"]), statistics.median(one["cpu"])
    further = f"; {one['pages']} pages" if "pages" in one else ""
    return f"{_seconds(wall)} ({_seconds(cpu)}, {one['memory']:.0f}{further})"


def _seconds(of: float) -> str:
    """With what makes a short time more than nothing."""
    return f"{of:.2f}" if of >= 0.1 else f"{of:.3f}"


def _many(cohort: dict[str, Any]) -> list[str]:
    runs = cohort["runs"]
    number = runs["profiles"]
    rows = [[f"{name} worker{'s' if name == 'two' else ''}", *_figures(runs[name], number)] for name in ("one", "two")]
    rows += [[name, f"{wall:.0f}", "", f"{number / wall:.0f}", ""] for name, wall in runs["dask"].items()]
    same = [name for name, holds in runs["same"].items() if holds]
    other = [name for name, holds in runs["same"].items() if not holds]
    said = [
        f"Two workers were {runs['faster']:.2f} times as fast as one; two commands that share nothing, with half of "
        f"the profiles each, {runs['bound']:.2f} times, which is what a second core of this machine is worth. Rows "
        f"equal, byte for byte, to those of one worker: {', '.join(same) or 'none'} (*killed* is a run that met "
        f"SIGKILL {len(runs['moments'])} times at random moments and was begun again each time).",
    ]
    said += [f"**Not equal: {', '.join(other)}.**"] if other else []
    return [
        "## Many profiles",
        f"`folio cohort` over {number:,} generated profiles with stored evidence "
        f"({runs['stored_bytes'] / number / 1024:.0f} KiB each), for one platform; {runs['broken']} of them were "
        "broken on purpose.",
        table(["run", "wall s", "CPU s", "profiles a second", "peak MiB"], rows),
        " ".join(said),
        f"Measured on {cohort['told']}",
    ]


def _figures(run: dict[str, Any], number: int) -> list[str]:
    wall, cpu = statistics.median(run["wall"]), statistics.median(run["cpu"])
    return [f"{wall:.0f}", f"{cpu:.0f}", f"{number / wall:.0f}", f"{run['memory']:.0f}"]


def _million(cohort: dict[str, Any]) -> list[str]:
    unit, assumed = measured(cohort), Assumed()
    costs = plan(unit, assumed)
    rows = [
        [
            one.what,
            f"{one.core_hours:,.0f}",
            f"{one.machines} × {assumed.cores} cores",
            f"{one.hours:,.1f} h",
            one.slowest,
            f"{one.calls / 1e6:,.1f} M",
            f"{one.transfer_gib:,.0f}",
            f"{one.kept_gib:,.1f}",
            f"{one.dollars:,.{0 if one.dollars >= 10 else 2}f}",
        ]
        for one in costs
    ]
    head = ["run", "core hours", "on", "takes", "held up by", "GitHub calls", "GiB cloned", "GiB kept", "US dollars"]
    known = [
        ["scoring stored evidence", f"{unit.stored_cpu * 1000:.1f} ms of CPU"],
        ["looking at it with nothing kept", f"{unit.collect_cpu:.2f} s of CPU"],
        ["building site and documents", f"{unit.build_cpu:.2f} s of CPU"],
        ["stored evidence and profile", f"{unit.evidence_bytes / 1024:.0f} KiB"],
        ["rows", f"{unit.row_bytes / 1024:.2f} KiB"],
        ["a built portfolio", f"{unit.site_bytes / 2**20:.1f} MiB"],
        ["memory of a run with one worker", f"{unit.worker_mib:.0f} MiB"],
    ]
    fits = assumed.gib_a_machine * 1024 / unit.worker_mib
    return [
        MILLION,
        "Measured, of one profile:",
        table(["what", "unit cost"], known),
        f"Looking and building were measured on copies of the sample, whose repositories lie beside it: what the "
        f"network costs is assumed. A machine of {assumed.gib_a_machine:g} GiB has room for {fits:,.0f} workers, and "
        f"{assumed.cores} cores.",
        "Assumed (the calls are counted in [What is looked at](evidence.md#how-many-calls); prices are list prices, "
        "rounded: put your own in):",
        table(["what", "value"], stated(assumed)),
        "That makes:",
        table(head, rows),
        _advice(costs, assumed),
    ]


def _advice(costs: list[Cost], assumed: Assumed) -> str:
    held_up = [one.what for one in costs if one.slowest == "GitHub's limit"]
    said = "What no later run has to look at again is the evidence that was kept; the rows are what the report reads."
    if not held_up:
        return said
    return (
        f"GitHub's hourly limit decides how long these take: {'; '.join(held_up)}. With {assumed.tokens} tokens that "
        f"is the time above; a first look within 24 hours would need {tokens_for(assumed, 24):,}. A run that meets the "
        f"limit keeps the rows it has and goes on later. {said}"
    )
