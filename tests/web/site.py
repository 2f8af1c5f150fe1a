"""Web servers on loopback that behave as badly as a test asks for, over real sockets and real TLS."""

from __future__ import annotations

import datetime
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from pathlib import Path

import trustme

from folio.web.addresses import Ip

PATIENCE = 30.0
"""Seconds after which a server gives up on a test that has failed."""


@dataclass(slots=True)
class Visit:
    """One request, and the connection it came by."""

    path: str
    headers: dict[str, str]
    connection: socket.socket
    closing: threading.Event

    @property
    def host(self) -> str:
        return self.headers["host"].partition(":")[0]

    def send(self, content: bytes) -> None:
        self.connection.sendall(content)

    def drip(self, content: bytes, pause: float = 0.02) -> None:
        """Sends byte after byte until nobody listens any more."""
        for index in range(len(content)):
            self.send(content[index : index + 1])
            if self.closing.wait(pause):
                return

    def say_nothing(self) -> None:
        """Until the other side gives up."""
        self.connection.settimeout(PATIENCE)
        with suppress(OSError):
            self.connection.recv(1)

    def reset(self) -> None:
        """Closing with a linger of zero seconds sends RST instead of a farewell."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


Page = bytes | Callable[[Visit], bytes | None]


def page(body: str | bytes = "", *headers: str, status: int = 200, kind: str = "text/html; charset=utf-8") -> bytes:
    """A whole answer."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", f"Content-Length: {len(content)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


def to(location: str, status: int = 302) -> bytes:
    """A redirect."""
    return page("", f"Location: {location}", status=status)


@dataclass(slots=True)
class Site:
    """What stands where (paths, or hosts and paths), and who asked for what."""

    address: str
    port: int
    pages: dict[str, Page | list[Page]] = field(default_factory=dict)
    """A list is answered one after the other, its last one for ever."""
    journal: list[Visit] = field(default_factory=list)
    connections: int = 0
    under_way: Counter[str] = field(default_factory=Counter)
    at_once: Counter[str] = field(default_factory=Counter)
    """Most requests of one host that were under way at the same moment; of all hosts by the name ``."""

    def url(self, path: str = "/", host: str = "") -> str:
        name = host or self.address
        return f"http://{name}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [visit.path for visit in self.journal]

    def _page(self, visit: Visit) -> Page:
        found = self.pages.get(visit.host + visit.path, self.pages.get(visit.path, page("nothing here", status=404)))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@contextmanager
def a_site(address: str = "127.0.0.1", tls: ssl.SSLContext | None = None, *, stalled: bool = False) -> Iterator[Site]:
    """A site on a free port while the block runs; `stalled` takes connections and says nothing at all."""
    listening = socket.create_server((address, 0), backlog=512)
    listening.settimeout(0.05)
    site = Site(address, listening.getsockname()[1])
    closing = threading.Event()
    lock = threading.Lock()

    def serve(connection: socket.socket) -> None:
        connection.settimeout(PATIENCE)
        with connection, suppress(OSError):
            if stalled:
                closing.wait(PATIENCE)
                return
            if tls:
                with tls.wrap_socket(connection, server_side=True) as secured:
                    talk(secured)
            else:
                talk(connection)

    def talk(connection: socket.socket) -> None:
        raw = b""
        while b"\r\n\r\n" not in raw:
            chunk = connection.recv(65536)
            if not chunk:
                return
            raw += chunk
            if not raw[:1].isalpha():
                return connection.sendall(page("what?", status=400))
        request, *lines = raw.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in lines}
        visit = Visit(request.split()[1], headers, connection, closing)
        counted = ("", visit.host)
        with lock:
            site.journal.append(visit)
            found = site._page(visit)
            for name in counted:
                site.under_way[name] += 1
                site.at_once[name] = max(site.at_once[name], site.under_way[name])
        try:
            answer = found if isinstance(found, bytes) else found(visit)
        finally:
            with lock:
                site.under_way.subtract(counted)  # before the last byte: what follows may come at once
        if answer:
            connection.sendall(answer)

    def listen() -> None:
        while not closing.is_set():
            with suppress(TimeoutError):
                connection, _ = listening.accept()
                site.connections += 1
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        closing.set()
        thread.join()
        listening.close()


def only_loopback(address: Ip) -> bool:
    """127.0.0.1 stands for the open internet; 127.0.0.2 is the neighbour that nobody may reach."""
    return address == IPv4Address("127.0.0.1")


def leads_to(*addresses: str) -> Callable[[str], Sequence[str]]:
    """Names that lead to the first address, then to the second, and so on; the last one stays."""
    left = list(addresses)

    def resolve(host: str) -> Sequence[str]:
        return [left.pop(0) if len(left) > 1 else left[0]]

    return resolve


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs certificates, and the file to trust them by."""

    ca: trustme.CA
    file: Path

    def certified(self, *names: str, days: tuple[int, int] = (-1, 30)) -> ssl.SSLContext:
        """For a server with these names, from and to so many days from now."""
        now = datetime.datetime.now(datetime.UTC)
        first, last = (now + datetime.timedelta(days=day) for day in days)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(*names, not_before=first, not_after=last).configure_cert(context)
        return context


def an_authority(folder: Path) -> Authority:
    ca = trustme.CA()
    file = folder / "authority.pem"
    ca.cert_pem.write_to_path(file)
    return Authority(ca, file)
