"""Logistic regression by gradient descent. Derivation: notes/logistic_regression.md."""

from dataclasses import dataclass, field

import numpy as np

from gradient_notes.arrays import Floats


def sigmoid(z: Floats) -> Floats:
    """Written in two halves, so that neither exp overflows."""
    out = np.empty_like(z)
    positive = z >= 0
    out[positive] = 1 / (1 + np.exp(-z[positive]))
    small = np.exp(z[~positive])
    out[~positive] = small / (1 + small)
    return out


def loss(weights: Floats, x: Floats, y: Floats, l2: float) -> float:
    """Mean negative log likelihood plus the ridge term; the last weight is the intercept."""
    z = x @ weights[:-1] + weights[-1]
    # log(1 + e^z) - y z, without computing e^z for large z
    log_likelihood = np.logaddexp(0, z) - y * z
    return float(log_likelihood.mean() + 0.5 * l2 * weights[:-1] @ weights[:-1])


def gradient(weights: Floats, x: Floats, y: Floats, l2: float) -> Floats:
    residual = sigmoid(x @ weights[:-1] + weights[-1]) - y
    slopes = x.T @ residual / len(y) + l2 * weights[:-1]
    return np.append(slopes, residual.mean())


@dataclass
class LogisticRegression:
    """Two classes, labelled 0 and 1. `losses` holds the loss before every step."""

    l2: float = 0.0
    tolerance: float = 1e-8
    max_steps: int = 20_000
    weights: Floats = field(init=False)
    losses: list[float] = field(init=False)

    def fit(self, x: Floats, y: Floats) -> "LogisticRegression":
        self.weights = np.zeros(x.shape[1] + 1)
        self.losses = []
        # The curvature of the loss is at most this everywhere, so this step can never overshoot.
        with_intercept = np.column_stack([x, np.ones(len(x))])
        curvature = 0.25 * np.linalg.norm(with_intercept, ord=2) ** 2 / len(x) + self.l2
        for _ in range(self.max_steps):
            self.losses.append(loss(self.weights, x, y, self.l2))
            step = gradient(self.weights, x, y, self.l2) / curvature
            self.weights = self.weights - step
            if np.abs(step).max() < self.tolerance:
                break
        return self

    def predict_proba(self, x: Floats) -> Floats:
        return sigmoid(x @ self.weights[:-1] + self.weights[-1])

    def predict(self, x: Floats) -> Floats:
        return (self.predict_proba(x) >= 0.5).astype(float)
