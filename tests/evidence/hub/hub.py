"""The hub: what stands on it, what is wrong with it, and what asking it costs."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from evidence.hub.contract import breaches, route
from evidence.hub.replies import Asked, Reply, limited, refused
from evidence.hub.telling import told
from evidence.hub.world import World


@dataclass(slots=True)
class Hub(World):
    """A world to be asked, the faults of its next answers, and what was asked so far."""

    replies: dict[str, Reply] = field(default_factory=dict)
    """By path without its query, in place of what the hub would say."""
    faults: list[Reply] = field(default_factory=list)
    """Of the next requests, in their order."""
    faulty: list[tuple[str, Reply]] = field(default_factory=list)
    """Each for the next request whose path holds these words."""
    token: str | None = None
    """The only one that is let in; without one, any is."""
    faithful: bool = True
    """Off where a test wants what GitHub no longer says."""
    limit: int | None = None
    """Calls in an hour; GitHub's own without."""
    spent: int = 0
    """Calls of this hour that count."""
    journal: list[Asked] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    at_once: int = 0
    """Most requests that were under way at the same moment."""
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def asked(self) -> list[str]:
        """The paths of all requests."""
        return [one.path for one in self.journal]

    def answer(self, asked: Asked) -> Reply:
        """The reply to a request, counted as GitHub counts: with a token, what is unchanged is free."""
        if self.below:
            asked = replace(asked, path=asked.path.removeprefix(self.below).replace("/api/graphql", "/graphql"))
        if self.faults:
            return self.faults.pop(0)
        for index, (words, fault) in enumerate(self.faulty):
            if words in asked.path:
                del self.faulty[index]
                return fault
        path, given = urlsplit(asked.path).path, asked.headers.get("authorization")
        if path in self.replies:
            return self.replies[path]
        if given and self.token and given != f"token {self.token}":
            return self._held(path, refused(401, "Bad credentials"))
        limit = self.limit if self.limit is not None else 5000 if given else 60
        if self.spent >= limit:
            return self._held(path, limited())
        reply = self._held(path, told(self, asked, known=given is not None))
        self.violations += [f"graphql: {one}" for one in reply.body.get("errors", ())] if path == "/graphql" else []
        mark = f'W/"{hashlib.sha256(reply.content + (given or "").encode()).hexdigest()}"'
        if reply.status == 200 and asked.headers.get("if-none-match") == mark:
            reply = Reply(304, "", reply.headers)
        self.spent += not (reply.status == 304 and given)
        kind = "search" if path.startswith("/search/") else "graphql" if path == "/graphql" else "core"
        left = limit - self.spent if kind == "core" else 9
        limits = {"X-RateLimit-Resource": kind, "X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(left)}
        return Reply(reply.status, reply.body, {"ETag": mark} | limits | reply.headers)

    def _held(self, path: str, reply: Reply) -> Reply:
        """The reply, noted when it is not GitHub's."""
        if self.faithful and (found := route(path)):
            said = breaches(found[0], reply.status, reply.body)
            self.violations += [f"{reply.status} {path}: {one}" for one in said]
        return reply
