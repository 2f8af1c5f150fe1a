"""k-means with k-means++ seeding. Derivation: notes/k_means.md."""

from dataclasses import dataclass, field

import numpy as np

from gradient_notes.arrays import Floats, Ints


def squared_distances(x: Floats, centres: Floats) -> Floats:
    """Rows of `x` against rows of `centres`, without a rows x centres x columns array."""
    square = (x**2).sum(axis=1)[:, None] - 2 * x @ centres.T + (centres**2).sum(axis=1)
    return np.maximum(square, 0)


def seed_centres(x: Floats, k: int, rng: np.random.Generator) -> Floats:
    """k-means++: each next centre is drawn in proportion to its squared distance so far."""
    centres = [x[rng.integers(len(x))]]
    for _ in range(k - 1):
        nearest = squared_distances(x, np.array(centres)).min(axis=1)
        if nearest.sum() == 0:
            centres.append(x[rng.integers(len(x))])
            continue
        centres.append(x[rng.choice(len(x), p=nearest / nearest.sum())])
    return np.array(centres)


@dataclass
class KMeans:
    """Best of `restarts` runs. `inertia` is the sum of squared distances to the own centre."""

    k: int
    restarts: int = 5
    max_steps: int = 300
    seed: int = 0
    centres: Floats = field(init=False)
    labels: Ints = field(init=False)
    inertia: float = field(init=False, default=np.inf)

    def fit(self, x: Floats) -> "KMeans":
        if not 1 <= self.k <= len(x):
            raise ValueError(f"cannot make {self.k} clusters of {len(x)} rows")
        self.inertia = np.inf
        rng = np.random.default_rng(self.seed)
        for _ in range(self.restarts):
            centres, labels, inertia = self._run(x, seed_centres(x, self.k, rng))
            if inertia < self.inertia:
                self.centres, self.labels, self.inertia = centres, labels, inertia
        return self

    def _run(self, x: Floats, centres: Floats) -> tuple[Floats, Ints, float]:
        labels = np.full(len(x), -1)
        for _ in range(self.max_steps):
            distances = squared_distances(x, centres)
            nearest = distances.argmin(axis=1)
            if np.array_equal(nearest, labels):
                break
            labels = nearest
            centres = centres.copy()
            for cluster in range(self.k):
                members = x[labels == cluster]
                if len(members):
                    centres[cluster] = members.mean(axis=0)
                else:
                    # An empty cluster restarts where the fit is worst.
                    centres[cluster] = x[distances.min(axis=1).argmax()]
        distances = squared_distances(x, centres)
        return centres, distances.argmin(axis=1), float(distances.min(axis=1).sum())

    def predict(self, x: Floats) -> Ints:
        return squared_distances(x, self.centres).argmin(axis=1)
