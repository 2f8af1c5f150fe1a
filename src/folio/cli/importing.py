"""`folio import`: a profile from what other tools wrote, or from a PDF of folio's."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("."))
def import_(file: Path, folder: Path) -> None:
    """Start a profile in FOLDER from FILE: a PDF that folio made, or a JSON Resume document.

    What could not be taken is said, and kept in comments at the end of the profile. Nothing is overwritten.
    """
    from folio.cli.terminal import say
    from folio.importing import import_profile

    done = import_profile(file, folder)
    say(str(done.path))
    say(f"taken: {', '.join(map(_counted, done.taken.data.items()))}")
    if done.taken.left:
        say(f"not taken, and kept in comments at the end of it ({len(done.taken.left)}):")
        for one in done.taken.left:
            say(f"  {one}")
    for note in done.taken.notes:
        say(f"look over: {note}")
    click.echo(f"next: edit {done.path}, then run 'folio validate {folder}'", err=True)


def _counted(section: tuple[str, object]) -> str:
    name, value = section
    return f"{name} ({len(value)})" if isinstance(value, list) else name
