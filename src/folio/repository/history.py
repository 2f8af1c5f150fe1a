"""What a repository's commits say: who worked on it, on which days, and what was released.

The guards of the scoring specification (4.3) hold here: `commit-stuffing`, `backdated`, `future-date` and
`same-commit-tags`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from folio.markdown import words
from folio.repository.classify import Kind, kind, language
from folio.repository.git import Repository
from folio.repository.model import History, Tag

FORMAT = "%H%x00%P%x00%aE%x00%at%x00%ad%x00%ct%x00%cd%x00%s"
BACKDATED = 30 * 86_400
BURST_COMMITS = 20
BURST_SECONDS = 600
MATERIAL_LINES = 3
MAX_COMPARED = 2_000
"""Own commits, newest first, whose changes are looked at; far more than any curve asks for."""
VERSION = re.compile(r"(?:.*[-_/@])?(?:v\d+(?:\.\d+)*|\d+(?:\.\d+)+)(?:[-.+_]?[a-z][\w.+-]*)?", re.I)
BOILERPLATE = re.compile(
    r"(add files via upload|(initial|first) commit|(create|update|delete|rename) \S+"
    r"|(minor |small |quick |some |bug ?|more )*(fix(es|ed)?|updates?|changes?|commit|wip|edits?|cleanup"
    r"|tweaks?)( \d+)?)[.! ]*",
    re.I,
)
"""Subjects that say nothing. Source: rubric, `commit-hygiene`."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the history; `when` and `day` are those that count after the `backdated` guard."""

    name: str
    merge: bool
    email: str
    when: int
    day: date
    committed: date
    subject: str


def read_history(repository: Repository, *, own: frozenset[str], today: date) -> tuple[History, date]:
    """The history up to the commit that was read, and that commit's day; what is dated after `today` is left out."""
    output = repository.run(
        "log", "-z", f"--format={FORMAT}", "--date=format:%Y-%m-%d", "--encoding=UTF-8", "--no-show-signature",
        "--end-of-options", repository.commit,
    )  # fmt: skip
    everything = _commits(output.decode("utf-8", "replace"))
    commits = [one for one in everything if one.day <= today]
    mine = [one for one in commits if one.email in own and not one.merge]
    changed = _changed_lines(repository, [one.name for one in mine[:MAX_COMPARED]])
    material = _without_bursts([one for one in mine if changed.get(one.name, (0, 0))[0]])
    days = {one.day for one in material if changed[one.name][1] >= MATERIAL_LINES and says_something(one.subject)}
    history = History(
        commits=len(everything),
        own=len(mine),
        authors=len({one.email for one in everything}),
        first_day=min((one.day for one in commits), default=None),
        last_day=max((one.day for one in commits), default=None),
        own_days=tuple(sorted(days)),
        own_weeks=tuple(sorted({iso_week(one.day) for one in material})),
        future=len(everything) - len(commits),
        shallow=repository.shallow,
        tags=_tags(repository.refs, today=today),
    )
    return history, everything[0].committed if everything else today


def says_something(subject: str) -> bool:
    """Whether a commit's subject has at least three different words, in any script, and is not boilerplate."""
    return len(set(words(subject.casefold()))) >= 3 and BOILERPLATE.fullmatch(subject.strip()) is None


def iso_week(day: date) -> str:
    """`2026-W07`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _commits(output: str) -> list[Commit]:
    fields = output.split("\0")
    commits: list[Commit] = []
    for at in range(0, len(fields) - 7, 8):
        name, parents, email, author_time, author_day, commit_time, commit_day, subject = fields[at : at + 8]
        when, day = _seconds(author_time), _day(author_day)
        finished, committed = _seconds(commit_time), _day(commit_day) or date.min
        if day is None or finished - when > BACKDATED:
            when, day = finished, committed
        commits.append(Commit(name.strip(), " " in parents, email.casefold(), when, day, committed, subject))
    return commits


def _seconds(text: str) -> int:
    return int(text) if text.lstrip("-").isdigit() else 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _changed_lines(repository: Repository, names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Of each commit: lines changed in files that people write, and of those the lines of source.

    Blank space, renames, lock files, generated and vendored files do not count.
    """
    if not names:
        return {}
    output = repository.run(
        "log", "--stdin", "--no-walk=unsorted", "-z", "--format=%x01%H", "--numstat", "-M", "-l200", "-w", "--root",
        "--no-textconv", "--no-ext-diff", "--ignore-submodules=all", "--no-show-signature", "-O" + "/dev/null",
        stdin="\n".join(names).encode() + b"\n",
    )  # fmt: skip
    changed: dict[str, tuple[int, int]] = {}
    for part in output.decode("utf-8", "backslashreplace").split("\x01")[1:]:
        name, *rest = part.replace("\n", "\0").split("\0")
        counts = [field.split("\t") for field in rest if field.count("\t") == 2]
        paths = iter(_paths(rest))
        every = source = 0
        for added, removed, _ in counts:
            path = next(paths, "")
            if kind(path) in (Kind.GENERATED, Kind.VENDORED):
                continue
            lines = (int(added) if added.isdigit() else 1) + (int(removed) if removed.isdigit() else 0)
            every += lines
            source += lines if language(path) or path.endswith(".ipynb") else 0
        changed[name] = (every, source)
    return changed


def _paths(fields: Sequence[str]) -> Iterable[str]:
    """The path of each row of numstat -z; a rename has an empty path, then the old and the new name."""
    for at, row in enumerate(fields):
        if row.count("\t") == 2:
            path = row.rsplit("\t", 1)[1]
            yield path or (fields[at + 2] if at + 2 < len(fields) else "")


def _without_bursts(commits: Sequence[Commit]) -> list[Commit]:
    """The commits, with only the first of each run of twenty or more within ten minutes."""
    ordered = sorted(commits, key=lambda one: (one.when, one.name))
    kept: list[Commit] = []
    at = 0
    while at < len(ordered):
        end = at + 1
        while end < len(ordered) and ordered[end].when - ordered[at].when <= BURST_SECONDS:
            end += 1
        kept.append(ordered[at])
        if end - at < BURST_COMMITS:
            at += 1
            continue
        while end < len(ordered) and ordered[end].when - ordered[end - BURST_COMMITS + 1].when <= BURST_SECONDS:
            end += 1
        at = end
    return kept


def _tags(refs: Sequence[tuple[str, str, str, str]], *, today: date) -> tuple[Tag, ...]:
    """Tags that look like a version, at most one for each commit: several on one are one release."""
    tags: dict[str, Tag] = {}
    for full, commit, target, day_text in sorted(refs):
        name = full.removeprefix("refs/tags/")
        day = _day(day_text)
        if full.startswith("refs/tags/") and VERSION.fullmatch(name) and day and day <= today:
            tags.setdefault(target or commit, Tag(name=name, commit=target or commit, day=day))
    return tuple(sorted(tags.values(), key=lambda tag: (tag.day, tag.name)))
