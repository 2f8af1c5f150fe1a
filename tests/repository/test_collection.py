"""A repository is one project, unless its folders clearly have nothing to do with each other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from folio.repository.detect import collection
from repository.build import Built, look, tree_of


def code(name: str, lines: int = 80, head: str = "") -> str:
    return head + "".join(f"{name}_{n} = {n} + {name}_count\n" for n in range(lines))


def notebook(name: str, lines: int = 80) -> str:
    cell = {"cell_type": "code", "source": code(name, lines), "outputs": [], "execution_count": 1, "metadata": {}}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def minis(count: int, *, readme: bool = True, ending: str = "py") -> dict[str, str]:
    """Small projects in folders of their own."""
    files: dict[str, str] = {}
    for n in range(count):
        files[f"mini{n:02}/main.{ending}"] = notebook(f"m{n}") if ending == "ipynb" else code(f"m{n}")
        if readme:
            files[f"mini{n:02}/README.md"] = f"# Mini {n}\n"
    return files


def left_out(files: Mapping[str, str]) -> set[str]:
    return {path.split("/")[0] for path in collection.detect(tree_of(files))}


def names(first: int, last: int) -> set[str]:
    return {f"mini{n:02}" for n in range(first, last)}


def test_small_projects_that_each_have_a_readme_are_a_collection() -> None:
    assert left_out(minis(5)) == names(3, 5)


def test_a_hundred_folders_of_notebooks_are_a_collection() -> None:
    assert left_out(minis(100, readme=False, ending="ipynb")) == names(3, 100)


def test_a_dozen_folders_of_algorithms_are_one_whatever_keeps_them_in_order() -> None:
    assert left_out({**minis(14, readme=False), "pyproject.toml": "[tool.ruff]\n"}) == names(3, 14)


def test_the_largest_folders_stay() -> None:
    files = {**minis(5), "mini04/more.py": code("more", 60), "mini03/more.py": code("more", 40)}
    assert left_out(files) == names(1, 3)


def test_what_stands_outside_the_folders_stays() -> None:
    files = {**minis(5), "README.md": "# All\n", "LICENSE": "MIT", ".github/workflows/ci.yml": "on: push\n"}
    assert all(path.startswith("mini") for path in collection.detect(tree_of(files)))


ORDINARY = {
    "three of them": minis(3),
    "one that is much larger": {**minis(5), "app/main.py": code("app", 900)},
    "a source folder": {f"src/{name}/main.py": code(name) for name in ("till", "shelf", "order", "stock", "price")},
    "packages": {f"packages/{n}/package.json": "{}" for n in "abcdef"}
    | {f"packages/{n}/index.ts": f"export const {n}1 = 1;\n" * 90 for n in "abcdef"},
    "services that are run together": {**minis(5), "docker-compose.yml": "services: {}\n"},
    "a workspace": {**minis(5, ending="ts"), "package.json": '{"workspaces": ["*"]}'},
    "a module of Go": {**minis(14, ending="go"), "go.mod": "module example.org/a\n"},
    "fourteen folders in another language": minis(14, readme=False, ending="go"),
    "a package with parts": {**minis(5), "pyproject.toml": "[project]\nname = 'all'\n"},
    "steps of one analysis": {
        f"{n:02}_{name}/run.py": code(name) for n, name in enumerate(("load", "clean", "train", "judge", "report"))
    },
    "apps that import each other": {
        f"{name}/models.py": code(name, head=f"from {other}.models import thing\n")
        for name, other in zip(
            ("users", "orders", "stock", "till", "mail"), ("orders", "stock", "till", "mail", "users"), strict=True
        )
    }
    | {f"{name}/README.md": "# It\n" for name in ("users", "orders", "stock", "till", "mail")},
    "folders that one script at the root uses": {
        **minis(5),
        "main.py": "".join(f"import mini{n:02}.main\n" for n in range(5)),
    },
    "folders of a few lines": {f"mini{n}/a.py": code("a", 20) for n in range(30)},
    "nothing": {},
}


@pytest.mark.parametrize("files", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_repository_is_one_project(files: dict[str, str]) -> None:
    assert collection.detect(tree_of(files)) == ()


def test_a_collection_is_measured_on_three_folders_and_what_counts_apart_on_all(tmp_path: Path) -> None:
    files = minis(6)
    uses = (
        "import heapq\nheapq.heapify([])\n",
        "import asyncio\nasyncio.run(1)\n",
        "import bisect\nbisect.insort([], 1)\n",
    )
    for n, text in enumerate(uses, start=3):
        files[f"mini{n:02}/main.py"] = text + code(f"m{n}", 70)
    seen = look((built := Built(tmp_path / "all")).commit(files=files) and built.folder, tmp_path)
    assert seen.code.lines == 240
    assert {place.name for place in seen.structures} == {"heap", "async", "bisect"}
    (left,) = seen.not_counted
    assert (left.guard, left.files, left.example) == ("collection", 6, "mini03/README.md")


def test_one_more_small_project_takes_nothing_away(tmp_path: Path) -> None:
    lines = []
    for count in (2, 3, 4, 5, 9):
        built = Built(tmp_path / f"all{count}")
        built.commit(files=minis(count))
        lines.append(look(built.folder, tmp_path).code.lines)
    assert lines == sorted(lines)
