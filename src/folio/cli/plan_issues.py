"""`folio plan --github`: shows what would be created, asks, and creates it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import bold, faint, say
from folio.cli.text import clean
from folio.errors import FolioError

if TYPE_CHECKING:
    from folio.evidence.access import Access
    from folio.options import Options
    from folio.readiness.planning import PlanSeen


def to_github(
    plan: PlanSeen, repository: str, options: Options, *, folder: Path, public: bool, dry: bool, sure: bool
) -> None:
    """Creates the issues of a plan's steps that are not there yet, once the person has said yes."""
    from folio.evidence.github.issues import create, tracker
    from folio.evidence.github.session import Session
    from folio.render.issue import issues

    wanted = issues(plan)
    if dry and (unseen := _unseen(options)):
        say(bold(f"{repository}: an issue for each of {len(wanted)} steps, less those that have one already"))
        for one in wanted:
            say(f"  {clean(one.title)}")
        say(f"The issues that are there were not looked for: {unseen}.", err=True)
        return
    with Session(_access(options, folder, repository)) as session:
        where = tracker(session, repository, public=public)
        new = [one for one in wanted if one.key not in where.existing]
        say(bold(f"{where.name}: {len(new)} of {len(wanted)} steps have no issue yet"))
        for one in wanted:
            there = where.existing.get(one.key)
            state = f"#{there.number}{', closed' if there.closed else ''}" if there else "new"
            say(f"  {clean(one.title)} {faint(f'({state})')}")
        if dry or not new:
            return
        if not sure:
            _ask(len(new), where.name)
        for issue, made in create(session, where, new):
            say(f"created #{made.number}: {clean(issue.title)}  {faint(clean(made.address))}")


def _unseen(options: Options) -> str:
    """Why nobody can look what is there; empty when folio can."""
    if options.offline:
        return "offline"
    return "" if _token(options) else "there is no token for GitHub"


def _token(options: Options) -> str | None:
    return options.token() if options.token else None


def _access(options: Options, folder: Path, repository: str) -> Access:
    from folio.evidence.access import Access

    if options.offline:
        raise FolioError("issues can't be created offline; leave out --offline or --github")
    token = _token(options)
    if token is None:
        raise FolioError(
            "there is no token for GitHub; set GITHUB_TOKEN, or log in with 'gh auth login'."
            f" It needs the permission to write issues in {clean(repository)}"
        )
    return Access(
        base=folder,
        today=options.today,
        offline=False,
        authority=options.authority,
        token=token,
        github_api=options.github_api,
        clock=options.clock,
    )


def _ask(count: int, name: str) -> None:
    what = "1 issue" if count == 1 else f"{count} issues"
    if not _asked_at_a_terminal():
        raise FolioError(f"{what} would be created in {name}; add --yes to create them, or --dry-run only to look")
    click.confirm(f"Create {what} in {name}?", abort=True, err=True)


def _asked_at_a_terminal() -> bool:
    return sys.stdin.isatty()
