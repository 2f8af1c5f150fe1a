"""The road graph: junctions, driving seconds between them, and the quickest way."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from heapq import heappop, heappush
from pathlib import Path

from route_pings.ping import metres

Place = tuple[float, float]


class NoRoute(Exception):
    """There is no way from one junction to the other."""


class Roads:
    """A directed graph with driving times. Immutable once built, so routes can be remembered."""

    def __init__(
        self, junctions: dict[str, Place], edges: Iterable[tuple[str, str, float]]
    ) -> None:
        self.junctions = junctions
        self.neighbours: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for start, end, seconds in edges:
            if seconds < 0:
                raise ValueError(f"{start} to {end} takes {seconds} s")
            for junction in (start, end):
                if junction not in junctions:
                    raise ValueError(f"unknown junction {junction!r}")
            self.neighbours[start].append((end, seconds))
        self.quickest = lru_cache(maxsize=4096)(self._quickest)

    def nearest(self, place: Place) -> str:
        return min(self.junctions, key=lambda name: metres(place, self.junctions[name]))

    def _quickest(self, start: str, end: str) -> tuple[float, tuple[str, ...]]:
        """Dijkstra: seconds and the junctions on the way, both ends included."""
        best = {start: 0.0}
        came_from: dict[str, str] = {}
        waiting = [(0.0, start)]
        while waiting:
            seconds, junction = heappop(waiting)
            if junction == end:
                way = [end]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return seconds, tuple(reversed(way))
            if seconds > best[junction]:
                continue  # an older, slower entry for a junction already settled
            for following, extra in self.neighbours[junction]:
                arrival = seconds + extra
                if arrival < best.get(following, float("inf")):
                    best[following] = arrival
                    came_from[following] = junction
                    heappush(waiting, (arrival, following))
        raise NoRoute(f"no way from {start} to {end}")


def load(junctions: Path, edges: Path) -> Roads:
    """Two CSV files: `name,lat,lon` and `from,to,seconds`."""
    with junctions.open(newline="") as lines:
        places = {
            row["name"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(lines)
        }
    with edges.open(newline="") as lines:
        rows = [(row["from"], row["to"], float(row["seconds"])) for row in csv.DictReader(lines)]
    return Roads(places, rows)
