"""The page on speed says what the figures say, and nothing else."""

from __future__ import annotations

from typing import Any

from speed_page import files
from telling.page import page, pictures
from telling.pairs import PAIRS, ratios, times


def _figure(task: str, tool: str, projects: int, *wall: float) -> dict[str, Any]:
    return {"task": task, "tool": tool, "projects": projects, "wall": list(wall), "cpu": [1.0], "memory": 64.0}


def _compared(*ours: tuple[int, float]) -> dict[str, Any]:
    figures = [_figure("resume", "RenderCV", size, 1.0) for size, _ in ours]
    figures += [_figure("resume", "folio resume", size, wall) for size, wall in ours]
    return {"figures": figures, "failed": {}, "told": "a machine."}


def test_where_folio_is_slower_the_page_says_so_and_why() -> None:
    told = page(_compared((1, 0.5), (10, 2.0)), None)
    assert "| `folio resume` / RenderCV | 0.50 | 2.00 |" in told
    assert "In 1 of 2 comparisons folio is ahead or level." in told
    assert "- `folio resume` beside RenderCV at 10: Typst" in told


def test_where_folio_is_nowhere_slower_nothing_is_said_to_be() -> None:
    told = page(_compared((1, 0.5), (10, 1.0)), None)
    assert "In 2 of 2 comparisons" in told
    assert "behind" not in told


def test_ratios_are_of_rounds() -> None:
    pair = next(one for one in PAIRS if (one.ours, one.theirs) == ("folio resume", "RenderCV"))
    figures = [_figure("resume", "RenderCV", 1, 1, 10, 4), _figure("resume", "folio resume", 1, 2, 30, 4)]
    assert ratios(pair, figures) == {1: 2.0}
    assert [times(one) for one in (0.034, 1.268, 12.6, 1234.5)] == ["0.03", "1.27", "13", "1,234"]


def test_every_program_is_in_the_picture() -> None:
    drawn = pictures(_compared((1, 0.5), (10, 2.0)))
    assert list(drawn) == ["speed-resume.svg"]
    assert all(f">{name}</text>" in drawn["speed-resume.svg"] for name in ("RenderCV", "folio resume"))


def test_a_cohort_with_other_rows_is_not_told_as_equal() -> None:
    run = {"wall": [10.0], "cpu": [10.0], "memory": 130.0}
    runs: dict[str, Any] = {
        "profiles": 1000, "broken": 10, "one": run, "two": run, "faster": 1.84, "bound": 1.9, "moments": [1.0, 2.0],
        "dask": {"Dask": 20.0}, "same": {"killed": True, "Dask": False}, "row_bytes": 2000, "stored_bytes": 1000,
    }  # fmt: skip
    units = {"copies": 1, "collect_cpu": 0.5, "build_cpu": 0.5, "site_bytes": 1000, "evidence_bytes": 1000}
    told = page(None, {"runs": runs, "units": units, "told": "a machine."})
    assert "1.84 times as fast" in told
    assert "to those of one worker: killed (" in told
    assert "**Not equal: Dask.**" in told
    assert "| scoring stored evidence | 10.0 ms of CPU |" in told
    assert "| score what is stored | 3 | 1 × 16 cores | 0.2 h | computing |" in told


def test_the_page_in_the_docs_is_what_the_figures_say() -> None:
    wanted = files()
    assert len(wanted) > 1, "nothing was compared"
    for file, text in wanted.items():
        assert file.read_text("utf-8") == text, f"{file.name}: run python benchmarks/speed_page.py"
