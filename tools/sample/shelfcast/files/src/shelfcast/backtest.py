"""Replay the past: train on what was known, forecast what came after, compare with baselines."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.model_selection import GroupKFold, TimeSeriesSplit

from shelfcast import metrics
from shelfcast.features import HORIZON_DAYS
from shelfcast.model import Forecaster

FOLDS = 5
TEST_DAYS = 28
HOLDOUT_DAYS = 56
BASELINES = ("seasonal_naive", "weekday_mean_4")

Rows = npt.NDArray[np.intp]


def date_folds(
    days: pd.Series, folds: int = FOLDS, test_days: int = TEST_DAYS
) -> Iterator[tuple[Rows, Rows]]:
    """Split rows by calendar date, oldest fold first, a week apart.

    scikit-learn counts rows, a grocer counts days: the split is made over distinct dates and
    carried to the rows, so that no date is in both halves. The gap is the horizon, because the last
    week before the test is not yet on the till roll when the first forecast of the test is made.
    """
    dates = np.sort(days.unique())
    splitter = TimeSeriesSplit(n_splits=folds, test_size=test_days, gap=HORIZON_DAYS)
    for train, test in splitter.split(dates):
        yield (
            np.flatnonzero(days.isin(dates[train]).to_numpy()),
            np.flatnonzero(days.isin(dates[test]).to_numpy()),
        )


def holdout(features: pd.DataFrame, days: int = HOLDOUT_DAYS) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The last weeks, put aside before any choice is made and read once per release."""
    last = features["day"].max()
    first_test = last - pd.Timedelta(days=days - 1)
    train = features[features["day"] < first_test - pd.Timedelta(days=HORIZON_DAYS)]
    return train, features[features["day"] >= first_test]


def baseline(features: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    return features[name].fillna(features["seasonal_naive"]).to_numpy(dtype=float)


def baseline_order(
    train: pd.DataFrame, test: pd.DataFrame, quantile: float
) -> npt.NDArray[np.float64]:
    """The four-week mean times the factor that would have been enough in `quantile` of the past."""
    usual = np.maximum(baseline(train, "weekday_mean_4"), 0.5)
    factor = np.quantile(train["demand"].to_numpy(dtype=float) / usual, quantile)
    return np.ceil(baseline(test, "weekday_mean_4") * factor)


def compare(
    train: pd.DataFrame, test: pd.DataFrame, quantile: float = 0.9
) -> dict[str, dict[str, float]]:
    """Scores of both baselines and the model on one split, training time included."""
    actual = test["demand"].to_numpy(dtype=float)
    scores: dict[str, dict[str, float]] = {}
    for name in BASELINES:
        scores[name] = dict(metrics.point_scores(actual, baseline(test, name)), train_seconds=0.0)
    scores["weekday_mean_4"] |= metrics.order_scores(
        actual, baseline_order(train, test, quantile), quantile
    )
    started = time.perf_counter()
    forecaster = Forecaster(quantile=quantile).fit(train)
    seconds = time.perf_counter() - started
    expected = forecaster.expected(test)
    scores["model"] = dict(metrics.point_scores(actual, expected), train_seconds=seconds)
    scores["model"] |= metrics.order_scores(actual, forecaster.order(test), quantile)
    return scores


def rolling_origin(features: pd.DataFrame, folds: int = FOLDS) -> list[dict[str, Any]]:
    """One row per fold and forecaster."""
    rows: list[dict[str, Any]] = []
    for number, (train, test) in enumerate(date_folds(features["day"], folds), start=1):
        part = features.iloc[test]
        for name, scores in compare(features.iloc[train], part).items():
            first = str(part["day"].min().date())
            rows.append({"fold": number, "from": first, "forecaster": name} | scores)
    return rows


def unseen_shop(features: pd.DataFrame) -> pd.DataFrame:
    """What a new shop would get: trained on the other shops, tested on its last weeks."""
    train, test = holdout(features)
    rows = []
    shops = train["shop_id"].to_numpy()
    for others, _ in GroupKFold(n_splits=len(set(shops))).split(train, groups=shops):
        known = train.iloc[others]
        (left_out,) = set(shops) - set(known["shop_id"])
        part = test[test["shop_id"] == left_out]
        scores = compare(known, part)
        rows.append({"shop": left_out} | {name: scores[name]["wape"] for name in scores})
    return pd.DataFrame(rows)


def slices(test: pd.DataFrame, forecasts: dict[str, npt.NDArray[np.float64]]) -> pd.DataFrame:
    """WAPE where it hurts: on offers, before holidays, and by category."""
    masks: dict[str, pd.Series] = {
        "on offer": test["discount"] > 0,
        "not on offer": test["discount"] == 0,
        "two days before a holiday": test["days_to_holiday"] <= 2,
    }
    masks |= {name: test["category"] == name for name in sorted(test["category"].unique())}
    rows: list[dict[str, Any]] = []
    for name, mask in masks.items():
        keep = mask.to_numpy(dtype=bool)
        actual = test["demand"].to_numpy(dtype=float)[keep]
        row: dict[str, Any] = {"slice": name, "rows": int(keep.sum())}
        for label, forecast in forecasts.items():
            row[label] = metrics.wape(actual, forecast[keep]) if actual.sum() else float("nan")
        rows.append(row)
    return pd.DataFrame(rows)


def report(features: pd.DataFrame) -> dict[str, Any]:
    """Everything the model card quotes, as one JSON-ready value."""
    train, test = holdout(features)
    forecaster = Forecaster().fit(train)
    actual = test["demand"].to_numpy(dtype=float)
    forecasts = {name: baseline(test, name) for name in BASELINES}
    forecasts["model"] = forecaster.expected(test)
    errors = pd.DataFrame({name: np.abs(actual - forecast) for name, forecast in forecasts.items()})
    daily = errors.groupby(test["day"].to_numpy()).mean()
    strong = daily["weekday_mean_4"].to_numpy()
    low, high = metrics.gain_interval(strong, daily["model"].to_numpy())
    return {
        "rows": {"train": len(train), "test": len(test)},
        "test_days": [str(test["day"].min().date()), str(test["day"].max().date())],
        "holdout": compare(train, test),
        "gain_per_row": {
            "mean": float(np.mean(strong - daily["model"].to_numpy())),
            "low": low,
            "high": high,
            "p_signed_rank": metrics.better_days(strong, daily["model"].to_numpy()),
        },
        "folds": rolling_origin(train),
        "slices": slices(test, forecasts).to_dict("records"),
        "unseen_shop": unseen_shop(features).to_dict("records"),
    }
