"""Run the feature SQL over checked tables. The service and the training share this one path."""

from importlib import resources
from pathlib import Path

import duckdb
import pandas as pd

from shelfcast import schema

HORIZON_DAYS = 7
NUMBERS = [
    "demand_7",
    "demand_14",
    "discount",
    "discount_7",
    "weekday_mean_4",
    "plain_weekday_mean_4",
    "level_28",
    "level_7",
    "spread_28",
    "offer_ratio",
    "days_to_holiday",
    "month",
    "shelf_life_days",
    "list_price",
]
CATEGORIES = ["weekday", "category"]
COLUMNS = NUMBERS + CATEGORIES
ENOUGH_DAYS = 30


def build(tables: dict[str, pd.DataFrame], horizon: int = HORIZON_DAYS) -> pd.DataFrame:
    """One row per shop, product and open day, the next `horizon` days included."""
    if not 0 <= horizon <= HORIZON_DAYS:
        raise ValueError(f"features are known {HORIZON_DAYS} days ahead, not {horizon}")
    # One thread: two would add in another order each time, and a forecast must not wobble.
    with duckdb.connect(config={"threads": 1}) as database:
        for name, frame in tables.items():
            database.register(f"{name}_frame", frame)
            columns = ", ".join(
                f"cast({column} as date) as {column}"
                if column in schema.DATES.get(name, [])
                else column
                for column in frame.columns
            )
            database.execute(f"create table {name} as select {columns} from {name}_frame")
        database.execute(f"set variable horizon = {horizon}")
        for script in sorted(resources.files("shelfcast").joinpath("sql").iterdir(), key=str):
            database.execute(script.read_text(encoding="utf-8"))
        features = database.execute("from features").df()
    features["day"] = pd.to_datetime(features["day"])
    for column in [*NUMBERS, "demand", "seasonal_naive"]:
        features[column] = features[column].astype(float)
    for column in CATEGORIES:
        features[column] = features[column].astype("category")
    return features


def from_folder(folder: Path, horizon: int = HORIZON_DAYS) -> pd.DataFrame:
    return build(schema.read(folder), horizon)


def learnable(features: pd.DataFrame) -> pd.DataFrame:
    """Rows whose demand is known and whose product has been on the shelf for a while."""
    known = features["demand"].notna() & features["seasonal_naive"].notna()
    return features[known & (features["days_seen_56"] >= ENOUGH_DAYS)].reset_index(drop=True)
