from datetime import date

import pytest

from shelfcast import synth


@pytest.fixture(scope="module")
def tables() -> synth.Tables:
    return synth.generate(days=60)


def test_the_same_seed_gives_the_same_sales(tables: synth.Tables) -> None:
    assert synth.generate(days=60).sales.equals(tables.sales)


def test_another_seed_gives_other_sales(tables: synth.Tables) -> None:
    assert not synth.generate(days=60, seed=1).sales.equals(tables.sales)


def test_nothing_is_sold_on_sundays_and_holidays(tables: synth.Tables) -> None:
    sold = set(tables.sales["day"])
    assert all(day.weekday() != 6 for day in sold)
    assert date(2024, 1, 6) not in sold
    assert sold.isdisjoint(tables.closures["day"])


def test_offers_lower_the_price_and_nothing_raises_it(tables: synth.Tables) -> None:
    prices = tables.sales.groupby("product_id")["price"]
    assert (prices.min() < prices.max()).any()
    list_price = tables.products.set_index("product_id")["list_price"].sort_index()
    assert (prices.max() <= list_price).all()


def test_days_with_no_sale_have_no_row(tables: synth.Tables) -> None:
    assert tables.sales["units"].min() >= 1


def test_checksums_name_every_table(tables: synth.Tables, tmp_path) -> None:
    tables.write(tmp_path)
    lines = (tmp_path / "checksums.txt").read_text().splitlines()
    assert [line.split()[1] for line in lines] == [f"{name}.csv" for name in tables.__slots__]
    assert len({line.split()[0] for line in lines}) == 6
