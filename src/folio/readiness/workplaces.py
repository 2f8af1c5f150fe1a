"""Which projects a step may be on: those that count, not those that were only learnt by, and those that it suits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from folio.readiness.check import Item
from folio.readiness.foundations import showable
from folio.readiness.rubric import Entry
from folio.readiness.score import quality
from folio.readiness.standing import Standing

KIND = "project:"
Kind = Literal[
    "model", "service", "data", "algorithm", "seen", "package", "told", "live", "program", "code", "notebook"
]
SUITS: dict[str, Kind] = {
    "validation-discipline": "model",
    "multi-metric-evaluation": "model",
    "learning-curves-read": "model",
    "baseline-compared": "model",
    "evaluation-report": "model",
    "numeric-check-against-reference": "algorithm",
    "serving-interface": "program",
    "deployment-config": "service",
    "monitoring-present": "program",
    "configuration-by-environment": "program",
    "cd-pipeline": "service",
    "demo-media": "seen",
    "release-history": "package",
    "case-studies": "told",
    "live-url-responds": "live",
    "data-validation": "data",
    "data-visualised": "data",
    "data-provenance": "data",
    "data-pipeline": "data",
    "tests-meaningful": "code",
    "lint-format-types": "code",
    "modular-code": "notebook",
}
"""The kind of project that a step on a check suits; on those that are not here, any project."""
TRAINING = "validation-discipline"
"""Applies to the roles that train models. The others evaluate something else, and check what comes in everywhere."""
TEACHING = 3
"""So many algorithms in one project are a collection to learn by: nobody calls it."""
QUERIES, NOTEBOOKS = (".sql",), (".ipynb", ".rmd", ".qmd")
"""Endings of files: a project whose largest are queries runs in something else."""
SERVED, GRAPH, BASELINE = 600, 600, 600
"""The quality from which a check shows a service, a pipeline, a baseline in code."""


@dataclass(frozen=True, slots=True)
class Projects:
    """The projects that a step may be on."""

    counted: tuple[str, ...]
    """Those whose code was read and counts."""
    open: frozenset[str]
    """Those that count, and those that nobody could look at."""
    kinds: dict[Kind, frozenset[str]]
    suits: dict[str, Kind]
    foundations: dict[str, Item]
    """The links that show a foundation each."""
    reworded: frozenset[str]
    """The checks that the role has words of its own for."""

    def in_code(self, entry: Entry) -> bool:
        """Whether a step on a check is done in a project: in code, or by telling of it."""
        return "repository" in entry.reads or self.suits.get(entry.id) == "told"

    def idle(self, subject: str) -> bool:
        """Whether it is a project on which no step is worth while."""
        return subject.startswith(KIND) and subject.partition("#")[0] not in self.open

    def suit(self, check: str, subject: str) -> bool:
        """Whether a step on a check belongs in a project; what is no project suits as it is."""
        kind = self.suits.get(check)
        return kind is None or not subject.startswith(KIND) or subject in self.kinds[kind]

    def begins(self, check: str) -> bool:
        """Whether a step on a check may begin something new: there is no sense in a notebook to take apart again."""
        return self.suits.get(check) != "notebook"

    def begun_as(self, check: str) -> str:
        """The kind of project to begin for a check, where its words do not say that already."""
        return "" if check in self.reworded else self.suits.get(check, "")


def workplaces(standing: Standing) -> Projects:
    """The projects by where the checks of code found them: one that counts nowhere is in no category, and one to learn
    by in a single one."""
    read: dict[str, set[str]] = defaultdict(set)
    unread: dict[str, set[str]] = defaultdict(set)
    for scored in standing.checks:
        if scored.entry.reads == ("repository",):
            for item in scored.items:
                read[item.subject].add(scored.entry.category)
            for one in scored.unread:
                unread[one.subject].add(scored.entry.category)
    counted = [one for one in read if len(read[one]) > 1 and one.startswith(KIND)]
    named = [one for one in unread if len(unread[one] | read[one]) > 1]
    suits = SUITS if TRAINING in standing.by_id else {**SUITS, **_without_training(standing)}
    return Projects(
        counted=tuple(sorted(counted)),
        open=frozenset((*counted, *named)),
        kinds=_kinds(standing, counted),
        suits=suits,
        foundations=showable(standing),
        reworded=frozenset(
            name for name, words in standing.rubric.catalogue.tracks[standing.track].words.items() if words.next
        ),
    )


def _without_training(standing: Standing) -> dict[str, Kind]:
    served: Kind = "service" if "data-provenance" not in standing.by_id else "data"
    return {"evaluation-report": served, "data-validation": served}


def _kinds(standing: Standing, counted: list[str]) -> dict[Kind, frozenset[str]]:
    """What each project is, by what the checks found in it."""
    shown = _Shown(standing)
    everything = frozenset(counted)
    algorithms = shown.by("core-algorithms-from-scratch")
    teaching = {one for one in everything if shown.times("core-algorithms-from-scratch", one) >= TEACHING}
    figures = shown.by("data-visualised")
    models = shown.by("validation-discipline", "multi-metric-evaluation", "learning-curves-read")
    models |= shown.by("baseline-compared", least=BASELINE)
    runs = shown.by("live-url-responds", "deployment-config", "monitoring-present")
    served = shown.by("serving-interface", least=SERVED)
    runs |= served | shown.by("data-pipeline", least=GRAPH)
    data = models | shown.by("sql-authored", "data-validation", "data-provenance", "data-pipeline")
    modules = shown.by("modular-code")
    queries = shown.only_in("modular-code", QUERIES)
    could = modules - teaching or (data | figures) - teaching
    told = shown.on("case-studies")
    client = frozenset(one for one in told if one not in everything or one in runs | could)
    programs = (runs - queries) & everything or (could - queries) & everything or everything - queries - teaching
    return {
        "model": models & everything,
        "program": programs,
        "code": everything - queries or everything,
        "notebook": shown.some_in("modular-code", NOTEBOOKS) & everything,
        "algorithm": algorithms & everything,
        "service": programs or (runs or could) & everything,
        "data": (data or figures) & everything,
        "seen": (runs | figures) & everything,
        "package": (runs | modules) & everything or everything,
        "live": (served or could) & everything,
        "told": client or told - teaching or told,
    }


class _Shown:
    """Which subjects the checks found something on."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing

    def by(self, *checks: str, least: int = 1) -> frozenset[str]:
        """The subjects of which one of the checks found at least so much."""
        found = (self.standing.by_id[name] for name in checks if name in self.standing.by_id)
        return frozenset(
            item.subject for scored in found for item in scored.items if quality(scored.entry, item.found) >= least
        )

    def on(self, check: str) -> frozenset[str]:
        """The subjects that a check looked at."""
        found = self.standing.by_id.get(check)
        return frozenset(item.subject for item in found.items) if found else frozenset()

    def only_in(self, check: str, endings: tuple[str, ...]) -> frozenset[str]:
        """The subjects of which a check shows files, and only such."""
        shown = self._files(check)
        return frozenset(one for one, files in shown.items() if files and all(file.endswith(endings) for file in files))

    def some_in(self, check: str, endings: tuple[str, ...]) -> frozenset[str]:
        """The subjects of which a check shows such a file."""
        return frozenset(
            one for one, files in self._files(check).items() if any(file.endswith(endings) for file in files)
        )

    def _files(self, check: str) -> dict[str, list[str]]:
        shown: dict[str, list[str]] = defaultdict(list)
        if found := self.standing.by_id.get(check):
            for item in found.items:
                shown[item.subject] += [place.partition(":")[0].lower() for place in item.found.places]
        return shown

    def times(self, check: str, subject: str) -> int:
        """How often a check found something on a subject."""
        found = self.standing.by_id.get(check)
        return sum(item.subject == subject for item in found.items) if found else 0
