"""The page on speed says what the figures say, and nothing else."""

from __future__ import annotations

from typing import Any

from harness.results import FOLDER
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


def test_the_page_in_the_docs_is_what_the_figures_say() -> None:
    assert (FOLDER / "compare.json").exists()
    for file, wanted in files().items():
        assert file.read_text("utf-8") == wanted, f"{file.name}: run python benchmarks/speed_page.py"
