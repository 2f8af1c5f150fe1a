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
WHOLE = {
    "case-studies": "Finish the case study",
    "readme-complete": "Add to the README",
    "deployment-config": "Add to the deployment files",
    "rate-and-availability": "Say in the profile",
    "contact-and-identity": "Name in the profile",
    "resume-complete": "Add to the profile what a résumé needs",
    "focus-statement": "Write under 'focus'",
    "service-offer": "Add to the service",
    "measured-outcomes": "Add to the outcome",
    "articles-depth": "Add to the article",
    "platform-presence": "Fill in what this platform asks for",
    "baseline-compared": "Add beside the model",
    "lint-format-types": "Add to the tools",
    "data-provenance": "Add to what is said of the data",
}
"""What the parts of a check are added to, where they are named in one sentence."""
ANEW = {
    "": "In another project",
    "model": "With a small model on data of your own",
    "service": "For something small that runs",
    "data": "On a data set of your own",
    "algorithm": "With an algorithm of your own",
    "seen": "For something that people can see",
    "package": "In another project",
    "told": "Of another project",
}
"""What a new project should be, by the kind that none of those that are there is."""
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth"}
UNLIKE = {
    "core-algorithms-from-scratch": "one you have not written yet",
    "statistical-inference-used": "a method you have not used yet",
    "data-structures-practice": "with structures you have not used yet",
    "fundamentals-explained": "one you have not explained yet",
    "sql-authored": "with what your SQL does not use yet",
}
"""What another of a kind must be to count, where the next step names one for instance."""
COUNTS = dict(enumerate(("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")))
TWO_LINES, WITH_A_NAME = 160, 136
"""Characters that fit on two lines of a hundred columns, alone and with the name of a project."""
MOST_NAMED = 3


def from_to(check: str, amount: int, goal: int) -> str:
    """` (from 12 to 30 assertions that can fail)`; empty where nothing was counted yet."""
    what = COUNTED.get(check, "")
    return f" (from {amount:,} to {goal:,}{f' {what}' if what else ''})" if amount else ""


def elsewhere(todo: str, kind: str) -> str:
    """A step in a project that is still to be begun; `kind` is what none of those that are there is."""
    return f"{ANEW[kind]}: {_small(todo)}"


def linking(foundations: list[str]) -> str:
    """A link for each of some foundations."""
    names = [one.replace("-", " ") for one in foundations]
    if len(names) > MOST_NAMED:
        count = COUNTS[len(names)]
        return f"Fill 'foundations': one project or article for each of the {count} that your work shows already"
    what = "a project or article that shows" if len(names) == 1 else "what shows"
    return f"Link, under 'foundations', {what} {_listed(names)}"


def how_far(needed: int, there: int) -> str:
    """How far a gate is that takes several."""
    return f"; the gate asks for {_number(needed)}, {_number(there)} {'are' if there > 1 else 'is'} there yet"


def unlike(check: str) -> str:
    """` (a method you have not used yet)`, where only distinct ones count."""
    return f" ({UNLIKE[check]})" if check in UNLIKE else ""


def which(number: int) -> str:
    """Which of several like it a step adds."""
    return f" (the {ORDINALS[number]})" if number in ORDINALS else ""


def joined(entry: Entry, lacks: list[Part], room: int) -> tuple[str, tuple[int, int]]:
    """What adds the parts that a subject lacks, as one sentence, and how long that takes: no longer than all of it.

    Two that fit into `room` characters are said in full, more by their names.
    """
    sentences = [part.next for part in lacks if part.next]
    first, *others = sentences or [""]
    todo = "; ".join((first, *map(_small, others)))
    if len(sentences) < len(lacks) or (others and len(todo) > room) or len(others) > 1:
        todo = f"{WHOLE.get(entry.id, 'Add what is missing')}: {_listed([part.says for part in lacks])}"
    least = sum((part.minutes or entry.minutes)[0] for part in lacks)
    most = sum((part.minutes or entry.minutes)[1] for part in lacks)
    return todo, (min(least, entry.minutes[0]), min(most, entry.minutes[1]))


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _number(count: int) -> str:
    return COUNTS.get(count, f"{count:,}")


def _small(sentence: str) -> str:
    """A sentence to go on with: its first letter small, unless the word is a name such as README."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == " " else sentence
