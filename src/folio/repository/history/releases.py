"""Tags that look like a version, and the commits they stand at (guard `same-commit-tags`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from folio.repository.git.repository import Repository
from folio.repository.model import Tag

VERSION = re.compile(r"(?:.*[-_/@])?(?:v\d+(?:\.\d+)*|\d+(?:\.\d+)+)(?:[-.+_]?[a-z][\w.+-]*)?", re.I)
MAX_NAME = 200
MAX_RELEASES = 1_000


def tag_names(repository: Repository) -> list[tuple[str, str, str]]:
    """Name, object and day of every tag, as `git tag` lists them."""
    prefix = "refs/tags/"
    return sorted(
        (name.removeprefix(prefix), target, day) for name, target, _, day in repository.refs if name.startswith(prefix)
    )


def releases(repository: Repository, *, today: date) -> tuple[tuple[Tag, ...], int]:
    """The releases by day, the newest thousand at most, and how many tags are left out as second ones of a commit.

    A tag of a file or a folder is no release, and neither is one that is dated after `today`.
    """
    dated: list[tuple[str, str, date]] = []
    for name, target, text in tag_names(repository):
        day = parsed_day(text)
        if len(name) <= MAX_NAME and VERSION.fullmatch(name) and day and day <= today:
            dated.append((name, target, day))
    commits = _commits(repository, [target for _, target, _ in dated])
    tags: dict[str, Tag] = {}
    second = 0
    for name, target, day in dated:
        if commit := commits.get(target):
            second += commit in tags
            tags.setdefault(commit, Tag(name=name, commit=commit, day=day))
    kept = sorted(tags.values(), key=lambda tag: (tag.day, tag.name))[-MAX_RELEASES:]
    return tuple(kept), second


def _commits(repository: Repository, targets: Sequence[str]) -> dict[str, str]:
    """The commit that each object leads to, tags of tags included; those that lead to none are left out."""
    asked = sorted(set(targets))
    if not asked:
        return {}
    question = "".join(f"{target}^{{commit}}\n" for target in asked)
    output = repository.run("cat-file", "--batch-check=%(objecttype) %(objectname)", stdin=question.encode())
    answers = (line.split(" ") for line in output.decode("utf-8", "replace").splitlines())
    return {target: answer[1] for target, answer in zip(asked, answers, strict=False) if answer[0] == "commit"}


def parsed_day(text: str) -> date | None:
    """A day as git prints it; None for what is none, or lies beyond the year 9999."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
