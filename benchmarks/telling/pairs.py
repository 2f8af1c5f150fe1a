"""Which of folio's commands is held against which other, and why it may be slower."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any

MKDOCS, HAND, ZENSICAL = "mkdocs build, folio's pages", "mkdocs build, by hand", "Zensical, folio's pages"
COLD = (
    "the others are handed pages that are finished. folio reads and checks the profile, weighs the evidence, sizes the "
    "pictures, draws a preview card for each page, makes the pages, and then builds them"
)
BATCH = (
    "the others are handed pages that are finished. folio first reads the profile and its evidence again, finds out "
    "which pages a change touches, and makes those"
)
GIT = (
    "not the same work: git prints lines, and folio also reads every file of the last commit, looks for tests, CI, "
    "licences and copies, and stores what it saw. It starts several git processes for each repository"
)


@dataclass(frozen=True)
class Pair:
    task: str
    ours: str
    theirs: str
    why: str
    """Why folio takes longer, where it does."""


PAIRS = (
    Pair("site", "folio site, nothing kept", MKDOCS, COLD),
    Pair("site", "folio site, nothing kept", HAND, COLD),
    Pair("site", "folio site, nothing kept", ZENSICAL, COLD),
    Pair("site", "folio site, one edit", MKDOCS, BATCH),
    Pair("site", "folio site, one edit", HAND, BATCH),
    Pair("site", "folio site, one edit", f"{ZENSICAL} again", BATCH),
    Pair("site", "folio site, no change", HAND, "reading a long profile takes longer than a small site"),
    Pair("site", "folio site, no change", f"{ZENSICAL} again", "reading a long profile takes its time"),
    Pair("resume", "folio resume", "RenderCV", "Typst lays out a page in a fraction of the time that WeasyPrint takes"),
    Pair("resume", "folio resume", "resumed and Chromium", "a browser lays out faster than WeasyPrint"),
    Pair(
        "resume",
        "folio resume",
        "Chromium prints folio's HTML",
        "a browser lays out faster than WeasyPrint, and is handed HTML that folio had made before; its PDF is not the "
        "one that `folio check --ats` proves",
    ),
    Pair("resume", "folio resume, unchanged", "RenderCV", "reading a long profile takes its time"),
    Pair("repositories", "folio collect, nothing kept", "git log --numstat", GIT),
    Pair(
        "repositories", "folio collect, nothing new", "git log --numstat", "starting folio and judging takes its time"
    ),
)


def ratios(pair: Pair, figures: list[dict[str, Any]]) -> dict[int, float]:
    """By number of projects, how many times as long folio takes: the median of the rounds' ratios."""
    ours, theirs = (
        {one["projects"]: one["wall"] for one in figures if (one["task"], one["tool"]) == (pair.task, name)}
        for name in (pair.ours, pair.theirs)
    )
    return {
        size: statistics.median(a / b for a, b in zip(ours[size], theirs[size], strict=False))
        for size in sorted(ours)
        if size in theirs
    }


def times(ratio: float) -> str:
    """`1.27` or `0.03`: two digits that mean something."""
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.0f}"
