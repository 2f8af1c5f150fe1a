"""GraphQL on the hub: the query is checked by GitHub's own schema, and so is the answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema, build_schema, graphql_sync

from evidence.hub.world import Repository, World

SCHEMA = Path(__file__).parent / "schema" / "graphql.graphql"


@cache
def schema() -> GraphQLSchema:
    return build_schema(SCHEMA.read_text(encoding="utf-8"))


def answered(world: World, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The answer; with `errors` where the query or the world does not fit the schema."""

    def owner(_: object, login: str) -> object:
        found = world.accounts.get(login.lower())
        if found is None:
            return None
        nodes = [node(world.repositories[name.lower()]) for name in found.pinned]
        return {"__typename": found.kind, "login": found.login, "pinnedItems": lambda _, **__: {"nodes": nodes}}

    root = {"viewer": {"__typename": "User", "login": world.viewer}, "repositoryOwner": owner}
    result = graphql_sync(schema(), asked["query"], root, variable_values=asked.get("variables"))
    errors = {"errors": [{"message": one.message} for one in result.errors]} if result.errors else {}
    return {"data": result.data} | errors


def node(one: Repository) -> dict[str, Any]:
    facts = one.facts
    topics = [{"topic": {"name": topic}} for topic in facts.get("topics", ["weaving", "cards"])]
    return {
        "__typename": "Repository",
        "nameWithOwner": one.name,
        "url": f"https://hub.example/{one.name}",
        "isPrivate": one.private,
        "isFork": facts.get("fork", False),
        "isArchived": facts.get("archived", False),
        "isTemplate": facts.get("is_template", False),
        "isEmpty": facts.get("size", 1) == 0,
        "description": facts.get("description", "Weaves patterns from punched cards"),
        "homepageUrl": facts.get("homepage", "https://loom.example"),
        "createdAt": "2024-02-01T09:00:00Z",
        "pushedAt": facts.get("pushed_at", "2026-10-30T17:12:00Z"),
        "primaryLanguage": {"name": next(iter(one.languages))} if one.languages else None,
        "defaultBranchRef": {"name": facts.get("default_branch", "main")},
        "repositoryTopics": lambda _, **__: {"nodes": topics},
    }
