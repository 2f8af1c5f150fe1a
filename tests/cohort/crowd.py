"""An invented crowd, and orders to score it: small enough that a run over it takes a moment."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from folio.cohort.job import Asked
from folio.cohort.order import Order
from folio.options import Options

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def records(file: Path, count: int) -> Path:
    """So many people, a line each; one of them has a field that there is not, and the last line is no JSON."""
    people = [
        {"id": f"p{n}", "profile": {"name": "Ada", "headline": f"Counts {n}", "summary": "Counts."}}
        for n in range(count)
    ]
    people[1]["profile"] |= {"headlin": "Engineer"}  # type: ignore[operator]
    file.write_text("".join(json.dumps(one) + "\n" for one in people[:-1]) + "{broken\n", encoding="utf-8")
    return file


def order(source: Path, out: Path, **further: Any) -> Order:
    """Two platforms, and nobody contacted."""
    options = Options(today=DAY, offline=True, platforms=("toptal", "malt"))
    given = {"chunk": 2, "workers": 2, "clock": lambda: NOW, "sleep": print} | further
    return Order(sources=(str(source),), out=out, asked=given.pop("asked", Asked(options)), **given)


class Silent:
    """Hears how it goes, and remembers; `at` is called with each number of profiles that are done."""

    def __init__(self, at: Any = lambda done: None) -> None:
        self.steps: list[str] = []
        self.done = 0
        self.at = at

    def step(self, text: str) -> None:
        self.steps.append(text)

    def expect(self, count: int) -> None:
        pass

    def detail(self, text: str, done: int = 0) -> None:
        self.done += done
        self.at(self.done)
