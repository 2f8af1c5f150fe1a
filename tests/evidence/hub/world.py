"""What stands on the hub: accounts and repositories, and what GitHub would say of each."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any

from evidence.hub.contract import plainest


@dataclass(slots=True)
class Account:
    """A person or an organisation. `commits` are addresses, or the whole entries of the search for commits."""

    login: str
    number: int
    blog: str | None = ""
    kind: str = "User"
    pinned: tuple[str, ...] = ()
    commits: tuple[str | dict[str, Any], ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    """What else the account shows of itself: name, bio, company, location, email."""
    social: tuple[tuple[str, str], ...] = ()
    """Providers and addresses of its social accounts."""


@dataclass(slots=True)
class Repository:
    """A repository: what differs from the plainest one, part by part."""

    name: str
    number: int
    facts: dict[str, Any] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=lambda: {"Python": 9000})
    releases: list[dict[str, Any]] = field(default_factory=list)
    deployments: list[dict[str, Any]] = field(default_factory=list)
    """Each may hold its `statuses`."""
    runs: list[dict[str, Any]] = field(default_factory=list)
    pages: dict[str, Any] | None = None
    readme: str | tuple[str, str] | None = None
    """Its text; with another name than README.md, name and text."""

    @property
    def owner(self) -> str:
        return self.name.partition("/")[0]

    @property
    def private(self) -> bool:
        return bool(self.facts.get("private"))


@dataclass(slots=True)
class World:
    """All that stands, by name in small letters; `moved` are former names of repositories."""

    address: str
    accounts: dict[str, Account] = field(default_factory=dict)
    repositories: dict[str, Repository] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    viewer: str = "somebody"
    """Whose every token is."""
    below: str = ""
    """The path of the API: an Enterprise's is `/api/v3`."""

    def account(self, login: str, **facts: Any) -> Account:
        """Puts up an account."""
        return self.accounts.setdefault(login.lower(), Account(login, len(self.accounts) + 1, **facts))

    def add(self, name: str, **facts: Any) -> Repository:
        """Puts up a repository; what is no part of one is a fact of it."""
        parts = {
            key: facts.pop(key)
            for key in ("languages", "releases", "deployments", "runs", "pages", "readme")
            if key in facts
        }
        return self.repositories.setdefault(name.lower(), Repository(name, len(self.repositories) + 1, facts, **parts))

    def of(self, login: str) -> list[Repository]:
        """An account's public repositories."""
        return [one for one in self.repositories.values() if one.owner.lower() == login.lower() and not one.private]


def user(account: Account, public: int) -> dict[str, Any]:
    return plainest(
        "public-user",
        login=account.login,
        id=account.number,
        blog=account.blog,
        type=account.kind,
        public_repos=public,
        user_view_type="public",
        **account.facts,
    )


def social(provider: str, address: str) -> dict[str, Any]:
    return plainest("social-account", provider=provider, url=address)


def readme(one: Repository) -> dict[str, Any]:
    name, text = ("README.md", one.readme) if isinstance(one.readme, str) else one.readme or ("", "")
    content = base64.encodebytes(text.encode()).decode()  # in lines of 76, as GitHub's
    facts = {"name": name, "path": name, "size": len(text.encode()), "encoding": "base64", "content": content}
    return plainest("content-file", **facts)


def repository(one: Repository, address: str, *, whole: bool) -> dict[str, Any]:
    """As a list shows it, or by itself."""
    said = plainest("full-repository" if whole else "minimal-repository")
    for name in ("parent", "source", "template_repository", "organization", "code_of_conduct", "security_and_analysis"):
        said.pop(name, None)
    owner = plainest("simple-user", login=one.owner, starred_at="2024-02-01T09:00:00Z")
    facts: dict[str, Any] = {
        "id": one.number,
        "name": one.name.partition("/")[2],
        "full_name": one.name,
        "owner": owner,
        "private": False,
        "visibility": "private" if one.private else "public",
        "html_url": f"{address}/{one.name}",
        "url": f"{address}/repos/{one.name}",
        "description": "Weaves patterns from punched cards",
        "homepage": "https://loom.example",
        "created_at": "2024-02-01T09:00:00Z",
        "pushed_at": "2026-10-30T17:12:00Z",
        "updated_at": "2026-10-30T17:12:00Z",
        "size": 108,
        "language": "Python",
        "topics": ["weaving", "cards"],
        "default_branch": "main",
        "has_pages": one.pages is not None,
        "is_template": False,
        "archived": False,
        "fork": False,
        "license": None,
    }
    if whole and (parent := one.facts.get("parent")):
        said["parent"] = plainest("repository", full_name=parent, name=parent.partition("/")[2], license=None)
        for name in ("organization", "template_repository"):
            said["parent"].pop(name, None)
    return said | facts | {name: value for name, value in one.facts.items() if name != "parent"}


def release(number: int, facts: dict[str, Any]) -> dict[str, Any]:
    said = plainest(
        "release", id=number, draft=False, prerelease=False, tag_name=f"v{number}", author=plainest("simple-user")
    )
    return said | facts


def deployment(number: int, facts: dict[str, Any]) -> dict[str, Any]:
    said = plainest("deployment", id=number, environment="production", production_environment=True, creator=None)
    return (
        said
        | {"payload": {}, "performed_via_github_app": None}
        | {key: value for key, value in facts.items() if key != "statuses"}
    )


def status(number: int, facts: dict[str, Any]) -> dict[str, Any]:
    return (
        plainest("deployment-status", id=number, state="success", creator=None, performed_via_github_app=None) | facts
    )


def run(number: int, facts: dict[str, Any], home: dict[str, Any]) -> dict[str, Any]:
    said = plainest(
        "workflow-run", id=number, status="completed", conclusion="success", event="push", head_branch="main"
    )
    return said | {"path": ".github/workflows/ci.yml", "repository": home, "head_repository": home} | facts


def pages(facts: dict[str, Any]) -> dict[str, Any]:
    return plainest("page", status="built", public=True, source={"branch": "main", "path": "/"}) | facts


def commit(login: str, email: str) -> dict[str, Any]:
    said = plainest("commit-search-result-item", author=plainest("simple-user", login=login), score=1.0)
    said["commit"]["author"] |= {"name": login, "email": email}
    return said
