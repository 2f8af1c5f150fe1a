"""A stand-in for GitHub on loopback. Every answer that it makes up itself is held to GitHub's own description."""

from __future__ import annotations

from evidence.hub.hub import Hub
from evidence.hub.replies import RESET, Reply, limited, refused
from evidence.hub.server import a_hub

__all__ = ["RESET", "Hub", "Reply", "a_hub", "limited", "refused"]
