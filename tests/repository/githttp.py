"""A git host on the loopback: the real `git http-backend` behind https, and some ways in which hosts misbehave.

What a host does is told by the first part of the path: `/plain/shop.git`, `/moved/shop.git`, `/locked/shop.git`,
`/slow/shop.git`, `/busy/shop.git`, `/gone/shop.git`, `/broken/shop.git`.
"""

from __future__ import annotations

import gzip
import os
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import trustme

GENEROUS = {"uploadpack.allowFilter": "true", "uploadpack.allowAnySHA1InWant": "true"}


@dataclass
class Host:
    """A host that is running, and what it was asked."""

    port: int
    authority: Path
    """The certificate that it is trusted by."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)
    """What it was told to be let in."""
    closing: threading.Event = field(default_factory=threading.Event)

    def address(self, name: str = "shop.git", *, manner: str = "plain", host: str = "localhost") -> str:
        return f"https://{host}:{self.port}/{manner}/{name}"

    @property
    def packs(self) -> int:
        """How often it was asked for objects or a list of references, beyond the greeting."""
        return sum(method == "POST" for method, _ in self.asked)


@contextmanager
def hosting(root: Path, state: Path, *, settings: dict[str, str] | None = None, version: int = 2) -> Iterator[Host]:
    """Serves the bare repositories below `root`; `state` is for its certificate."""
    authority, state_file = trustme.CA(), state / "authority.pem"
    authority.cert_pem.write_to_path(str(state_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1", "shop.test").configure_cert(context)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host.asked.append((self.command, self.path))
            if given := self.headers.get("Authorization"):
                host.passwords.append(given)
            manner, _, path = self.path.lstrip("/").partition("/")
            try:
                getattr(self, f"_{manner}")(f"/{path}")
            except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
                self.close_connection = True

        do_POST = do_GET

        def log_message(self, *arguments: object) -> None:
            pass

        def _moved(self, path: str) -> None:
            self._say(301, ("Location", f"/plain{path}"))

        def _locked(self, path: str) -> None:
            self._say(401, ("WWW-Authenticate", 'Basic realm="git"'))

        def _busy(self, path: str) -> None:
            self._say(429)

        def _gone(self, path: str) -> None:
            self._say(404)

        def _broken(self, path: str) -> None:
            self.close_connection = True

        def _slow(self, path: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/x-git-upload-pack-advertisement")
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            while not host.closing.wait(0.05):
                self.wfile.write(b"0")

        def _say(self, status: int, *headers: tuple[str, str]) -> None:
            self.send_response(status)
            for name, value in (*headers, ("Content-Length", "0")):
                self.send_header(name, value)
            self.end_headers()

        def _plain(self, path: str) -> None:
            asked = urlsplit(path)
            body = self._body()
            done = subprocess.run(
                ["git", "http-backend"],
                input=body,
                capture_output=True,
                check=True,
                env=backend
                | {
                    "REQUEST_METHOD": self.command,
                    "PATH_INFO": asked.path,
                    "QUERY_STRING": asked.query,
                    "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                    "CONTENT_LENGTH": str(len(body)),
                    "GIT_PROTOCOL": self.headers.get("Git-Protocol", "") if version == 2 else "",
                    "REMOTE_ADDR": "127.0.0.1",
                    "SERVER_PROTOCOL": "HTTP/1.1",
                },
            )
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            headers = dict(line.split(": ", 1) for line in head.decode("ascii").split("\r\n"))
            self.send_response(int(headers.pop("Status", "200").split()[0]))
            for name, value in (headers | {"Content-Length": str(len(content))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") == "chunked":
                body = b""
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
            else:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            return gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # clients that do not trust it go away

    given = {"safe.directory": "*"} | (GENEROUS if settings is None else settings)
    backend = {
        "PATH": os.environ["PATH"],
        "GIT_PROJECT_ROOT": str(root),
        "GIT_HTTP_EXPORT_ALL": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_COUNT": str(len(given)),
    }
    for number, (name, value) in enumerate(given.items()):
        backend |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    with Server(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        host = Host(server.server_port, state_file)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield host
        finally:
            host.closing.set()
            server.shutdown()
            thread.join()
