"""`folio validate`: what is wrong in a profile, what will look bad, and the repairs that need no thought."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folio.cli.problems import BAD_INPUT, FINE, NO, lines
from folio.cli.running import JSON, PROFILE, SET, TODAY, Moment
from folio.cli.terminal import say
from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.advice.examine import Examined
    from folio.errors import Problem

FORMS = ("text", "json", "sarif", "github")


@click.command()
@PROFILE
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
              help="Text, or a form for programs: JSON, SARIF 2.1.0, GitHub's annotations.")  # fmt: skip
@JSON
@click.option("--strict", is_flag=True, help="Exit status 1 when there are warnings.")
@click.option("--fix", is_flag=True, help="Mend what needs no thought; the rest of the file stays as it is.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@TODAY
@SET
def validate(
    profile: Path, form: str, strict: bool, fix: bool, diff: bool, today: Moment, overrides: tuple[str, ...]
) -> int:
    """Say everything that is wrong in PROFILE, line by line, and what will look bad to a client.

    PROFILE is a folder with a profile.yaml, or the file itself. Exit status 2 when anything is wrong, 0 when there are
    warnings only. With --fix, misspelt fields, dates, addresses and the like are mended in the file, and the rest is
    told.
    """
    from folio.profile.load import locate

    file = locate(profile)
    if fix or diff:
        if overrides:
            raise click.UsageError("--set is for one run, and --fix for the file; leave one of them out")
        found, fixable = _mend(file, today, write=not diff, aside=form != "text")
    else:
        found, fixable = _look(file, today, overrides)
    _tell(file, found, fixable, form, mended=fix or diff, err=diff)
    if found.errors:
        return BAD_INPUT
    return NO if strict and found.warnings else FINE


def _look(file: Path, today: Moment, overrides: Sequence[str]) -> tuple[Examined, frozenset[Problem]]:
    """What is found in a profile, and what of it --fix can mend."""
    from folio.advice.examine import Examined, examine
    from folio.errors import InputError
    from folio.mending.mend import fixable, made_readable
    from folio.profile.load import document

    try:
        read = document(file, overrides)
    except InputError as error:
        return Examined(error.problems), frozenset(error.problems if made_readable(file) else ())
    found = examine(read, file.parent, today.day)
    return found, fixable(found.problems, read, file)


def _mend(file: Path, today: Moment, *, write: bool, aside: bool) -> tuple[Examined, frozenset[Problem]]:
    """Mends a profile and says what was changed; what is left, of which nothing can be mended."""
    from folio.advice.examine import Examined, errors_alone, examine
    from folio.cli import files
    from folio.document import parse
    from folio.errors import FolioError, InputError
    from folio.mending.mend import mended, read_bytes

    folder, name = file.parent, str(file)
    content = read_bytes(file)
    done = mended(
        content,
        name,
        find=lambda one: examine(one, folder, today.day).problems,
        errors=lambda one: errors_alone(one, folder),
    )
    if done.edits and write:
        if not os.access(file, os.W_OK):
            raise FolioError(f"{file} can't be written: it is read-only; allow writing, or see what --diff shows")
        files.write(file, done.content, lasting=True)
    for edit in done.edits:
        say(clean(str(edit)), err=aside or not write)
    if done.edits and not write:
        _show_diff(content, done.content, name)
    try:
        found = examine(parse(done.content, name=name), folder, today.day)
    except InputError as error:
        found = Examined(error.problems)
    return found, frozenset()


def _show_diff(before: bytes, after: bytes, name: str) -> None:
    from folio.cli.result import UNSAFE, to_stdout

    old, new = (one.decode("utf-8-sig").splitlines(keepends=True) for one in (before, after))
    changed = difflib.unified_diff(old, new, name, name)
    text = "".join(one if one.endswith("\n") else f"{one}\n\\ No newline at end of file\n" for one in changed)
    to_stdout(UNSAFE.sub("\ufffd", text) if sys.stdout.isatty() else text)


def _tell(file: Path, found: Examined, fixable: frozenset[Problem], form: str, *, mended: bool, err: bool) -> None:
    """Prints what was found, or what is left."""
    if form == "text":
        terminal = (sys.stderr if err else sys.stdout).isatty()
        for problem in found.problems:
            say(lines(problem, terminal=terminal), err=err)
        say(clean(_summary(file, found, fixable, mended=mended)), err=err)
        return
    from folio.cli.result import UNSAFE, escaped, to_stdout
    from folio.render import problems

    if form == "json":
        text = escaped(problems.as_json(str(file), found.problems, fixable))
    elif form == "sarif":
        from folio.advice.listed import RULES, says

        text = escaped(problems.as_sarif(found.problems, {name: says(rule) for name, rule in RULES.items()}))
    else:
        text = UNSAFE.sub("\ufffd", problems.as_annotations(found.problems))
    if err:
        click.echo(text, nl=False, err=True)
    else:
        to_stdout(text)


def _summary(file: Path, found: Examined, fixable: frozenset[Problem], *, mended: bool) -> str:
    """One line that says how it is with the profile."""
    errors, warnings = len(found.errors), len(found.warnings or ())
    if not errors and not warnings:
        return f"{file}: no problems"
    said = [_counted(errors, "error")] if errors else []
    said += [_counted(warnings, "warning")] if warnings else []
    text = f"{file}: {', '.join(said)}"
    if mended:
        text += " left for you"
    elif fixable:
        some = "it" if errors + warnings == 1 else f"{len(fixable)} of them"
        text += f"; 'folio validate {_shown(file)}--fix' mends {some}"
    return text + ("; warnings are looked for once the errors are gone" if found.warnings is None else "")


def _shown(file: Path) -> str:
    """The words that name a profile on the command line, with a space behind; nothing for the one that is here."""
    from folio.profile.load import FILE

    place = file.parent if file.name == FILE else file
    return "" if str(place) == "." else f"{place} "


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
