"""The rules of advice, each with the name that is printed beside what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from folio.advice.rules.colours import colour_in_comment
from folio.advice.rules.contact import local_phone, no_contact, unreachable_email
from folio.advice.rules.dates import expired_pitch, in_the_future, old_availability
from folio.advice.rules.pages import broken_link, unknown_front_matter
from folio.advice.rules.pictures import small_picture
from folio.advice.rules.proof import missing_repository, no_result, twice_a_link, twice_a_skill, untold_story
from folio.advice.rules.texts import example_words, missing_translation, short_summary, too_long
from folio.advice.seen import Look, Seen
from folio.errors import Problem

RULES: dict[str, Look] = {
    "example-words": example_words,
    "too-long": too_long,
    "short-summary": short_summary,
    "missing-translation": missing_translation,
    "in-the-future": in_the_future,
    "old-availability": old_availability,
    "expired-pitch": expired_pitch,
    "untold-story": untold_story,
    "no-result": no_result,
    "duplicate-skill": twice_a_skill,
    "duplicate-link": twice_a_link,
    "unreachable-email": unreachable_email,
    "local-phone": local_phone,
    "no-contact": no_contact,
    "missing-repository": missing_repository,
    "small-picture": small_picture,
    "colour-in-comment": colour_in_comment,
    "broken-link": broken_link,
    "unknown-front-matter": unknown_front_matter,
}
"""By name; a name stays, for programs that read it."""


def advice(seen: Seen) -> Iterator[Problem]:
    """Everything that will look bad, rule by rule."""
    for name, look in RULES.items():
        for problem in look(seen):
            yield replace(problem, rule=name, severity="warning")


def says(rule: Look) -> str:
    """What a rule looks for, in a sentence."""
    return (rule.__doc__ or "").strip().partition("\n")[0]
