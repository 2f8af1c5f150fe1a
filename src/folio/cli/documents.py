"""`folio resume`: documents one at a time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folio.cli.completing import resume_theme
from folio.cli.completing import target as targets
from folio.cli.files import STDOUT
from folio.cli.running import AS_JSON, PROFILE, making, run_options
from folio.options import Options, state_folder

if TYPE_CHECKING:
    from folio.known import Known
    from folio.profile.appearance import Appearance
    from folio.render.document import Document

FORMS = ("pdf", "html", "markdown", "text", "docx", "png", "json")
LOOK = ("theme", "paper", "accent", "density", "pages", "locale", "photo")
WRITTEN = {
    "theme": "is no name of a theme; such a name is of small letters, digits and hyphens",
    "locale": "is no tag of a language; write it as de or pt-BR",
}
"""What is said of an option that can't be what it should be."""
ENDINGS = {".docx": "docx", ".html": "html", ".json": "json", ".md": "markdown", ".png": "png", ".txt": "text"}
"""The form that a file's name asks for, where '--format' asks for none."""


def accent(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise click.BadParameter(f"'{value}' is no colour; write it as #1f4e5f")
    from folio.profile.appearance import LEAST_CONTRAST, contrast_on_white

    if (ratio := contrast_on_white(value)) < LEAST_CONTRAST:
        raise click.BadParameter(f"'{value}' is too pale for text on white ({ratio:.1f}:1, {LEAST_CONTRAST}:1 wanted)")
    return value.lower()


@click.command()
@PROFILE
@click.option("-t", "--target", metavar="ID", shell_complete=targets,
              help="For this target of the profile.")  # fmt: skip
@click.option("-f", "--format", "form", type=click.Choice(FORMS),
              help="What to make: pdf, or what the name of FILE ends in.")  # fmt: skip
@click.option("--theme", metavar="NAME", shell_complete=resume_theme,
              help="How it is laid out: a theme of folio's or of your own.")  # fmt: skip
@click.option("--paper", type=click.Choice(["A4", "letter"]), help="The size of its pages.")
@click.option("--accent", metavar="COLOUR", callback=accent, help="The colour of headings and links, as #1f4e5f.")
@click.option("--density", type=click.Choice(["roomy", "normal", "tight"]), help="How much room it leaves.")
@click.option("--pages", type=click.IntRange(1, 20), metavar="N", help="How many pages it may take.")
@click.option("--locale", metavar="TAG", help="The language, as de or pt-BR; texts follow where you give them in it.")
@click.option("--photo/--no-photo", default=None, help="With your photo, where the theme has room for one.")
@click.option("--brief", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Also say which terms of this brief or job description you cover.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="The file to write (resume.pdf here).")  # fmt: skip
@AS_JSON
@making
def resume(profile: Path, target: str | None, form: str | None, brief: Path | None, out: Path | None,
           as_json: bool, **values: Any) -> None:  # fmt: skip
    """Make the résumé of PROFILE: a PDF, or one of its other forms.

    It is made from the profile and from what 'folio collect' saw before. What does not fit its pages is left out, the
    least important first, and you are told what.
    """
    from folio.documents import resume as made
    from folio.known import known

    options = run_options(values)
    found = known(profile, options, target)
    form = form or ENDINGS.get(out.suffix.lower() if out else "", "pdf")
    asked = brief is not None or (found.target is not None and found.target.brief is not None)
    show(made(found, look=look_of(values), form=form), out, found, options, _brief(found, brief) if asked else (),
         quiet=values["quiet"], as_json=as_json)  # fmt: skip


def _brief(found: Known, file: Path | None) -> tuple[str, ...]:
    from folio.cli.brief import lines
    from folio.documents import brief_of
    from folio.readiness.brief import covered

    name, text = brief_of(found, file)
    return tuple(lines(covered(text, found.facts), name))


def look_of(values: dict[str, Any]) -> Appearance:
    """What the options ask for; what none of them says is left to the profile and the theme."""
    from pydantic import ValidationError

    from folio.profile.appearance import Appearance

    try:
        return Appearance.model_validate({name: values[name] for name in LOOK if values.get(name) is not None})
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise click.BadParameter(f"'{values[name]}' {WRITTEN[name]}", param_hint=f"'--{name}'") from None


def show(documents: tuple[Document, ...], out: Path | None, found: Known, options: Options,
         further: tuple[str, ...] = (), *, quiet: bool = False, as_json: bool = False) -> None:  # fmt: skip
    """Prints what is still to be printed and writes all of it, here or in the process that this one works for; says
    where it is, what is not in it, and `further` lines."""
    from folio.cli.delivery import Order, deliver

    if as_json and out == STDOUT:
        raise click.UsageError("--json and the document itself can't both be standard output; give --out another name")
    order = Order(documents, out, further, quiet, as_json)
    take = click.get_current_context().find_root().obj
    if take is None:
        deliver(order)
    else:
        take(order, found.folder, state_folder(found.folder, options))
