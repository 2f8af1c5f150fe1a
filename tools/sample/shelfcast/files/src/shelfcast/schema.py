"""What the input tables must look like, checked before anything is computed from them."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

SHOP = pa.Column(str, pa.Check.str_length(1, 40))
PRODUCT = pa.Column(str, pa.Check.str_length(1, 40))
DAY = pa.Column(
    "datetime64[ns]", pa.Check.in_range(pd.Timestamp(2000, 1, 1), pd.Timestamp(2100, 1, 1))
)

TABLES = {
    "shops": pa.DataFrameSchema({"shop_id": SHOP}, unique=["shop_id"], strict=True),
    "products": pa.DataFrameSchema(
        {
            "product_id": PRODUCT,
            "category": pa.Column(str),
            "shelf_life_days": pa.Column(int, pa.Check.in_range(1, 3650)),
            "list_price": pa.Column(float, pa.Check.gt(0)),
        },
        unique=["product_id"],
        strict=True,
    ),
    # One row for each product sold on a day: a second row would be counted twice, a row of zero
    # units means the export changed its meaning.
    "sales": pa.DataFrameSchema(
        {
            "day": DAY,
            "shop_id": SHOP,
            "product_id": PRODUCT,
            "units": pa.Column(int, pa.Check.in_range(1, 5000)),
            "price": pa.Column(float, pa.Check.gt(0)),
        },
        unique=["day", "shop_id", "product_id"],
        strict=True,
    ),
    "promotions": pa.DataFrameSchema(
        {
            "shop_id": SHOP,
            "product_id": PRODUCT,
            "first_day": DAY,
            "last_day": DAY,
            "discount": pa.Column(float, pa.Check.in_range(0.01, 0.9)),
        },
        checks=pa.Check(
            lambda frame: frame["first_day"] <= frame["last_day"], error="ends before it starts"
        ),
        strict=True,
    ),
    "sold_out": pa.DataFrameSchema(
        {"day": DAY, "shop_id": SHOP, "product_id": PRODUCT},
        unique=["day", "shop_id", "product_id"],
        strict=True,
    ),
    "closures": pa.DataFrameSchema({"day": DAY}, unique=["day"], strict=True),
}
DATES = {
    "sales": ["day"],
    "promotions": ["first_day", "last_day"],
    "sold_out": ["day"],
    "closures": ["day"],
}


class BadInput(Exception):
    """The export cannot be used; the text lists every problem found, one a line."""


def read(folder: Path) -> dict[str, pd.DataFrame]:
    """Read and check all tables in `folder`; raise `BadInput` with all problems at once."""
    problems: list[str] = []
    tables: dict[str, pd.DataFrame] = {}
    for name, schema in TABLES.items():
        path = folder / f"{name}.csv"
        if not path.exists():
            problems.append(f"{path.name}: missing")
            continue
        frame = pd.read_csv(path)
        for column in DATES.get(name, []):
            if column in frame:
                frame[column] = pd.to_datetime(frame[column], errors="coerce").astype(
                    "datetime64[ns]"
                )
        try:
            tables[name] = schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            for case in error.failure_cases.head(20).itertuples():
                problems.append(f"{path.name}: {case.column}: {case.check}: {case.failure_case}")
    if not problems:
        problems += _unknown_keys(tables)
    if problems:
        raise BadInput("\n".join(problems))
    return tables


def _unknown_keys(tables: dict[str, pd.DataFrame]) -> list[str]:
    """Rows that point at a shop or product nobody listed would silently fall out of the joins."""
    problems = []
    for name in ("sales", "promotions", "sold_out"):
        for key, home in (("shop_id", "shops"), ("product_id", "products")):
            lost = sorted(set(tables[name][key]) - set(tables[home][key]))
            if lost:
                problems.append(f"{name}.csv: {key} not in {home}.csv: {', '.join(lost[:5])}")
    return problems
