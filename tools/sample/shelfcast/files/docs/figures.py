"""Draw the three figures of the README. Run `make figures` after a change of data or model."""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.model_selection import learning_curve

from shelfcast import backtest, features, model

HERE = Path(__file__).parent
INK, ACCENT, GREY = "#1f2933", "#b3541e", "#9aa5b1"


def save(figure: plt.Figure, name: str) -> None:
    figure.tight_layout()
    figure.savefig(HERE / name, metadata={"Date": None})
    plt.close(figure)


def forecast(train: pd.DataFrame, test: pd.DataFrame) -> None:
    forecaster = model.Forecaster().fit(train)
    rows = test[(test["shop_id"] == "cavana") & (test["product_id"] == "fruit-2")]
    figure, axes = plt.subplots(figsize=(7, 2.8))
    axes.step(rows["day"], forecaster.order(rows), color=GREY, where="mid", label="suggested order")
    axes.plot(rows["day"], forecaster.expected(rows), color=ACCENT, label="expected")
    axes.plot(rows["day"], rows["demand"], "o", color=INK, markersize=3, label="sold")
    for day in rows.loc[rows["discount"] > 0, "day"]:
        axes.axvspan(
            day - pd.Timedelta(hours=12), day + pd.Timedelta(hours=12), color="#f3e3d3", lw=0
        )
    axes.set_ylabel("units a day")
    axes.set_title("fruit-2 in Cavana, held-out weeks; shaded: on offer", loc="left", fontsize=9)
    axes.legend(frameon=False, fontsize=8, ncols=3)
    figure.autofmt_xdate()
    save(figure, "forecast.svg")


def curve(train: pd.DataFrame) -> None:
    """Mean absolute error over training size, on the weeks after each training set."""
    sizes, fitted, checked = learning_curve(
        model.mean_model(max_iter=120),
        model.relative(train),
        train["demand"].to_numpy() / model.scale(train),
        cv=list(backtest.date_folds(train["day"], folds=3)),
        train_sizes=np.array([0.1, 0.2, 0.4, 0.6, 0.8, 1.0]),
        scoring="neg_mean_absolute_error",
        shuffle=True,
        random_state=7,
    )
    figure, axes = plt.subplots(figsize=(5, 2.8))
    axes.plot(sizes, -fitted.mean(axis=1), "o-", color=GREY, label="training rows")
    axes.plot(sizes, -checked.mean(axis=1), "o-", color=ACCENT, label="weeks after")
    axes.set_xlabel("training rows")
    axes.set_ylabel("MAE, share of a usual day")
    axes.legend(frameon=False, fontsize=8)
    save(figure, "learning_curve.svg")
    print(
        "learning curve", dict(zip(sizes.tolist(), (-checked.mean(axis=1)).round(4), strict=True))
    )


def errors(train: pd.DataFrame, test: pd.DataFrame) -> None:
    forecaster = model.Forecaster().fit(train)
    forecasts = {name: backtest.baseline(test, name) for name in backtest.BASELINES}
    forecasts["model"] = forecaster.expected(test)
    table = backtest.slices(test, forecasts).set_index("slice")[["weekday_mean_4", "model"]][::-1]
    axes = table.plot.barh(color=[GREY, ACCENT], figsize=(6, 3.4), width=0.75)
    axes.set_xlabel("WAPE (share of units forecast wrongly)")
    axes.set_ylabel("")
    axes.legend(frameon=False, fontsize=8)
    save(axes.figure, "errors.svg")


def main() -> None:
    plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "shelfcast", "font.size": 9})
    train, test = backtest.holdout(
        features.learnable(features.from_folder(Path("data"), horizon=0))
    )
    forecast(train, test)
    curve(train)
    errors(train, test)


if __name__ == "__main__":
    main()
