"""A van's day: its stops in order, and what an arrival means against the promised windows."""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from route_pings.roads import Roads

GRACE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Stop:
    customer: str
    junction: str
    promised: float  # end of the window the customer was told, seconds since the epoch
    minutes: float = 4.0  # at the door


@dataclass(frozen=True, slots=True)
class Estimate:
    van: str
    stop: Stop
    arrival: float

    @property
    def late_seconds(self) -> float:
        return max(0.0, self.arrival - self.stop.promised)


class Plan:
    """Stops of one van, sorted by promise, with the ones already made taken off the front."""

    def __init__(self, van: str, stops: list[Stop]) -> None:
        self.van = van
        self.stops = sorted(stops, key=lambda stop: stop.promised)
        self.done = 0

    def remaining(self) -> list[Stop]:
        return self.stops[self.done :]

    def due_by(self, moment: float) -> list[Stop]:
        """Stops not made yet whose promise ends at or before `moment`."""
        end = bisect_right(self.stops, moment, key=lambda stop: stop.promised)
        return self.stops[self.done : max(end, self.done)]

    def first_due_from(self, moment: float) -> Stop | None:
        at = bisect_left(self.stops, moment, lo=self.done, key=lambda stop: stop.promised)
        return self.stops[at] if at < len(self.stops) else None

    def reached(self, junction: str) -> bool:
        """Take the next stop off if the van stands at its junction."""
        if self.done < len(self.stops) and self.stops[self.done].junction == junction:
            self.done += 1
            return True
        return False

    def estimates(
        self, roads: Roads, junction: str, now: float, slowness: float
    ) -> list[Estimate]:
        """Arrivals at all remaining stops; `slowness` stretches the map's driving times."""
        found, moment, here = [], now, junction
        for stop in self.remaining():
            seconds, _ = roads.quickest(here, stop.junction)
            moment += seconds * slowness
            found.append(Estimate(self.van, stop, moment))
            moment += stop.minutes * 60
            here = stop.junction
        return found


def load(path: Path) -> dict[str, Plan]:
    """A JSON list of `{"van", "customer", "junction", "promised"}` objects."""
    stops: defaultdict[str, list[Stop]] = defaultdict(list)
    for entry in json.loads(path.read_text(encoding="utf-8")):
        van = entry.pop("van")
        stops[van].append(Stop(**entry))
    return {van: Plan(van, rows) for van, rows in stops.items()}
