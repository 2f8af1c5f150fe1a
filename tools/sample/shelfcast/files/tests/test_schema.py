import shutil
from pathlib import Path

import pandas as pd
import pytest

from shelfcast import schema


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return tmp_path


def change(folder: Path, name: str, row: int, column: str, value: object) -> None:
    frame = pd.read_csv(folder / f"{name}.csv").astype({column: object})
    frame.loc[row, column] = value
    frame.to_csv(folder / f"{name}.csv", index=False)


def test_the_invented_tables_pass(folder: Path) -> None:
    tables = schema.read(folder)
    assert set(tables) == set(schema.TABLES)
    assert len(tables["products"]) == 30
    assert str(tables["sales"]["day"].dtype) == "datetime64[ns]"


@pytest.mark.parametrize(
    ("name", "column", "value", "expected"),
    [
        ("sales", "units", 0, "sales.csv: units"),
        ("sales", "units", 90000, "sales.csv: units"),
        ("sales", "price", -1.0, "sales.csv: price"),
        ("sales", "day", "31.12.2024", "sales.csv: day"),
        ("promotions", "discount", 1.0, "promotions.csv: discount"),
        ("promotions", "first_day", "2030-01-01", "ends before it starts"),
        ("products", "shelf_life_days", 0, "products.csv: shelf_life_days"),
    ],
)
def test_an_impossible_value_is_named(copy, name, column, value, expected) -> None:
    change(copy, name, 3, column, value)
    with pytest.raises(schema.BadInput, match=expected):
        schema.read(copy)


def test_two_rows_for_one_product_and_day_are_refused(copy: Path) -> None:
    sales = pd.read_csv(copy / "sales.csv")
    pd.concat([sales, sales.head(1)]).to_csv(copy / "sales.csv", index=False)
    with pytest.raises(schema.BadInput, match=r"sales\.csv"):
        schema.read(copy)


def test_a_product_nobody_listed_is_refused(copy: Path) -> None:
    change(copy, "sales", 0, "product_id", "caviar-1")
    with pytest.raises(schema.BadInput, match=r"product_id not in products\.csv: caviar-1"):
        schema.read(copy)


def test_all_problems_come_at_once(copy: Path) -> None:
    (copy / "closures.csv").unlink()
    change(copy, "sales", 0, "units", -4)
    with pytest.raises(schema.BadInput) as problem:
        schema.read(copy)
    assert "closures.csv: missing" in str(problem.value)
    assert "sales.csv: units" in str(problem.value)
