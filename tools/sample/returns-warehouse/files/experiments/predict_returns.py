"""Can a return be foreseen at checkout? Rates per category, then with the customer's history.

Everything known about a line is counted from earlier lines only; the last 30 % are the test.
"""

import random
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

from returns_warehouse.run import build

PRIOR = 12  # lines a customer must have before their own rate outweighs the category's


def roc_auc(scores: list[float], labels: list[int]) -> float:
    """The chance that a returned line is scored above a kept one; ties count half."""
    ranked = sorted(range(len(scores)), key=scores.__getitem__)
    ranks = [0.0] * len(scores)
    start = 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and scores[ranked[end]] == scores[ranked[start]]:
            end += 1
        for position in range(start, end):
            ranks[ranked[position]] = (start + end + 1) / 2
        start = end
    positives = sum(labels)
    wins = sum(rank for rank, label in zip(ranks, labels, strict=True) if label)
    wins -= positives * (positives + 1) / 2
    return wins / (positives * (len(labels) - positives))


def scored(lines: list[tuple]) -> list[tuple[float, float, float, int]]:
    """(category rate, with size run, with customer history, returned) per line."""
    category, run, customer = (defaultdict(lambda: [0.0, 0]) for _ in range(3))
    found = []
    for customer_id, name, sizes, returned in lines:
        by_category = (category[name][0] + 3) / (category[name][1] + 12)
        cell = run[name, sizes > 1]
        by_run = (cell[0] + PRIOR * by_category) / (cell[1] + PRIOR)
        own = customer[customer_id]
        by_customer = by_run + own[0] / (own[1] + PRIOR)
        found.append((by_category, by_run, by_customer, returned))
        for counts in (category[name], cell):
            counts[0] += returned
            counts[1] += 1
        # The customer's history is kept as surplus over what the line would have predicted.
        own[0] += returned - by_run
        own[1] += 1
    return found


def main() -> None:
    root = Path(__file__).parent.parent
    with sqlite3.connect(":memory:") as database:
        build(database, root)
        lines = database.execute(
            "select customer_id, category, sizes_ordered, is_returned"
            " from fct_lines order by line_id"
        ).fetchall()
    rows = scored(lines)
    test = rows[int(0.7 * len(rows)) :]
    print(f"{len(rows)} lines, {len(test)} in the test, {sum(row[3] for row in test)} returned")
    names = ("category only", "+ several sizes", "+ customer history")
    for column, name in enumerate(names):
        print(f"{name:20} AUC {roc_auc([r[column] for r in test], [r[3] for r in test]):.3f}")
    rng = random.Random(0)
    gains = []
    for _ in range(1000):
        drawn = rng.choices(test, k=len(test))
        labels = [row[3] for row in drawn]
        gains.append(
            roc_auc([r[2] for r in drawn], labels) - roc_auc([r[1] for r in drawn], labels)
        )
    gains.sort()
    print(f"gain of the history: 95 % interval {gains[25]:+.3f} to {gains[974]:+.3f}")


if __name__ == "__main__":
    sys.exit(main())
