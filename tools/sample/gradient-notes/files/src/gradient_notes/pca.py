"""Principal components, once by power iteration and once by SVD. Derivation: notes/pca.md."""

from dataclasses import dataclass, field

import numpy as np

from gradient_notes.arrays import Floats


def power_iteration(matrix: Floats, steps: int = 5000, tolerance: float = 1e-12) -> Floats:
    """The eigenvector of the largest eigenvalue of a symmetric, positive semidefinite matrix."""
    vector = np.random.default_rng(0).normal(size=len(matrix))
    vector /= np.linalg.norm(vector)
    for _ in range(steps):
        following = matrix @ vector
        length = np.linalg.norm(following)
        if length == 0:
            return vector
        following /= length
        if np.abs(following - vector).max() < tolerance:
            return following
        vector = following
    return vector


def fix_signs(components: Floats) -> Floats:
    """An eigenvector's sign is arbitrary; the entry largest in size is made positive."""
    largest = np.abs(components).argmax(axis=1)
    return components * np.sign(components[np.arange(len(components)), largest])[:, None]


@dataclass
class PCA:
    """`components` in rows, `variances` with the n - 1 divisor, as in scikit-learn."""

    k: int
    by_power_iteration: bool = False
    mean: Floats = field(init=False)
    components: Floats = field(init=False)
    variances: Floats = field(init=False)

    def fit(self, x: Floats) -> "PCA":
        self.mean = x.mean(axis=0)
        centred = x - self.mean
        if self.by_power_iteration:
            self._deflate(centred.T @ centred / (len(x) - 1))
        else:
            _, singular, rows = np.linalg.svd(centred, full_matrices=False)
            self.components = fix_signs(rows[: self.k])
            self.variances = singular[: self.k] ** 2 / (len(x) - 1)
        return self

    def _deflate(self, covariance: Floats) -> None:
        """Find a component, take it out of the covariance, find the next."""
        found, variances = [], []
        for _ in range(self.k):
            vector = power_iteration(covariance)
            variance = float(vector @ covariance @ vector)
            covariance = covariance - variance * np.outer(vector, vector)
            found.append(vector)
            variances.append(variance)
        self.components = fix_signs(np.array(found))
        self.variances = np.array(variances)

    def transform(self, x: Floats) -> Floats:
        return (x - self.mean) @ self.components.T

    def inverse_transform(self, scores: Floats) -> Floats:
        return scores @ self.components + self.mean
