"""The feature SQL on a table small enough to work out by hand: one shop, one product."""

import numpy as np
import pandas as pd
import pytest

from shelfcast import features

DAYS = pd.date_range("2024-01-01", periods=70)  # a Monday


def tables(units: dict[int, int], **more: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """`units` by day number; a missing number is a day on which nothing was sold."""
    sales = pd.DataFrame(
        [(DAYS[n], "s", "p", sold, 2.0) for n, sold in units.items()],
        columns=["day", "shop_id", "product_id", "units", "price"],
    )
    empty_offer = pd.DataFrame(
        {
            "shop_id": ["x"],
            "product_id": ["x"],
            "first_day": DAYS[:1],
            "last_day": DAYS[:1],
            "discount": [0.1],
        }
    )
    nothing = {"shop_id": ["x"], "product_id": ["x"]}
    return {
        "shops": pd.DataFrame({"shop_id": ["s"]}),
        "products": pd.DataFrame(
            {
                "product_id": ["p"],
                "category": ["bread"],
                "shelf_life_days": [1],
                "list_price": [2.0],
            }
        ),
        "sales": sales,
        "promotions": empty_offer,
        "sold_out": pd.DataFrame({"day": DAYS[:1], **nothing}),
        "closures": pd.DataFrame({"day": [DAYS[6]]}),
    } | more


def build(units: dict[int, int], **more: pd.DataFrame) -> pd.DataFrame:
    return features.build(tables(units, **more)).set_index("day")


ALL = {n: n + 1 for n in range(70) if n != 6}


def test_the_week_ahead_is_there_and_has_no_demand() -> None:
    rows = build(ALL)
    future = rows[rows["is_future"]]
    assert len(future) == 7
    assert future["demand"].isna().all()
    assert future["demand_7"].tolist() == [64, 65, 66, 67, 68, 69, 70]


def test_a_day_without_a_sale_counts_as_zero_and_keeps_the_weekday_in_place() -> None:
    rows = build({n: v for n, v in ALL.items() if n != 20})
    assert rows.loc[DAYS[20], "demand"] == 0
    assert rows.loc[DAYS[27], "demand_7"] == 0
    assert rows.loc[DAYS[28], "demand_7"] == 22


def test_a_closed_day_is_no_row_and_no_zero() -> None:
    rows = build(ALL)
    assert DAYS[6] not in rows.index
    assert np.isnan(rows.loc[DAYS[13], "demand_7"])


def test_a_sold_out_day_teaches_nothing() -> None:
    sold_out = pd.DataFrame({"day": [DAYS[30]], "shop_id": ["s"], "product_id": ["p"]})
    rows = build(ALL, sold_out=sold_out)
    assert np.isnan(rows.loc[DAYS[30], "demand"])
    assert rows.loc[DAYS[30], "units"] == 31
    # The three Wednesdays that did not sell out.
    assert rows.loc[DAYS[37], "weekday_mean_4"] == pytest.approx(np.mean([10, 17, 24]))
    assert rows.loc[DAYS[37], "seasonal_naive"] == rows.loc[DAYS[37], "weekday_mean_4"]


def test_the_weekday_mean_takes_the_last_four() -> None:
    assert build(ALL).loc[DAYS[42], "weekday_mean_4"] == np.mean([15, 22, 29, 36])


def test_an_offer_does_not_raise_the_level_of_later_weeks() -> None:
    offer = pd.DataFrame(
        {
            "shop_id": ["s", "s"],
            "product_id": ["p", "p"],
            "first_day": [DAYS[35], DAYS[35]],
            "last_day": [DAYS[37], DAYS[36]],
            "discount": [0.2, 0.3],
        }
    )
    flat = {n: 10 for n in range(70) if n != 6} | {35: 40, 36: 40, 37: 40}
    rows = build(flat, promotions=offer)
    assert rows.loc[DAYS[35], "discount"] == 0.3
    assert rows.loc[DAYS[37], "discount"] == 0.2
    assert rows.loc[DAYS[50], "level_28"] == 10
    assert rows.loc[DAYS[42], "plain_weekday_mean_4"] == 10
    assert rows.loc[DAYS[42], "weekday_mean_4"] == 17.5
    assert rows.loc[DAYS[45], "offer_ratio"] == 4


def test_no_feature_sees_the_seven_days_before_its_own() -> None:
    """Change everything from day 60 on: rows up to day 66 may not notice."""
    before = build(ALL)
    after = build({n: (999 if n >= 60 else v) for n, v in ALL.items()})
    known = [column for column in features.COLUMNS if column not in features.CATEGORIES]
    pd.testing.assert_frame_equal(before.loc[: DAYS[66], known], after.loc[: DAYS[66], known])
    assert not before.loc[DAYS[67] :, known].equals(after.loc[DAYS[67] :, known])


def test_days_to_a_holiday_skip_sundays() -> None:
    closures = pd.DataFrame({"day": [DAYS[6], DAYS[24]]})  # a Sunday and a Thursday
    rows = build(ALL, closures=closures)
    assert rows.loc[DAYS[22], "days_to_holiday"] == 2
    assert rows.loc[DAYS[5], "days_to_holiday"] == 8


def test_more_than_a_week_ahead_is_refused() -> None:
    with pytest.raises(ValueError, match="7 days ahead"):
        features.build(tables(ALL), horizon=8)


def test_learnable_rows_have_a_history(rows: pd.DataFrame) -> None:
    learnable = features.learnable(rows)
    assert 0 < len(learnable) < len(rows)
    assert learnable["demand"].notna().all()
    assert learnable["days_seen_56"].min() >= 30
