"""The bar that stands on a terminal while something takes long; the one door to rich, opened only then."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column

from folio.cli.text import clean

BAR = 16
"""Columns of the bar itself."""


class Bar:
    """Stands from its making on until `stop`, which leaves nothing of it behind."""

    def __init__(self, *, coloured: bool) -> None:
        said = Column(no_wrap=True, overflow="ellipsis", ratio=1)
        self._shown = Progress(
            BarColumn(BAR),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False, table_column=said),
            console=Console(stderr=True, no_color=not coloured, highlight=False),
            transient=True,
            redirect_stdout=False,  # results are not for the bar's stream
            expand=True,
        )
        self._task: TaskID = self._shown.add_task("", total=None)

    def begin(self) -> None:
        self._shown.start()

    def show(self, text: str, done: int, total: int | None) -> None:
        """What is being done, and how much of it; without a total, the bar only moves."""
        self._shown.update(self._task, description=clean(text), completed=done, total=total)

    def stop(self) -> None:
        self._shown.stop()
