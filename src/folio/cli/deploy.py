"""`folio deploy`: the site onto a branch of a git remote."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.running import AS_JSON, QUIET

if TYPE_CHECKING:
    from folio.deploy.publish import Prepared

MESSAGE = "Publish the site"


def _one_text(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if not value.strip() or "\0" in value:
        raise click.BadParameter("a commit needs some words")
    return value.strip()


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("."), metavar="[FOLDER]")
@click.option("--to", default="origin", show_default=True, metavar="REMOTE",
              help="A remote of the repository around FOLDER, an https or ssh address, or a path.")  # fmt: skip
@click.option("--branch", default="gh-pages", show_default=True, metavar="NAME",
              help="The branch, which is replaced as a whole.")  # fmt: skip
@click.option("--domain", metavar="NAME", help="The site's own domain (CNAME); the branch's own stays if not said.")
@click.option("--no-domain", "drop_domain", is_flag=True, help="Take the branch's domain away.")
@click.option("--message", default=MESSAGE, show_default=True, callback=_one_text, metavar="TEXT",
              help="What the commit says.")  # fmt: skip
@click.option("--with-readiness", is_flag=True,
              help="Publish the readiness report as well, in readiness/. It is for you alone otherwise.")  # fmt: skip
@click.option("--replace", is_flag=True, help="Replace a branch even if it holds commits that folio did not make.")
@click.option("--token", metavar="TOKEN", help="What lets you push over https; rather set FOLIO_DEPLOY_TOKEN to it.")
@click.option("--dry-run", is_flag=True, help="Ask the remote and say what would change, but push nothing.")
@AS_JSON
@QUIET
def deploy(folder: Path, to: str, branch: str, domain: str | None, drop_domain: bool, message: str,
           with_readiness: bool, replace: bool, token: str | None, dry_run: bool, as_json: bool,
           quiet: bool) -> None:  # fmt: skip
    """Push the site in FOLDER to a branch of a git remote, as GitHub Pages and others publish it.

    FOLDER is a site, what 'folio build' wrote, or the folder that holds it in out/. The branch gets one commit without
    history, all of it or nothing; nothing is pushed where nothing changed. Your repository, its files and its branches
    stay as they are, no hook runs, and the readiness report is never part of it unless you ask for it.
    """
    from folio.cli.progress import progress
    from folio.deploy import names
    from folio.deploy.folder import files_of, site_in
    from folio.deploy.git import Git
    from folio.deploy.publish import Order, prepared, push
    from folio.deploy.remote import remote

    if domain and drop_domain:
        raise click.UsageError("--domain and --no-domain contradict each other")
    names.branch(branch)
    domain = names.domain(domain) if domain else None
    git = Git(os.environ)
    with progress(quiet) as shown:
        shown.within("reading the site")
        site = site_in(folder)
        files = files_of(site, with_report=with_readiness)
        where = remote(to, folder if folder.is_dir() else Path(), git)
        order = Order(files, where, branch, message, _moment(), domain, drop_domain, replace, token)
        shown.within(f"asking {where.address}")
        with prepared(order, git) as ready:
            if not (ready.same or dry_run):
                shown.within(f"pushing to {where.address}")
                push(ready)
    _told(ready, dry_run=dry_run, as_json=as_json)


def _moment() -> datetime:
    """When the commit is made: SOURCE_DATE_EPOCH's moment, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(tz=UTC)
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is '{epoch}', not a number of seconds") from None


def _told(ready: Prepared, *, dry_run: bool, as_json: bool) -> None:
    from folio.cli.delivery import said_as_json
    from folio.cli.terminal import say
    from folio.deploy.folder import host_of

    order = ready.order
    place = f"{order.branch} of {order.remote.address}"
    pushed = not (ready.same or dry_run)
    if as_json:
        said_as_json({
            "remote": order.remote.address, "branch": order.branch, "pushed": pushed, "before": ready.before,
            "commit": ready.before if ready.same else ready.commit, "domain": ready.domain, "files": ready.files,
            "added": list(ready.added), "changed": list(ready.changed), "removed": list(ready.removed),
        })  # fmt: skip
        return
    if ready.same:
        say(f"{place}: holds these {ready.files:,} files already; nothing was pushed")
    else:
        what = f"{len(ready.added):,} new, {len(ready.changed):,} changed, {len(ready.removed):,} removed"
        done = "would hold" if dry_run else f"{ready.commit[:10]},"
        say(f"{place}: {done} {ready.files:,} files ({what})")
    if ready.domain:
        say(f"domain: {ready.domain}", err=True)
    host = host_of(dict(order.files))
    if ready.domain and host not in (None, ready.domain):
        say(f"the pages say that they are at {host}; set publishing.site_url and build again", err=True)
    if pushed and ready.before is None and "github.com" in order.remote.address:
        say(f"once, by hand: Settings > Pages > Deploy from a branch > {order.branch}", err=True)
