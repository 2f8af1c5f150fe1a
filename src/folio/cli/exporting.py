"""`folio export`: the profile as a document of another tool."""

from __future__ import annotations

from pathlib import Path

import click

from folio.cli.running import PROFILE, SET
from folio.profile.exchange.formats import FORMATS, by_name

WRITTEN = [one.name for one in FORMATS if one.writes]


@click.command("export")
@click.argument("format", type=click.Choice(WRITTEN))
@PROFILE
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE",
              help="Write it there.  [default: printed]")  # fmt: skip
@SET
def export(format: str, profile: Path, output: Path | None, overrides: tuple[str, ...]) -> None:
    """Write PROFILE as a document of another tool, for yourself: it holds contact data that your documents hide.

    What an import kept under 'extra' is back in it; clients under NDA have the name that may be shown. What the format
    has no place for is listed.
    """
    from folio.cli.terminal import say
    from folio.exporting import export as exported
    from folio.profile.load import load

    kind = by_name(format)
    done = exported(load(profile, overrides=overrides), kind)
    if output is None or output == Path("-"):
        click.echo(done.text, nl=False)
    else:
        from folio.cli.files import write

        write(output, done.text.encode())
        say(str(output))
    for left in done.left:
        say(f"not in it: {left}", err=True)
