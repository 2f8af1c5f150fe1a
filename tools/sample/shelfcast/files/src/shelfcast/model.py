"""The forecaster: one boosted model for the expected demand, one for the quantile to order by."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor

from shelfcast import __version__
from shelfcast.features import COLUMNS

SETTINGS: dict[str, Any] = {
    "learning_rate": 0.05,
    "max_iter": 250,
    "max_leaf_nodes": 31,
    "min_samples_leaf": 80,
    "l2_regularization": 1.0,
    "categorical_features": "from_dtype",
    "random_state": 7,
}


def mean_model(**changes: Any) -> HistGradientBoostingRegressor:
    return HistGradientBoostingRegressor(loss="poisson", **(SETTINGS | changes))


def quantile_model(quantile: float, **changes: Any) -> HistGradientBoostingRegressor:
    return HistGradientBoostingRegressor(loss="quantile", quantile=quantile, **(SETTINGS | changes))


def scale(features: pd.DataFrame) -> npt.NDArray[np.float64]:
    """A product's usual day. Divided by it, a growing product can grow beyond the past."""
    level = (
        features["level_28"].fillna(features["weekday_mean_4"]).fillna(features["seasonal_naive"])
    )
    return np.maximum(level.to_numpy(dtype=float), 0.5)


def relative(features: pd.DataFrame) -> pd.DataFrame:
    """Features with every amount of units divided by the product's usual day."""
    inputs = features[COLUMNS].copy()
    by = scale(features)
    for column in (
        "demand_7",
        "demand_14",
        "weekday_mean_4",
        "plain_weekday_mean_4",
        "level_7",
        "spread_28",
    ):
        inputs[column] = inputs[column] / by
    return inputs


@dataclass(slots=True)
class Forecaster:
    """`fit`, then `expected` for the mean demand and `order` for the amount to put on the shelf."""

    quantile: float = 0.9
    version: str = __version__
    mean: HistGradientBoostingRegressor = field(default_factory=mean_model)
    upper: HistGradientBoostingRegressor | None = None

    def fit(self, features: pd.DataFrame) -> "Forecaster":
        by = scale(features)
        target = features["demand"].to_numpy(dtype=float) / by
        inputs = relative(features)
        # Weighted by level, an error counts in units and not in percent of a slow product.
        self.mean.fit(inputs, target, sample_weight=by)
        self.upper = quantile_model(self.quantile).fit(inputs, target, sample_weight=by)
        return self

    def expected(self, features: pd.DataFrame) -> npt.NDArray[np.float64]:
        forecast: npt.NDArray[np.float64] = self.mean.predict(relative(features)) * scale(features)
        return forecast

    def order(self, features: pd.DataFrame) -> npt.NDArray[np.float64]:
        """Whole units that last the day in `quantile` of the cases, never below the expectation."""
        if self.upper is None:
            raise RuntimeError("fit the forecaster before asking for an order")
        upper = self.upper.predict(relative(features)) * scale(features)
        return np.ceil(np.maximum(upper, self.expected(features)))

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        joblib.dump(self, path, compress=3)


def load(path: Path) -> Forecaster:
    """Load a saved forecaster; refuses a file written by another version of this package."""
    forecaster = joblib.load(path)
    if not isinstance(forecaster, Forecaster):
        raise ValueError(f"{path} does not hold a forecaster")
    if forecaster.version != __version__:
        raise ValueError(
            f"{path} was trained by {forecaster.version}; train again with {__version__}"
        )
    return forecaster
