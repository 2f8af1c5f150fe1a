import numpy as np
import pandas as pd
import pytest

from shelfcast import backtest, features, metrics


def test_folds_share_no_day_and_keep_a_week_apart(rows: pd.DataFrame) -> None:
    days = features.learnable(rows)["day"]
    folds = list(backtest.date_folds(days, folds=3, test_days=14))
    assert len(folds) == 3
    ends = []
    for train, test in folds:
        gap = days.iloc[test].min() - days.iloc[train].max()
        assert gap > pd.Timedelta(days=7)
        assert days.iloc[test].nunique() == 14
        ends.append(days.iloc[test].max())
    assert ends == sorted(set(ends))
    assert ends[-1] == days.max()


def test_the_holdout_comes_after_everything_else(rows: pd.DataFrame) -> None:
    train, test = backtest.holdout(features.learnable(rows), days=28)
    assert test["day"].min() - train["day"].max() > pd.Timedelta(days=7)
    assert (test["day"].max() - test["day"].min()).days <= 27


def test_metrics_on_numbers_worked_out_by_hand() -> None:
    actual, forecast = np.array([10.0, 0.0, 30.0]), np.array([8.0, 2.0, 36.0])
    assert metrics.wape(actual, forecast) == pytest.approx(0.25)
    assert metrics.bias(actual, forecast) == pytest.approx(0.15)
    scores = metrics.point_scores(actual, forecast)
    assert scores["mae"] == pytest.approx(10 / 3)
    assert scores["rmse"] == pytest.approx(np.sqrt(44 / 3))
    orders = metrics.order_scores(actual, np.array([12.0, 0.0, 20.0]), 0.9)
    assert orders["coverage"] == pytest.approx(2 / 3)
    assert orders["pinball"] == pytest.approx((0.1 * 2 + 0.9 * 10) / 3)
    assert orders["left_over"] == pytest.approx(0.05)


def test_the_gain_interval_holds_a_known_gain() -> None:
    noise = np.random.default_rng(0).normal(0, 0.2, 60)
    low, high = metrics.gain_interval(5 + noise, np.full(60, 4.0))
    assert low < 1.0 < high
    assert high - low < 0.2
    assert metrics.better_days(5 + noise, np.full(60, 4.0)) < 0.001


def test_no_gain_is_not_called_one() -> None:
    random = np.random.default_rng(1)
    first, second = random.normal(5, 1, 60), random.normal(5, 1, 60)
    low, high = metrics.gain_interval(first, second)
    assert low < 0 < high
    assert metrics.better_days(first, second) > 0.05


def test_the_model_beats_both_baselines(rows: pd.DataFrame) -> None:
    scores = backtest.compare(*backtest.holdout(features.learnable(rows), days=28))
    assert (
        scores["model"]["mae"] < scores["weekday_mean_4"]["mae"] < scores["seasonal_naive"]["mae"]
    )
    assert abs(scores["model"]["bias"]) < 0.1
    assert scores["model"]["pinball"] < scores["weekday_mean_4"]["pinball"]
    assert 0.85 < scores["model"]["coverage"] < 0.97
    assert scores["model"]["train_seconds"] > 0


def test_slices_cover_every_row_once_by_category(rows: pd.DataFrame) -> None:
    _, test = backtest.holdout(features.learnable(rows), days=28)
    table = backtest.slices(test, {"naive": backtest.baseline(test, "seasonal_naive")})
    assert table["rows"].iloc[:2].sum() == len(test)
    assert table["rows"].iloc[3:].sum() == len(test)
