"""The parts of what GitHub says of a repository that are asked for one by one, those worth most first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from folio.evidence.github.words import address, day, plain
from folio.evidence.model import Deployment, Pages, Release, Run

FINISHED = ("success", "failure", "timed_out", "startup_failure")
"""Conclusions that say how a run went; the others (`skipped`, `cancelled`, ...) say that it did not come to an end."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part: the field of HostedSeen that it fills, where it is asked for, and how its answer is read.

    `path` begins after the repository's, and may hold its default branch. `read` raises KeyError, TypeError or
    ValueError for what is no such answer.
    """

    field: str
    path: str
    read: Callable[[Any], object]

    def at(self, repository: str, branch: str | None) -> str:
        """The whole path for a repository, `owner/name`."""
        return f"/repos/{repository}{self.path.format(branch=quote(branch or '', safe=''))}"


def last_run(answer: Any) -> Run | None:
    """Of the ten newest finished runs the first that came to an end, those that GitHub starts by itself last.

    A pull request's is none of the branch's, and GitHub lists it where a fork's branch has the same name.
    """
    runs = [one for one in answer["workflow_runs"] if not one["event"].startswith("pull_request")]
    finished = [one for one in runs if one["conclusion"] in FINISHED]
    own = [one for one in finished if one["event"] != "dynamic"]
    for one in (*own, *finished):
        return Run(
            workflow=plain(one.get("name")) or plain(one["path"]) or "",
            conclusion=one["conclusion"],
            day=day(one["updated_at"]),
            commit=one["head_sha"],
            url=address(one["html_url"]),
        )
    return None


def releases(answer: Any) -> tuple[Release, ...]:
    """The thirty newest; drafts, which only those see who may publish them, are none."""
    published = (one for one in answer if not one["draft"])
    return tuple(
        Release(tag=plain(one["tag_name"]) or "", day=day(one["published_at"]), prerelease=one["prerelease"])
        for one in published
    )


@dataclass(frozen=True, slots=True)
class Deployed:
    """A deployment and its number, by which what came of it is asked for."""

    number: int
    deployment: Deployment
    production: bool


def deployments(answer: Any) -> tuple[Deployed, ...]:
    """The latest deployment to each environment, of the hundred newest; the newest first."""
    found: dict[str, Deployed] = {}
    for one in sorted(answer, key=lambda one: (str(one["created_at"]), int(one["id"])), reverse=True):
        environment = plain(one["environment"]) or ""
        new = Deployment(environment=environment, day=day(one["created_at"]))
        found.setdefault(environment, Deployed(one["id"], new, one.get("production_environment") is True))
    return tuple(found.values())


def foremost(found: Iterable[Deployed]) -> Deployed | None:
    """The one whose outcome is asked for: the newest to production where there is one, else the newest."""
    every = tuple(found)
    return next((one for one in every if one.production), every[0] if every else None)


def outcome(answer: Any) -> tuple[str | None, str | None]:
    """The state of a deployment and where it runs, by its newest status."""
    if not answer:
        return None, None
    newest = max(answer, key=lambda one: (str(one["created_at"]), int(one["id"])))
    return newest["state"], address(newest.get("environment_url"))


def languages(answer: Any) -> dict[str, int]:
    """Bytes by language, the most first."""
    return {str(name): int(size) for name, size in sorted(answer.items(), key=lambda one: (-one[1], one[0]))}


def pages(answer: Any) -> Pages | None:
    """The site that GitHub serves from the repository; None when that is for the members of an organisation only."""
    domain = plain(answer["cname"])
    url = address(answer.get("html_url")) or address(domain)
    if url is None:
        raise ValueError("neither an address nor a domain")
    if not answer["public"]:
        return None
    return Pages(
        url=url,
        domain=domain,
        domain_verified=answer.get("protected_domain_state") == "verified",
        built=answer["status"] in ("built", None),
    )


LAST_RUN = Part(
    "last_run",
    "/actions/runs?branch={branch}&exclude_pull_requests=true&per_page=10&status=completed",
    last_run,
)
RELEASES = Part("releases", "/releases?per_page=30", releases)
DEPLOYMENTS = Part("deployments", "/deployments?per_page=100", deployments)
LANGUAGES = Part("languages", "/languages", languages)
PAGES = Part("pages", "/pages", pages)
PARTS = (LAST_RUN, RELEASES, DEPLOYMENTS, LANGUAGES, PAGES)
"""In the order of worth: where the limit does not suffice, one is asked of all repositories before the next of any."""
