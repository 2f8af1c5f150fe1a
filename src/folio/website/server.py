"""The site at a local address while it is edited: always whole, from memory, and made again when something changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn

from folio.errors import FolioError
from folio.website.shown import LONGEST_WAIT, Made, Shown
from folio.website.watching import Stamp, snapshot

PAUSE = 0.05
"""Seconds between two looks at the files; more where looking takes long."""
SETTLED = 0.02
"""Seconds in which nothing may change before a change counts as whole: editors write in several steps."""
AT_HOME = frozenset({"", "localhost", "127.0.0.1", "::1"})
"""This machine's names for itself. A page elsewhere whose name was turned to this machine must not read drafts."""


def serve(
    make: Callable[[], Made],
    *,
    watch: Sequence[Path],
    tell: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
) -> None:
    """Serve what `make()` gives until interrupted; make it anew and reload browsers when something in `watch` changes.

    `tell` gets one line for the person at a time: the address, once it can be opened, and every problem. The last good
    site stays up. Raises FolioError when the port is taken, or the site can't be made the first time.
    """
    shown = Shown()
    server = _bound(host, port, shown)
    try:
        before = snapshot(watch)
        shown.show(make())
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.2}, daemon=True).start()
        tell(f"serving on http://{host}:{server.server_address[1]}{shown.made.below}; stop with Ctrl+C")
        while True:
            before = _next(before, watch)
            began = time.monotonic()
            try:
                shown.show(make())
                tell(f"made again in {time.monotonic() - began:.1f} s")
            except FolioError as error:
                tell(str(error))
                shown.problem(str(error))
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


def _next(before: tuple[Stamp, ...], watch: Sequence[Path]) -> tuple[Stamp, ...]:
    """Waits until the files are others than `before` and settled, and returns what stands for them."""
    while True:
        began = time.monotonic()
        now = snapshot(watch)
        if now != before:
            while True:
                time.sleep(SETTLED)
                if (later := snapshot(watch)) == now:
                    return now
                now = later
        time.sleep(max(PAUSE, 5 * (time.monotonic() - began)))


class _Server(ThreadingMixIn, TCPServer):
    """Not http.server's own, which asks the network for this machine's name before it serves."""

    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away is no news."""


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0].lower()


def _bound(host: str, port: int, shown: Shown) -> _Server:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 2 * LONGEST_WAIT

        def do_GET(self) -> None:
            if _name(self.headers.get("Host", "")) not in {*AT_HOME, host}:
                self.send_error(403, "Ask for it by the address that folio said")
                return
            answer = shown.answer(self.path)
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(answer.content)

        do_HEAD = do_GET

        def log_message(self, format: str, *arguments: object) -> None:
            """The terminal is for problems."""

    try:
        return _Server((host, port), Handler)
    except OSError as error:
        why = error.strerror or str(error)
        raise FolioError(f"{host}:{port} can't be served on: {why.lower()}; choose another --port") from None
