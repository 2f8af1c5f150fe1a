"""What came of a work or project: highlights, and those of them that were outcomes with a number."""

from __future__ import annotations

from typing import Any

from folio.profile.exchange.given import Given, Json, held
from folio.profile.exchange.json_resume.own import sentence
from folio.profile.record import Outcome


def results(one: Given, own: Given) -> tuple[list[str], list[Json]]:
    """Highlights, and those of them that folio wrote from an outcome as what they were."""
    texts, outcomes = one.texts("highlights"), own.raw("outcomes")
    known: dict[str, Json] = {}
    for each in outcomes if isinstance(outcomes, list) else []:
        if held(Outcome, each):
            known[sentence(Outcome.model_validate(each))] = each
    return [text for text in texts if text not in known], [known[text] for text in texts if text in known]


def with_priorities(highlights: list[str], priorities: Any) -> list[str | Json]:
    """As they are written in a profile; priorities that are not one for each highlight say nothing."""
    fits = isinstance(priorities, list) and len(priorities) == len(highlights)
    if not fits or not all(type(one) is int and -9 <= one <= 9 for one in priorities):
        return list(highlights)
    return [{"text": text, "priority": one} if one else text for text, one in zip(highlights, priorities, strict=True)]
