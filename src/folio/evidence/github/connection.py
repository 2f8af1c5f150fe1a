"""The connection that PyGithub is handed in place of its own: bounded in time, size and redirects.

PyGithub's own waits for each read of the socket and not for the answer, takes any size, sleeps while an answer is not
ready, and follows a circle of redirects for a thousand requests.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import zlib
from collections.abc import ItemsView
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from github.Requester import HTTPSRequestsConnectionClass, Requester, RequestsResponse
from requests.adapters import HTTPAdapter
from requests.exceptions import ProxyError, SSLError
from urllib3.exceptions import HTTPError

from folio.evidence.github.trouble import SOON, UNREADABLE, Trouble

READ_SECONDS = 10
TOTAL_SECONDS = 20.0
MAX_BYTES = 8 * 1024 * 1024
MAX_REDIRECTS = 4


class _Read(RequestsResponse):
    """An answer that was read, as PyGithub wants one; without its headers, as PyGithub trips over odd limits."""

    def __init__(self, response: requests.Response, text: str) -> None:
        super().__init__(response)
        self._text = text

    def getheaders(self) -> ItemsView[str, str]:
        return dict[str, str]().items()

    def read(self) -> str:
        return self._text


class Connection(HTTPSRequestsConnectionClass):
    """A connection that keeps to the bounds, or raises Trouble. It speaks to one host and sends its token nowhere else.

    Looking a name up and connecting have the limits of the system and of `READ_SECONDS`; all else ends after `seconds`.
    """

    def __init__(self, api: str, authority: Path | None, seconds: float) -> None:
        parts = urlsplit(api)
        self.host, self.port = parts.hostname or "", parts.port or 443
        self._home = f"{parts.scheme}://{parts.netloc}"
        self.verify = str(authority) if authority else True
        self._seconds = min(seconds, TOTAL_SECONDS)
        self._late = threading.Event()
        self._sockets = _Sockets(self._late)
        self.answered: dict[str, str] = {}
        """The headers of the last answer, their names in small letters."""
        self.session = requests.Session()
        self.session.auth = Requester.noopAuth  # else a .netrc would replace the token
        self.session.mount("https://", self._sockets)
        self.session.mount("http://", self._sockets)

    def getresponse(self) -> _Read:
        self._late.clear()
        timer = threading.Timer(self._seconds, self._sockets.shut)
        timer.daemon = True
        timer.start()
        try:
            answer = self._followed(self._home + self.url)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise self._trouble(error) from None
        finally:
            timer.cancel()
        self.answered = {name.lower(): value for name, value in answer.headers.items()}
        return answer

    def close(self) -> None:
        super().close()
        self._sockets.forget()

    def _followed(self, url: str) -> _Read:
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._one(url)
            if answer.status == 202:
                raise Trouble("GitHub is still working the answer out (202); try again", wait=SOON)
            target = answer.headers.get("location")
            if answer.status not in (301, 302, 307, 308) or target is None:
                return answer
            url = urljoin(url, target)
            parts = urlsplit(url)
            if f"{parts.scheme}://{parts.netloc}" != self._home or self.verb != "GET":
                raise Trouble("it redirects where folio does not follow; write the repository's new address")
        raise Trouble("it redirects in a circle")

    def _one(self, url: str) -> _Read:
        with self.session.request(
            self.verb,
            url,
            headers=self.headers,
            data=self.input,
            timeout=READ_SECONDS,
            verify=self.verify,
            allow_redirects=False,
            stream=True,
        ) as response:
            content = _content(response)
            if self._late.is_set():
                raise TimeoutError
            return _Read(response, content)

    def _trouble(self, error: Exception) -> Trouble:
        """What went wrong, in words. Nothing of the error is passed on: its text may hold an address or a header."""
        if self._late.is_set():
            return Trouble(f"no full answer within {self._seconds:g} s; try again", wait=SOON, everywhere=True)
        if isinstance(error, requests.Timeout):
            return Trouble(f"no answer within {READ_SECONDS} s; try again", wait=SOON, everywhere=True)
        if isinstance(error, SSLError) and _is_behind(error, ssl.SSLCertVerificationError):
            return Trouble("its certificate is not trusted on this machine", everywhere=True)
        if isinstance(error, ProxyError):
            return Trouble("the proxy in between does not let folio through", everywhere=True)
        if self._sockets.connecting:
            return Trouble("not reached; check the network and try again", everywhere=True)
        return Trouble("the connection broke within the answer; try again", wait=SOON)


class _Sockets(HTTPAdapter):
    """Connections that another thread can shut, which ends any read: a timeout only ends one that brings nothing."""

    def __init__(self, late: threading.Event) -> None:
        super().__init__()
        self.connecting = False
        """Whether a connection was begun that did not come about."""
        self._late = late
        self._twin: socket.socket | None = None

    def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
        pool = super().get_connection_with_tls_context(*args, **options)
        if "ConnectionCls" not in vars(pool):
            pool.ConnectionCls = _telling(pool.ConnectionCls, self)
        return pool

    def shut(self) -> None:
        self._late.set()
        if self._twin:
            with contextlib.suppress(OSError):
                self._twin.shutdown(socket.SHUT_RDWR)

    def forget(self) -> None:
        if self._twin:
            self._twin.close()
        self._twin = None

    def connected(self, made: socket.socket) -> None:
        # A twin, because TLS takes the descriptor out of the socket that it wraps.
        self.forget()
        self.connecting = False
        self._twin = made.dup()
        if self._late.is_set():
            self.shut()


def _telling(kind: type[Any], sockets: _Sockets) -> type[Any]:
    """urllib3's class of connections, telling of each socket before anything is said through it."""

    def _new_conn(self: Any) -> socket.socket:
        sockets.connecting = True
        made: socket.socket = kind._new_conn(self)
        sockets.connected(made)
        return made

    return type(kind.__name__, (kind,), {"_new_conn": _new_conn})


def _content(response: requests.Response) -> str:
    """The body as text; raises Trouble when it is none, or too large packed or unpacked."""
    packed = response.headers.get("content-encoding", "").lower() == "gzip"
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    found = bytearray()
    try:
        for chunk in response.raw.stream(64 * 1024, decode_content=False):
            found += inflate.decompress(chunk, MAX_BYTES + 1 - len(found)) if packed else chunk
            if len(found) > MAX_BYTES:
                raise Trouble(f"the answer is larger than {MAX_BYTES // 1024 // 1024} MiB")
        return found.decode()
    except (zlib.error, UnicodeDecodeError):
        raise Trouble(UNREADABLE) from None


def _is_behind(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None and not isinstance(error, kind):
        error = error.__cause__ or error.__context__
    return error is not None
