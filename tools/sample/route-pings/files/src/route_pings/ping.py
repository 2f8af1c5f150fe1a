"""One ping as a van's phone sends it, and the window of pings a speed is computed from."""

import json
import math
from collections import deque
from dataclasses import dataclass

EARTH_METRES = 6_371_000


class BadPing(ValueError):
    """A line that is not a ping; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Ping:
    van: str
    at: float
    latitude: float
    longitude: float


def parse(line: str) -> Ping:
    """Read one JSON line: `{"van": "v7", "at": 1740000000, "lat": 45.65, "lon": 13.77}`."""
    try:
        entry = json.loads(line)
        ping = Ping(
            str(entry["van"]), float(entry["at"]), float(entry["lat"]), float(entry["lon"])
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BadPing(f"not a ping: {error!r}") from error
    # NaN compares false with everything, so these two lines refuse it too.
    if not (-90 <= ping.latitude <= 90 and -180 <= ping.longitude <= 180):
        raise BadPing(f"no such place: {ping.latitude}, {ping.longitude}")
    if not math.isfinite(ping.at):
        raise BadPing("no such time")
    return ping


def metres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) pairs."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (a, b))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_METRES * math.asin(math.sqrt(half))


class Window:
    """The pings of the last `seconds`, oldest first. Late pings are dropped, phones resend."""

    def __init__(self, seconds: float = 300) -> None:
        self.seconds = seconds
        self.pings: deque[Ping] = deque()

    def add(self, ping: Ping) -> bool:
        """False if the ping is not newer than the last one."""
        if self.pings and ping.at <= self.pings[-1].at:
            return False
        self.pings.append(ping)
        while ping.at - self.pings[0].at > self.seconds:
            self.pings.popleft()
        return True

    def speed(self) -> float | None:
        """Metres a second over the window; None until two pings are 30 seconds apart."""
        if not self.pings or self.pings[-1].at - self.pings[0].at < 30:
            return None
        steps = list(self.pings)
        travelled = sum(
            metres((a.latitude, a.longitude), (b.latitude, b.longitude))
            for a, b in zip(steps, steps[1:], strict=False)
        )
        return travelled / (steps[-1].at - steps[0].at)
