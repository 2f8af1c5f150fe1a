"""A repository of a code host on loopback that takes issues, as GitHub's API has them: no more than folio asks of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(slots=True)
class TrackerHub:
    """What stands there, what was asked, and what is wrong."""

    address: str = ""
    name: str = "ada/plans"
    facts: dict[str, Any] = field(default_factory=lambda: {"private": True, "visibility": "private"})
    issues: list[dict[str, Any]] = field(default_factory=list)
    refusals: dict[str, tuple[int, str, dict[str, str]]] = field(default_factory=dict)
    """By verb and path, a refusal in place of the answer: status, message, headers."""
    breaks_after: int | None = None
    """After so many new issues, the next one is taken and its answer breaks off."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def add(self, **facts: Any) -> dict[str, Any]:
        """Puts up an issue."""
        number = len(self.issues) + 1
        issue = {"number": number, "state": "open", "title": "", "body": None,
                 "html_url": f"{self.address}/{self.name}/issues/{number}"} | facts  # fmt: skip
        self.issues.append(issue)
        return issue

    def answer(self, verb: str, path: str, query: dict[str, list[str]], body: Any) -> tuple[int, Any, dict[str, str]]:
        if refused := self.refusals.get(f"{verb} {path}"):
            status, message, headers = refused
            return status, {"message": message}, headers
        if path == f"/repos/{self.name}":
            return 200, {"full_name": self.name, "archived": False, "has_issues": True} | self.facts, {}
        if path == f"/repos/{self.name}/issues" and verb == "POST":
            return 201, self.add(title=body["title"], body=body["body"]), {}
        if path == f"/repos/{self.name}/issues":
            assert query["state"] == ["all"]
            page, size = int(query.get("page", ["1"])[0]), int(query["per_page"][0])
            newest = self.issues[::-1]
            more = len(newest) > page * size
            following = f'<{self.address}{path}?state=all&per_page={size}&page={page + 1}>; rel="next"'
            return 200, newest[(page - 1) * size : page * size], {"Link": following} if more else {}
        return 404, {"message": "Not Found"}, {}


@contextmanager
def a_tracker() -> Iterator[TrackerHub]:
    """A tracker that answers on a free port of 127.0.0.1 while the block runs."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("content-length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            with lock:
                hub.asked.append((self.command, self.path))
                hub.tokens.add(self.headers.get("authorization", ""))
                status, said, headers = hub.answer(self.command, parts.path, parse_qs(parts.query), body)
                breaks = self.command == "POST" and hub.breaks_after is not None and len(hub.issues) > hub.breaks_after
            content = json.dumps(said).encode()
            self.send_response(status)
            for name, value in {
                "content-type": "application/json",
                "content-length": str(len(content)),
                **headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if breaks else content)
            self.close_connection = breaks

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub = TrackerHub(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
