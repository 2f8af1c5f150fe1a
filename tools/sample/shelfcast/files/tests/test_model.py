from pathlib import Path

import joblib
import numpy as np
import pandas as pd
import pytest

from shelfcast import features, model, monitor


def test_orders_are_whole_and_not_below_the_expectation(rows, forecaster) -> None:
    known = features.learnable(rows)
    order, expected = forecaster.order(known), forecaster.expected(known)
    assert (order >= expected).all()
    assert (order == order.round()).all()
    assert (expected > 0).all()


def test_twice_the_sales_give_about_twice_the_forecast(rows, forecaster) -> None:
    known = features.learnable(rows).head(200)
    doubled = known.copy()
    for column in (
        "demand_7",
        "demand_14",
        "weekday_mean_4",
        "plain_weekday_mean_4",
        "level_28",
        "level_7",
        "spread_28",
    ):
        doubled[column] *= 2
    ratio = forecaster.expected(doubled) / forecaster.expected(known)
    assert np.median(ratio) == pytest.approx(2, abs=0.03)


def test_an_offer_raises_the_forecast(rows, forecaster) -> None:
    known = features.learnable(rows)
    plain = known[known["discount"] == 0]
    offered = plain.assign(discount=0.4, offer_ratio=1.7)
    assert forecaster.expected(offered).mean() > 1.2 * forecaster.expected(plain).mean()


def test_a_saved_forecaster_forecasts_the_same(rows, forecaster, tmp_path: Path) -> None:
    forecaster.save(tmp_path / "models" / "f.joblib")
    loaded = model.load(tmp_path / "models" / "f.joblib")
    known = features.learnable(rows).head(50)
    assert np.array_equal(loaded.expected(known), forecaster.expected(known))


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    model.Forecaster(version="0.0.1").save(tmp_path / "old.joblib")
    with pytest.raises(ValueError, match=r"trained by 0\.0\.1; train again"):
        model.load(tmp_path / "old.joblib")
    joblib.dump({"not": "a model"}, tmp_path / "other.joblib")
    with pytest.raises(ValueError, match="does not hold a forecaster"):
        model.load(tmp_path / "other.joblib")


def test_an_order_needs_a_fitted_model(rows: pd.DataFrame) -> None:
    with pytest.raises(RuntimeError, match="fit the forecaster"):
        model.Forecaster().order(rows)


def test_equal_samples_are_stable_and_moved_ones_are_not() -> None:
    random = np.random.default_rng(3)
    reference = random.normal(10, 2, 5000)
    assert monitor.stability(reference, random.normal(10, 2, 800)) < 0.05
    assert monitor.stability(reference, random.normal(14, 2, 800)) > monitor.STABILITY_LIMIT


def test_a_till_that_sends_cases_instead_of_units_raises_alerts(rows, forecaster) -> None:
    known = features.learnable(rows)
    recent = known[known["day"] > known["day"].max() - pd.Timedelta(days=28)]
    quiet = monitor.check(known, recent, recent["demand"].to_numpy(float))
    assert [alert for alert in quiet if "bias" in alert.subject] == []
    moved = recent.assign(level_7=recent["level_7"] / 6)
    alerts = monitor.check(known, moved, recent["demand"].to_numpy(float) / 6)
    subjects = {alert.subject for alert in alerts}
    assert "input level_7 moved" in subjects
    assert {"bias in barriera", "bias in cavana", "bias in roiano"} <= subjects
    assert "limit 0.10" in str(next(alert for alert in alerts if "bias" in alert.subject))
