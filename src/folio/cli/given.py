"""What `folio compare` is given: a report's file, a folder that holds one, or a day of the history."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from folio.cli.text import clean
from folio.errors import FolioError

if TYPE_CHECKING:
    from folio.readiness.history import Past
    from folio.readiness.report import Report

MAX_REPORT = 16 * 1024 * 1024
DAY = re.compile(r"\d{4}-\d\d-\d\d")
PLACES = ("readiness/report.json", "report.json")
REPAIR = "make one with 'folio score --format json' or 'folio build'"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose history it is, and for which platform; None where that follows from the rest."""

    state: Path
    platform: str | None


def sides(first: str, second: str, wanted: Wanted) -> tuple[Report | Past, Report | Past]:
    """The two results; raises FolioError for what is none, naming what to do."""
    reports = {given: read(given, wanted.platform) for given in (first, second) if not of_history(given)}
    if len(reports) == len({first, second}):
        return reports[first], reports[second]
    like = next(iter(reports.values()), None)
    history = _alike(wanted, like)
    found = [reports[given] if given in reports else _on(given, history) for given in (first, second)]
    return found[0], found[1]


def of_history(given: str) -> bool:
    """Whether it is a day of the history; a file or folder of such a name is written with `./`."""
    return given in ("first", "last") or DAY.fullmatch(given) is not None


def read(given: str, platform: str | None = None) -> Report:
    """The report in a file or folder; of several in a file, the one for `platform`."""
    from folio.readiness.report import Report

    path, shown = Path(given), clean(given)
    try:
        if path.is_dir():
            path = next((path / place for place in PLACES if (path / place).exists()), path / PLACES[0])
            shown = clean(str(path))
        content = _content(path, pipes=str(path) == given)
    except FileNotFoundError:
        raise FolioError(f"{shown}: there is no such file; {REPAIR}, or name a day of the history") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FolioError(f"{shown}: {clean(why)}; {REPAIR}") from None
    try:
        chosen = _one_of(content, platform)
    except FolioError as error:
        raise FolioError(f"{shown}: {clean(str(error))}") from None
    try:
        return Report.from_json(chosen)
    except FolioError as error:
        raise FolioError(f"{shown}: {clean(str(error))}; {REPAIR}") from None


def _content(path: Path, *, pipes: bool) -> bytes:
    """The bytes of a file that is no larger than reports are; of a pipe only where the person named it."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode))):
        raise ValueError("it is no file")
    with path.open("rb") as stream:
        content = stream.read(MAX_REPORT + 1)
    if len(content) > MAX_REPORT:
        raise ValueError(f"it is larger than {MAX_REPORT >> 20} MiB, which no report is")
    return content


def _one_of(content: bytes, platform: str | None) -> bytes:
    """The report for a platform out of a file with several; the content itself where it is one."""
    if b'"reports"' not in content:
        return content
    import json

    from pydantic_core import from_json

    try:
        several = from_json(content)
    except ValueError:
        return content
    reports = several.get("reports") if isinstance(several, dict) else None
    if not isinstance(reports, list):
        return content
    named = {str(_id(one)): one for one in reports}
    if len(named) > 1 and platform is None:
        raise FolioError(f"it holds reports for {', '.join(sorted(named)[:10])}; say which one with --platform")
    if platform is not None and platform not in named:
        raise FolioError(f"it holds no report for '{platform}', but for {', '.join(sorted(named)[:10]) or 'nobody'}")
    return json.dumps(named[platform] if platform else next(iter(named.values()), None)).encode()


def _id(report: object) -> object:
    platform = report.get("platform") if isinstance(report, dict) else None
    return platform.get("id") if isinstance(platform, dict) else None


def _alike(wanted: Wanted, like: Report | None) -> list[Past]:
    """The runs for one platform and track, oldest first."""
    from folio.history import recall
    from folio.options import DEFAULT_PLATFORM

    history = sorted(recall(wanted.state), key=lambda one: one.today)
    if not history:
        raise FolioError(f"{wanted.state}: there is no history yet; every 'folio score' and 'folio build' adds to it")
    known = sorted({one.platform for one in history})
    platform = wanted.platform or (like.platform.id if like else None)
    platform = platform or (known[0] if len(known) == 1 else DEFAULT_PLATFORM)
    alike = [one for one in history if one.platform == platform]
    if not alike:
        there = clean(", ".join(known[:10]))
        raise FolioError(f"the history has no run for '{platform}'; say with --platform which one of {there} it is")
    track = like.track if like else alike[-1].track
    if not any(one.track == track for one in alike):
        raise FolioError(f"the history has no run for '{platform}' as a {clean(track)}; score it so once")
    return [one for one in alike if one.track == track]


def _on(given: str, history: Sequence[Past]) -> Past:
    if given in ("first", "last"):
        return history[0 if given == "first" else -1]
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise FolioError(f"'{given}' is not a day; write it as 2026-11-22") from None
    for one in history:
        if one.today == day:
            return one
    near = sorted(history, key=lambda one: abs((one.today - day).days))[:3]
    days = ", ".join(sorted(one.today.isoformat() for one in near))
    raise FolioError(f"there was no run on {given}; the nearest are of {days}")
