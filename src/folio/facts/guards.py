"""What was seen and is not counted, each with its reason. Scoring specification 4.3; nothing here says "cheating".

Guards only leave out. They apply before anything is measured, so that a check never has to know of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from folio.evidence.model import ArticleSeen, HostedSeen
from folio.facts.alike import groups, independent, pairs_alike
from folio.facts.originality import learning_guard, template_words
from folio.repository.model import RepositorySeen

MIN_CODE_LINES = 100
MIN_SQL_LINES = 80
MIN_OWN_SHARE = 300
"""Thousandths of people's commits."""
MIN_WORDS = 400
SAME_TEXT = 500
"""Thousandths of shared shingles from which two articles are one."""
WEEKLY_ARTICLES = 2
FOREIGN = frozenset({"fork", "no-own-commits"})
"""The guards that take a repository for somebody else's."""

Verdict = tuple[str, str]
"""The guard, and why it left the thing out."""


def repository_guard(seen: RepositorySeen, emails: frozenset[str], hosted: HostedSeen | None = None) -> Verdict | None:
    """Why a repository does not count as a project; None when it does. What its host says words it, no more."""
    history = seen.history
    fork = f"a fork of {hosted.parent or 'another repository'}: " if hosted and hosted.fork else ""
    if not history.own and not history.coauthored:
        return (
            "fork" if fork else "no-own-commits",
            f"{fork}none of its {history.commits} commits is by {shown(emails)}; "
            "if one is, add its address to 'identities'",
        )
    if history.own_share < MIN_OWN_SHARE:
        commits = history.commits if history.people is None else history.people
        shared = f"{history.own} of {commits} commits are yours"
        shared += f", and {history.coauthored} in part" if history.coauthored else ""
        shared += f", {history.stuffed} of them within minutes of others" if history.stuffed else ""
        return "fork", f"{fork}{shared}; a project of your own has at least 30 %"
    if verdict := learning_guard(seen):
        return verdict
    if seen.code.lines + seen.code.notebook_lines < MIN_CODE_LINES and seen.sql.lines < MIN_SQL_LINES:
        template = template_words(seen)
        lines = f"{seen.code.lines + seen.code.notebook_lines} lines of code{f' beside {template}' if template else ''}"
        guard = "template" if template else "empty-repo"
        return guard, f"{lines}; a project has at least {MIN_CODE_LINES}, or {MIN_SQL_LINES} of SQL"
    return None


def shown(emails: frozenset[str]) -> str:
    """The addresses that a person knows as theirs, those that a code host gave them only where there is no other."""
    return ", ".join(sorted(address for address in emails if "@users.noreply." not in address) or sorted(emails))


def beyond_limits(seen: RepositorySeen, verdict: Verdict) -> str | None:
    """Why a repository with too little code may hold more: some of its code could not be read."""
    if verdict[0] != "empty-repo":
        return None
    from folio.repository.classify import language  # with patterns that few runs have a use for

    code = (one for one in seen.unread if language(one.path) or one.path.endswith(".ipynb"))
    return next((f"{one.path} was not read ({one.why}), and the rest has {verdict[1]}" for one in code), None)


def article_guard(seen: ArticleSeen, day: date | None, today: date) -> Verdict | None:
    """Why an article does not count by itself; None when it does."""
    if seen.words < MIN_WORDS:
        return "short-article", f"{seen.words} original words; an article has at least {MIN_WORDS}"
    if day is not None and day > today:
        return "future-date", f"dated {day}, after {today}"
    return None


def copies(
    texts: Mapping[str, ArticleSeen], days: Mapping[str, date | None], places: Mapping[str, str | None]
) -> dict[str, str]:
    """Which articles are left out as near-duplicates or as published twice, and of which one.

    Kept is a maximum independent set of the similarity graph: greedy by date would let an added text lower the count.
    Of equally large ones it is that with the deepest texts, so that an excerpt takes nothing away, then with the
    earliest, because publishing again is no new work. `places` says where each was first published; one place is one
    article.
    """
    ranked = {f"{9 - depth(text)} {days.get(name) or date.max} {name}": text for name, text in texts.items()}
    alike: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs_alike({name: text.shingles for name, text in ranked.items()}, SAME_TEXT) | _same_place(
        ranked, places
    ):
        alike[one].add(other)
        alike[other].add(one)
    left_out: dict[str, str] = {}
    for group in groups(alike):
        kept = independent(group, alike)
        left_out |= {_name(one): _name(min(alike[one] & kept or kept)) for one in group - kept}
    return left_out


def depth(text: ArticleSeen) -> int:
    """How many of the marks of depth a text has: length, code, a figure or table, a formula or measured number.

    They are those of the check `articles-depth`.
    """
    return sum(
        (text.words >= 800, text.code_blocks > 0, text.figures > 0, bool(text.formulas or text.numbers_with_units))
    )


def _same_place(ranked: Iterable[str], places: Mapping[str, str | None]) -> set[tuple[str, str]]:
    there: dict[str, list[str]] = defaultdict(list)
    for one in ranked:
        if place := places.get(_name(one)):
            there[place].append(one)
    return {pair for names in there.values() for pair in combinations(names, 2)}


def _name(ranked: str) -> str:
    return ranked.split(" ", 2)[2]


def over_weekly(texts: Mapping[str, ArticleSeen], days: Mapping[str, date | None]) -> set[str]:
    """Articles beyond the second of an ISO week (guard `burst`); the deepest stay, then the longest, then the first.

    A short note in the same week takes nothing from two long articles.
    """
    weeks: dict[tuple[int, int], list[tuple[int, int, date, str]]] = defaultdict(list)
    for name, text in texts.items():
        if (day := days.get(name)) is not None:
            year, week, _ = day.isocalendar()
            weeks[year, week].append((-depth(text), -text.words, day, name))
    return {name for group in weeks.values() for *_, name in sorted(group)[WEEKLY_ARTICLES:]}
