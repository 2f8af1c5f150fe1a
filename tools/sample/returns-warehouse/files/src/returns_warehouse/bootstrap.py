"""A percentile bootstrap for a ratio, in the standard library."""

import random
from collections.abc import Sequence


def interval(
    clusters: Sequence[tuple[float, float]],
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> tuple[float, float]:
    """Interval of sum(numerators) / sum(denominators), drawing whole clusters with replacement.

    Lines of one order come back together; they are not independent, so orders are drawn.
    """
    if not clusters:
        raise ValueError("nothing to resample")
    rng = random.Random(seed)
    ratios = []
    for _ in range(resamples):
        drawn = rng.choices(clusters, k=len(clusters))
        ratios.append(sum(top for top, _ in drawn) / sum(bottom for _, bottom in drawn))
    ratios.sort()
    tail = (1 - confidence) / 2
    return ratios[int(tail * resamples)], ratios[min(resamples - 1, int((1 - tail) * resamples))]
