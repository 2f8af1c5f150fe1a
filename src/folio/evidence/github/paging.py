"""A list over several pages, and whether it is still the one that was seen before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from folio.evidence.github.answer import Answer
from folio.evidence.github.session import Session
from folio.evidence.github.trouble import NOT_GITHUBS, Trouble

MAX_PAGES = 20

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """The entries of a list; None when no page has changed."""

    entries: tuple[T, ...] | None
    marks: dict[str, str]
    """By path of each page."""
    whole: bool = True
    """Whether that is all, and not only the first pages of many."""


def all_of(session: Session, path: str, known: Mapping[str, str], read: Callable[[Any], T | None]) -> Paged[T]:
    """The entries of the list at `path` that `read` makes something of; raises Trouble.

    `known` are the marks of its pages when it was seen before, in their order. Where one has changed, those before it
    are asked for again: of an unchanged page only the mark is known.
    """

    def entries(content: Any) -> tuple[T, ...]:
        if not isinstance(content, list):
            raise TypeError
        return tuple(entry for one in content if (entry := read(one)) is not None)

    changed: dict[str, Answer[tuple[T, ...]]] = {}
    for page, mark in known.items():
        answer = session.get(page, entries, mark)
        if not answer.unchanged:
            changed[page] = answer
            break
    if known and not changed:
        return Paged(None, dict(known))
    found: list[T] = []
    marks: dict[str, str] = {}
    following: str | None = path
    while following is not None and len(marks) < MAX_PAGES:
        answer = changed.get(following) or session.get(following, entries)
        found += answer.value or ()
        marks[following] = answer.mark
        following = session.below(answer.following)
        if answer.following and (following is None or following in marks):
            raise Trouble(NOT_GITHUBS, everywhere=True)
    return Paged(tuple(found), marks, whole=following is None)
