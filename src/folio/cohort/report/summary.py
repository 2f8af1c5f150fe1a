"""The report on tables of rows: asks for counts, and puts them into words and figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from folio.cohort.report import queries
from folio.cohort.report.counting import percent, spread, tens
from folio.cohort.report.lists import categories, checks, guards, problems, steps
from folio.cohort.report.model import CohortReport, Person, PlatformFigures, Share
from folio.cohort.report.querying import Ask, asking
from folio.cohort.report.words import words
from folio.cohort.row import SCHEMA
from folio.cohort.table.schema import KEY
from folio.errors import FolioError
from folio.readiness.arithmetic import POINT

DAY = "folio.today"
"""Under which a table keeps the day that its rows are of."""
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
KNOWN = {str(one) for one in range(1, SCHEMA + 1)}
LEAST = 5
"""So few people make a group, if nothing else is asked for."""
MOST_PLATFORMS, MOST_KINDS, MOST_PERSONS = 100, 100_000, 10_000

Rows = Mapping[str, Sequence[tuple[Any, ...]]]
"""By platform, the answers to one question without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a report is to show."""

    platforms: tuple[str, ...] = ()
    """None are all there are."""
    people: bool = False
    """Show single persons, by their ids; and figures of groups however small."""
    rank: bool = False
    """Persons by their points, the most first."""
    least: int = LEAST


def report(files: Sequence[Path], wanted: Wanted) -> CohortReport:
    """The report on the rows of Parquet files; FolioError where there are none, or none of a platform."""
    with asking(files, queries.VIEWS) as ask:
        found = {name: (profiles, wrong) for name, profiles, wrong in ask(queries.PLATFORMS, most=MOST_PLATFORMS)}
        days = _days(ask, files)
        chosen = _chosen(found, wanted.platforms)
        ((people,),) = ask(queries.PEOPLE, platforms=chosen)

        def by_platform(question: str, **given: object) -> Rows:
            rows = defaultdict(list)
            for platform, *rest in ask(question, platforms=chosen, **given):
                rows[platform].append(tuple(rest))
            return rows

        answers = {
            "wholes": by_platform(queries.WHOLES),
            "problems": by_platform(queries.PROBLEMS, most=MOST_KINDS),
            "categories": by_platform(queries.CATEGORIES, tenth=queries.TENTH, most=MOST_KINDS),
            "checks": by_platform(queries.CHECKS, most=MOST_KINDS),
            "steps": by_platform(queries.STEPS, tenth=queries.TENTH, most=MOST_KINDS),
            "guards": by_platform(queries.GUARDS, most=MOST_KINDS),
        }
        figures = []
        for platform in chosen:
            own = {name: rows.get(platform, ()) for name, rows in answers.items()}
            persons = _persons(ask, platform, wanted) if wanted.people else ()
            figures.append(_platform(platform, *found[platform], own, persons, wanted))
    return CohortReport(people=people, days=days, least=wanted.least, ranked=wanted.rank, platforms=tuple(figures))


def _days(ask: Ask, files: Sequence[Path]) -> tuple[str, ...]:
    """The first and the last day that files say they are of; FolioError where a later folio wrote one."""
    names = [str(one.absolute()) for one in files]
    told = ask(queries.TOLD, files=names, day=DAY, schema=KEY, most=MOST_PLATFORMS)
    if any(name == KEY and value not in KNOWN for name, value in told):
        raise FolioError("a later folio wrote these rows; update folio to report on them")
    days = sorted(value for name, value in told if name == DAY and ISO.fullmatch(value))
    return (days[0], days[-1]) if days else ()


def _chosen(found: Iterable[str], asked: tuple[str, ...]) -> list[str]:
    there = list(found)
    if not there:
        raise FolioError("there are no rows; give what 'folio cohort' wrote with --out")
    if absent := [one for one in asked if one not in there]:
        raise FolioError(f"there are no rows for '{absent[0]}'; there are for {', '.join(there)}")
    return [one for one in there if one in asked] if asked else there


def _platform(
    name: str, profiles: int, wrong: int, answers: Rows, persons: tuple[Person, ...], wanted: Wanted
) -> PlatformFigures:
    known = words(name)
    whole = answers["wholes"][0] if answers["wholes"] else (0,)
    scored = whole[0]
    shown, hidden = _sifter(wanted)
    kinds = shown(problems(answers["problems"]))
    common = {
        "id": name, "title": known.platform, "profiles": profiles, "scored": scored, "with_problems": wrong,
        "persons": persons, "persons_more": profiles - len(persons) if wanted.people else 0,
    }  # fmt: skip
    if not scored or (scored < wanted.least and not wanted.people):
        return PlatformFigures(**common, problems=kinds, held_back=bool(scored), left_out=hidden())
    _, points, coverage, beyond, levels, tracks, confidence, seen, not_seen, built, not_built = whole
    return PlatformFigures(
        **common,
        held_back=False,
        problems=kinds,
        points=spread(points),
        histogram=tens(points),
        levels=_shares(levels, known.levels, scored, all_of_them=True),
        tracks=_shares(tracks, known.tracks, scored),
        confidence=_shares(confidence, {"low": "low", "medium": "medium", "high": "high"}, scored),
        coverage=spread(coverage),
        beyond_claims=spread(beyond),
        seen=seen or 0,
        not_seen=not_seen or 0,
        built=built,
        not_built=not_built,
        categories=categories(answers["categories"], known),
        missing=shown(checks(answers["checks"], known, scored, unknown=False)),
        unknown=shown(checks(answers["checks"], known, scored, unknown=True)),
        steps=shown(steps(answers["steps"], known, scored)),
        guards=shown(guards(answers["guards"], known, scored)),
        left_out=hidden(),
    )


def _sifter(wanted: Wanted) -> tuple[Callable[[Iterable[Any]], tuple[Any, ...]], Callable[[], int]]:
    """What keeps the lines that are about a group, and what says how many it has held back."""
    held = 0

    def shown(lines: Iterable[Any]) -> tuple[Any, ...]:
        nonlocal held
        every = tuple(lines)
        kept = every if wanted.people else tuple(one for one in every if one.people >= wanted.least)
        held += len(every) - len(kept)
        return kept

    return shown, lambda: held


def _shares(
    counts: Mapping[str, int] | None, titles: Mapping[str, str], scored: int, *, all_of_them: bool = False
) -> tuple[Share, ...]:
    """Shares in the order of `titles`; what has no title comes last."""
    counts = counts or {}
    names = [one for one in titles if one in counts or all_of_them] + sorted(set(counts) - set(titles))
    return tuple(
        Share(
            id=one, title=titles.get(one, one), people=counts.get(one, 0), percent=percent(counts.get(one, 0), scored)
        )
        for one in names
    )


def _persons(ask: Ask, platform: str, wanted: Wanted) -> tuple[Person, ...]:
    order = queries.BY_POINTS if wanted.rank else queries.BY_ID
    rows = ask(queries.PERSONS.format(order=order), platform=platform, most=MOST_PERSONS)
    return tuple(
        Person(
            id=one, status=status, level=level, points=points, unknown=None if unknown is None else _tenths(unknown),
            first_step=step, problems=wrong or 0,
        )
        for one, status, level, points, unknown, step, wrong in rows
    )  # fmt: skip


def _tenths(millionths: int) -> float:
    return millionths * 10 // POINT / 10
