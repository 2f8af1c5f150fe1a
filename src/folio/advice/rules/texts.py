"""Texts that won't look as they are meant: too long, too short, the example's own, or in the wrong language."""

from __future__ import annotations

from collections.abc import Iterator

from folio.advice.seen import Seen
from folio.document import KeyPath, dotted
from folio.errors import Problem
from folio.profile.languages import site_tags
from folio.profile.localised import missing_texts
from folio.profile.placeholders import untouched

ROOM: tuple[tuple[KeyPath, int, str], ...] = (
    (("name",), 60, "the head of every page and document"),
    (("headline",), 100, "the first thing on the site, in its largest letters"),
    (("projects", "*", "title"), 80, "the title of a card and of a page"),
    (("projects", "*", "summary"), 240, "the text of a card"),
    (("projects", "*", "outcomes", "*", "value"), 16, "a figure in large numbers"),
    (("projects", "*", "outcomes", "*", "unit"), 24, "beside a figure in large numbers"),
    (("work", "*", "role"), 80, "one line of the résumé"),
    (("work", "*", "outcomes", "*", "value"), 16, "a figure in large numbers"),
    (("contracts", "*", "role"), 80, "one line of the résumé"),
    (("articles", "*", "title"), 110, "the title of a card and of a page"),
    (("talks", "*", "title"), 110, "one line of a list"),
    (("services", "*", "title"), 70, "the title of a card"),
    (("services", "*", "duration"), 40, "a short line of a table"),
    (("skills", "*", "name"), 40, "a mark among many"),
    (("skills", "*", "group"), 40, "a heading in a narrow column"),
    (("links", "other", "*", "label"), 30, "a link among others"),
    (("contact", "reply_within"), 40, "a short line beside the address"),
    (("focus", "specialisms", "*"), 60, "one of two in a line"),
    (("more", "*", "title"), 40, "a heading of the résumé"),
    (("site", "questions", "*", "question"), 140, "the line that opens an answer"),
    (("pitches", "*", "headline"), 120, "the title of a page"),
)
"""Where texts have how much room, in characters: what the looks and themes show well on a phone and on A4."""
FEW = 8
"""Words of a summary below which it says next to nothing."""
NAMED = 3
"""Texts named of those that a language lacks."""


def too_long(seen: Seen) -> Iterator[Problem]:
    """A text is longer than its place can show well."""
    for place, most, where in ROOM:
        for path, text in seen.texts(place):
            if len(text) > most:
                yield seen.problem(path, f"{len(text)} characters; this is {where}", f"shorten it to about {most}")


def short_summary(seen: Seen) -> Iterator[Problem]:
    """The summary is a word or a few: clients read it right after the name."""
    from folio.markdown import words

    for path, text in seen.texts(("summary",)):
        if 0 < (count := len(words(text))) < FEW:
            said = "a single word" if count == 1 else f"only {count} words"
            todo = "say in two or three sentences whom you help, with what, and what is different then"
            yield seen.problem(path, said, todo)


def example_words(seen: Seen) -> Iterator[Problem]:
    """What a new profile says to be replaced still stands there."""
    for path in untouched(seen.profile):
        yield seen.problem(path, "is still the example's", "write your own")


def missing_translation(seen: Seen) -> Iterator[Problem]:
    """A further language of the site lacks texts; those of the profile's own language stand there."""
    own, *others = site_tags(seen.profile)
    for number, tag in enumerate(others):
        missing = [dotted(one) for one in missing_texts(seen.document, tag)]
        translated = seen.enclosed[tag].translated if tag in seen.enclosed else frozenset()
        if seen.enclosed:
            missing += [one.file for one in seen.profile.articles or () if one.file and one.id not in translated]
        if missing:
            first = ", ".join(missing[:NAMED]) + (", ..." if len(missing) > NAMED else "")
            what = f"texts without a version in '{tag}', where those in '{own}' stand: {len(missing)} ({first})"
            yield seen.problem(("site", "locales", number), what, f"write '{tag}: ...' beside each, or leave it so")
