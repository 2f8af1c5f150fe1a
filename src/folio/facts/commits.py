"""What the guards of a history left out, and whether two of them are one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from folio.facts.guards import Verdict
from folio.repository.model import History
from folio.repository.model.history import SAMPLE


def not_counted(history: History, today: date) -> Iterator[Verdict]:
    """What of a repository that counts was left out, by each guard that took effect."""
    mine = history.own + history.coauthored
    if history.stuffed:
        yield (
            "commit-stuffing",
            f"{history.stuffed} of {_commits(mine)}: 20 or more within ten minutes count as one",
        )
    if history.idle:
        yield (
            "commit-stuffing",
            f"{_commits(history.idle)} that changed nothing people write: blank space, names, lock files or nothing",
        )
    if history.backdated:
        yield (
            "backdated",
            f"the date of {_commits(history.backdated)}, over 30 days before the commit; the day of the commit counts",
        )
    if history.future:
        yield "future-date", f"{_commits(history.future)} dated after {today}"
    if history.second_tags:
        tags = "tag" if history.second_tags == 1 else "tags"
        yield "same-commit-tags", f"{history.second_tags} {tags} on a commit that is a release already"


def is_copy(one: History, other: History) -> bool:
    """Whether two histories begin with the same commit and share most of the shorter one.

    The lowest names of all commits are a sample of their union; of a shallow clone the first commit is not known.
    """
    begun = one.shallow or other.shallow or not set(one.roots).isdisjoint(other.roots)
    if not begun or not one.sample or not other.sample:
        return False
    lowest = sorted({*one.sample, *other.sample})[:SAMPLE]
    both = len(set(lowest) & set(one.sample) & set(other.sample))
    # Jaccard's index is both / lowest; from it and the two sizes follows how many commits are shared.
    return 2 * both * (one.commits + other.commits) >= min(one.commits, other.commits) * (len(lowest) + both)


def _commits(count: int) -> str:
    return f"{count} commit" if count == 1 else f"{count} commits"
