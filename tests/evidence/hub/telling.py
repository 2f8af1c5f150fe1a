"""What the hub says of its world at each path that GitHub documents."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from evidence.hub import graphql
from evidence.hub.contract import plainest, route
from evidence.hub.replies import Asked, Reply, refused
from evidence.hub.world import World, commit, deployment, pages, readme, release, repository, run, social, status, user


def told(world: World, asked: Asked, *, known: bool) -> Reply:
    """What the world holds at a path; `known` is who came with a token."""
    parts = urlsplit(asked.path)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    if parts.path == "/graphql":
        said = graphql.answered(world, asked.body or {})
        return Reply(body=said) if known else refused(401, "This endpoint requires you to be authenticated.")
    if found := re.fullmatch(r"/user/(\d+)/repos", parts.path):
        login = next(one.login for one in world.accounts.values() if one.number == int(found[1]))
        return _list(world, login, query, known)
    if found := re.fullmatch(r"/repositories/(\d+)(/.*)?", parts.path):
        one = next(one for one in world.repositories.values() if one.number == int(found[1]))
        return told(world, Asked(f"/repos/{one.name}{found[2] or ''}?{parts.query}", {}), known=known)
    if (place := route(parts.path)) is None:
        return refused(404, "Not Found")
    template, names = place
    if template == "/search/commits":
        return _commits(world, query)
    if template.startswith("/repos/"):
        return _repository(world, template, names, query, known)
    account = world.accounts.get(names["username"].lower())
    if account is None:
        return refused(404, "Not Found")
    if template == "/users/{username}/repos":
        return _list(world, account.login, query, known)
    if template == "/users/{username}/social_accounts":
        return Reply(body=[social(*one) for one in account.social])
    return Reply(body=user(account, len(world.of(account.login))))


def _list(world: World, login: str, query: dict[str, str], known: bool) -> Reply:
    """An account's list; the internal ones of an organisation are on it for its members."""
    account = world.accounts[login.lower()]
    internal = [one for one in world.repositories.values() if one.facts.get("visibility") == "internal" and known]
    ones = sorted([*world.of(login), *internal], key=lambda one: one.name.lower())
    each, page = int(query.get("per_page", 30)), int(query.get("page", 1))
    headers = {}
    if page * each < len(ones):
        target = f"{world.address}{world.below}/user/{account.number}/repos?{urlencode({'per_page': each, 'page': page + 1})}"
        headers["Link"] = f'<{target}>; rel="next", <{target}>; rel="last"'
    shown = ones[(page - 1) * each : page * each]
    return Reply(200, [repository(one, world.address, whole=False) for one in shown], headers)


def _commits(world: World, query: dict[str, str]) -> Reply:
    login = query["q"].split()[0].removeprefix("author:")
    account = world.accounts.get(login.lower())
    commits = account.commits if account else ()
    entries = [commit(login, one) if isinstance(one, str) else one for one in commits]
    return Reply(body={"total_count": len(entries), "incomplete_results": False, "items": entries})


def _repository(world: World, template: str, names: dict[str, str], query: dict[str, str], known: bool) -> Reply:
    name, part = f"{names['owner']}/{names['repo']}", template.removeprefix("/repos/{owner}/{repo}")
    if new := world.moved.get(name.lower()):
        target = f"{world.address}{world.below}/repositories/{world.repositories[new.lower()].number}{part}"
        return Reply(301, refused(301, "Moved Permanently").body, {"Location": target})
    one = world.repositories.get(name.lower())
    lacking = (part == "/pages" and one and one.pages is None) or (part == "/readme" and one and one.readme is None)
    if one is None or (one.private and not known) or lacking:
        return refused(404, "Not Found")
    if part == "":
        return Reply(body=repository(one, world.address, whole=True))
    if part == "/languages":
        return Reply(body=one.languages)
    if part == "/pages":
        return Reply(body=pages(one.pages or {}))
    if part == "/readme":
        return Reply(body=readme(one))
    first = int(query.get("per_page", 30))
    if part == "/releases":
        return Reply(body=[release(at, facts) for at, facts in enumerate(one.releases, 1)][:first])
    if part == "/deployments":
        return Reply(body=[deployment(at, facts) for at, facts in enumerate(one.deployments, 1)][:first])
    if part == "/deployments/{deployment_id}/statuses":
        statuses = one.deployments[int(names["deployment_id"]) - 1].get("statuses", [])
        return Reply(body=[status(at, facts) for at, facts in enumerate(statuses, 1)][:first])
    home = plainest("minimal-repository", full_name=one.name)
    runs = [run(at, facts, home) for at, facts in enumerate(one.runs, 1)]
    runs = [each for each in runs if (each["head_branch"], each["status"]) == (query["branch"], query["status"])]
    return Reply(body={"total_count": len(runs), "workflow_runs": runs[:first]})
