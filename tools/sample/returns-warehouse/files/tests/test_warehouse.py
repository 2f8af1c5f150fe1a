import shutil
import sqlite3
from pathlib import Path

import pytest

from returns_warehouse.bootstrap import interval
from returns_warehouse.run import BuildError, build, build_order, check, main, return_rates

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def database():
    with sqlite3.connect(":memory:") as database:
        build(database, ROOT)
        yield database


@pytest.fixture
def copy(tmp_path):
    for folder in ("seeds", "models", "checks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_all_checks_pass_on_the_seeds(database):
    complaints = check(database, ROOT / "checks")
    assert len(complaints) == 7
    assert not any(complaints.values())


@pytest.mark.parametrize(
    ("table", "line", "failing"),
    [
        ("returns", "l0001,2026-03-01,too small", "returns_after_orders"),
        ("returns", "l0002,2025-01-09,shrunk", "accepted_reasons"),
        ("returns", "l9999,2025-01-09,late", "returns_have_lines"),
        ("order_lines", "l0001,o0001,dre1,S,79", "unique_line"),
        ("order_lines", "l9000,o0001,gone1,S,79", "no_line_lost"),
    ],
)
def test_a_bad_row_fails_the_check_made_for_it(copy, table, line, failing):
    with (copy / "seeds" / f"{table}.csv").open("a") as file:
        file.write(line + "\n")
    with sqlite3.connect(":memory:") as database:
        build(database, copy)
        complaints = check(database, copy / "checks")
    assert complaints[failing]


def test_a_return_booked_twice_counts_once(database):
    (booked,) = database.execute("select count(*) from returns").fetchone()
    (distinct,) = database.execute("select count(distinct line_id) from returns").fetchone()
    (staged,) = database.execute("select count(*) from stg_returns").fetchone()
    assert booked == distinct + 1
    assert staged == distinct


def test_a_returned_line_costs_two_parcels(database):
    margins = database.execute(
        "select distinct margin from fct_lines where is_returned"
    ).fetchall()
    assert margins == [(-8.9,)]


def test_months_add_up_to_the_lines(database):
    query = "select sum(lines), sum(returned), round(sum(margin), 2) from category_month"
    lines = "select count(*), sum(is_returned), round(sum(margin), 2) from fct_lines"
    assert database.execute(query).fetchone() == database.execute(lines).fetchone()


def test_cohorts_are_named_and_accumulate(database):
    rows = database.execute(
        "select cohort, quarters_later, margin, margin_so_far from customer_cohort order by 1, 2"
    ).fetchall()
    assert rows[0][0] == "2025-Q1"
    assert rows[1][3] == pytest.approx(rows[0][2] + rows[1][2])


def test_models_are_built_after_what_they_read():
    order = build_order({"c": "select * from b, a", "a": "select 1 -- not from c", "b": "from a"})
    assert order == ["a", "b", "c"]


def test_a_circle_of_models_is_named():
    with pytest.raises(BuildError, match="need each other"):
        build_order({"a": "select * from b", "b": "select * from a"})


def test_a_broken_model_and_a_broken_seed_are_named(copy, capsys):
    (copy / "models" / "oops.sql").write_text("select price from nowhere")
    where = ["--root", str(copy), "--database", ":memory:"]
    assert main(["build", *where]) == 2
    assert "oops.sql: no such table: nowhere" in capsys.readouterr().err
    (copy / "seeds" / "returns.csv").write_text("line_id,returned_on,reason\nl1,2025-01-01\n")
    assert main(["build", *where]) == 2
    assert "returns.csv:2: 2 values, not 3" in capsys.readouterr().err


def test_the_interval_holds_the_rate_and_shrinks_with_more_orders():
    few = [(1.0, 2.0), (0.0, 1.0), (1.0, 1.0), (0.0, 2.0)] * 5
    low, high = interval(few)
    narrow_low, narrow_high = interval(few * 20)
    assert low < 1 / 3 < high
    assert narrow_high - narrow_low < (high - low) / 3
    assert interval(few) == (low, high)
    with pytest.raises(ValueError, match="nothing"):
        interval([])


def test_bags_come_back_least(database):
    rates = {name: (low, high) for name, _, _, low, high in return_rates(database)}
    assert rates["bags"][1] < min(low for name, (low, _) in rates.items() if name != "bags")
