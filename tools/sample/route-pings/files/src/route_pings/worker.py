"""Workers that turn pings into warnings.

Pings of one van must be handled in order, pings of different vans need not wait for each other:
each van is tied to one worker's queue. A full queue makes the reader wait, it eats no memory.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from zlib import crc32

from route_pings.ping import BadPing, Ping, Window, parse
from route_pings.plan import GRACE_SECONDS, Estimate, Plan
from route_pings.roads import NoRoute, Roads

USUAL_SPEED = 7.0  # metres a second in town; what the map's driving times assume
QUEUE_LENGTH = 200


@dataclass
class Counts:
    pings: int = 0
    bad: int = 0
    stale: int = 0
    unknown_van: int = 0
    no_route: int = 0
    warnings: int = 0


@dataclass
class Dispatcher:
    roads: Roads
    plans: dict[str, Plan]
    warn: Callable[[Estimate], None]
    workers: int = 4
    counts: Counts = field(default_factory=Counts)
    windows: dict[str, Window] = field(default_factory=dict)
    warned: set[tuple[str, str]] = field(default_factory=set)

    async def run(self, lines: AsyncIterator[str]) -> Counts:
        """Read until the lines end, handle everything that was read, return what was counted."""
        queues: list[asyncio.Queue[Ping | None]] = [
            asyncio.Queue(QUEUE_LENGTH) for _ in range(self.workers)
        ]
        async with asyncio.TaskGroup() as group:
            for queue in queues:
                group.create_task(self._work(queue))
            async for line in lines:
                try:
                    ping = parse(line)
                except BadPing:
                    self.counts.bad += 1
                    continue
                await queues[crc32(ping.van.encode()) % self.workers].put(ping)
            for queue in queues:
                await queue.put(None)
        return self.counts

    async def _work(self, queue: asyncio.Queue[Ping | None]) -> None:
        while (ping := await queue.get()) is not None:
            self.handle(ping)

    def handle(self, ping: Ping) -> None:
        """Update the van's window and plan, and warn once for each stop that will be late."""
        self.counts.pings += 1
        plan = self.plans.get(ping.van)
        if plan is None:
            self.counts.unknown_van += 1
            return
        window = self.windows.setdefault(ping.van, Window())
        if not window.add(ping):
            self.counts.stale += 1
            return
        junction = self.roads.nearest((ping.latitude, ping.longitude))
        speed = window.speed()
        # Only a van that stands still is at a stop; one that drives past is not.
        if speed is not None and speed < 1:
            plan.reached(junction)
        # Between half and three times the map's pace: a red light is no reason to call everyone.
        slowness = 1.0 if not speed else min(3.0, max(0.5, USUAL_SPEED / speed))
        try:
            estimates = plan.estimates(self.roads, junction, ping.at, slowness)
        except NoRoute:
            self.counts.no_route += 1
            return
        for estimate in estimates:
            key = (ping.van, estimate.stop.customer)
            if estimate.late_seconds > GRACE_SECONDS and key not in self.warned:
                self.warned.add(key)
                self.counts.warnings += 1
                self.warn(estimate)
