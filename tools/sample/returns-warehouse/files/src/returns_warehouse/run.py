"""Load the seeds, build the models in the order they need each other, run the checks.

A model is a .sql file with one select; its name is the table. Dependencies are found by looking
for other models' names in the text, which is crude and enough for a dozen files.
"""

import argparse
import csv
import re
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from returns_warehouse.bootstrap import interval


class BuildError(Exception):
    """The warehouse cannot be built; the text names the file."""


def load_seeds(database: sqlite3.Connection, folder: Path) -> list[str]:
    """One table a CSV file, all columns text; staging gives them types."""
    names = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        for number, row in enumerate(rows, start=2):
            if len(row) != len(header):
                raise BuildError(f"{path.name}:{number}: {len(row)} values, not {len(header)}")
        columns = ", ".join(f'"{column}" text' for column in header)
        marks = ", ".join("?" * len(header))
        database.execute(f'drop table if exists "{path.stem}"')
        database.execute(f'create table "{path.stem}" ({columns})')
        database.executemany(f'insert into "{path.stem}" values ({marks})', rows)
        names.append(path.stem)
    return names


def without_comments(sql: str) -> str:
    return re.sub(r"--[^\n]*", "", sql)


def build_order(models: dict[str, str]) -> list[str]:
    """Names sorted so that every model comes after the ones it reads."""
    needs = {
        name: {word for word in re.findall(r"\w+", without_comments(sql)) if word in models}
        - {name}
        for name, sql in models.items()
    }
    try:
        return list(
            TopologicalSorter({name: sorted(needs[name]) for name in sorted(needs)}).static_order()
        )
    except CycleError as error:
        raise BuildError(f"models need each other: {' -> '.join(error.args[1])}") from error


def build(database: sqlite3.Connection, root: Path) -> list[str]:
    load_seeds(database, root / "seeds")
    models = {path.stem: path.read_text("utf-8") for path in (root / "models").rglob("*.sql")}
    order = build_order(models)
    for name in order:
        try:
            database.execute(f'drop table if exists "{name}"')
            database.execute(f'create table "{name}" as {without_comments(models[name])}')
        except sqlite3.Error as error:
            raise BuildError(f"{name}.sql: {error}") from error
    database.commit()
    return order


def check(database: sqlite3.Connection, folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Rows each check complains about; a check passes when it returns none."""
    return {
        path.stem: database.execute(path.read_text("utf-8")).fetchmany(5)
        for path in sorted(folder.glob("*.sql"))
    }


def return_rates(database: sqlite3.Connection) -> Iterable[tuple[str, int, float, float, float]]:
    """Category, lines, return rate and its 95 % bootstrap interval, resampled by order."""
    categories = database.execute("select distinct category from fct_lines order by category")
    for (category,) in categories.fetchall():
        orders = database.execute(
            "select sum(is_returned), count(*) from fct_lines"
            " where category = ? group by order_id",
            [category],
        ).fetchall()
        low, high = interval(orders)
        returned, lines = (sum(column) for column in zip(*orders, strict=True))
        yield category, lines, returned / lines, low, high


def main(argv: Sequence[str] | None = None) -> int:
    arguments = argparse.ArgumentParser(prog="returns-warehouse", description=__doc__)
    arguments.add_argument("command", choices=["build", "rates"])
    arguments.add_argument("--root", type=Path, default=Path("."))
    arguments.add_argument("--database", default="warehouse.db")
    options = arguments.parse_args(argv)
    with sqlite3.connect(options.database) as database:
        try:
            order = build(database, options.root)
        except BuildError as error:
            print(error, file=sys.stderr)
            return 2
        if options.command == "rates":
            for category, lines, rate, low, high in return_rates(database):
                print(f"{category:10} {lines:5} {rate:6.1%}  {low:6.1%} to {high:6.1%}")
            return 0
        complaints = check(database, options.root / "checks")
    for name in order:
        print(f"built {name}")
    for name, rows in complaints.items():
        print(f"{'FAILED' if rows else 'passed'} {name}", *rows)
    return 1 if any(complaints.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
