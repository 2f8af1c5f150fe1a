"""The words of a step: what exactly to add to what is there, and from how much to how much."""

from __future__ import annotations

from folio.readiness.rubric import Entry, Part

COUNTED = {
    "multi-metric-evaluation": "metrics",
    "monitoring-present": "signals that something is wrong",
    "project-substance": "lines of your own",
    "tests-meaningful": "assertions that can fail",
    "modular-code": "lines in modules",
    "time-horizon": "months between the first and the last dated work",
}
"""What the amounts of a check are, where it has a curve over each subject."""


def from_to(check: str, amount: int, goal: int) -> str:
    """` (from 12 to 30 assertions that can fail)`; empty where nothing was counted yet."""
    what = COUNTED.get(check, "")
    return f" (from {amount:,} to {goal:,}{f' {what}' if what else ''})" if amount else ""


def joined(entry: Entry, lacks: list[Part]) -> tuple[str, tuple[int, int]]:
    """What adds the parts that a subject lacks, as one sentence, and how long that takes: no longer than all of it."""
    sentences = [part.next for part in lacks if part.next]
    plain = [part.says for part in lacks if not part.next]
    if plain:
        sentences.append(f"Add what is missing: {_listed(plain)}")
    first, *others = sentences
    todo = "; ".join((first, *map(_small, others)))
    least = sum((part.minutes or entry.minutes)[0] for part in lacks)
    most = sum((part.minutes or entry.minutes)[1] for part in lacks)
    return todo, (min(least, entry.minutes[0]), min(most, entry.minutes[1]))


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _small(sentence: str) -> str:
    """A sentence to go on with: its first letter small, unless the word is a name such as README."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == " " else sentence
