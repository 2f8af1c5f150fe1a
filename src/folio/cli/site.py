"""`folio site` and `folio serve`: the website alone, once or while it is edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from folio.cli.running import AS_JSON, PROFILE, a_folder, making, run_options, running
from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.website.build import Engine

Function = TypeVar("Function", bound=Callable[..., Any])

ENGINES = ("mkdocs", "zensical")


def with_engine(function: Function) -> Function:
    """The option that says which site generator builds the pages."""
    option = click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True,
                          help="What builds the pages: Material for MkDocs, or Zensical.")  # fmt: skip
    return option(function)


@click.command()
@PROFILE
@with_engine
@click.option("--downloads/--no-downloads", default=True, show_default=True,
              help="With the documents that pages link to, or without them.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out/site"), show_default=True,
              metavar="DIR", callback=a_folder,
              help="The folder to write; swapped in whole when everything is done.")  # fmt: skip
@AS_JSON
@making
def site(profile: Path, engine: Engine, downloads: bool, out: Path, as_json: bool, **values: Any) -> None:
    """Make the site of PROFILE alone.

    It is made from the profile and from what 'folio collect' saw before; what did not change since is taken as it was.
    """
    from folio.cli.look_over import look_over
    from folio.cli.progress import progress
    from folio.cli.site_delivery import SiteOrder, deliver
    from folio.pages import pages
    from folio.profile.load import locate

    with progress(values["quiet"]) as shown:
        shown.within("composing the pages")
        made = pages(profile, run_options(values), downloads=downloads)
    hint = look_over(made.examples, profile)
    order = SiteOrder(made, out, engine, hint=hint, quiet=values["quiet"], as_json=as_json)
    take = click.get_current_context().find_root().obj
    if take is None:
        deliver(order)
    else:
        take(order, locate(profile).parent, order.pages.state)


@click.command()
@PROFILE
@running
@with_engine
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True,
              help="The port on this machine.")  # fmt: skip
def serve(profile: Path, engine: Engine, port: int, **values: Any) -> None:
    """Show the site of PROFILE at a local address, and again after each change to it.

    What the profile names is looked at once, at the start. Pages reload by themselves; they and this terminal say
    what is wrong, and the last good site stays up.
    """
    from folio.cli.progress import progress
    from folio.observing import observe
    from folio.pages import pages
    from folio.profile.load import load, locate
    from folio.resources import root
    from folio.site import on_show
    from folio.website.build import get_ready
    from folio.website.server import serve as served

    with progress(values["quiet"]) as shown:
        folder, options = locate(profile).parent, run_options(values, shown)
        loaded = load(profile, overrides=options.overrides)
        shown.within("looking at what the profile names")
        get_ready(engine)
        observe(loaded, folder, options)
    served(
        lambda: on_show(pages(profile, options), engine),
        watch=[folder, root("templates") / "site"],
        tell=lambda line: click.echo(clean(line), err=True),
        port=port,
    )
