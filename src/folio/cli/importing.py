"""`folio import`: a profile from what other tools wrote, or from a PDF of folio's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.running import AS_JSON
from folio.profile.exchange.formats import FORMATS

if TYPE_CHECKING:
    from folio.importing import Imported

READ = [one.name for one in FORMATS if one.reads]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("."))
@click.option("--from", "format", type=click.Choice(READ), help="Its format, where folio can't tell by what is in it.")
@AS_JSON
def import_(file: Path, folder: Path, format: str | None, as_json: bool) -> None:
    """Start a profile in FOLDER from FILE: JSON Resume, RenderCV, YAMLResume, FRESH, Europass (XML, or its PDF),
    LinkedIn's data export (the ZIP as it came, or its folder), or a PDF that folio made.

    What a profile has no place for is said and kept under 'extra'; for the formats that folio writes too, 'folio
    export' gives it back. Nothing is overwritten.
    """
    from folio.cli.imported import lines
    from folio.cli.terminal import say
    from folio.importing import import_profile

    done = import_profile(file, folder, format)
    if as_json:
        from folio.cli.delivery import said_as_json

        said_as_json(_data(done))
        return
    say(f"{done.path}: from {done.format.title}")
    for line in lines(done):
        say(line)
    click.echo(f"next: edit {done.path}, then run 'folio validate {folder}'", err=True)


def _data(done: Imported) -> dict[str, Any]:
    from folio.importing import said

    taken = done.taken
    return {
        "profile": str(done.path),
        "format": done.format.name,
        "taken": {name: len(value) if isinstance(value, list) else 1 for name, value in said(taken).items()},
        "kept": [
            {"file": place.file, "line": place.line, "column": place.column, "path": left.path, "why": left.why}
            for place, left in zip(done.places, taken.left, strict=True)
        ],
        "look_over": list(taken.notes),
    }
