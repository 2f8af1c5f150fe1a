"""`folio export`: the profile as a document of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.running import AS_JSON, PROFILE, SET
from folio.profile.exchange.formats import FORMATS, by_name

if TYPE_CHECKING:
    from folio.exporting import Exported

WRITTEN = [one.name for one in FORMATS if one.writes]


@click.command("export")
@click.argument("format", type=click.Choice(WRITTEN))
@PROFILE
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE",
              help="Write it there.  [default: printed]")  # fmt: skip
@AS_JSON
@SET
def export(format: str, profile: Path, out: Path | None, as_json: bool, overrides: tuple[str, ...]) -> None:
    """Write PROFILE as a document of another tool, for yourself: it holds contact data that your documents hide.

    What an import kept under 'extra' is back in it; clients under NDA have the name that may be shown. What the format
    has no place for is listed; with -o, --json says it place by place.
    """
    from folio.cli.terminal import say
    from folio.exporting import export as exported
    from folio.profile.load import load

    to_file = out is not None and out != Path("-")
    if as_json and not to_file:
        raise click.UsageError("--json is said beside a document in a file; add -o FILE")
    done = exported(load(profile, overrides=overrides), by_name(format))
    if out is None or not to_file:
        click.echo(done.text, nl=False)
    else:
        from folio.cli.files import write

        write(out, done.text.encode())
        if as_json:
            from folio.cli.delivery import said_as_json

            said_as_json(_data(out, done))
            return
        say(str(out))
    _tell(done)


def _data(out: Path, done: Exported) -> dict[str, object]:
    left = [{"path": one.path, "why": one.why} for one in done.left]
    return {"file": str(out), "not_in_it": left, "gone": [{"at": one.path, "kept": one.value} for one in done.gone]}


def _tell(done: Exported) -> None:
    from folio.cli.left_out import grouped
    from folio.cli.terminal import say, width
    from folio.cli.text import clean, cut

    if done.left:
        say(f"not in it ({len(done.left)}; '-o FILE --json' lists them all):", err=True)
    for line in grouped(done.left):
        say(f"  {cut(line, width() - 2)}", err=True)
    for one in done.gone:
        say(f"not in it: {clean(str(one))}", err=True)
    if done.gone:
        say("           if you renamed it, rename it under 'extra' too; else delete it there", err=True)
