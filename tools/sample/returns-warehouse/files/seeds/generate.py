"""Write the invented seed files. Fixed seed: running it again changes nothing.

Returns follow what shop owners tell me drives them: category first, then orders of several sizes.
The effect of the single customer is small on purpose; see the README.
"""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
RETURN_RATE = {"dresses": 0.42, "jeans": 0.35, "shoes": 0.3, "shirts": 0.18, "bags": 0.07}
PRICE = {"dresses": 79, "jeans": 69, "shoes": 95, "shirts": 35, "bags": 59}
REASONS = ["too small", "too large", "not as shown", "late", "other"]


def write(name: str, header: list[str], rows: list[list[object]]) -> None:
    with (HERE / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> None:
    rng = random.Random(1109)
    products = []
    for category in RETURN_RATE:
        for number in range(1, 9):
            price = round(PRICE[category] * rng.uniform(0.7, 1.4), 2)
            products.append([f"{category[:3]}{number}", category, price, round(price * 0.45, 2)])
    write("products", ["product_id", "category", "price", "cost"], products)

    customers = []
    for number in range(1, 321):
        joined = date(2024, 1, 1) + timedelta(days=rng.randrange(600))
        customers.append(
            [f"c{number:03}", joined.isoformat(), rng.choice(["IT", "IT", "SI", "AT"])]
        )
    write("customers", ["customer_id", "joined_on", "country"], customers)
    leaning = {row[0]: rng.gauss(0, 0.04) for row in customers}

    orders, lines, returns = [], [], []
    day, line_number = date(2025, 1, 2), 0
    for number in range(1, 901):
        day += timedelta(days=rng.choice([0, 0, 0, 1]))
        customer = rng.choice(customers)[0]
        status = "cancelled" if rng.random() < 0.03 else "shipped"
        orders.append([f"o{number:04}", customer, day.isoformat(), status])
        for product in rng.sample(products, rng.choice([1, 1, 1, 2, 2, 3])):
            sizes = rng.choice([1] * 14 + [2, 3]) if product[1] != "bags" else 1
            for size in rng.sample(["S", "M", "L"], sizes):
                line_number += 1
                line = f"l{line_number:04}"
                lines.append([line, orders[-1][0], product[0], size, product[2]])
                rate = RETURN_RATE[product[1]] + leaning[customer] + 0.25 * (sizes - 1)
                if status == "shipped" and rng.random() < rate:
                    back = day + timedelta(days=3 + int(rng.expovariate(1 / 8)))
                    reason = rng.choices(REASONS, [4, 3, 2, 1, 2])[0]
                    returns.append([line, back.isoformat(), reason])
    # Two things the real export did: a return booked twice, and a blank reason.
    returns.append(returns[7])
    returns[20] = [*returns[20][:2], ""]
    write("orders", ["order_id", "customer_id", "ordered_on", "status"], orders)
    write("order_lines", ["line_id", "order_id", "product_id", "size", "price"], lines)
    write("returns", ["line_id", "returned_on", "reason"], returns)


if __name__ == "__main__":
    main()
