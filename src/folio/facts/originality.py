"""Guards on whose work it is: known tutorials and templates, remote models, and how much two samples share."""

from __future__ import annotations

from folio.facts.alike import similarity
from folio.repository.model import RepositorySeen, Sample

Verdict = tuple[str, str]

TUTORIAL = 200
"""Thousandths of the code from which on a project is a tutorial's. Source: rubric, `scan.originality`."""
SAME_CODE = 500
"""Thousandths of each of two repositories that are in the other from which on they are one project."""
ENOUGH = 30
"""Hashes that a sample has at least, about 500 tokens, to say anything."""
STUDY = frozenset({"consistency"})
"""Where a project that follows a tutorial counts: it shows study."""
FUNDAMENTALS = frozenset({"fundamentals"})
"""Where a project whose only model is a remote one does not count."""


def learning_guard(seen: RepositorySeen) -> Verdict | None:
    """Why a repository shows study and nothing else."""
    shares = [(one.share, one.name) for one in seen.known_sources if one.kind == "tutorial" and one.share >= TUTORIAL]
    if shares:
        share, name = max(shares)
        return "tutorial-clone", f"{share // 10} % of its code is in {name}; it shows study"
    if seen.learning:
        what = "an assignment" if seen.learning.name == "assignment" else "made with a tutorial or course"
        return "tutorial-clone", f"its README says that it is {what} ({seen.learning}); it shows study"
    return None


def template_words(seen: RepositorySeen) -> str | None:
    """Which templates its files were left out for; None when there are none."""
    names = sorted({one.name for one in seen.known_sources})
    return " and ".join(names) if names else None


def remote_guard(seen: RepositorySeen) -> Verdict | None:
    """Why a repository counts, and for no fundamentals: every model in it answers somewhere else."""
    if not seen.remote_models or seen.local_models or seen.algorithms:
        return None
    first = seen.remote_models[0]
    reason = f"its only model is a remote one ({first.name}, {first}); it shows no fundamentals, and counts elsewhere"
    return "api-wrapper", reason


def turned_in(seen: RepositorySeen, verdict: Verdict | None) -> frozenset[str]:
    """The categories in which the verdict on a repository is turned round."""
    if verdict is not None:
        return STUDY if verdict == learning_guard(seen) else frozenset()
    return FUNDAMENTALS if remote_guard(seen) else frozenset()


def contained(one: Sample, other: Sample) -> tuple[int, int]:
    """How much of each sample is in the other, in thousandths, by their lowest hashes."""
    if min(one.size, other.size) < ENOUGH:
        return 0, 0
    jaccard = similarity(one.lowest, other.lowest)
    shared = jaccard * (one.size + other.size) // (1000 + jaccard)
    return min(shared * 1000 // one.size, 1000), min(shared * 1000 // other.size, 1000)
