"""What a repository's commits say: who worked on it, on which days, and what was released.

The guards of the scoring specification (4.3) hold here: `commit-stuffing` (bursts.py, effort.py), `backdated` and
`future-date` (commits.py), and `same-commit-tags` (releases.py). What they take away is counted, so that it can be
said.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from folio.repository.git.repository import Repository
from folio.repository.history.authorship import Authorship
from folio.repository.history.bursts import Worked, by_day
from folio.repository.history.changes import changes
from folio.repository.history.commits import Commits, Tally
from folio.repository.history.effort import effort
from folio.repository.history.log import records
from folio.repository.history.mailmap import Mailmap, mailmap_of
from folio.repository.history.releases import parsed_day, releases, tag_names
from folio.repository.model import History


def read_history(repository: Repository, *, own: frozenset[str], today: date) -> tuple[History, date]:
    """The history up to the commit that was read, and that commit's day; what is dated after `today` is left out."""
    authorship = Authorship(own, mailmap_of(repository) if own else Mailmap())
    found = Tally(authorship, today=today.toordinal()).of(records(repository))
    worked = by_day(found.own)
    shown = effort(worked.days, partial(changes, repository), today=today.toordinal())
    tags, second = releases(repository, today=today)
    authored = sum(one.whole for one in found.own)
    history = History(
        commits=found.count,
        own=authored,
        coauthored=len(found.own) - authored,
        people=found.people,
        share=_share(found, worked),
        authors=len(found.addresses),
        first_day=_date(min(found.days, default=None)),
        last_day=_date(max(found.days, default=None)),
        own_days=tuple(date.fromordinal(day) for day in sorted(shown.days)),
        own_weeks=tuple(sorted(iso_week(date.fromordinal(day)) for day in shown.weeks)),
        stuffed=worked.stuffed,
        idle=shown.idle,
        backdated=found.backdated,
        future=found.future,
        shallow=repository.shallow,
        tag_count=len(tag_names(repository)),
        tags=tags,
        second_tags=second,
        roots=tuple(found.roots),
        sample=tuple(found.sample),
    )
    return history, _committed_on(repository) or today


def iso_week(day: date) -> str:
    """`2026-W07`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _share(found: Commits, worked: Worked) -> int:
    """Thousandths of people's commits that are the person's; one that names them as a co-author is half theirs."""
    halves = sum(1 + one.whole for one in found.own) - worked.over_halves
    people = found.people - worked.over
    return halves * 500 // people if people else 0


def _committed_on(repository: Repository) -> date | None:
    """The day on which the commit that was read was committed, where it was committed."""
    for name, target, _, day in repository.refs:
        if target == repository.commit and name.startswith("refs/heads/"):
            return parsed_day(day)
    output = repository.run("log", "-1", "--format=%cd", "--date=short", "--no-show-signature", repository.commit)
    return parsed_day(output.decode("ascii", "replace").strip())


def _date(day: int | None) -> date | None:
    """The day of an ordinal; the last that there is for one after the year 9999."""
    return None if day is None else date.fromordinal(min(day, date.max.toordinal()))
