"""`watch` reads pings from standard input and warns; `route` prints the quickest way."""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from route_pings import plan, roads
from route_pings.plan import Estimate
from route_pings.worker import Dispatcher


async def read_lines(stream: TextIO) -> AsyncIterator[str]:
    """Lines of a blocking stream, read in a thread so that the workers go on meanwhile."""
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as reader:
        while line := await loop.run_in_executor(reader, stream.readline):
            if line.strip():
                yield line


def print_warning(estimate: Estimate) -> None:
    warning = {
        "van": estimate.van,
        "customer": estimate.stop.customer,
        "late_minutes": round(estimate.late_seconds / 60),
    }
    print(json.dumps(warning), flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    arguments = argparse.ArgumentParser(prog="route-pings", description=__doc__)
    arguments.add_argument("--map", type=Path, required=True, help="folder of the two road files")
    commands = arguments.add_subparsers(dest="command", required=True)
    watch = commands.add_parser("watch", help="warn about late stops")
    watch.add_argument("--plan", type=Path, required=True, help="today's stops, JSON")
    watch.add_argument("--workers", type=int, default=4)
    route = commands.add_parser("route", help="print the quickest way")
    route.add_argument("start")
    route.add_argument("end")
    options = arguments.parse_args(argv)
    try:
        town = roads.load(options.map / "junctions.csv", options.map / "edges.csv")
        if options.command == "route":
            seconds, way = town.quickest(options.start, options.end)
            print(f"{seconds / 60:.1f} min: {' - '.join(way)}")
            return 0
        dispatcher = Dispatcher(town, plan.load(options.plan), print_warning, options.workers)
        counts = asyncio.run(dispatcher.run(read_lines(sys.stdin)))
    except (OSError, KeyError, ValueError, TypeError, roads.NoRoute) as error:
        print(f"route-pings: {error}", file=sys.stderr)
        return 2
    print(json.dumps(asdict(counts)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
