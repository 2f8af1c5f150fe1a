"""Gradient boosting on our own trees. Derivation: notes/gradient_boosting.md.

A loss is three functions: its value, the negative gradient the next tree is fitted to, and the
best constant for the rows of one leaf, which is also where boosting starts.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from gradient_notes.arrays import Floats
from gradient_notes.decision_tree import DecisionTree


@dataclass(frozen=True)
class Loss:
    value: Callable[[Floats, Floats], float]
    negative_gradient: Callable[[Floats, Floats], Floats]
    best_constant: Callable[[Floats], float]


def squared() -> Loss:
    return Loss(
        value=lambda y, f: float(0.5 * np.mean((y - f) ** 2)),
        negative_gradient=lambda y, f: y - f,
        best_constant=lambda residual: float(residual.mean()),
    )


def pinball(quantile: float) -> Loss:
    """Its minimiser is the quantile: too low costs `quantile`, too high costs `1 - quantile`."""

    def value(y: Floats, f: Floats) -> float:
        error = y - f
        return float(np.mean(np.maximum(quantile * error, (quantile - 1) * error)))

    return Loss(
        value=value,
        negative_gradient=lambda y, f: np.where(y > f, quantile, quantile - 1.0),
        best_constant=lambda residual: float(np.quantile(residual, quantile)),
    )


@dataclass
class GradientBoosting:
    """Boosted trees. `losses` and `validation_losses` are the learning curve, one entry a tree."""

    loss: Loss = field(default_factory=squared)
    trees: int = 100
    learning_rate: float = 0.1
    max_depth: int = 3
    min_leaf: int = 1
    start: float = field(init=False)
    stages: list[DecisionTree] = field(init=False)
    losses: list[float] = field(init=False)
    validation_losses: list[float] = field(init=False)

    def fit(
        self, x: Floats, y: Floats, validation: tuple[Floats, Floats] | None = None
    ) -> "GradientBoosting":
        self.start = self.loss.best_constant(y)
        self.stages, self.losses, self.validation_losses = [], [], []
        forecast = np.full(len(y), self.start)
        checked = np.full(len(validation[1]), self.start) if validation else np.empty(0)
        for _ in range(self.trees):
            tree = DecisionTree(self.max_depth, self.min_leaf)
            tree.fit(x, self.loss.negative_gradient(y, forecast))
            # Fitted to the gradient; now each leaf gets the step that is best for the loss itself.
            for leaf in tree.leaves():
                leaf.value = self.loss.best_constant(y[leaf.rows] - forecast[leaf.rows])
            forecast += self.learning_rate * tree.predict(x)
            self.stages.append(tree)
            self.losses.append(self.loss.value(y, forecast))
            if validation:
                checked += self.learning_rate * tree.predict(validation[0])
                self.validation_losses.append(self.loss.value(validation[1], checked))
        return self

    def predict(self, x: Floats) -> Floats:
        forecast = np.full(len(x), self.start)
        for tree in self.stages:
            forecast += self.learning_rate * tree.predict(x)
        return forecast
