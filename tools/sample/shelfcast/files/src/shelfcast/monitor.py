"""Is the forecaster still right? Two questions, asked each night over the last four weeks.

Bias finds a level that moved (a competitor opened, a bus line changed). The population stability
index finds inputs that moved, such as a till that starts to send cases instead of bottles.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from shelfcast import metrics
from shelfcast.features import NUMBERS

BIAS_LIMIT = 0.10
STABILITY_LIMIT = 0.25
BINS = 10


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to look at, with the number that raised it."""

    subject: str
    value: float
    limit: float

    def __str__(self) -> str:
        return f"{self.subject}: {self.value:+.2f}, limit {self.limit:.2f}"


def stability(reference: npt.NDArray[np.float64], recent: npt.NDArray[np.float64]) -> float:
    """Population stability index over the reference's deciles; 0 when both look alike."""
    edges = np.unique(np.nanquantile(reference, np.linspace(0, 1, BINS + 1)[1:-1]))
    expected = _shares(reference, edges)
    seen = _shares(recent, edges)
    return float(np.sum((seen - expected) * np.log(seen / expected)))


def _shares(
    values: npt.NDArray[np.float64], edges: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    values = values[~np.isnan(values)]
    counts = np.bincount(np.searchsorted(edges, values, side="right"), minlength=len(edges) + 1)
    # Half a row in every bin: an empty bin is rare, not impossible.
    return (counts + 0.5) / (counts.sum() + 0.5 * len(counts))


def check(
    reference: pd.DataFrame, recent: pd.DataFrame, forecast: npt.NDArray[np.float64]
) -> list[Alert]:
    """Alerts for `recent` rows whose demand is known by now, against the rows trained on."""
    alerts = []
    for shop, part in recent.assign(forecast=forecast).groupby("shop_id"):
        off = metrics.bias(part["demand"].to_numpy(float), part["forecast"].to_numpy(float))
        if abs(off) > BIAS_LIMIT:
            alerts.append(Alert(f"bias in {shop}", off, BIAS_LIMIT))
    for column in NUMBERS:
        # The calendar moves by itself: four weeks never look like two years.
        if column in ("month", "days_to_holiday"):
            continue
        moved = stability(reference[column].to_numpy(float), recent[column].to_numpy(float))
        if moved > STABILITY_LIMIT:
            alerts.append(Alert(f"input {column} moved", moved, STABILITY_LIMIT))
    return alerts
