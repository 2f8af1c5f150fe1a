"""What GitHub says of a project's repository and no clone does: fork, archived, description, topics, homepage."""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from folio.evidence.access import Access, Subject
from folio.evidence.model import HostedSeen, Observation
from folio.profile.fields import CONTROL
from folio.profile.model import Profile
from folio.profile.record import Project

NAME = "github"
VERSION = 1
"""Raised whenever what is seen of the same answer changes."""

REQUEST_SECONDS = 10
TOTAL_SECONDS = 20.0
"""PyGithub's limit is for one read of the socket; this one is for the name, redirects and a dripping answer too."""
MAX_TEXT = 300

WEB = re.compile(r"https?://(?:[^/@\s]+@)?(?P<host>[^/:@\s]+)(?::\d+)?/(?P<path>[^?#\s]+)", re.IGNORECASE)
SSH = re.compile(r"(?:ssh://)?[\w.-]+@(?P<host>[^/:@\s]+)(?::\d+/|[:/])(?P<path>[^?#\s]+)", re.IGNORECASE)
PATH = re.compile(r"/*(?P<owner>[A-Za-z0-9][\w-]*)/(?P<name>[\w.-]+?)(?:\.git)?(?:/.*)?", re.ASCII)
TOKEN = re.compile(r"[!-~]+")
LOOPBACK = ("127.0.0.1", "::1", "localhost")

_one_at_a_time = threading.Lock()
_trouble: dict[object, str] = {}
"""The last run that met trouble every repository would meet, and that trouble: the rest of it does not ask again."""


class _Refused(Exception):
    """Why there is no answer, in words; `for_all` when every other repository would meet it too."""

    def __init__(self, problem: str, *, for_all: bool = False) -> None:
        super().__init__(problem)
        self.for_all = for_all


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every project with the address of a hosted repository; which of them are GitHub's, `observe` knows."""
    found = ((one, _location(one)) for one in profile.projects or ())
    return tuple(Subject(f"project:{one.id}", location) for one, location in found if location is not None)


def fingerprint(subject: Subject, access: Access) -> str:
    """The day and what was asked: an answer is good for the day it was given on."""
    return f"{VERSION}-{access.today}-{access.github_api.rstrip('/')}/repos/{_repository(subject, access)}"


def observe(subject: Subject, access: Access) -> Observation | None:
    """GitHub's answer, or why there is none; None when the repository is not on the GitHub that `access` names."""
    repository = _repository(subject, access)
    if repository is None:
        return None
    seen, problem = None, None
    try:
        seen = _asked(repository, access)
    except _Refused as refusal:
        problem = str(refusal)
    return Observation(
        source=NAME,
        subject=subject.name,
        observed_on=access.today,
        fingerprint=fingerprint(subject, access),
        seen=seen,
        problem=problem,
    )


def _location(project: Project) -> str | None:
    said = (project.code_url, project.repository)
    return next((one for one in said if one and (WEB.fullmatch(one) or SSH.fullmatch(one))), None)


def _repository(subject: Subject, access: Access) -> str | None:
    """The repository's `owner/name`; None when it lives elsewhere."""
    address = WEB.match(subject.location) or SSH.match(subject.location)
    path = address and PATH.fullmatch(address["path"])
    if not address or not path or path["name"] in (".", ".."):
        return None
    ours = (_host(access.github_api) or "github.com").removeprefix("api.")
    return f"{path['owner']}/{path['name']}" if address["host"].lower().removeprefix("www.") == ours else None


def _host(address: str) -> str | None:
    """The host of a web address without a name or a password in it; None when it is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") and parts.username is None else None


def _asked(repository: str, access: Access) -> HostedSeen:
    """GitHub's answer, one request at a time; raises _Refused."""
    if access.offline:
        raise _Refused("not asked: offline")
    host = _host(access.github_api)
    if host is None or (host not in LOOPBACK and not access.github_api.startswith("https://")):
        raise _Refused("not asked: the address of GitHub's API is not one like https://api.github.com")
    if access.token is not None and not TOKEN.fullmatch(access.token):
        raise _Refused("not asked: the token is empty or holds a space; copy it again")
    run = access.scratch, access.github_api, access.token
    with _one_at_a_time:
        if run in _trouble:
            raise _Refused(_trouble[run])
        try:
            return _within(min(TOTAL_SECONDS, access.timeout), repository, access)
        except _Refused as refusal:
            if refusal.for_all:
                _trouble.clear()
                _trouble[run] = str(refusal)
            raise


def _within(seconds: float, repository: str, access: Access) -> HostedSeen:
    """The answer, if it is there after `seconds`; a thread that is still waiting then ends with the program."""
    outcome: list[HostedSeen | Exception] = []

    def ask() -> None:
        try:
            outcome.append(_ask(repository, access))
        except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
            outcome.append(error)

    asking = threading.Thread(target=ask, name="folio-github", daemon=True)
    asking.start()
    asking.join(seconds)
    if not outcome:
        raise _Refused(f"no full answer within {seconds:g} s; try again", for_all=True)
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _ask(repository: str, access: Access) -> HostedSeen:
    """One call by PyGithub, its many ways to fail put into words. None of its own is passed on: some hold the token."""
    quiet = "github" not in sys.modules
    import github
    import requests

    if quiet:
        github.set_log_level(logging.WARNING)  # it prints each redirect and refusal on stderr otherwise
    try:
        with github.Github(
            auth=github.Auth.Token(access.token) if access.token else None,
            base_url=access.github_api.rstrip("/"),
            timeout=REQUEST_SECONDS,
            retry=None,  # its default sleeps until the limit is over, up to an hour
            seconds_between_requests=0,
            user_agent="folio",
        ) as hub:
            answer = hub.get_repo(repository).raw_data
    except github.GithubException as error:
        raise _refused(error.status, error.data, error.headers or {}, anonymous=access.token is None) from None
    except requests.Timeout:
        raise _Refused(f"no answer within {REQUEST_SECONDS} s; try again", for_all=True) from None
    except requests.exceptions.SSLError:
        raise _Refused("its certificate is not trusted on this machine", for_all=True) from None
    except requests.exceptions.ChunkedEncodingError:
        raise _Refused("the connection broke within the answer; try again") from None
    except requests.ConnectionError:
        raise _Refused("not reached; check the network and try again", for_all=True) from None
    except RecursionError:
        raise _Refused("the answer is nested too deeply, or redirects in a circle") from None
    except RuntimeError:  # what PyGithub makes of a redirect to another host
        raise _Refused("it redirects where folio does not follow; write the repository's new address") from None
    except (OSError, ValueError, TypeError, LookupError, AttributeError, AssertionError, github.BadAttributeException):
        # PyGithub goes on with any JSON; what is no object, or is cut off, ends in one of these.
        raise _Refused("the answer can't be read; try again") from None
    return _seen(answer)


def _refused(status: int, content: object, headers: Mapping[str, object], *, anonymous: bool) -> _Refused:
    """What an answer that is an error means."""
    said = str(content.get("message") or "").lower() if isinstance(content, dict) else ""
    if status in (403, 429):
        primary = str(headers.get("x-ratelimit-remaining")) == "0" or said.startswith("api rate limit exceeded")
        if primary:
            advice = "; a token raises it" if anonymous else ""
            return _Refused(f"GitHub's hourly limit is used up; try again {_reset(headers)}{advice}", for_all=True)
        if status == 429 or "retry-after" in headers or "rate limit" in said:
            wait = str(headers.get("retry-after", ""))
            after = f"{int(wait)} s" if wait.isdecimal() and len(wait) < 7 else "a minute"
            return _Refused(f"GitHub asks to go slower; try again in {after}", for_all=True)
        return _Refused("GitHub denies access (403)" + ("" if anonymous else "; the token may lack a permission"))
    if status == 401:
        return _Refused("GitHub refuses the token (401); renew it, or leave it out for public ones", for_all=True)
    if status == 404:
        return _Refused("not found (or private)")
    if status == 451:
        return _Refused("taken down for legal reasons (451)")
    if status >= 500:
        return _Refused(f"GitHub has trouble of its own ({status}); try again")
    return _Refused(f"GitHub answers {status}")


def _reset(headers: Mapping[str, object]) -> str:
    """When the limit of the hour ends, as far as the answer says."""
    try:
        reset = datetime.fromtimestamp(int(str(headers["x-ratelimit-reset"])), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return "later"
    return f"after {reset:%Y-%m-%d %H:%M} UTC"


def _seen(answer: Mapping[str, Any]) -> HostedSeen:
    """The facts in an answer. Of a private repository its own words are not kept, as the store may be committed."""
    try:
        parent, private = answer.get("parent") or {}, answer["private"]
        return HostedSeen(
            fork=answer["fork"],
            archived=answer["archived"],
            private=private,
            parent=_plain(parent.get("full_name")),
            homepage=_address(_plain(answer.get("homepage"))),
            description=None if private else _plain(answer.get("description")),
            topics=() if private else tuple(sorted({str(topic) for topic in answer.get("topics") or ()})),
            default_branch=_plain(answer.get("default_branch")),
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        problem = "the answer is not GitHub's; does a proxy or a login page stand in between?"
        raise _Refused(problem, for_all=True) from None


def _plain(text: object) -> str | None:
    """One line of at most 300 visible characters; None when that leaves nothing."""
    if not isinstance(text, str):
        return None
    return " ".join(CONTROL.sub(" ", text).split())[:MAX_TEXT].rstrip() or None


def _address(text: str | None) -> str | None:
    """The homepage as an absolute web address; GitHub takes any text for it."""
    if text is None or text.lower().startswith(("https://", "http://")):
        return text
    return f"https://{text}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text) else None
