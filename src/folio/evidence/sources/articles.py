"""Articles that are files in the profile's folder, by their text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import ArticleSeen, Observation
from folio.profile.manuscript import EnclosedError, Manuscript, manuscript
from folio.profile.model import Profile
from folio.profile.record import Article

NAME = "articles"
VERSION = 5
"""Raised whenever what is seen of the same text changes."""


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every article with a file."""
    return tuple(Subject(f"article:{one.id}", one.file) for one in profile.articles or () if one.file is not None)


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each article's text shows; a file that is as it was is not measured again."""
    return (_looked(task, access) for task in tasks)


def _looked(task: Task, access: Access) -> Observation:
    subject, before = task.subject, task.before
    article = Article(id=subject.name.partition(":")[2], file=subject.location)
    seen, problem, mark = None, None, ""
    try:
        text = manuscript(access.base, article)
    except EnclosedError as error:
        problem = f"{subject.location}: {error}"
    else:
        mark = _mark(text)
        if before and before.seen and before.fingerprint == mark and not access.refresh:
            return before if before.missed is None else before.model_copy(update={"missed": None})
        seen = text and _measured(text, subject.location)
    return Observation(
        source=NAME, subject=subject.name, observed_on=access.today, fingerprint=mark, seen=seen, problem=problem
    )


def _measured(text: Manuscript, path: str) -> ArticleSeen:
    from folio.evidence.reading.measure import look  # a parser and every language's words, for what is new

    return look(text, path=path)


def _mark(text: Manuscript | None) -> str:
    """The hash of what the file says."""
    return f"{VERSION}-{hashlib.sha256(repr(text).encode()).hexdigest()}"
