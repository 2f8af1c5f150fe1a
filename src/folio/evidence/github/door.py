"""The one door to PyGithub, which knows GitHub's addresses, the token's header and GraphQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import github

from folio.evidence.github.connection import Connection

VERSION = "2022-11-28"
"""Of GitHub's REST API: the one whose description the tests hold folio's stand-in to."""
MEDIA = "application/vnd.github+json"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, whatever it is: names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    text: str


class Door:
    """One GitHub, asked as one person; close it after use."""

    def __init__(self, api: str, token: str | None, *, authority: Path | None, seconds: float) -> None:
        api = api.rstrip("/")
        self._connection = Connection(api, authority, seconds)
        self._hub = github.Github(
            auth=github.Auth.Token(token) if token else None,
            base_url=api,
            retry=None,  # its default sleeps until the limit is over, up to an hour
            seconds_between_requests=0,
            seconds_between_writes=0,  # whoever creates things waits between them
            user_agent="folio",
            api_version=VERSION,
        )

    def get(self, path: str, mark: str = "") -> Reply:
        """The answer at `path`, which begins after the API's address; 304 where it is still the one with this mark."""
        return self._asked("GET", path, {"If-None-Match": mark} if mark else {}, None)

    def query(self, text: str, variables: Mapping[str, str]) -> Reply:
        """The answer to a GraphQL query."""
        return self._asked("POST", self._hub.requester.graphql_url, {}, {"query": text, "variables": dict(variables)})

    def post(self, path: str, content: Mapping[str, str]) -> Reply:
        """The answer to something new at `path`."""
        return self._asked("POST", path, {}, dict(content))

    def close(self) -> None:
        self._hub.close()
        self._connection.close()

    def _asked(self, verb: str, url: str, headers: dict[str, str], body: object) -> Reply:
        asked = headers | {"Accept": MEDIA, "Accept-Encoding": "gzip"}
        status, _, text = self._hub.requester.requestJson(verb, url, {}, asked, body, self._connection)
        return Reply(status, self._connection.answered, text)
