"""Times the visiting of 500 links on 100 hosts that take 100 ms each, without and with TLS, and with a host that hangs.

    python benchmarks/links.py [--links 500] [--hosts 100] [--milliseconds 100] [--rounds 3] [--write]

The hosts are names that lead to one server on 127.0.0.1, in a process of its own; a host is asked for one thing at a
time, so that links / hosts * milliseconds is the least that it can take. `--write` keeps the figures in
benchmarks/links.md.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import platform
import ssl
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from ipaddress import IPv4Address
from multiprocessing.connection import Connection
from pathlib import Path

import trustme

from folio.evidence.access import Access, Subject, Task
from folio.evidence.sources import links
from folio.web.client import Web
from folio.web.model import Answer, Bounds, Wanted
from folio.web.page import page_facts

ROOT = Path(__file__).resolve().parents[1]
BODY = b"<!DOCTYPE html><title>Loom</title>" + b"<p>A loom that weaves by cards. <a href=/x>more</a>" * 400
LOOP = IPv4Address("127.0.0.1")
HANGS = "host-0.shop.test"
SECONDS = 2.0
"""A try, where one host hangs."""
LARGEST = 2 * 1024 * 1024
HOSTILE = {
    "nested elements": "<div>",
    "formatting that is never closed": "<p><b>",
    "list items": "<li>",
    "less than": "<",
    "end tags that close nothing": "<div>" * 480 + "</p>" * LARGEST,
    "attributes": "<div " + " ".join(f"a{number}" for number in range(300_000)),
}


@dataclass(frozen=True)
class Figure:
    what: str
    measured: str
    promised: str = ""


def serve(ready: Connection, certificate: Path | None, pause: float) -> None:
    """Answers every request with the same page after the pause; a host that hangs gets none."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if HANGS.encode() in head and b"/hang" in head:
                await asyncio.sleep(3600)
            await asyncio.sleep(pause)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def main() -> None:
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        server = await asyncio.start_server(answer, str(LOOP), 0, ssl=context, backlog=512)
        ready.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


@contextmanager
def a_server(certificate: Path | None, pause: float) -> Iterator[int]:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(theirs, certificate, pause), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


@contextmanager
def a_web(authority: Path | None = None, seconds: float = 10.0) -> Iterator[Web]:
    with Web(
        may_reach=lambda address: address == LOOP,
        resolver=lambda host: [str(LOOP)],
        authority=authority,
        bounds=Bounds(seconds=seconds),
    ) as web:
        yield web


def timed(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median of the wall and of the CPU seconds of this process."""
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return statistics.median(walls), statistics.median(cpus)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=500)
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--milliseconds", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    pause = chosen.milliseconds / 1000
    least = chosen.links / chosen.hosts * pause
    what = f"{chosen.links} links of {chosen.hosts} hosts, {chosen.milliseconds} ms each"
    figures = [Figure(f"{what}: the least, wall s", f"{least:.2f}")]

    def addresses(port: int, scheme: str = "http") -> list[str]:
        return [f"{scheme}://host-{n % chosen.hosts}.shop.test:{port}/{n // chosen.hosts}" for n in range(chosen.links)]

    def fetched(port: int, scheme: str, authority: Path | None) -> None:
        with a_web(authority) as web:
            outcomes = web.fetch([Wanted(url) for url in addresses(port, scheme)])
        assert all(isinstance(one, Answer) for one in outcomes), next(x for x in outcomes if not isinstance(x, Answer))

    def looked(port: int) -> None:
        with a_web() as web, tempfile.TemporaryDirectory() as folder:
            access = Access(Path(folder), date(2026, 11, 22), offline=False, web=web)
            tasks = [Task(Subject(f"project:p{n}", url)) for n, url in enumerate(addresses(port))]
            assert all(one.seen for one in links.observe(tasks, access))

    def with_a_hanging_host(port: int) -> tuple[float, float]:
        others: list[float] = []
        wanted = [Wanted(url) for url in addresses(port)]
        wanted += [Wanted(f"http://{HANGS}:{port}/hang-{n}") for n in range(5)]
        begun = time.perf_counter()
        with a_web(seconds=SECONDS) as web:
            for _, outcome in web.each(wanted):
                if isinstance(outcome, Answer):
                    others.append(time.perf_counter() - begun)
        return max(others), time.perf_counter() - begun

    with tempfile.TemporaryDirectory() as folder:
        authority = trustme.CA()
        trusted, certificate = Path(folder) / "authority.pem", Path(folder) / "server.pem"
        authority.cert_pem.write_to_path(trusted)
        authority.issue_cert("*.shop.test").private_key_and_cert_chain_pem.write_to_path(certificate)
        with a_server(None, pause) as port:
            wall, cpu = timed(lambda: fetched(port, "http", None), chosen.rounds)
            figures.append(Figure(f"{what}: fetched, wall s", f"{wall:.2f}", "15"))
            figures.append(Figure("the same: CPU s", f"{cpu:.2f}"))
            wall, cpu = timed(lambda: looked(port), chosen.rounds)
            figures.append(Figure("the same, pages read and judged: wall s", f"{wall:.2f}", "15"))
            figures.append(Figure("the same: CPU s", f"{cpu:.2f}"))
            others, whole = with_a_hanging_host(port)
            figures.append(
                Figure(f"5 more on a host that hangs ({SECONDS:g} s a try): others, wall s", f"{others:.2f}", "15")
            )
            figures.append(Figure("the same: the one that hangs too, wall s", f"{whole:.2f}"))
        with a_server(certificate, pause) as port:
            wall, cpu = timed(lambda: fetched(port, "https", trusted), chosen.rounds)
            figures.append(Figure(f"{what}, by TLS: fetched, wall s", f"{wall:.2f}", "15"))
            figures.append(Figure("the same: CPU s", f"{cpu:.2f}"))
    for name, piece in HOSTILE.items():
        html = (piece * (LARGEST // len(piece) + 1))[:LARGEST]
        _, cpu = timed(lambda html=html: page_facts(html, "https://shop.test/"), 1)  # type: ignore[misc]
        figures.append(Figure(f"reading 2 MiB of {name}: CPU s", f"{cpu:.2f}"))
    table = "\n".join(f"| {one.what} | {one.measured} | {one.promised} |" for one in figures)
    print(table)
    if chosen.write:
        machine = f"{platform.system()} {platform.machine()}, {multiprocessing.cpu_count()} cores"
        told = f"{machine}, Python {platform.python_version()}"
        text = (
            "# Visiting links\n\nMade by `python benchmarks/links.py`; the hosts are names of one on loopback.\n\n"
            f"| what | measured | promised at most |\n|---|--:|--:|\n{table}\n\n"
            f"Median of {chosen.rounds} rounds on {datetime.now(UTC):%Y-%m-%d}; {told}.\n"
        )
        (ROOT / "benchmarks" / "links.md").write_text(text, encoding="utf-8")
    late = [one for one in figures if one.promised and float(one.measured) > float(one.promised)]
    for one in late:
        print(f"slower than promised: {one.what}", file=sys.stderr)
    return bool(late)


if __name__ == "__main__":
    sys.exit(main())
