"""GitHub: a token or none, and what it is good for. The token itself is shown to nobody but GitHub."""

from __future__ import annotations

from collections.abc import Iterator

from folio.health.finding import Finding, Surroundings, note, ok, trouble

FEW = 100
"""Requests that a run with a handful of repositories may well make."""
GET = "set GITHUB_TOKEN, or log in with 'gh auth login'"


def look(around: Surroundings) -> Iterator[Finding]:
    from folio.evidence.access import GITHUB_API
    from folio.evidence.github.allowance import asked
    from folio.evidence.github.token import placed
    from folio.evidence.github.trouble import Trouble

    api = around.environ.get("GITHUB_API_URL") or GITHUB_API
    where, token = placed(around.environ, api) or ("", None)
    if where:
        yield ok("GitHub token", f"from {where}")
    else:
        yield note("GitHub token", "none: GitHub answers 60 times an hour to anybody", GET)
    if around.offline:
        yield note("network", "not tried (--offline)")
        return
    try:
        found = asked(api, token, clock=around.clock, authority=around.authority)
    except Trouble as error:
        what, _, todo = str(error).partition("; ")
        yield trouble("network", f"GitHub's API ({api}): {what}", todo or "see above; or work with --offline")
        return
    yield ok("network", f"{api} answers")
    if token is not None and found.scopes is not None:
        scopes = ", ".join(found.scopes) or "no scopes, which is enough for what is public"
        yield ok("GitHub token", f"valid, a classic one with {scopes}")
    elif token is not None:
        yield ok("GitHub token", "valid")
    left = f"{found.left:,} of {found.limit:,} requests left, renewed at {found.renewed:%H:%M} UTC"
    if found.left < FEW:
        yield note("GitHub limit", left, "wait until then" if token else f"wait until then, or {GET}")
    else:
        yield ok("GitHub limit", left)
