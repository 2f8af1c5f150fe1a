"""A small stand-in for GitHub on loopback: repositories, a journal of what was asked, and faults on demand."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RESET = 1795356300
"""2026-11-22 14:05 UTC."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: any object as JSON, text as it is; `cut` breaks off half-way, `drip` sends it byte by byte, slowly."""

    status: int = 200
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    reset: bool = False
    drip: bool = False
    wait: bool = False
    """Say nothing at all until the hub closes."""

    @property
    def content(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


@dataclass(slots=True)
class Hub:
    """What stands on it, the faults of the next requests in their order, and what was asked so far."""

    address: str
    replies: dict[str, Reply] = field(default_factory=dict)
    faults: list[Reply] = field(default_factory=list)
    journal: list[Asked] = field(default_factory=list)
    token: str | None = None
    """The only token that is let in; without one, anything is."""
    at_once: int = 0
    """Most requests that were under way at the same moment."""
    closing: threading.Event = field(default_factory=threading.Event)

    def add(self, full_name: str, **facts: object) -> None:
        """Puts up a repository."""
        self.replies[f"/repos/{full_name}"] = Reply(body=a_repository(full_name, self.address, **facts))

    def answer(self, asked: Asked) -> Reply:
        """The reply to a request: the next fault, else what stands at its path."""
        if self.faults:
            return self.faults.pop(0)
        given = asked.headers.get("authorization")
        if self.token and given not in (None, f"token {self.token}"):
            return Reply(401, {"message": "Bad credentials", "status": "401"})
        missing = {"message": "Not Found", "documentation_url": "https://docs.github.com/rest", "status": "404"}
        return self.replies.get(asked.path, Reply(404, missing))


def a_repository(full_name: str, address: str, **facts: object) -> dict[str, object]:
    """A repository as GitHub describes one, shortened; the counts are there to be left alone."""
    owner, _, name = full_name.partition("/")
    return {
        "id": 1296269,
        "name": name,
        "full_name": full_name,
        "owner": {"login": owner, "id": 1, "url": f"{address}/users/{owner}", "type": "User"},
        "private": False,
        "html_url": f"{address}/{full_name}",
        "description": "Weaves patterns from punched cards",
        "fork": False,
        "url": f"{address}/repos/{full_name}",
        "created_at": "2024-02-01T09:00:00Z",
        "pushed_at": "2026-10-30T17:12:00Z",
        "homepage": "https://loom.example",
        "size": 108,
        "stargazers_count": 777001,
        "watchers_count": 777002,
        "subscribers_count": 777003,
        "language": "Python",
        "archived": False,
        "disabled": False,
        "topics": ["weaving", "cards"],
        "visibility": "public",
        "default_branch": "main",
    } | facts


@contextmanager
def a_hub() -> Iterator[Hub]:
    """A hub that answers on a free port of 127.0.0.1 while the block runs."""
    lock, under_way = threading.Lock(), [0]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = 65536  # else each answer waits 40 ms for an acknowledgement

        def do_GET(self) -> None:
            asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
            with lock:
                under_way[0] += 1
                hub.at_once = max(hub.at_once, under_way[0])
                hub.journal.append(asked)
                reply = hub.answer(asked)
            try:
                self.send(reply)
            except OSError:
                self.close_connection = True  # nobody is listening any more
            finally:
                with lock:
                    under_way[0] -= 1

        def send(self, reply: Reply) -> None:
            content = reply.content
            if reply.wait:
                hub.closing.wait(10)
            if reply.wait or reply.reset:
                # Closing with a linger of zero seconds sends RST instead of a farewell.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
                return
            self.send_response(reply.status)
            headers = {
                "Content-Type": "application/json; charset=utf-8",
                "Content-Length": str(len(content)),
                "X-RateLimit-Limit": "60",
                "X-RateLimit-Remaining": "59",
                "X-RateLimit-Reset": str(RESET),
            }
            for name, value in (headers | reply.headers).items():
                self.send_header(name, value)
            self.end_headers()
            if reply.drip:
                for index in range(len(content)):
                    self.wfile.write(content[index : index + 1])
                    self.wfile.flush()
                    if hub.closing.wait(0.05):
                        break
                self.close_connection = True
                return
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)
            self.close_connection = reply.cut

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub = Hub(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
