"""Notebooks as text: cells below `# %%` lines, as editors write them, made into the JSON that Jupyter keeps.

`# %%` begins a cell of code, `# %% [markdown]` one of prose, and `# %% picture` or `# %% printed TEXT` says what the
cell of code before it left behind.
"""

from __future__ import annotations

import json

PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def notebook(text: str, kernel: str = "python") -> str:
    """The notebook that the text describes."""
    cells: list[dict[str, object]] = []
    for part in text.split("# %%")[1:]:
        head, _, body = part.partition("\n")
        head, source = head.strip(), body.strip("\n").splitlines(keepends=True)
        if head == "[markdown]":
            prose = [line.removeprefix("# ").removeprefix("#") if line.startswith("#: ") else line for line in source]
            cells.append({"cell_type": "markdown", "metadata": {}, "source": prose})
        elif head == "picture":
            _outputs(cells).append({"output_type": "display_data", "metadata": {}, "data": {"image/png": PICTURE}})
        elif head.startswith("printed"):
            said = head.removeprefix("printed").strip()
            _outputs(cells).append({"output_type": "stream", "name": "stdout", "text": [f"{said}\n"]})
        else:
            cells.append(
                {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": source}
            )
    language = {"name": kernel}
    content = {
        "cells": cells,
        "metadata": {"language_info": language, "kernelspec": {"name": kernel, "language": kernel}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, indent=1)


def _outputs(cells: list[dict[str, object]]) -> list[object]:
    outputs = cells[-1]["outputs"]
    assert isinstance(outputs, list)
    return outputs
