"""`folio init`: a profile to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from folio.profile.placeholders import EMAIL, NAME


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("."))
@click.option("--sample", is_flag=True, help="Copy the complete sample of an invented person instead.")
@click.option("--name", default=NAME, help="Your name, as clients know it.")
@click.option("--email", default=EMAIL, help="The address clients write to and you commit with.")
def init(folder: Path, sample: bool, name: str, email: str) -> None:
    """Start a profile in FOLDER: a profile.yaml that explains itself, ready to fill in.

    Nothing that exists is overwritten.
    """
    from folio.starter import start

    for path in start(folder, sample=sample, name=name, email=email):
        click.echo(path)
    click.echo(f"next: edit {folder / 'profile.yaml'}; 'folio serve {folder}' shows the site meanwhile,", err=True)
    click.echo(f"      'folio score {folder}' says how ready you are and what to do next", err=True)
