"""Guard `duplicate-text`: a text that stands in several repositories counts for one of them.

Formulas need no guard: they are counted by their digests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from folio.facts.model import Exclusion, ProjectFacts
from folio.repository.model import Passage

MIN_WORDS = 40
"""Shorter texts count nowhere. Source: rubric, `limitations-stated`."""
FIELDS = {"limitations": "on limits", "failures": "on what failed", "evaluation": "of results"}

Kept = dict[str, int]
"""By the digest of a text, the place in the list of what keeps it."""


def without_duplicates(projects: Sequence[ProjectFacts]) -> tuple[tuple[ProjectFacts, ...], tuple[Exclusion, ...]]:
    """The projects, each text left to one of those that hold it, and what was left out of the others.

    Who keeps a text is chosen so that one more project never takes points from all together.
    """
    left_out: list[Exclusion] = []
    result = list(projects)
    for field, about in FIELDS.items():
        held = [_passages(one, field) for one in result]
        subjects = list(dict.fromkeys(one.code for one in result))  # copies of one project hold texts together
        by_code: dict[str, list[Passage]] = {name: [] for name in subjects}
        for project, own in zip(result, held, strict=True):
            by_code[project.code] += own
        together = list(by_code.values())
        kept = spread(together) if field == "limitations" else at_its_best(together)
        for number, project in enumerate(result):
            others = [one for one in held[number] if subjects[kept[one.digest]] != project.code]
            left_out += _exclusions(project, others, about, kept, subjects)
            result[number] = _without(project, field, {one.digest for one in others})
    return tuple(result), tuple(left_out)


def spread(held: Sequence[Sequence[Passage]]) -> Kept:
    """Each text to one project, so that as many projects as can be keep one: a largest matching."""
    kept: Kept = {}

    def place(number: int, asked: set[str]) -> bool:
        for one in held[number]:
            if one.digest not in asked:
                asked.add(one.digest)
                if one.digest not in kept or place(kept[one.digest], asked):
                    kept[one.digest] = number
                    return True
        return False

    for number in range(len(held)):
        place(number, set())
    for number, passages in enumerate(held):
        for one in passages:
            kept.setdefault(one.digest, number)
    return kept


def at_its_best(held: Sequence[Sequence[Passage]]) -> Kept:
    """Each text to the project where it is worth most: in a document of its own, then with links, then the first."""
    best: dict[str, tuple[bool, int, int]] = {}
    for number, passages in enumerate(held):
        for one in passages:
            worth = not one.in_readme, one.links, -number
            best[one.digest] = max(best.get(one.digest, worth), worth)
    return {digest: -number for digest, (_, _, number) in best.items()}


def _passages(project: ProjectFacts, field: str) -> tuple[Passage, ...]:
    if project.repository is None or not project.counts:
        return ()
    passages: tuple[Passage, ...] = getattr(project.repository.documents, field)
    return tuple(one for one in passages if one.words >= MIN_WORDS and one.digest)


def _exclusions(
    project: ProjectFacts, left: Sequence[Passage], about: str, kept: Kept, subjects: Sequence[str]
) -> Iterator[Exclusion]:
    for one in left:
        reason = f"the text {about} at {one} is that of {subjects[kept[one.digest]]}; a text counts once"
        yield Exclusion(project.subject, "duplicate-text", reason)


def _without(project: ProjectFacts, field: str, digests: set[str]) -> ProjectFacts:
    if project.repository is None or not digests:
        return project
    documents = project.repository.documents
    rest = tuple(one for one in getattr(documents, field) if one.digest not in digests)
    changed = documents.model_copy(update={field: rest})
    return replace(project, repository=project.repository.model_copy(update={"documents": changed}))
