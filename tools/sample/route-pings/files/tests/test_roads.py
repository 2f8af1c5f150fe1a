import random
from itertools import product
from pathlib import Path

import pytest

from route_pings.roads import NoRoute, Roads, load

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_quickest_way_is_not_the_one_with_fewest_junctions():
    places = dict.fromkeys("abcd", (0.0, 0.0))
    roads = Roads(places, [("a", "d", 10), ("a", "b", 2), ("b", "c", 3), ("c", "d", 4)])
    assert roads.quickest("a", "d") == (9, ("a", "b", "c", "d"))
    assert roads.quickest("a", "a") == (0, ("a",))


def test_one_way_streets():
    roads = Roads({"a": (0, 0), "b": (0, 1)}, [("a", "b", 5)])
    with pytest.raises(NoRoute, match="no way from b to a"):
        roads.quickest("b", "a")


@pytest.mark.parametrize("edge", [("a", "x", 1.0), ("x", "a", 1.0), ("a", "a", -1.0)])
def test_impossible_edges_are_refused(edge):
    with pytest.raises(ValueError):
        Roads({"a": (0, 0)}, [edge])


def test_dijkstra_agrees_with_floyd_and_warshall():
    rng = random.Random(11)
    names = [str(n) for n in range(14)]
    edges = [(a, b, rng.randint(1, 60)) for a, b in product(names, names) if rng.random() < 0.2]
    roads = Roads(dict.fromkeys(names, (0.0, 0.0)), edges)
    best = {(a, b): 0 if a == b else float("inf") for a, b in product(names, names)}
    for a, b, seconds in edges:
        best[a, b] = min(best[a, b], seconds)
    for via, a, b in product(names, names, names):
        best[a, b] = min(best[a, b], best[a, via] + best[via, b])
    for (a, b), seconds in best.items():
        if seconds == float("inf"):
            with pytest.raises(NoRoute):
                roads.quickest(a, b)
        else:
            found, way = roads.quickest(a, b)
            assert found == seconds
            assert (way[0], way[-1]) == (a, b)


def test_the_example_map():
    roads = load(EXAMPLES / "junctions.csv", EXAMPLES / "edges.csv")
    assert roads.nearest((45.6480, 13.7661)) == "cavana"
    assert roads.quickest("depot", "barcola")[0] == 420 + 240 + 200 + 180 + 240
