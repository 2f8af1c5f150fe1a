"""Repositories for personas, put together from the labelled ones of tests/validation and a README of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from validation.case import HERE, REPOSITORIES, Case, Commits, parsed
from validation.ordinary import FACTORS

README = """# {title}

{summary} It was made for people who have to decide something every week, and who would rather read one number with its
error than a page of charts. The sections below say how to install it, how to use it, what it reached and where it ends.
Whoever takes it over should read the last section first, because it says what was tried and left out, and why.

![What it looks like](docs/{name}.png)

## Install

```sh
pip install -e .
```

## Usage

```sh
make run
```

```python
from {name}.units import ounces_to_grams
```

## Results

| model | error | training time (s) |
|---|---|---|
| last year (baseline) | 14 | 0.1 |
| model | 9 | 12 |

## Limitations

{title} knows nothing of {gap}, so it is wrong on the days around it, and says so in the answer. It was tried with one
client for half a year, and nobody knows whether it is any good elsewhere. When the {name} data is late, the answer is that
of the week before, and a note says how old it is.

## Licence

MIT. {links}
"""
MAKEFILE = "run:\n\tpython -m {name}\n\ntest:\n\tpytest\n"


def kept(name: str) -> Case:
    """A labelled repository, or one of tests/validation/person/."""
    file = (HERE / f"{name}.txt") if name.startswith("person/") else (REPOSITORIES / f"{name}.txt")
    return parsed(file.read_text(encoding="utf-8"), name)


def together(*names: str) -> Mapping[str, str]:
    """The files of some labelled repositories in one; of two with the same name, the later one's."""
    return {path: text for name in names for path, text in kept(name).files.items() if path != "README.md"}


def project(
    name: str, summary: str, *blocks: str, gap: str = "holidays", lines: int = 900, since: str = "2024-11-04",
    every: int = 7, weeks: int = 60, finished: bool = True, links: tuple[str, ...] = (), **files: str,
) -> Case:  # fmt: skip
    """A project with the work of some labelled repositories in it; a finished one has a README, tests and releases."""
    content = dict(together(*blocks))
    fill = {f"{name}/units.py": lines * 2 // 3, f"{name}/terms.py": lines // 3, f"{name}/__init__.py": 1}
    tags: dict[str, int] = {}
    if finished:
        content |= {
            "README.md": README.format(
                name=name, title=name.capitalize(), summary=summary, gap=gap, links=" ".join(links)
            ),
            f"docs/{name}.png": "png",
            f"tests/test_{name}_units.py": _tests(name),
            "CHANGELOG.md": "# Changelog\n\n## 0.2.0\n\nIt answers faster.\n\n## 0.1.0\n\nIt answers.\n",
        }
        content.setdefault("Makefile", MAKEFILE.format(name=name))
        content.setdefault("LICENSE", kept("services/fastapi_complete").files["LICENSE"])
        tags = {"v0.1.0": 9, "v0.2.0": 20, "v0.3.0": weeks - 2}
    subject = f"Make {name} say more about week {{n}}"
    commits = (
        Commits(start=since, subject=f"Begin {name} with what is known"),
        Commits(start=since, count=weeks, every=every, subject=subject),
    )
    return Case(name=name, about=name, files=content | files, labels=(), commits=commits, tags=tags, fill=fill)


def _tests(name: str) -> str:
    head = f"import pytest\n\nfrom {name}.units import {', '.join(list(FACTORS)[:24])}\n"
    body = "".join(
        f"\n\ndef test_{unit}():\n    assert {unit}(2) == pytest.approx(2 * {factor})\n    assert {unit}(0) == 0\n"
        for unit, factor in list(FACTORS.items())[:24]
    )
    return head + body


def shelf(**changes: object) -> Case:
    """A forecast that is served, tested, watched and deployed."""
    return project("shelf", "Says what a shop will sell next week.", "models/churn_sklearn", "services/fastapi_complete",
                   links=("https://shelf.example.org", "https://mara.example.org/bread"), **changes)  # fmt: skip


def weeks(**changes: object) -> Case:
    """From query to model: SQL, checks of the data and a pipeline."""
    return project("weeks", "Brings a warehouse's weeks into order.", "data/dbt_warehouse", "data/dvc_pipeline",
                   gap="strikes", since="2024-11-05", **changes)  # fmt: skip


def tracker(**changes: object) -> Case:
    """A service in Go beside a crawler in Python: goroutines, a heap, a graph."""
    return project("tracker", "Says where a parcel is.", "services/go_tracker", "craft/async_crawler",
                   gap="roadworks", since="2025-01-08", **changes)  # fmt: skip


def methods(**changes: object) -> Case:
    """Methods of the books, written out and held against a reference."""
    return project("methods", "Writes the methods of the books out.", "models/logistic_numpy", "models/forest_cpp",
                   "models/mixture_r", "models/kalman_julia", gap="missing rows", since="2025-02-06", **changes)  # fmt: skip


def notes(**changes: object) -> Case:
    """Derivations, with little code."""
    return project("notes", "Derives what the methods rest on.", "readmes/math_notes", "models/bayes_pymc",
                   gap="causes", since="2024-12-02", lines=240, **changes)  # fmt: skip


NOTEBOOK = """# {title}

What {name} look like, in one notebook that was run from top to bottom before it was committed. Each picture has a sentence
below it that says what to see in it and what not to conclude from it. The table under Results sets the model beside the
rule that anybody would guess first, because a picture persuades more than it should.

## Data

A public table of the statistics office, under the Data licence Germany 2.0.

## Results

| model | error | training time (s) |
|---|---|---|
| mean of last year (baseline) | 21 | 0.1 |
| forest | 16 | 4 |

## Limitations

The table about {name} ends two years ago, and nobody knows what changed since. A third of the rows have no district, and
they are left out, which makes the poorer parts of town look smaller than they are. What the pictures show holds for one
city and says nothing of why.
"""


def notebook(name: str, since: str) -> Case:
    """An analyst's notebook with its pictures, and the helpers and the query beside it."""
    block, query = kept("models/notebook_analyst"), kept("data/dbt_warehouse").files["models/receipts.sql"]
    files = {
        f"{name}.ipynb": block.files["analysis.ipynb"].replace("rents", name).replace("Rents", name.capitalize()),
        "query.sql": query.replace("receipt", name),
        "requirements.txt": kept("models/churn_sklearn").files["requirements.txt"],
        "README.md": NOTEBOOK.format(name=name, title=name.capitalize()),
    }
    commits = (
        Commits(start=since, subject=f"Look at {name} for the first time"),
        Commits(start=since, count=14, every=7, subject=f"Draw {name} in another way, part {{n}}"),
    )
    return Case(
        name=name, about=name, files=files, labels=(), commits=commits,
        fill={f"{name}/helpers.py": 160, f"{name}/__init__.py": 1},
    )  # fmt: skip


def course() -> Case:
    """A course's project, typed along, as its README says."""
    case = kept("person/course")
    return replace(case, files={**case.files, "README.md": "# microblog\n\nMy code for the Flask Mega-Tutorial.\n"})


def following(name: str) -> Case:
    """A project whose README says which tutorial it follows."""
    readme = f"# {name}\n\nMade while following the {name.capitalize()} tutorial on YouTube, chapter by chapter.\n"
    return Case(name=name, about=name, files={"README.md": readme}, labels=(), fill={f"{name}/app.py": 220},
                commits=(Commits(start="2026-06-01", count=5, every=2, subject="Finish chapter {n} of the tutorial"),))  # fmt: skip


def snippets() -> Case:
    """A few lines, and no project yet."""
    files = {"README.md": "# snippets\n", "snippet.py": "print('hello')\n"}
    return Case(
        name="snippets",
        about="",
        files=files,
        labels=(),
        commits=(Commits(start="2026-07-01", subject="Keep a snippet"),),
    )
