"""Generate two years of till data for three invented shops.

Demand is drawn first; what the till sees is demand cut off by the stock on the shelf. Real exports
hide that cut, so the generator keeps the sold-out days as a table, as a stock-taking app would.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

SHOPS = {"barriera": 1.3, "cavana": 1.0, "roiano": 0.7}
CATEGORIES = {
    # units a day, spoils after (days), Saturday lift, peak day of the year, seasonal swing
    "bread": (34.0, 1, 1.45, 20, 0.05),
    "dairy": (16.0, 7, 1.20, 150, 0.05),
    "fruit": (22.0, 4, 1.30, 200, 0.25),
    "salad": (9.0, 3, 1.15, 195, 0.45),
    "drinks": (13.0, 180, 1.35, 205, 0.40),
    "pasta": (6.0, 365, 1.10, 10, 0.10),
}
PRODUCTS_PER_CATEGORY = 5
HOLIDAYS = ((1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26))
WEEKDAY_LIFT = np.array([0.92, 0.90, 0.95, 1.00, 1.12, 1.30, 0.0])  # closed on Sundays


@dataclass(frozen=True, slots=True)
class Tables:
    """What a grocer can export: one frame per file."""

    shops: pd.DataFrame
    products: pd.DataFrame
    sales: pd.DataFrame
    promotions: pd.DataFrame
    sold_out: pd.DataFrame
    closures: pd.DataFrame

    def write(self, folder: Path) -> None:
        """Write every table as CSV, and one SHA-256 per file in `checksums.txt`."""
        folder.mkdir(parents=True, exist_ok=True)
        lines = []
        for name in self.__slots__:
            text = getattr(self, name).to_csv(index=False, lineterminator="\n")
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
            lines.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}.csv\n")
        (folder / "checksums.txt").write_text("".join(lines), encoding="utf-8")


def _products(rng: np.random.Generator) -> pd.DataFrame:
    rows = []
    for category, (level, shelf_life, *_) in CATEGORIES.items():
        for number in range(1, PRODUCTS_PER_CATEGORY + 1):
            rows.append(
                {
                    "product_id": f"{category}-{number}",
                    "category": category,
                    "shelf_life_days": shelf_life,
                    "list_price": round(float(rng.uniform(0.9, 4.5)), 2),
                    "level": level * float(rng.lognormal(-0.25, 0.6)),
                }
            )
    return pd.DataFrame(rows)


def _promotions(rng: np.random.Generator, products: pd.DataFrame, days: list[date]) -> pd.DataFrame:
    """About one week in nine on offer for each product and shop, always Monday to Saturday."""
    mondays = [day for day in days if day.weekday() == 0]
    rows = []
    for shop in SHOPS:
        for product in products["product_id"]:
            for monday in mondays:
                if rng.random() < 0.11:
                    rows.append(
                        {
                            "shop_id": shop,
                            "product_id": product,
                            "first_day": monday,
                            "last_day": monday + timedelta(days=5),
                            "discount": float(rng.choice([0.15, 0.25, 0.4])),
                        }
                    )
    return pd.DataFrame(rows)


def _holiday_lift(days: list[date]) -> np.ndarray:
    """Two days of stocking up before each holiday; nothing on the day itself."""
    lift = np.ones(len(days))
    closed = {day for day in days if (day.month, day.day) in HOLIDAYS}
    for index, day in enumerate(days):
        if day in closed:
            lift[index] = 0.0
        elif day + timedelta(days=1) in closed:
            lift[index] = 1.45
        elif day + timedelta(days=2) in closed:
            lift[index] = 1.2
    return lift


def generate(first_day: date = date(2024, 1, 1), days: int = 731, seed: int = 20260305) -> Tables:
    """The same seed gives the same tables, byte for byte."""
    rng = np.random.default_rng(seed)
    calendar = [first_day + timedelta(days=n) for n in range(days)]
    weekday = np.array([day.weekday() for day in calendar])
    day_of_year = np.array([day.timetuple().tm_yday for day in calendar])
    products = _products(rng)
    promotions = _promotions(rng, products, calendar)
    holiday = _holiday_lift(calendar)
    # One weather for the town: autocorrelated, and unknown to the forecaster.
    weather = np.zeros(days)
    for n in range(1, days):
        weather[n] = 0.7 * weather[n - 1] + rng.normal(0, 0.07)

    discount = np.zeros((len(SHOPS), len(products), days))
    shop_index = {shop: n for n, shop in enumerate(SHOPS)}
    product_index = {name: n for n, name in enumerate(products["product_id"])}
    for promotion in promotions.itertuples():
        start = (promotion.first_day - first_day).days
        end = (promotion.last_day - first_day).days + 1
        row = shop_index[promotion.shop_id], product_index[promotion.product_id]
        discount[*row, start:end] = promotion.discount

    sales, sold_out = [], []
    for shop, size in SHOPS.items():
        for product in products.itertuples():
            _, _, saturday, peak, swing = CATEGORIES[product.category]
            offer = discount[shop_index[shop], product_index[product.product_id]]
            lift = WEEKDAY_LIFT[weekday].copy()
            lift[weekday == 5] *= saturday / 1.25
            season = 1 + swing * np.cos(2 * np.pi * (day_of_year - peak) / 365.25)
            # Regulars come and go: a slow walk around the product's level, about 20 % in a year.
            drift = np.exp(np.cumsum(rng.normal(0, 0.011, days)))
            mean = product.level * size * lift * season * drift * holiday
            mean = mean * (1 + 2.2 * offer) * np.exp(swing * 2 * weather)
            demand = rng.poisson(rng.gamma(9.0, mean / 9.0))
            spare = rng.choice([1.1, 1.35, 2.0, 3.0], p=[0.06, 0.24, 0.4, 0.3], size=days)
            stock = np.ceil(mean * spare + 1).astype(int)
            units = np.minimum(demand, stock)
            price = np.round(product.list_price * (1 - offer), 2)
            for n in map(int, np.flatnonzero(units)):
                sales.append((calendar[n], shop, product.product_id, int(units[n]), price[n]))
            for n in map(int, np.flatnonzero((demand > stock) & (mean > 0))):
                sold_out.append((calendar[n], shop, product.product_id))

    closed = [day for day, lift in zip(calendar, holiday, strict=True) if lift == 0.0]
    closed += [day for day in calendar if day.weekday() == 6 and day not in closed]
    return Tables(
        shops=pd.DataFrame({"shop_id": list(SHOPS)}),
        products=products.drop(columns="level"),
        sales=pd.DataFrame(sales, columns=["day", "shop_id", "product_id", "units", "price"]),
        promotions=promotions,
        sold_out=pd.DataFrame(sold_out, columns=["day", "shop_id", "product_id"]),
        closures=pd.DataFrame({"day": sorted(closed)}),
    )
