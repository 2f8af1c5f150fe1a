"""`folio schema`: what an editor needs to complete and explain a profile."""

from __future__ import annotations

from pathlib import Path

import click

from folio.schemas import NAMES, text


@click.command()
@click.argument("name", type=click.Choice(NAMES), default=NAMES[0], metavar=f"[{'|'.join(NAMES)}]")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="The file to write, instead of printing it.")  # fmt: skip
def schema(name: str, out: Path | None) -> None:
    """Print the JSON Schema of a profile, of a rubric of your own, or of a report.

    An editor with YAML support reads it: it completes fields, explains them, and marks mistakes while you type. Name
    the file in the first line of your profile:

    \b
    # yaml-language-server: $schema=profile.schema.json
    """
    content = text(name)
    if out is None:
        click.echo(content, nl=False)
        return
    from folio.cli.files import write

    write(out, content.encode())
    click.echo(out)
