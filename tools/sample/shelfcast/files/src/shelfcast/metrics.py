"""How wrong a forecast is, in words a shopkeeper uses.

`wape` is the share of all units forecast wrongly, `bias` says in which direction, `pinball` prices
an empty shelf against a full bin at the chosen quantile.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from scipy import stats
from sklearn.metrics import mean_absolute_error, mean_pinball_loss, root_mean_squared_error

Array = npt.NDArray[np.float64]


def wape(actual: Array, forecast: Array) -> float:
    return float(np.abs(actual - forecast).sum() / actual.sum())


def bias(actual: Array, forecast: Array) -> float:
    """Above zero: too much was forecast."""
    return float((forecast - actual).sum() / actual.sum())


def coverage(actual: Array, upper: Array) -> float:
    """How often the demand stayed at or below the order."""
    return float(np.mean(actual <= upper))


def point_scores(actual: Array, forecast: Array) -> Mapping[str, float]:
    return {
        "mae": float(mean_absolute_error(actual, forecast)),
        "rmse": float(root_mean_squared_error(actual, forecast)),
        "wape": wape(actual, forecast),
        "bias": bias(actual, forecast),
    }


def order_scores(actual: Array, upper: Array, quantile: float) -> Mapping[str, float]:
    return {
        "pinball": float(mean_pinball_loss(actual, upper, alpha=quantile)),
        "coverage": coverage(actual, upper),
        "left_over": float(np.maximum(upper - actual, 0).sum() / actual.sum()),
    }


def gain_interval(baseline: Array, model: Array, seed: int = 7) -> tuple[float, float]:
    """95 % bootstrap interval of the mean daily drop in absolute error, baseline minus model.

    Both arrays hold one number a day, because errors of one day share their weather.
    """
    result = stats.bootstrap(
        (baseline - model,), np.mean, n_resamples=2000, confidence_level=0.95, rng=seed
    )
    return float(result.confidence_interval.low), float(result.confidence_interval.high)


def better_days(baseline: Array, model: Array) -> float:
    """p-value of the signed-rank test that the model's daily error is not lower."""
    return float(stats.wilcoxon(baseline, model, alternative="greater").pvalue)
