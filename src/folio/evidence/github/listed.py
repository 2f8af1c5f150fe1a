"""A repository as a list of GitHub's shows it: an account's own (REST) or the pinned ones (GraphQL)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from folio.evidence.github.words import address, day, plain
from folio.evidence.model import Listed


def listed(one: Mapping[str, Any]) -> Listed:
    """From an entry of an account's list, or from a repository by itself; raises KeyError for what is neither.

    GitHub says of no repository that it is empty: its size is 0 then, and it has no language.
    """
    return Listed(
        name=one["full_name"],
        url=one["html_url"],
        fork=one["fork"],
        archived=one.get("archived", False),
        template=one.get("is_template") or False,
        description=plain(one["description"]),
        homepage=address(one.get("homepage")),
        topics=tuple(sorted({str(topic) for topic in one.get("topics") or ()})),
        language=plain(one.get("language")),
        default_branch=plain(one.get("default_branch")),
        created_on=day(one.get("created_at")),
        pushed_on=day(one.get("pushed_at")),
        empty=one.get("size") == 0 and not one.get("language"),
        pages=one.get("has_pages", False),
    )


def pinned(node: Mapping[str, Any], place: int) -> Listed:
    """From a pinned repository of GraphQL's, which knows nothing of Pages; raises KeyError for what is none."""
    return Listed(
        name=node["nameWithOwner"],
        url=node["url"],
        fork=node["isFork"],
        archived=node["isArchived"],
        template=node["isTemplate"],
        description=plain(node["description"]),
        homepage=address(node["homepageUrl"]),
        topics=tuple(sorted(one["topic"]["name"] for one in node["repositoryTopics"]["nodes"])),
        language=node["primaryLanguage"] and plain(node["primaryLanguage"]["name"]),
        default_branch=node["defaultBranchRef"] and plain(node["defaultBranchRef"]["name"]),
        created_on=day(node["createdAt"]),
        pushed_on=day(node["pushedAt"]),
        empty=node["isEmpty"],
        pinned=place,
    )
