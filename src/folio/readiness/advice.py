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
    "readme-complete": "Write what the README lacks",
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
    "lint-format-types": "Set up for the code",
    "data-provenance": "Add to DATA.md or the README",
    "data-visualised": "Add to the pictures of the data",
}
"""What the parts of a check are added to, where they are named in one sentence."""
ANEW = {
    "": "In another project",
    "model": "With a small model on data of your own",
    "service": "For something small that runs",
    "program": "For something small that runs",
    "code": "In another project",
    "data": "On a data set of your own",
    "algorithm": "With an algorithm of your own",
    "seen": "For something that people can see",
    "package": "In another project",
    "told": "Of another project",
    "live": "With another project",
}
"""What a new project should be, by the kind that none of those that are there is."""
ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth"}
AGAIN = {
    "core-algorithms-from-scratch": "Implement another algorithm in NumPy alone, such as a decision tree or k-means",
    "statistical-inference-used": "Decide something by a method that is new to your code, such as a permutation test",
    "data-structures-practice": "Solve ten more timed problems, with structures that are new to your code",
    "fundamentals-explained": "Explain another fundamental from nothing, with a table or formula and ten lines of code",
    "sql-authored": "Commit another query as a .sql file, with what yours do not use yet, such as a window function",
}
"""The next step where one like it is done, and only distinct ones count."""
FURTHER = {
    "project-substance": "Take it further by what its users would miss first, and bring it to an end",
    "monitoring-present": "Add what it has none of yet: structured logs, metrics, error reports or a health endpoint",
}
"""The next step on what is begun, where the check's own words begin something."""
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


def linking(foundations: list[str], without: list[str]) -> str:
    """A link for each of some foundations; `without` are those that nothing shows yet."""
    if len(foundations) > MOST_NAMED:
        but = f" but for {_listed(_spoken(without))}" if without else ""
        count = COUNTS[len(foundations)]
        return f"Fill 'foundations'{but}: one project or article for each of the {count} that your work shows already"
    what = "a project or article that shows" if len(foundations) == 1 else "what shows"
    return f"Link, under 'foundations', {what} {_listed(_spoken(foundations))}"


def how_far(needed: int, there: int) -> str:
    """How far a gate is that takes several."""
    return f"; the gate asks for {_number(needed)}, {_number(there)} {'are' if there > 1 else 'is'} there yet"


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
        todo = _brief(f"{WHOLE.get(entry.id, 'Add what is missing')}: ", [part.says for part in lacks], room)
    least = sum((part.minutes or entry.minutes)[0] for part in lacks)
    most = sum((part.minutes or entry.minutes)[1] for part in lacks)
    return todo, (min(least, entry.minutes[0]), min(most, entry.minutes[1]))


def _brief(begin: str, words: list[str], room: int) -> str:
    """As many of the words as fit, and how many more there are."""
    for shown in range(len(words), 1, -1):
        more = len(words) - shown
        todo = begin + _listed([*words[:shown], f"{more} more"] if more else words)
        if len(todo) <= room:
            return todo
    return begin + _listed([words[0], f"{len(words) - 1} more"] if len(words) > 1 else words)


def _listed(words: list[str]) -> str:
    if any("," in one or " and " in one for one in words):
        return "; ".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _spoken(foundations: list[str]) -> list[str]:
    return [one.replace("-", " ") for one in foundations]


def _number(count: int) -> str:
    return COUNTS.get(count, f"{count:,}")


def _small(sentence: str) -> str:
    """A sentence to go on with: its first letter small, unless the word is a name such as README."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() or sentence[1:2] == " " else sentence
