"""The hub's connections, and all that can go wrong on one."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from evidence.hub.hub import Hub
from evidence.hub.replies import RESET, Asked, Reply

NOW = "Sun, 22 Nov 2026 13:20:00 GMT"
"""The hub's own clock, which stands still, three quarters of an hour before its limits begin anew."""


@contextmanager
def a_hub(certificate: ssl.SSLContext | None = None) -> Iterator[Hub]:
    """A hub that answers on a free port of 127.0.0.1 while the block runs; fails when an answer was not GitHub's."""
    lock, under_way = threading.Lock(), [0]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = 65536  # else each answer waits 40 ms for an acknowledgement

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            length = int(headers.get("content-length", 0))
            asked = Asked(self.path, headers, json.loads(self.rfile.read(length)) if length else None)
            with lock:
                under_way[0] += 1
                hub.at_once = max(hub.at_once, under_way[0])
                hub.journal.append(asked)
                try:
                    reply = hub.answer(asked)
                except (LookupError, TypeError, ValueError, AssertionError, StopIteration) as mistake:
                    hub.violations.append(f"the hub itself failed at {asked.path}: {mistake!r}")
                    reply = Reply(500)
            try:
                self.send(reply, "gzip" in headers.get("accept-encoding", ""))
            except OSError:
                self.close_connection = True  # nobody is listening any more
            finally:
                with lock:
                    under_way[0] -= 1

        do_POST = do_GET

        def send(self, reply: Reply, packed: bool) -> None:
            if reply.wait:
                hub.closing.wait(10)
            if reply.wait or reply.reset:
                # Closing with a linger of zero seconds sends RST instead of a farewell.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
                return
            plain = isinstance(reply.body, bytes) or reply.drip or reply.status == 304 or not packed
            content = reply.content if plain else gzip.compress(reply.content, 1)
            headers = {
                "content-type": "application/json; charset=utf-8",
                "content-length": str(len(content)),
                "x-ratelimit-reset": str(RESET),
            } | ({} if plain else {"content-encoding": "gzip"})
            if reply.drip_head:
                self.drip(b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 5000)
                return
            self.send_response(reply.status)
            for name, value in (headers | {name.lower(): value for name, value in reply.headers.items()}).items():
                self.send_header(name, value)
            self.end_headers()
            if reply.drip:
                self.drip(content)
                return
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)
            self.close_connection = reply.cut

        def drip(self, content: bytes) -> None:
            self.close_connection = True
            for index in range(len(content)):
                self.wfile.write(content[index : index + 1])
                self.wfile.flush()
                if hub.closing.wait(0.05):
                    break

        def date_time_string(self, timestamp: float | None = None) -> str:
            return NOW

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    hub = Hub(f"http{'s' if certificate else ''}://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
    assert not hub.violations, hub.violations
