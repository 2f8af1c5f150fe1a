"""Which repositories an account pins, and whose the token is: one GraphQL query, which needs a token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from folio.evidence.github.listed import pinned
from folio.evidence.model import Listed

QUERY = """\
query Pinned($login: String!) {
  viewer { login }
  repositoryOwner(login: $login) {
    login
    ... on ProfileOwner {
      pinnedItems(first: 6, types: [REPOSITORY]) {
        nodes {
          ... on Repository {
            nameWithOwner url isPrivate isFork isArchived isTemplate isEmpty description homepageUrl createdAt pushedAt
            primaryLanguage { name }
            defaultBranchRef { name }
            repositoryTopics(first: 20) { nodes { topic { name } } }
          }
        }
      }
    }
  }
}
"""
"""GitHub pins six at most. A person's own and an organisation's are asked for in the same words."""


@dataclass(frozen=True, slots=True)
class Pins:
    """What the query tells; `viewer` is whose token asked."""

    viewer: str
    repositories: tuple[Listed, ...]


def pins(answer: Any) -> Pins | None:
    """The public ones in their order; None where GitHub answers with an error, as for a token that may not ask.

    Raises KeyError or TypeError for what is no answer to the query.
    """
    if answer.get("errors"):
        return None
    data = answer["data"]
    nodes = (data["repositoryOwner"] or {}).get("pinnedItems", {}).get("nodes") or ()
    public = (node for node in nodes if node and not node["isPrivate"])
    return Pins(data["viewer"]["login"], tuple(pinned(node, place) for place, node in enumerate(public, 1)))
