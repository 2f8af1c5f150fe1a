import asyncio
import io
import json
from pathlib import Path

import pytest

from route_pings import cli, plan
from route_pings.ping import Ping
from route_pings.plan import Plan, Stop
from route_pings.roads import Roads
from route_pings.worker import Dispatcher

EXAMPLES = Path(__file__).parent.parent / "examples"
PLACES = {"depot": (45.0, 13.0), "shop": (45.02, 13.0), "bar": (45.04, 13.0)}
ROADS = Roads(PLACES, [("depot", "shop", 300), ("shop", "bar", 300)])


def stops(shop_by: float, bar_by: float) -> list[Stop]:
    return [Stop("Bar", "bar", bar_by), Stop("Shop", "shop", shop_by)]


def test_a_plan_is_in_order_of_promise():
    van = Plan("v", stops(1000, 2000))
    assert [stop.customer for stop in van.remaining()] == ["Shop", "Bar"]
    assert van.due_by(999) == []
    assert [stop.customer for stop in van.due_by(1000)] == ["Shop"]
    assert van.first_due_from(1001).customer == "Bar"
    assert van.first_due_from(2001) is None


def test_a_stop_is_made_once_and_only_in_order():
    van = Plan("v", stops(1000, 2000))
    assert not van.reached("bar")
    assert van.reached("shop")
    assert not van.reached("shop")
    assert van.due_by(1500) == []
    assert van.reached("bar")
    assert van.remaining() == []


def test_estimates_add_driving_and_door_time():
    shop, bar = Plan("v", stops(1000, 2000)).estimates(ROADS, "depot", 0, 1.0)
    assert shop.arrival == 300
    assert bar.arrival == 300 + 240 + 300
    slow = Plan("v", stops(1000, 2000)).estimates(ROADS, "depot", 0, 2.0)
    assert slow[1].arrival == 600 + 240 + 600


def dispatch(shop_by: float, bar_by: float, pings: list[Ping]):
    warnings = []
    dispatcher = Dispatcher(ROADS, {"v": Plan("v", stops(shop_by, bar_by))}, warnings.append)
    for ping in pings:
        dispatcher.handle(ping)
    return dispatcher, [(estimate.stop.customer, estimate.late_seconds) for estimate in warnings]


def test_in_time_is_silent_and_late_is_said_once():
    still = [Ping("v", at, 45.0, 13.0) for at in (0, 10, 20)]
    assert dispatch(1000, 2000, still)[1] == []
    assert dispatch(100, 400, still)[1] == [("Bar", 440)]


def test_five_minutes_late_are_forgiven():
    assert dispatch(100, 540, [Ping("v", 0, 45.0, 13.0)])[1] == []
    assert [name for name, _ in dispatch(100, 539, [Ping("v", 0, 45.0, 13.0)])[1]] == ["Bar"]


def test_a_van_that_stands_at_the_door_has_made_the_stop():
    standing = [Ping("v", at, 45.02, 13.0) for at in (0, 40)]
    dispatcher, _ = dispatch(1000, 2000, standing)
    assert [stop.customer for stop in dispatcher.plans["v"].remaining()] == ["Bar"]
    passing = [Ping("v", 0, 45.017, 13.0), Ping("v", 40, 45.02, 13.0)]
    dispatcher, _ = dispatch(1000, 2000, passing)
    assert len(dispatcher.plans["v"].remaining()) == 2


def test_a_crawling_van_is_late_earlier():
    crawling = [Ping("v", 0, 45.0, 13.0), Ping("v", 60, 45.001, 13.0)]
    assert dispatch(900, 1000, crawling[:1])[1] == []
    assert [name for name, _ in dispatch(900, 1000, crawling)[1]] == ["Bar"]


def test_everything_read_is_handled_and_counted():
    async def lines():
        for n in range(1000):
            yield json.dumps({"van": "v" if n % 2 else "w", "at": n, "lat": 45.0, "lon": 13.0})
        yield "rubbish"
        yield json.dumps({"van": "v", "at": 3, "lat": 45.0, "lon": 13.0})

    dispatcher = Dispatcher(ROADS, {"v": Plan("v", stops(1e6, 2e6))}, lambda estimate: None)
    counts = asyncio.run(dispatcher.run(lines()))
    assert (counts.pings, counts.bad, counts.stale, counts.unknown_van) == (1001, 1, 1, 500)


def test_a_van_with_no_way_is_counted():
    dispatcher, warnings = dispatch(1000, 2000, [Ping("v", 0, 45.04, 13.0)])
    assert dispatcher.counts.no_route == 1
    assert warnings == []


def test_the_example_day(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO((EXAMPLES / "pings.jsonl").read_text()))
    status = cli.main(["--map", str(EXAMPLES), "watch", "--plan", str(EXAMPLES / "plan.json")])
    printed = capsys.readouterr()
    assert status == 0
    assert json.loads(printed.out) == {
        "van": "v2",
        "customer": "Mensa Barcola",
        "late_minutes": 8,
    }
    assert json.loads(printed.err)["pings"] == 5


def test_the_route_command_and_a_wrong_name(capsys):
    assert cli.main(["--map", str(EXAMPLES), "route", "depot", "cavana"]) == 0
    assert capsys.readouterr().out == "14.5 min: depot - rozzol - barriera - cavana\n"
    assert cli.main(["--map", str(EXAMPLES), "route", "depot", "atlantis"]) == 2
    assert "no way from depot to atlantis" in capsys.readouterr().err


def test_plans_are_read_per_van():
    plans = plan.load(EXAMPLES / "plan.json")
    assert set(plans) == {"v1", "v2"}
    assert plans["v1"].stops[0].customer == "Panificio Bora"
