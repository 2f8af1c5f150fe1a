"""Guards `same-repository` and `same-code`: what stands in the profile a second time is measured as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from folio.facts.alike import groups, independent, pairs_alike
from folio.facts.commits import is_copy
from folio.facts.originality import ENOUGH, SAME_CODE, contained
from folio.repository.model import RepositorySeen

Verdict = tuple[str, str]

ALIKE = 1000 * SAME_CODE // (2000 - SAME_CODE)
"""The similarity, in thousandths, that two samples have at least when each holds `SAME_CODE` of the other: with s for
that share and samples of one size, s / (2 - s); with other sizes it is more."""


@dataclass(frozen=True, slots=True)
class Twice:
    """The other one that a project is found on, and why."""

    other: str
    verdict: Verdict

    @property
    def is_clone(self) -> bool:
        """Whether it is the same history; a project of its own may be told of it all the same."""
        return self.verdict[0] == "same-repository"


def twice(repositories: Mapping[str, RepositorySeen]) -> dict[str, Twice]:
    """By subject, those that are the same as another one that counts, which is measured with what they hold.

    The ones left are as many as can be without two alike, with the fullest history and the most code where there is a
    choice. So the order of the profile means nothing, and a further copy takes nothing away.
    """
    ranked = sorted(repositories, key=lambda name: _rank(name, repositories[name]))
    names = {f"{number:06}": name for number, name in enumerate(ranked)}
    held = {number: repositories[name] for number, name in names.items()}
    verdicts = {(one, other): verdict for one, other in _candidates(held) for verdict in _verdicts(one, other, held)}
    alike: dict[str, set[str]] = defaultdict(set)
    for one, other in verdicts:
        alike[one].add(other)
        alike[other].add(one)
    found: dict[str, Twice] = {}
    for group in groups(alike):
        kept = independent(group, alike)
        for one in group - kept:
            near = {other: verdicts[min(one, other), max(one, other)] for other in alike[one] & kept}
            other = min(near, key=lambda each: (near[each][0] != "same-repository", each))
            guard, reason = near[other]
            found[names[one]] = Twice(names[other], (guard, reason.format(other=names[other])))
    return found


def _rank(subject: str, seen: RepositorySeen) -> tuple[int, int, str]:
    return -seen.history.commits, -seen.code.lines, subject


def _candidates(repositories: Mapping[str, RepositorySeen]) -> set[tuple[str, str]]:
    """The pairs, in order, that a verdict is possible on: all pairs are too many where there are a thousand."""
    shared: dict[str, list[str]] = defaultdict(list)
    shallow = []
    for name, seen in sorted(repositories.items()):
        for commit in {seen.commit, *seen.history.roots}:
            shared[commit].append(name)
        if seen.history.shallow:
            shallow.append(name)
    found = {pair for group in shared.values() for pair in combinations(group, 2)}
    found |= {(min(one, other), max(one, other)) for one in shallow for other in repositories if one != other}
    samples = {name: seen.sample.lowest for name, seen in repositories.items() if seen.sample.size >= ENOUGH}
    return found | pairs_alike(samples, ALIKE)


def _verdicts(one: str, other: str, repositories: Mapping[str, RepositorySeen]) -> Iterator[Verdict]:
    """Why two are the same, if they are."""
    first, second = repositories[one], repositories[other]
    if first.commit == second.commit:
        yield "same-repository", "the same repository as {other}; its code counts once"
    elif is_copy(first.history, second.history):
        yield "same-repository", "mostly the same commits as {other}; what its code shows is found on that one"
    elif (share := min(contained(first.sample, second.sample))) >= SAME_CODE:
        yield "same-code", f"{share // 10} % of its code is in {{other}}; the two count as one"
