"""A regression tree grown by least squares. Derivation: notes/decision_tree.md."""

from dataclasses import dataclass, field

import numpy as np

from gradient_notes.arrays import Floats, Ints


@dataclass
class Node:
    """A leaf until it is given a column, a threshold and two children."""

    value: float
    rows: Ints
    column: int = -1
    threshold: float = np.nan
    left: "Node | None" = None
    right: "Node | None" = None


def best_split(x: Floats, y: Floats, min_leaf: int) -> tuple[float, int, float]:
    """(gain, column, threshold) of the split that lowers the squared error most; gain 0 if none.

    One sort and one running sum per column: all thresholds of a column cost one pass.
    """
    n, total = len(y), y.sum()
    best = (0.0, -1, np.nan)
    for column in range(x.shape[1]):
        order = np.argsort(x[:, column], kind="stable")
        values, left_sum = x[order, column], np.cumsum(y[order])
        left_n = np.arange(1, n)
        gains = (
            left_sum[:-1] ** 2 / left_n
            + (total - left_sum[:-1]) ** 2 / (n - left_n)
            - total**2 / n
        )
        # Equal values cannot be told apart, and neither side may be too small.
        possible = (values[:-1] < values[1:]) & (left_n >= min_leaf) & (n - left_n >= min_leaf)
        if not possible.any():
            continue
        at = int(np.where(possible, gains, -np.inf).argmax())
        if gains[at] > best[0] + 1e-12:
            best = (float(gains[at]), column, float((values[at] + values[at + 1]) / 2))
    return best


@dataclass
class DecisionTree:
    """`min_leaf` rows on either side of every split, at most `max_depth` splits above a leaf."""

    max_depth: int = 3
    min_leaf: int = 1
    root: Node = field(init=False)

    def fit(self, x: Floats, y: Floats) -> "DecisionTree":
        self.root = self._grow(x, y, np.arange(len(y)), self.max_depth)
        return self

    def _grow(self, x: Floats, y: Floats, rows: Ints, depth: int) -> Node:
        node = Node(value=float(y[rows].mean()), rows=rows)
        if depth == 0:
            return node
        gain, column, threshold = best_split(x[rows], y[rows], self.min_leaf)
        if gain <= 0:
            return node
        goes_left = x[rows, column] <= threshold
        node.column, node.threshold = column, threshold
        node.left = self._grow(x, y, rows[goes_left], depth - 1)
        node.right = self._grow(x, y, rows[~goes_left], depth - 1)
        return node

    def leaves(self) -> list[Node]:
        found, waiting = [], [self.root]
        while waiting:
            node = waiting.pop()
            if node.left is None or node.right is None:
                found.append(node)
            else:
                waiting += [node.right, node.left]
        return found

    def predict(self, x: Floats) -> Floats:
        out = np.empty(len(x))
        waiting = [(self.root, np.arange(len(x)))]
        while waiting:
            node, rows = waiting.pop()
            if node.left is None or node.right is None:
                out[rows] = node.value
                continue
            goes_left = x[rows, node.column] <= node.threshold
            waiting += [(node.left, rows[goes_left]), (node.right, rows[~goes_left])]
        return out
