"""Which tables hold a model beside something cheap, and what each costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from folio.repository.documents.cells import Table
from folio.repository.documents.headings import matches

MAX_LABEL_WORDS = 8
RELATIVE = re.compile(
    r"\b(?:vs|versus|over|against|relative|improvement|delta|gain|gegenüber|verbesserung|par rapport|frente a|rispetto"
    r"|vergeleken|ganho|mejora)\b|[Δ∆]|相比|提升|改善",
    re.I,
)
"""Says how far something is from the baseline, and is not the baseline."""
BAYES = re.compile(r"bayes|贝叶斯|貝氏|ベイズ|베이즈|байес", re.I)
UNIT = re.compile(
    r"(?:^|[\s(\[,/])(?:ms|µs|s|sec|secs|h|hrs|kb|mb|gb|kib|mib|gib|€|\$|£|¥|usd|eur|flops|gflops)[)\]]?$", re.I
)
MAX_LETTERS = 6


class Judged(NamedTuple):
    """What a table sets side by side."""

    baseline: bool
    cost: bool


def judged(table: Table) -> Judged:
    """Whether a table with numbers has a baseline beside a model, as rows or as columns, and what they cost."""
    if len(table.rows) < 2:
        return Judged(False, False)
    turned = tuple(zip(*_even(table.rows), strict=True))
    for rows, weak in ((table.rows, True), (turned, False)):
        if _compares(rows, weak=weak):
            return Judged(True, _costs(rows))
    return Judged(False, _costs(table.rows) or _costs(turned))


def _compares(rows: Sequence[Sequence[str]], *, weak: bool) -> bool:
    body = [row for row in rows[1:] if row and any(_is_number(cell) for cell in row[1:])]
    labels = [_label(row) for row in body]
    plain = [bool(label) and _is_baseline(label) for label in labels]
    models = [label for label, cheap in zip(labels, plain, strict=True) if label and not cheap and _is_model(label)]
    if any(plain):
        return bool(models)
    # A first row called "mean" is a baseline, unless the table describes data or the rows are repetitions.
    described = any(matches(label, "statistic") for label in labels)
    return weak and not described and len(models) > 1 and matches(labels[0], "weak_baseline")


def _label(row: Sequence[str]) -> str:
    return next((cell for cell in row[:2] if cell and not _is_number(cell)), "")


def _is_baseline(label: str) -> bool:
    if len(label.split()) > MAX_LABEL_WORDS or RELATIVE.search(label) or BAYES.search(label):
        return False
    return matches(label, "baseline")


def _is_model(label: str) -> bool:
    return not (RELATIVE.search(label) or matches(label, "statistic"))


def _costs(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column with numbers in it is about time, cost or size."""
    for column, title in enumerate(rows[0]):
        about = matches(title, "cost") or UNIT.search(title.strip())
        if column and about and any(column < len(row) and _is_number(row[column]) for row in rows[1:]):
            return True
    return False


def _is_number(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) and sum(sign.isalpha() for sign in cell) <= MAX_LETTERS


def _even(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    width = max(len(row) for row in rows)
    return [(*row, *("",) * (width - len(row))) for row in rows]
