"""Steps and questions in the words of a person's report."""

from __future__ import annotations

from collections.abc import Callable

from folio.readiness.plan import Action
from folio.readiness.questions import Question
from folio.readiness.report import ActionSeen, QuestionSeen
from folio.readiness.rubric import Rung

Text = Callable[[str], str]
PLACES = ("project", "article", "work", "service", "talk", "contract")
"""Kinds of subjects that something can be done in."""


def action_seen(one: Action, now: Rung, *, name: Text, clean: Text) -> ActionSeen:
    """A step for somebody who stands at the level `now`; `name` says what a subject is called, `clean` keeps an NDA."""
    return ActionSeen(
        check=one.entry.id,
        title=one.entry.title,
        todo=one.change.todo + one.change.so_far,
        subject=clean(one.subject),
        name=name(one.subject),
        because=one.because,
        missing=one.change.missing,
        score_before=one.before,
        score_after=one.score,
        gain=one.gain,
        minutes=one.change.effort,
        leads_to=None if one.level == now.id else one.level,
        after=one.after,
    )


def placed(one: ActionSeen) -> str:
    """What to do, and in what: `Add a LICENSE file, in 'Shelfcast'`."""
    return f"{one.todo}, in '{one.name}'" if one.subject.partition(":")[0] in PLACES else one.todo


def question_seen(one: Question, *, name: Text, clean: Text) -> QuestionSeen:
    """Something to find out."""
    return QuestionSeen(
        todo=clean(one.todo),
        why=clean(one.why),
        names=tuple(name(subject) for subject in one.subjects),
        checks=one.checks,
        up_to=one.up_to,
    )
