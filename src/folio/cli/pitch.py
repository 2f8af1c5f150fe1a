"""`folio pitch` and `folio letter`: what one client reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from folio.cli.completing import pitch as pitch_ids
from folio.cli.completing import pitch_theme
from folio.cli.completing import target as targets
from folio.cli.documents import accent, look_of, show
from folio.cli.running import AS_JSON, PROFILE, making, run_options

Function = TypeVar("Function", bound=Callable[..., Any])


def _looking(function: Function) -> Function:
    """How it looks, and where it goes."""
    for option in reversed((
        click.option("--theme", metavar="NAME", shell_complete=pitch_theme,
                     help="How it is laid out: a theme of folio's or of your own."),
        click.option("--paper", type=click.Choice(["A4", "letter"]), help="The size of its pages."),
        click.option("--accent", metavar="COLOUR", callback=accent, help="The colour of headings, as #1f4e5f."),
        click.option("--locale", metavar="TAG", help="The language, as de or pt-BR; also that of your texts."),
        click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                     help="The file to write."),
    )):  # fmt: skip
        function = option(function)
    return function


@click.command()
@click.argument("given", nargs=-1, metavar="[ID] [PROFILE]", shell_complete=pitch_ids)
@_looking
@click.option("--pages", type=click.IntRange(1, 2), metavar="N", help="How many pages it may take, title page aside.")
@AS_JSON
@making
def pitch(given: tuple[str, ...], out: Path | None, as_json: bool, **values: Any) -> None:
    """Make the pitch ID of PROFILE as a PDF, or all pitches, a file each.

    It is made from the profile and from what 'folio collect' saw before. As proof it gives only what folio saw; you are
    told what of it is only claimed.
    """
    from folio.documents import pitches
    from folio.known import known

    identifier, profile = identifier_and_profile(given)
    options = run_options(values)
    found = known(profile, options)
    if out is not None and identifier is None and len(found.facts.profile.pitches or ()) > 1:
        raise click.UsageError("there are several pitches; name one to write it to a file of your choice")
    show(pitches(found, identifier, look=look_of(values)), out, found, options, quiet=values["quiet"], as_json=as_json)


def identifier_and_profile(given: tuple[str, ...]) -> tuple[str | None, Path]:
    """The id and the profile; a single argument is the profile where there is one of that name."""
    from folio.profile.load import FILE

    if len(given) > 2:
        raise click.UsageError(f"'{given[2]}' is too much; give one ID and one PROFILE")
    if len(given) == 2:
        return given[0], Path(given[1])
    if not given:
        return None, Path(".")
    only = Path(given[0])
    if only.is_file() or (only / FILE).is_file() or len(only.parts) != 1:
        return None, only
    return given[0], Path(".")


@click.command()
@PROFILE
@click.option("-t", "--target", required=True, metavar="ID", shell_complete=targets,
              help="The target of the profile that it is for.")  # fmt: skip
@_looking
@AS_JSON
@making
def letter(profile: Path, target: str, out: Path | None, as_json: bool, **values: Any) -> None:
    """Make the letter to a target of PROFILE as a PDF of one page, in the look of the target's résumé."""
    from folio.documents import letter as made
    from folio.known import known

    options = run_options(values)
    found = known(profile, options, target)
    show(made(found, look=look_of(values)), out, found, options, quiet=values["quiet"], as_json=as_json)
