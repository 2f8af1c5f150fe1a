"""The last words of `folio init`: what was written, what to fill in first, and what to run next."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

import click

from folio.cli.terminal import bold, say
from folio.cli.text import clean, columns
from folio.profile.load import FILE


def told(folder: Path, text: str, written: Iterable[Path], *, headline_is_made: bool) -> None:
    """The files on stdout; the rest is for whoever reads."""
    from folio.starting.begin import repository_above
    from folio.starting.first import first
    from folio.starting.workflows import PORTFOLIO

    paths = list(written)
    for path in paths:
        click.echo(path)
    todos = first(text, headline_is_made=headline_is_made)
    if todos:
        say(bold("Fill in first:"), err=True)
    for todo in todos:
        place = f"{folder / FILE}:{todo.line}" if todo.line else str(folder / FILE)
        say(f"  {clean(place)}: {clean(todo.what)}", err=True)
    _next(folder)
    if folder / PORTFOLIO in paths:
        above = repository_above(folder)
        if above:
            where = f"GitHub only looks at the top of a repository: move {folder / '.github'} there, to {above}"
            say(f"{clean(where)}, and name the folder in the workflows", err=True)
        else:
            say("On GitHub, Settings > Pages > Source: GitHub Actions lets each push publish the site.", err=True)


def sample_written(folder: Path, written: Iterable[Path]) -> None:
    """The same for the sample, where nothing is to be filled in."""
    paths = list(written)
    for path in paths:
        click.echo(path)
    if not paths:
        say(f"{clean(str(folder))}: the sample is there already; nothing was written", err=True)
    _next(folder)


def _next(folder: Path) -> None:
    name = shlex.quote(str(folder))
    commands = {
        f"folio validate {name}": "what is wrong, line by line",
        f"folio serve {name}": "the site, while you edit",
        f"folio score {name}": "how ready you are, and what to do next",
        f"folio build {name}": "site, résumé and report, in ./out",
    }
    longest = max(map(columns, commands))
    say(bold("Then:"), err=True)
    for command, why in commands.items():
        say(f"  {clean(command)}{' ' * (longest - columns(command) + 3)}{why}", err=True)
